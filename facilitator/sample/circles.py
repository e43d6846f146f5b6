"""Twenty invented circles of all nine kinds, where they meet, and who runs them: the charity of the ten years."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.model.group import Application, RecordLevel
from facilitator.model.organisation import Organisation, VenueDraft, VenueFact
from facilitator.model.session import CancelReason

ORGANISATION = Organisation(
    name="Riverside Peer Support", country="GB", controller_contact="office@riverside.example", lead_name="Hannah",
    lead_contact="01632 960 301", deputy_name="Tom", deputy_contact="01632 960 302", supervisor="Priya")

FACILITATORS = ("Ruth", "Dev", "Marguerite", "Oluwaseun", "Siobhán", "Katarzyna", "Mehmet", "Gwenllian", "Xiao-Ling",
                "Terrence", "Ioana", "Farzana", "Kwabena", "Annelise", "Ramón", "Hodan", "Leszek", "Bethan", "Yusuf",
                "Cressida", "Nikolaos", "Prakash", "Delphine", "Wendell")
"""First names; the first of them unlocks."""

_WAY_OUT = "The door we came in by, and the fire door at the back. We meet by the "
VENUES = tuple(
    VenueDraft(name=name, address=f"{name}, {street}, {town}", exits=f"{_WAY_OUT}{meet}.", phone_signal=signal,
               first_aid=aid, access=access, notes=keys, facts=facts)
    for name, street, town, meet, signal, aid, access, keys, facts in (
        ("St Anne’s Hall", "14 Mill Lane", "Millbridge MB1 9ZZ", "church gate", "Good by the window.",
         "Green box over the kitchen sink.", "The side door has no step.", "Keys from the office by 18:30.",
         (VenueFact.STEP_FREE, VenueFact.TOILET, VenueFact.KITCHEN)),
        ("Riverside Library, meeting room 2", "2 Quay Street", "Millbridge MB2 4ZX", "bicycle stands",
         "Good everywhere.", "Behind the front desk.", "Lift to the first floor.",
         "Ask at the desk; they lock at 21:30.",
         (VenueFact.LIFT, VenueFact.LOOP, VenueFact.BUS)),
        ("Quaker Meeting House", "Friar’s Row", "Millbridge MB1 3YY", "old cedar", "Weak; use the porch.",
         "In the hall cupboard, left.", "Ramp from the garden.", "Key safe by the back door.",
         (VenueFact.STEP_FREE, VenueFact.QUIET_ROOM, VenueFact.PRIVATE)),
        ("Gurdwara community room", "71 Station Road", "Ashcombe AS4 1ZZ", "car park steps", "Good.",
         "Kitchen wall.", "No step, wide doors.", "Kitchen may be used; no meat, please.",
         (VenueFact.WIDE_DOORS, VenueFact.PARKING, VenueFact.KITCHEN)),
        ("Ashcombe Children’s Centre", "Elm Close", "Ashcombe AS2 8XX", "playground gate", "Good.",
         "Staff room.", "No step; small chairs, ask for large ones.", "Alarm: ask the caretaker.",
         (VenueFact.STEP_FREE, VenueFact.BAYS)),
        ("Harbour Works, unit 9", "Dock Road", "Saltby SB1 1ZZ", "crane", "Good outside only.",
         "By the roller door.", "One low step; a ramp is kept inside.", "Heating needs an hour.",
         (VenueFact.PARKING, VenueFact.PRIVATE)),
        ("Saltby Surgery, upstairs", "3 Chapel Hill", "Saltby SB2 6YX", "bus stop", "Good.",
         "At reception; defibrillator beside it.", "Stairs only; tell people beforehand.", "Door code changes monthly.",
         (VenueFact.DEFIBRILLATOR, VenueFact.BUS)),
        ("Northfield School, music room", "Northfield Way", "Millbridge MB6 2ZY", "flagpole", "Good.",
         "School office.", "No step from the playground.", "The caretaker lets us in at 17:45.",
         (VenueFact.STEP_FREE, VenueFact.TOILET, VenueFact.PARKING)),
    ))


@dataclass(frozen=True, slots=True)
class Circle:
    """One circle, which meets at an `hour` of the day; so many weeks ago it `ended` and was put away, if ever."""

    name: str
    application: Application
    audience: str
    hour: int
    level: RecordLevel = RecordLevel.FIRST_NAME
    minimum: int | None = 18
    count_only: bool = False
    ended: int = 0


_TALLY, _CONTACT = RecordLevel.TALLY, RecordLevel.CONTACTABLE
_A = Application

CIRCLES: tuple[Circle, ...] = (
    Circle("Lantern circle", _A.MENTAL_HEALTH, "Adults who live with low mood or worry", 19),
    Circle("Harbour circle", _A.ADDICTION, "Anybody who wants to change their drinking or using", 18, _TALLY),
    Circle("Willow circle", _A.GRIEF, "Adults who have lost somebody close", 14, _CONTACT),
    Circle("Kettle and chat", _A.CARERS, "People who look after a partner or a parent", 10, _CONTACT),
    Circle("Long road", _A.CHRONIC_ILLNESS, "Living with pain or illness that stays", 13),
    Circle("Stepping stones", _A.TRAUMA, "Women who have lived through violence at home", 11),
    Circle("Skylight", _A.YOUTH, "Young people of 14 to 17", 17, _CONTACT, 14),
    Circle("Small hours", _A.PARENTING, "Parents of babies who hardly sleep", 10),
    Circle("Next chapter", _A.CAREER, "Looking for work after a long time away", 9),
    Circle("Voices and visions", _A.MENTAL_HEALTH, "Anybody who hears, sees or feels what others do not", 18, _TALLY,
           count_only=True),
    Circle("Morning tide", _A.ADDICTION, "Early birds in recovery", 7, _TALLY),
    Circle("Rowan circle", _A.GRIEF, "Parents who have lost a child", 19, _CONTACT),
    Circle("Sandwich club", _A.CARERS, "Caring for children and parents at once", 12),
    Circle("Blue Tuesday", _A.MENTAL_HEALTH, "Men who find it hard to talk", 20),
    Circle("Breathing space", _A.CHRONIC_ILLNESS, "Living with long Covid or tiredness", 15, _CONTACT),
    Circle("Safe harbour", _A.TRAUMA, "Men who were hurt as children", 18),
    Circle("Lighthouse", _A.YOUTH, "Young carers of 12 to 16", 16, _CONTACT, 12),
    Circle("Patchwork", _A.PARENTING, "Step-families and those who foster", 19),
    Circle("New mothers’ nest", _A.MENTAL_HEALTH, "Mothers in the first year", 13, ended=30),
    Circle("Redundancy round table", _A.CAREER, "After the works closed", 18, ended=64),
)

THEMES = ("The hard hours of the day", "Asking for help", "What sleep does to us", "Saying no", "Good days count too",
          "Being alone and being lonely", "When other people do not understand", "Small steps", "Anniversaries",
          "What we are proud of", "Anger, and where it goes", "Rest without guilt", "Money worries", "Looking ahead",
          "What helps in a crowd", "Letters we never sent", "Food, and eating together", "Old friends, new friends")
NEEDS = ("A seat near the door", "Large print", "A seat facing the reader", "No strong perfume, please",
         "A chair with arms", "Breaks to stand up", "The hearing loop switched on", "Step-free way in",
         "A quiet word before the round", "An assistance dog comes along")
WHY = (CancelReason.WEATHER, CancelReason.VENUE, CancelReason.NO_FACILITATOR, CancelReason.FEW)
