"""What a terminal sends, taken apart: text in, keys and pastes out. Pure but for its memory of what is not yet whole.

Textual's own parser hands unknown sequences on as if they were typed, and raises on parameters that are no key
(``ESC[9999999999999A``, ``ESC[1114112u``, a size of no pixels), which ends its thread and the program. Here whatever is
not known is dropped as a whole; only what a sequence means is asked of Textual.

Characters that arrive in one read and are more than a hand types are a paste, whether the terminal brackets it or not.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Generator, Iterator
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from giptui.report.halfwidth import DIGITS

ESCAPE_DELAY: Final = 0.1
"""Seconds after which an escape that nothing follows is the key."""
PASTE_DELAY: Final = 0.05
"""Seconds of silence that end a paste without brackets."""
PASTE_PATIENCE: Final = 2.0
"""Seconds of silence that end a paste whose closing bracket got lost."""

_LONG: Final = 64  # so many characters at once no hand types
_ROW: Final = 5  # cells of one row; Tab, were it a key, would step over the total that the next number is
_SENTENCE: Final = 16  # an input method hands over a phrase, not more

_OPEN, _CLOSE = "\x1b[200~", "\x1b[201~"
_SEQUENCE: Final = re.compile(
    r"\x1b(?:\[\[[A-E]|\[M[^\x1b]{3}|\[[0-?]*[ -/]*[@-~]|O[ -~]"  # function keys of linux, X10 mouse, CSI, SS3
    r"|\][0-9][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\)"  # OSC; DCS, SOS, PM, APC
)
_UNFINISHED: Final = re.compile(r"\x1b(?:\[M[^\x1b]{0,2}|\[\[?|\[[0-?]*[ -/]*|O|\][0-9][^\x07\x1b]*|[PX^_][^\x1b]*)?\Z")
_BROKEN: Final = re.compile(r"\x1b\[[0-?]+[ -/]*|\x1b\[[ -/]+")
_MODE: Final = re.compile(r"\x1b\[\?2026;([1-9])\$y")
_MOUSE: Final = re.compile(r"\x1b\[<[0-9]{1,5};[0-9]{1,5};[0-9]{1,5}[Mm]")
_LONG_NUMBER: Final = re.compile("[0-9]{8}")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LONGEST: Final = 256

# A character of a two-byte Chinese encoding goes whole: its second byte alone would be a letter, that is, a command.
_FOREIGN: Final = re.compile(rb"(?:[\x81-\xfe][\x40-\x7e\x80-\xfe])+|[\x80-\xff]")
_VALUE: Final = re.compile(r"[-+/]?[0-9０-９,，.%/／ \u3000件]*|[\u3400-\u9fff（“].*")


def _drop(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    found = _FOREIGN.match(error.object, error.start)
    return "", max(found.end() if found else error.end, error.start + 1)


codecs.register_error("giptui-drop", _drop)


def is_paste(text: str) -> bool:
    """Whether characters that arrived together were pasted: very many, a sentence of Chinese, or lines of cells."""
    if len(text) >= _LONG:
        held = len(set(text)) == 1 and text < "\x7f" and text[0] not in DIGITS  # a command, on a line that stalled
        return not held or len(text) >= _LONG**2
    if len(text) >= _SENTENCE and any("\u3400" <= each <= "\u9fff" for each in text) and text.isprintable():
        return True
    fields = re.split(r"[\t\r\n]", text.strip("\r\n"))
    if len(fields) >= _ROW and all(fields) and all(map(_VALUE.fullmatch, fields)) and "\t" in text:
        return True
    tabular = "\t" in text or len(fields) >= 4
    return tabular and bool(re.search(r"[\r\n]", text.strip("\r\n"))) and all(map(_VALUE.fullmatch, fields))


class Intake:
    """Takes what was read, gives the messages that are whole. ``waits`` is how long it may wait for the rest of what
    is not; then ``rest`` gives what has come of it.
    """

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")("giptui-drop").decode
        self._parser = XTermParser()
        self._held = ""  # the beginning of a sequence
        self._pasted: list[str] = []
        self._tail = ""  # the beginning of a closing bracket
        self._bracketed = False

    @property
    def waits(self) -> float | None:
        """Seconds to wait for more before ``rest``; None if nothing is held."""
        if self._bracketed:
            return PASTE_PATIENCE
        if self._pasted:
            return PASTE_DELAY
        return ESCAPE_DELAY if self._held else None

    def take(self, data: bytes) -> Iterator[Message]:
        """The messages in what was read."""
        text, self._held = self._held + self._decode(data), ""
        while text:
            if self._bracketed:
                text = yield from self._paste_on(text)
            elif text[0] == "\x1b":
                text = yield from self._sequence(text)
            else:
                run, escape, rest = text.partition("\x1b")
                text = escape + rest
                yield from self._run(run, at_end=not text)

    def rest(self) -> Iterator[Message]:
        """What has come of that which is held, now that nothing more has come."""
        held, self._held = self._held, ""
        if self._pasted or self._bracketed:
            yield from self._end_paste()
        if held.startswith(_OPEN[:2]) and len(held) > 2:  # rxvt ends some keys with $; anything else is dropped
            yield from self._keys(held)
        elif held and len(held) <= 3:
            yield _escape()
            yield from self._typed(held[1:])

    def _sequence(self, text: str) -> Generator[Message, None, str]:
        """The message of the sequence that the text begins with; returns the text behind it."""
        if self._pasted:
            yield from self._end_paste()
        if text.startswith(_OPEN):
            self._bracketed = True
            return text[len(_OPEN) :]
        if match := _SEQUENCE.match(text):
            yield from self._meaning(match[0])
            return text[match.end() :]
        if _UNFINISHED.match(text):
            self._held = text if len(text) <= _LONGEST else ""
            return ""
        if match := _BROKEN.match(text):
            return text[match.end() :]
        yield _escape()
        return text[1:]

    def _paste_on(self, text: str) -> Generator[Message, None, str]:
        """The paste that ends in the text, if it does; returns the text behind it."""
        begun = self._tail + text
        pasted, closed, rest = begun.partition(_CLOSE)
        if closed:
            self._pasted.append(pasted)
            self._tail = ""
            yield from self._end_paste()
            return rest
        cut = max(begun.rfind("\x1b", -len(_CLOSE) + 1), -1)
        cut = cut if cut >= 0 and _CLOSE.startswith(begun[cut:]) else len(begun)
        self._pasted.append(begun[:cut])
        self._tail = begun[cut:]
        return ""

    def _run(self, run: str, at_end: bool) -> Iterator[Message]:
        """Characters without an escape among them: keys, or a paste, which may go on if they end what was read."""
        if self._pasted or is_paste(run):
            self._pasted.append(run)
            if not at_end:
                yield from self._end_paste()
        else:
            yield from self._typed(run)

    def _end_paste(self) -> Iterator[Message]:
        text = "".join(self._pasted) + self._tail
        self._pasted, self._tail, self._bracketed = [], "", False
        yield events.Paste(text.replace("\0", ""))

    def _typed(self, run: str) -> Iterator[Message]:
        for character in run:
            yield from self._keys("\r" if character == "\n" else character)  # as sent before the terminal was ours

    def _meaning(self, sequence: str) -> Iterator[Message]:
        """What a whole sequence says; nothing if it is none that an editor needs. Sizes and places of the cursor that
        a terminal reports unasked are no business of the input: the system knows the size.
        """
        if sequence in _FOCUS:
            yield _FOCUS[sequence]()
        elif _MODE.fullmatch(sequence):
            yield TerminalSupportsSynchronizedOutput()
        elif _MOUSE.fullmatch(sequence):
            if event := self._parser.parse_mouse_code(sequence):
                yield event
        elif len(sequence) <= _LONGEST and not _LONG_NUMBER.search(sequence):
            yield from self._keys(sequence)

    def _keys(self, sequence: str) -> Iterator[Message]:
        """The keys of a sequence, or of a character."""
        try:
            keys = list(self._parser._sequence_to_key_events(sequence))
        except (ValueError, OverflowError):  # a code point that there is not
            return
        for key in keys:
            if not key.key.isprintable() or key.key == "<ignore>" or _SURROGATE.search(key.character or ""):
                continue
            before, alt, plain = key.key.rpartition("alt+")
            if alt and not before:
                # tmux joins Esc and the key after it; nothing here is bound to Alt, and both were meant.
                yield _escape()
                yield from self._keys(key.character) if key.character else (events.Key(_lettered(plain), None),)
            else:
                yield key


_FOCUS: Final = {"\x1b[I": events.AppFocus, "\x1b[O": events.AppBlur}


def _escape() -> events.Key:
    return events.Key("escape", "\x1b")


def _lettered(key: str) -> str:
    """The key with its capital: ``shift+j`` is J."""
    before, shift, letter = key.partition("shift+")
    return letter.upper() if shift and not before and len(letter) == 1 else key
