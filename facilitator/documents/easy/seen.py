"""What each picture shows, for people who do not see it: in the language of the sheet."""

from __future__ import annotations

from facilitator.i18n import Translator
from facilitator.model.easy_read import Picture


def seen(picture: Picture, t: Translator) -> str:
    """The picture in a few words."""
    _ = t.gettext
    return {
        Picture.CIRCLE: _("People in a circle"), Picture.PERSON: _("A person"),
        Picture.TWO: _("Two people side by side"), Picture.TALK: _("Two people, one talks"),
        Picture.LISTEN: _("A person who listens"), Picture.EAR: _("An ear"),
        Picture.PASS: _("A ball goes past one person to the next"),
        Picture.ONE_VOICE: _("Three people, one talks"), Picture.ASK: _("A person asks a question"),
        Picture.TELL: _("One person tells another"), Picture.NOT_TELL: _("Three people, the words are crossed out"),
        Picture.ADULT_CHILD: _("An adult and a child"), Picture.THINK: _("A person who thinks"),
        Picture.FEELING: _("A person with a feeling in the chest"),
        Picture.ROOM: _("A feeling with room around it"), Picture.KIND: _("A person says something kind"),
        Picture.PUT_DOWN: _("Angry words, crossed out"),
        Picture.BED: _("A person in bed at night"), Picture.PHONE: _("A telephone that rings"),
        Picture.DIAL: _("A telephone that rings"), Picture.TEXT: _("A text message"),
        Picture.PHONE_OFF: _("A telephone, crossed out"), Picture.CAMERA: _("A camera"),
        Picture.NO_PHOTO: _("A camera, crossed out"), Picture.PRIVATE: _("Words under lock"),
        Picture.NOT_PRIVATE: _("An open lock"), Picture.LOCKED_AWAY: _("A locked cupboard"),
        Picture.PAPER: _("A sheet of paper"), Picture.WRITE: _("Paper and a pencil"), Picture.LIST: _("A list"),
        Picture.CROSS_OUT: _("A line is crossed out"), Picture.READ: _("An open book"),
        Picture.CALENDAR: _("A calendar with one day marked"), Picture.AGAIN: _("A person, an arrow comes round"),
        Picture.CUP: _("A warm cup"), Picture.WATER: _("A glass of water"), Picture.FOOD: _("A warm meal"),
        Picture.NO_DRINK: _("A bottle, crossed out"), Picture.DOCTOR: _("A doctor with a bag"),
        Picture.NOT_DOCTOR: _("A doctor, crossed out"), Picture.LAW: _("Scales, for the law"),
        Picture.IDEA: _("A light bulb, for an idea"),
        Picture.CLOCK: _("A clock"), Picture.PLACE: _("A place on a map"), Picture.TICK: _("A tick"),
        Picture.CROSS: _("A cross"), Picture.CHOICE: _("A tick and a cross, to choose from"),
        Picture.STOP: _("A stop sign"), Picture.WARNING: _("A warning sign"), Picture.QUESTION: _("A question mark"),
        Picture.GO_OUT: _("A person goes out of the door"),
        Picture.WAY_HOME: _("Two people walk home"), Picture.MEET: _("A person waits at an open door"),
        Picture.STREET: _("Two people meet in the street"),
        Picture.AMBULANCE: _("An ambulance"), Picture.SUN: _("The sun"), Picture.NIGHT: _("The moon and stars"),
        Picture.WEATHER: _("Sun and cloud"), Picture.SIGNPOST: _("A signpost with two ways"),
        Picture.WAVE: _("A wave that rises and falls"),
        Picture.SMALL_STEP: _("A person in front of a small step"), Picture.FEET: _("Feet on the floor"),
        Picture.CHAIR: _("A chair"), Picture.SIT: _("A person on a chair"), Picture.EYES: _("An eye"),
        Picture.TOUCH: _("A piece of cloth"), Picture.SMELL: _("A flower"),
        Picture.BREATHE_IN: _("A person breathes in"), Picture.BREATHE_OUT: _("A person breathes out"),
        Picture.LEGS: _("A ring round the knees"), Picture.ARMS: _("Arrows press the arms to the sides"),
        Picture.SHOULDERS: _("Arrows point the shoulders up"), Picture.FACE: _("A ring round the face"),
    }[picture]
