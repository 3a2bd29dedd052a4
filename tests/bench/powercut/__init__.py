"""Power cuts, simulated: what the program asks of the disk is recorded, and cut off anywhere.

`trace` runs a command under strace and reads which calls changed a folder. `disk` makes of them the states in which
a disk may legally be found when the power went. `story` is what the program is made to do, and `judge` says what is
wrong with a state: something lost that was told to be kept, something torn, something that cannot be opened.
"""
