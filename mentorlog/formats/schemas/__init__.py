"""What every command gives with `--json`: the name of the schema, its shape, and the commands that give it."""
