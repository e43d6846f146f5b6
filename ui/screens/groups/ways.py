"""What can be done with one group, as the search finds it: what it is called, and other words people say for it."""

from __future__ import annotations

from facilitator.i18n import _
from facilitator.model.group import Group, RecordLevel
from ui.go import Go, Way


def ways_of(group: Group) -> tuple[Way, ...]:
    """The ways of one group, the most wanted first; those to people only where it keeps names."""
    def to(*steps: str) -> Go:
        return Go("groups", (group.id, *steps))

    named = (
        Way(_("Add a person"), to("people", "new"),
            _("new member people name newcomer participant join write put on the list")),
        Way(_("Bring in a list of people"), to("people", "import"),
            _("import spreadsheet excel csv ods members names load")),
        Way(_("Save a list of people"), to("people", "export"),
            _("export spreadsheet excel csv roster members download")),
        Way(_("Keep less about people"), to("lower"), _("lower record level names delete erase privacy")),
        Way(_("Pair two people"), to("pairs", "new"), _("one-to-one pairing buddy mentor sponsor match new")),
    )
    return (
        *(named if group.record_level is not RecordLevel.TALLY else ()),
        Way(_("Who came"), to("came"), _("attendance register presence grid past evenings history attended")),
        Way(_("Change the agreement"), to("agreement", "change"),
            _("group rules ground clauses edit words new version add")),
        Way(_("All evenings"), to("evenings"),
            _("past last month week year earlier before history list what happened session dates")),
        Way(_("When we meet"), to("meetings"),
            _("day time schedule repeat cancel move holiday break an evening session dates")),
        Way(_("Who does what"), to("rota"), _("rota roles turns facilitators opens closes tea")),
        Way(_("Change this group"), to("change"), _("edit rename name size age record level settings")),
        Way(_("Write down what went wrong"), to("incidents", "new"),
            _("incident accident injury fall complaint breach report new")),
        Way(_("How it was: feedback"), to("feedback"), _("slips survey faces evaluation type in what people say")),
        Way(_("Team and venue"), to("team"), _("facilitators co-facilitator volunteers hall room place")),
        Way(_("Put this group away"), to("away"), _("archive close end stop delete remove finish")),
    )
