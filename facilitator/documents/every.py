"""Every printed document, a line each: where its declaration is. Its place in a list is the `order` it declares."""

# ruff: noqa: F401 — the registry takes what is named here

from __future__ import annotations

from facilitator.documents.agreement_draft import DOCUMENT as AGREEMENT_DRAFT
from facilitator.documents.agreement_poster import DOCUMENT as AGREEMENT_POSTER
from facilitator.documents.attendance_grid import DOCUMENT as ATTENDANCE_GRID
from facilitator.documents.attendance_slip import DOCUMENT as ATTENDANCE_SLIP
from facilitator.documents.certificate import DOCUMENT as CERTIFICATE
from facilitator.documents.chair_card import DOCUMENT as CHAIR_CARD
from facilitator.documents.checklist import DOCUMENT as CHECKLIST
from facilitator.documents.clause_cards import DOCUMENT as CLAUSE_CARDS
from facilitator.documents.concern_form import DOCUMENT as CONCERN_FORM
from facilitator.documents.consent_form import DOCUMENT as CONSENT_FORM
from facilitator.documents.coping_book import DOCUMENT as COPING_BOOK
from facilitator.documents.coping_handout import DOCUMENT as COPING_HANDOUT
from facilitator.documents.cover_slip import DOCUMENT as COVER_SLIP
from facilitator.documents.debrief_form import DOCUMENT as DEBRIEF_FORM
from facilitator.documents.emergency import DOCUMENT as EMERGENCY
from facilitator.documents.feedback_slip import DOCUMENT as FEEDBACK_SLIP
from facilitator.documents.handout import DOCUMENT as HANDOUT
from facilitator.documents.hard_moment import DOCUMENT as HARD_MOMENT
from facilitator.documents.helplines import PARTICIPANTS as HELPLINES
from facilitator.documents.helplines import TEAM as HELPLINES_TEAM
from facilitator.documents.incident_form import DOCUMENT as INCIDENT_FORM
from facilitator.documents.laptop_stolen import DOCUMENT as LAPTOP_STOLEN
from facilitator.documents.lead_together import DOCUMENT as LEAD_TOGETHER
from facilitator.documents.own_goal import DOCUMENT as OWN_GOAL
from facilitator.documents.paper_evening import DOCUMENT as PAPER_EVENING
from facilitator.documents.prompt_cards import DOCUMENT as PROMPT_CARDS
from facilitator.documents.reading_card import DOCUMENT as READING_CARD
from facilitator.documents.ready_to_lead import DOCUMENT as READY_TO_LEAD
from facilitator.documents.recovery import DOCUMENT as RECOVERY
from facilitator.documents.reflective_log import DOCUMENT as REFLECTIVE_LOG
from facilitator.documents.role_cards import DOCUMENT as ROLE_CARDS
from facilitator.documents.room_card import DOCUMENT as ROOM_CARD
from facilitator.documents.run_sheet import DOCUMENT as RUN_SHEET
from facilitator.documents.safeguarding_flow import DOCUMENT as SAFEGUARDING_FLOW
from facilitator.documents.script_card import DOCUMENT as SCRIPT_CARD
from facilitator.documents.sign_in import DOCUMENT as SIGN_IN
from facilitator.documents.supervision_sheet import DOCUMENT as SUPERVISION_SHEET
from facilitator.documents.tally import DOCUMENT as TALLY
from facilitator.documents.to_fill_in import DOCUMENT as TO_FILL_IN
from facilitator.documents.vault_closed import DOCUMENT as VAULT_CLOSED
from facilitator.documents.wall_agenda import DOCUMENT as WALL_AGENDA
from facilitator.documents.wallet_cards import DOCUMENT as WALLET_CARDS
from facilitator.documents.welcome_leaflet import DOCUMENT as WELCOME_LEAFLET
