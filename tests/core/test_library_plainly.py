"""Texts of plain lines are read without the parser, and never otherwise than the parser would read them."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.library.markdown import Part, _part, _Reader
from facilitator.library.plainly import plainly
from facilitator.paths import resources


def by_parser(text: str) -> tuple[Part, ...]:
    """What the parser makes of it."""
    return _Reader("file", text, 1).read()


def by_line(text: str) -> tuple[Part, ...] | None:
    """What is read of it plainly."""
    found = plainly(text)
    return None if found is None else tuple(_part(one, 1) for one in found)


BEGIN = st.sampled_from((
    "", "- ", "> ", "1. ", "12. ", "## ", "# ", "**Sit.** ", "- **Case:** ", "3. **Go.** ", "**", "  ", "+ ", "1) ",
    "=", "---", "    ", "> > ", "- - ", "> - ", "#", "-", "1.", "~~~", "\\- ", "| "))
WORDS = st.lists(st.sampled_from((
    "Sit", "down.", "a*b", "*", "**", "\\*", "\\\\", "\\", "_x_", "&amp;", "\\&", "<b>", "[x](y)", "{script:opening}",
    "{#id}", "`c`", "{next_time}", "[the", "speaker]", "[x]", "[x]:", "[x][y]", "a_b_", "\\*_b_", "__a", "![x]", "](z)",
    "\\[", "\\](z)", "]", "é_é", "1.", "-", "#", "“é”", "!",
    "\\.", "x\\y", "\u00a0", "\t", "**b**", "=")), max_size=4).map(" ".join)
LINES = st.lists(st.builds(str.__add__, BEGIN, WORDS) | st.just(""), max_size=6)


@settings(max_examples=400, deadline=None)
@given(LINES)
@example(["- a", "b"])
@example(["> a", "> b"])
@example(["1. a", "- b"])
@example(["**a**", "", "**b** "])
@example(["## a {#b}", "", "- **c.** d"])
@example(["12. a", "", "13. b"])
@example(["[x] then", "", "[x]: y"])
@example(["> Until {next_time}, [the speaker]."])
def test_what_is_read_plainly_is_what_the_parser_reads(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = by_line(text)
    if found is not None:
        assert found == by_parser(text)


def test_nearly_all_shipped_texts_need_no_parser() -> None:
    bodies = [path.read_text("utf-8").split("+++\n", 2)[2] for path in resources().glob("content/**/*.md")
              if path.name != "README.md"]
    plain = [body for body in bodies if by_line(body) is not None]
    assert len(plain) > 0.95 * len(bodies) > 30
    for body in plain:
        assert by_line(body) == by_parser(body), body[:60]
