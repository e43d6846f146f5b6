"""Words of going, staying and being kept somewhere, and what has a capital though it is no house."""

from __future__ import annotations

from facilitator.nameguard import language as L
from facilitator.nameguard.language import word_set
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.model import Kind
from facilitator.nameguard.stretches import Stretch, stretch
from facilitator.nameguard.weights import AMBER

TO_A_HOUSE = word_set("""
    at in to from into down outside near opposite behind by round off past up under above inside beside beyond via
    over around through onto toward towards
""")
LOOSE = word_set("into by under in to from through over around near past up onto toward towards beside via")
"""Prepositions behind which what is no house may have a capital too: a house only where somebody goes or stays."""
WITHOUT = word_set("left joined joins leave leaves leaving runs ran owns manages managed visits visited love loves")
"""Verbs of going and keeping that need no preposition."""
STAYING = word_set("""
    go goes going gone went come comes coming came back be is was been being are were am live lives lived living move
    moves moved moving stay stays stayed staying keep kept keeps stuck put drink drinks drank drunk drinking work works
    worked working sleep sleeps slept sleeping eat eats ate eating meet meets met meeting see saw seen take took taken
    takes drive drove driven drives drop dropped pick picked collect collected admitted discharged transferred sent
    rushed referred barred banned kicked thrown chucked volunteer volunteers volunteered volunteering help helps helped
    cook cooks cooked clean cleans cleaned serve serves served play plays played sing sings sang born married wake
    party lunch dinner tea coffee pint pints breakfast quiz karaoke darts shift shifts job night nights week weeks
    weekend month months bed room ward respite rehab detox hes shes hed shed theyre ive im walk walked walks run ran
    get gets got getting turn turned turns call called calls spend spent spends sit sits sat sitting start starts
    started starting finish finished home here fell fallen day days evening evenings lost found left
    sees bar runs owns pots
""")
NO_HOUSE = word_set("""
    meeting group circle session room chair chairs committee team board office kitchen hall table door garden park
    file files folder diary quiz raffle beginning motorway motorways cenotaph job station post
    bible word lord spirit program programme fellowship steps step traditions tradition agreement book prayer literature
    pledge promises newcomer secretary treasurer facilitator facilitators council government law court crown state
    internet web net news radio press media zoom telly phone post mail
    north south east west highlands islands midlands coast country county city town village beach sea seaside
    summer winter spring autumn fall holidays holiday weekend weekends morning afternoon evening night season term
    war army navy forces police fire ambulance service services parish diocese church chapel mosque temple synagogue
    first second third fourth fifth last next other same whole only best end start front back top bottom side middle
    christmas easter bank union party cup league trust charity department ministry treasury
    doctor doctors dentist chemist vet vets surgery hospital school college uni university nursery library gym pool
    leisure bus train station airport shop shops market supermarket cafe pub bar club hotel centre center unit ward
    clinic hospice hostel refuge rehab prison jail probation jobcentre dole social benefits housing landlord
    minutes agenda rota treasurer's kitty tin box list register form forms policy notes report point points
    plan project scheme course class classes workshop training talk video film song poem quote story stories
    family team trustees volunteers staff members lads girls boys men women kids children parents carers
    crem crematorium cemetery chippy offy cashpoint rec allotment allotments
    moon sun earth world universe nation republic kingdom sky
    way lot people person lady man woman girl boy guy bloke one ones thing things
    app page site chat link call calls email text laptop computer screen
    higher big good old new little great
""")
"""What some write with a capital though it is no house: of the fellowship, the law, the year, the compass."""
HOUSES = word_set("""
    railway station castle abbey mill priory convent lodge manor court arms tavern inn forge quarry wharf hub hall
    foundry farm barn grange bridge cross dolphin lighthouse barracks harbour marina docks factory cathedral
    sanctuary hospice mission refuge foyer
""")
"""Words for houses that are as often the whole name of one: “the Lodge”, “the Railway”."""
PURPOSE = word_set("""
    appointment appointments interview interviews assessment referral referrals scan scans shift shifts ward bed op
    nurse doctor doctors consultant team surgeon midwife tutor teacher receptionist manager boss keyworker caseworker
    placement place job course induction clinic letter letters discharge admission waiting contract lot reception bus
    uniform trial trials offer application transport pharmacy chaplain ot physio
""")
"""What one has of a body: “her … appointment”."""
DOES = word_set("""
    rang rings rung phoned phone said say says wrote sent send sends cancelled cancel booked lost refused refuse offered
    offer discharged discharge admitted admit have has had moved want wants wanted need needs told tell tells referred
    kept keep let emailed texted called call promised took take gave give changed messed closed shut put
""")


AFTER = L.STOP | L.PREPOSITION | L.PRONOUN | L.POSSESSIVE | L.DETERMINER | L.MODAL | L.AND | L.NUMBER | L.VERB
WHEN = word_set("""
    most every last next tonight today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday
    mondays tuesdays wednesdays thursdays fridays saturdays sundays night nights again now instead while full two
    three four five alone later afterwards once twice daily weekly except saying crying drunk shouting looking
""")
REACH = 8
"""Words to the left within which it may be said that somebody goes or stays there."""


def ends_there(after: Word) -> bool:
    """Whether nothing more is said of a house: no noun follows that it would only be the sort of."""
    return bool(after.roles & AFTER) or after.key in WHEN or after.key.endswith(("ing", "ly"))


def house(first: int, last: int) -> Stretch:
    """A house or body that is asked about."""
    return stretch(first, last, Kind.ORGANISATION, "frame", "specific")


def known_or_not(first: int, last: int) -> Stretch:
    """A body though its name be that of a thing known to all."""
    return Stretch(first, last, Kind.ORGANISATION, AMBER, ("frame", "specific", "job"))
