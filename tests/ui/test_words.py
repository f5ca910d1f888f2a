"""What the window says: never an option of the command line, never an unfilled fact."""

import pytest

from checkin.errors import CheckinError
from checkin.phrases import PHRASES
from checkin.sentences import SENTENCES
from checkin.ui.words import IN_THE_WINDOW, code_words, sentence


@pytest.mark.parametrize("code", SENTENCES)
def test_no_sentence_of_the_window_names_an_option_or_a_command(code):
    said = sentence(CheckinError(code))
    assert "--" not in said
    assert "`" not in said


def test_the_windows_own_sentences_are_of_codes_there_are():
    assert IN_THE_WINDOW.keys() - SENTENCES.keys() == set()


def test_facts_are_filled_in_and_reasons_are_words():
    said = sentence(CheckinError("field-wrong", field="email", value="x", reason="bad-email"))
    assert said == "email: x is not understood (not an e-mail address)."


@pytest.mark.parametrize("code", PHRASES)
def test_no_phrase_names_an_option(code):
    if not code.startswith("station-"):
        assert "--" not in code_words(code)
