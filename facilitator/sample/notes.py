"""Notes of evenings that never were: what a facilitator writes for next time, without a person in it."""

from __future__ import annotations

from random import Random

WORDS = 120
"""Words of a note."""
TOPICS = ("Sleep", "Family", "Work", "Money", "Health care", "Home", "Good news", "Waiting lists", "The holidays",
          "Travel", "Feeling alone", "Getting out of the house")
"""What evenings are about."""

_SENTENCES = (
    "We opened {late} and read the agreement {how}.",
    "The round went {pace}, which suited the room.",
    "{Topic} took most of the hour, and most people had something to say about it.",
    "Next time, leave ten minutes more for {thing} and begin with the {part}.",
    "The {part} helped: it was quiet for a while, and that was good.",
    "Somebody said pass twice, and nobody minded.",
    "The {object} was {state} again, so we moved the chairs towards the {corner}.",
    "Person A asked whether we could talk about {thing} before the summer.",
    "Person B offered to read the opening words in a fortnight.",
    "We did not come to {thing}, and left it for another evening.",
    "There was laughter near the end, more than in many weeks.",
    "The talk turned to {thing} and stayed there, which nobody had planned.",
    "Two rounds were too many for one evening; one long one is better.",
    "The pause after the {part} was longer than usual, and it did no harm.",
    "What helped was to say what worked for each of us, and to give no advice.",
    "Several had a hard week with {thing}; the room knew how that is.",
    "We closed on time with the {part} and the words that everybody knows by now.",
    "The {object} ran out before the break; bring a second one.",
    "A newcomer found the way by the sign on the {corner}; leave it there.",
    "We agreed to keep telephones in the basket beside the {object}.",
    "It was {pace} at first and warmer after tea.",
    "Some would like a handout about {thing}, in large print.",
    "The question about {thing} is still open; somebody will ask the office.",
    "Rain kept a few away, and those who came were glad of the small circle.",
)
_SLOTS = {
    "late": ("on time", "five minutes late", "early", "as the clock struck"),
    "how": ("together", "clause by clause", "slowly", "in turns", "aloud"),
    "pace": ("slowly", "gently", "briskly", "unevenly", "quietly", "lightly"),
    "thing": ("sleep", "waiting lists", "letters from the council", "the school run", "saying no", "anger",
              "evenings alone", "the first year", "benefits forms", "going back to work", "medication reviews",
              "holidays", "old friends", "cooking for one", "the car park", "neighbours", "tiredness", "pain at night",
              "courage", "money worries"),
    "part": ("check-in", "breathing exercise", "reading", "check-out", "silence", "song", "candle", "grounding minute"),
    "object": ("radiator", "kettle", "lamp", "projector", "tea urn", "side door", "noticeboard", "box of tissues"),
    "state": ("cold", "loud", "empty", "stuck", "too bright", "missing", "broken"),
    "corner": ("window", "kitchen", "porch", "stairs", "fire door", "stage", "bookshelf"),
}  # fmt: skip


def note(random: Random) -> str:
    """A note of its own, of so many words."""
    said: list[str] = []
    while len(said) < WORDS:
        slots = {slot: random.choice(words) for slot, words in _SLOTS.items()}
        said += random.choice(_SENTENCES).format(**slots, Topic=random.choice(TOPICS)).split()
    return " ".join(said[:WORDS]).rstrip(",;:.") + "."
