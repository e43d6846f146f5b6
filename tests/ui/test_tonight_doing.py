"""Tonight says who does what, and what nobody has taken: only where a group shares its jobs out."""

from __future__ import annotations

from pathlib import Path

from facilitator.model.group import GroupDraft
from facilitator.model.rota import ROTATING, Role
from facilitator.model.session import Count
from facilitator.tonight import Evenings
from tests.core.hall import Hall
from ui.screens.tonight.doing import jobs
from ui.screens.tonight.settled import uncounted


def test_jobs_are_missed_only_where_they_are_shared_out(tmp_path: Path) -> None:
    """A group of one lead sees nothing; one with two misses the second; one that takes turns misses the rest."""
    hall = Hall(tmp_path)
    evenings = Evenings(hall.clock, hall.groups, hall.members, hall.facilitators, hall.venues, hall.sessions,
                        hall.agendas, hall.agreements, hall.papers, hall.rota)
    for name in ("Ruth", "Dev"):
        hall.facilitators.add(name)
    dev, ruth = (one.id for one in hall.facilitators.all())
    group = hall.group(team=(ruth,))
    hall.weekly(group)
    tonight = hall.tonight(group)
    assert jobs(evenings.of(tonight)) == ((), ())
    hall.groups.save(GroupDraft(name=group.name, team=(ruth, dev)), group.id)
    hall.rota.set(tonight, Role.SECOND, False)
    hall.rota.set(tonight, Role.LEAD, True, ruth)
    assert jobs(evenings.of(tonight)) == ((), (Role.SECOND,))
    hall.rota.set(tonight, Role.SECOND, True, dev)
    hall.rota.set(tonight, Role.READER, True, dev)
    hall.rota.set(tonight, Role.TEA, True)
    taken, still = jobs(evenings.of(tonight))
    assert taken == ((Role.READER, "Dev"), (Role.TEA, ""))
    assert still == tuple(role for role in ROTATING if role not in (Role.READER, Role.TEA))
    hall.rota.set(tonight, Role.LEAD, False)
    assert jobs(evenings.of(tonight))[1][0] is Role.LEAD
    hall.store.close()


def test_what_nobody_has_counted_is_said() -> None:
    """Who is new and who came before are asked for once, and a nought is an answer."""
    assert len(uncounted(Count(heads=4))) == 2
    assert uncounted(Count(heads=4, newcomers=0)) == ("how many came before",)
    assert uncounted(Count(heads=4, newcomers=0, returning=3)) == ()
