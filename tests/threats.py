"""What can go wrong, and the tests that show what happens instead. The numbers are for good: append, never renumber."""

from __future__ import annotations

from typing import NamedTuple


class Threat(NamedTuple):
    """One row: its number, the threat, what happens instead, and the tests; or why there is none."""

    number: int
    what: str
    instead: str
    tests: tuple[str, ...] = ()
    why_none: str = ""


THREATS = (
    Threat(
        1,
        "markup in a person's words",
        "shown as it was typed",
        (
            "test_poison.py::test_the_poison_is_really_there",
            "test_layers.py::test_no_text_is_ever_read_as_markup",
        ),
    ),
    Threat(
        2,
        "words that steer a terminal",
        "shown as <U+001B>; only colours reach a terminal",
        (
            "test_poison.py::test_every_page_on_a_real_terminal_sends_nothing_but_colours",
            "test_poison.py::test_no_page_lets_it_out_on_a_terminal",
            "test_poison.py::test_no_command_given_poison_lets_it_out",
            "domain/test_text.py::test_nothing_that_steers_a_terminal_is_left_and_safe_text_is_safe",
        ),
    ),
    Threat(
        3,
        "bidi and invisible characters",
        "shown; doctor tells of names that look alike",
        (
            "domain/test_text.py::test_a_character_that_steers_or_hides_is_shown_as_its_number",
            "domain/test_text.py::test_ordinary_writing_in_any_script_is_shown_as_it_is",
            "store/test_doctor.py::test_each_thing_that_is_wrong_is_found",
        ),
    ),
    Threat(
        4,
        "formulas in CSV",
        "no cell begins one, and each comes back",
        ("formats/test_csv_records.py::test_no_cell_begins_a_formula_and_each_comes_back",),
    ),
    Threat(
        5,
        "HTML and Markdown",
        "words stay words, links lead to the web or an address",
        (
            "formats/test_html.py::test_plain_text_never_becomes_markup",
            "formats/test_html.py::test_a_link_leads_only_to_the_web_or_an_address",
            "formats/test_report.py::test_a_full_page_is_well_formed_and_holds_only_what_it_may",
            "formats/test_markdown.py::test_a_link_leads_to_the_web_or_nowhere",
        ),
    ),
    Threat(
        6,
        "file names out of words",
        "letters, digits and hyphens; nothing is followed or replaced",
        (
            "test_threat_words.py::test_no_title_makes_a_file_name_that_leads_elsewhere",
            "flows/test_hand_over.py::test_a_symbolic_link_is_never_followed",
            "flows/test_hand_over.py::test_a_file_that_is_there_stays_without_force",
        ),
    ),
    Threat(
        7,
        "the syntax of full-text search",
        "any text may be typed, none is an error",
        (
            "store/test_search.py::test_any_text_may_be_typed",
            "test_bad_input.py::test_any_query_is_searched_for_and_never_an_error",
        ),
    ),
    Threat(
        8,
        "short words and writing without spaces",
        "found",
        ("store/test_search.py::test_words_find_what_a_person_means",),
    ),
    Threat(
        9,
        "files others may read",
        "0600 in 0700 whatever the umask; doctor --fix closes what was opened",
        (
            "test_threat_places.py::test_whatever_the_umask_only_the_owner_may_read_what_a_life_leaves",
            "test_threat_places.py::test_what_others_may_read_is_found_and_closed",
        ),
    ),
    Threat(
        10,
        "symbolic links",
        "followed once, to the file itself; one that leads nowhere is told",
        (
            "test_threat_places.py::test_through_a_link_the_file_itself_is_written_copied_and_brought_back",
            "test_threat_places.py::test_a_link_that_leads_nowhere_is_told_and_nothing_is_made_there",
        ),
    ),
    Threat(
        11,
        "what an editor leaves behind",
        "drafts in a private folder, kept and named when anything fails",
        (
            "test_editor.py::test_vim_leaves_nothing_of_a_private_draft_anywhere",
            "test_editor.py::test_a_draft_is_for_its_owner_only_and_lies_beside_the_journal",
            "test_editor.py::test_an_editor_that_fails_keeps_nothing_in_the_journal_but_the_words_are_safe",
            "test_editor.py::test_an_editor_that_is_killed_leaves_the_words_safe",
            "test_editor.py::test_bytes_that_are_not_utf_8_are_kept_as_far_as_they_can_be",
        ),
    ),
    Threat(
        12,
        "commands in $EDITOR",
        "no shell reads it; the file is one argument, the last",
        (
            "test_editor.py::test_the_name_of_the_editor_is_never_read_by_a_shell",
            "test_editor.py::test_a_file_name_is_one_argument_whatever_the_folder_is_called",
        ),
    ),
    Threat(
        13,
        "words in the list of processes",
        "a pipe and the editor show none",
        (
            "test_threat_places.py::test_no_list_of_processes_shows_words_that_were_piped_or_written_in_the_editor",
        ),
    ),
    Threat(
        14,
        "words in tracebacks and logs",
        "one sentence without anybody's words; there is no log file",
        (
            "test_bad_input.py::test_a_fault_of_the_program_is_one_sentence_without_anybodys_words",
            "test_threat_words.py::test_a_traceback_asked_for_shows_no_values",
        ),
    ),
    Threat(
        15,
        "a clock that is wrong",
        "words are kept in order; doctor warns",
        (
            "test_threat_places.py::test_with_a_clock_far_off_words_are_kept_and_undo_still_takes_the_last",
            "test_threat_places.py::test_a_clock_of_the_journal_that_runs_ahead_is_a_word_of_doctor",
            "test_adversity.py::test_with_a_clock_that_cannot_be_nothing_is_kept",
            "store/test_changes.py::test_hybrid_clock_only_goes_forward_even_when_the_clock_goes_back",
        ),
    ),
    Threat(
        16,
        "summer time and ambiguous dates",
        "UTC with the zone's name is kept; what would have to be guessed is refused",
        (
            "domain/test_instants.py::test_a_time_that_the_clocks_skip_is_refused",
            "domain/test_instants.py::test_a_time_shown_twice_is_known",
            "domain/test_dates.py::test_an_ambiguous_order_is_refused_with_both_readings",
            "domain/test_dates.py::test_nothing_typed_raises_anything_but_unreadable_or_refused",
        ),
    ),
    Threat(
        17,
        "one word, two spellings in Unicode",
        "one name; search finds both",
        (
            "test_threat_places.py::test_a_name_is_one_name_however_its_accents_are_spelt",
            "domain/test_text.py::test_a_name_is_one_line_in_nfc",
        ),
    ),
    Threat(
        18,
        "NUL, bad UTF-8, huge texts and numbers",
        "refused in one sentence, or kept as far as can be",
        (
            "test_bad_input.py::test_a_nul_in_a_note_is_refused",
            "test_bad_input.py::test_a_note_of_ten_megabytes_is_refused_in_one_sentence",
            "test_bad_input.py::test_bytes_that_are_not_utf_8_are_kept_as_far_as_they_can_be_and_it_is_said",
            "store/test_changes.py::test_text_that_is_not_utf_8_does_not_stop_the_log_from_being_read",
            "store/test_connect.py::test_other_faults_are_told_for_what_they_are",
        ),
    ),
    Threat(
        19,
        "a full disk",
        "nothing old is lost, no copy is torn",
        (
            "test_threat_power.py::test_a_disk_that_is_full_from_any_call_on_loses_nothing",
            "store/test_connect.py::test_a_full_disk_loses_nothing_old",
            "store/test_connect.py::test_a_file_size_limit_loses_nothing_old",
            "store/test_backups.py::test_a_full_disk_leaves_no_torn_copy",
            "test_bad_input.py::test_a_full_disk_loses_nothing_and_is_named",
        ),
    ),
    Threat(
        20,
        "a read-only place",
        "reading works, writing is refused in one sentence",
        (
            "store/test_connect.py::test_a_journal_in_a_read_only_place_is_read_and_not_written",
            "test_bad_input.py::test_a_journal_in_a_place_that_cannot_be_written_can_be_read",
        ),
    ),
    Threat(
        21,
        "kill -9",
        "all of a deed or nothing, and the next command goes on",
        (
            "test_threat_power.py::test_a_kill_at_any_call_to_the_disk_leaves_all_of_a_deed_or_nothing",
            "store/test_connect.py::test_kill_9_in_the_middle_of_writes_loses_nothing_that_was_acknowledged",
        ),
    ),
    Threat(
        22,
        "a call to the disk that fails",
        "“may or may not be kept”; nothing is torn",
        ("test_threat_power.py::test_a_call_that_fails_is_told_as_doubtful_and_what_is_there_is_whole",),
    ),
    Threat(
        23,
        "two programs that write",
        "one waits; the message names the other",
        (
            "test_threat_power.py::test_two_processes_that_write_at_once_lose_nothing",
            "store/test_connect.py::test_eight_processes_write_at_once_and_none_loses_a_row",
            "test_bad_input.py::test_a_locked_journal_is_waited_for_and_then_named",
        ),
    ),
    Threat(
        24,
        "damaged and shortened files",
        "found, told, kept; mended from the log or brought back",
        (
            "store/test_doctor.py::test_every_flipped_bit_that_changes_what_a_query_gives_is_found",
            "test_threat_power.py::test_a_file_cut_short_is_found_and_the_backup_brings_all_back",
            "store/test_doctor.py::test_a_write_that_was_not_finished_is_told_and_left_for_the_next_command",
            "store/test_backups.py::test_a_damaged_backup_is_refused_and_nothing_changes",
        ),
    ),
    Threat(
        25,
        "a journal of a newer program",
        "read when it allows that, never written; older ones are brought up to date",
        (
            "test_bad_input.py::test_a_newer_journal_is_read_if_it_allows_that_and_never_written",
            "store/test_migrate.py::test_a_journal_of_every_version_opens_and_is_like_one_made_today",
        ),
    ),
    Threat(
        26,
        "a power cut",
        "nothing that was told to be kept is lost: journal, settings, exports, copies",
        (
            "test_threat_power.py::test_a_power_cut_anywhere_loses_nothing_that_was_told_to_be_kept",
            "test_threat_power.py::test_a_program_that_waits_for_no_disk_would_be_caught",
        ),
    ),
    Threat(
        27,
        "network drives and synced folders",
        "never a write-ahead journal; doctor warns",
        (
            "test_threat_places.py::test_on_a_network_drive_the_journal_works_and_doctor_warns",
            "test_threat_places.py::test_in_a_synced_folder_doctor_warns",
            "test_threat_places.py::test_a_journal_is_never_a_write_ahead_one",
        ),
    ),
    Threat(
        28,
        "deleted text that stays in the file",
        "forgetting leaves none",
        ("cli/test_care.py::test_forgetting_asks_first_and_leaves_no_trace_in_the_file",),
    ),
    Threat(
        29,
        "a backup that brings forgotten people back",
        "they are forgotten again",
        ("store/test_backups.py::test_whom_one_forgot_stays_forgotten_after_a_restore",),
    ),
    Threat(30, "a hostile machine to sync with", "", (), "there is no sync, and nothing is ever sent"),
    Threat(
        31,
        "private text in anything handed out",
        "none, unless it was asked for by name; a query without the filter fails",
        (
            "test_threat_leaks.py::test_what_is_private_is_heard_nowhere_whatever_became_of_it",
            "test_threat_leaks.py::test_an_export_written_without_the_filter_fails_and_hands_out_nothing",
            "test_leaks.py::test_no_page_tells_what_is_private",
            "store/test_lens.py::test_what_does_not_go_through_the_views_fails_for_an_outside_audience",
        ),
    ),
)
