"""A question that is called otherwise in a new version keeps its answers, its visitors and what it gathered."""

import random
from collections.abc import Mapping
from dataclasses import replace

import pytest

from dialogs import flow
from dialogs.engine import step
from dialogs.events import Order, Ordered, Said
from dialogs.flow import faults_of
from dialogs.model import Form, Kind, Question, Stage, State
from dialogs.phrases import Json
from tests.dialogs.events import finished
from tests.dialogs.world import World

WORLD = World()
NAME, PHOTOS = Question("name", Kind.TEXT), Question("photos", Kind.PHOTOS, required=False)
SIDES = Question("sides", Kind.SEVERAL, options=("left", "right"))
NOW = Form("form", 3, (replace(NAME, id="caller"), SIDES, PHOTOS), renamed={"name": "caller", "pictures": "photos"})


def test_an_answer_goes_to_the_new_name() -> None:
    carried = flow.under(NOW, State("form", 1, {"name": "Wang", "pictures": ["a.jpg"]}))
    assert carried.answers == {"caller": "Wang", "photos": ["a.jpg"]}
    assert flow.present(NOW, carried) == "sides"


def test_who_visits_the_question_visits_it_under_its_new_name() -> None:
    carried = flow.under(NOW, State("form", 2, {"name": "Wang", "sides": ["left"], "photos": None}, at="name"))
    assert carried.at == "caller"
    assert step(NOW, carried, Said("Li"), WORLD).state.answers["caller"] == "Li"


@pytest.mark.parametrize(
    ("draft", "kept"),
    [(["a.jpg"], ["a.jpg"]), ({"at": "pictures", "draft": ["a.jpg"]}, None), (["left"], None)],
)
def test_photos_gathered_so_far_are_kept(draft: Json, kept: Json) -> None:
    carried = flow.under(NOW, State("form", 1, {"name": "Wang", "sides": ["left"]}, draft=draft))
    assert carried.draft == kept


def test_marks_gathered_so_far_are_kept_as_far_as_they_are_still_offered() -> None:
    carried = flow.under(NOW, State("form", 1, {"name": "Wang"}, draft=["left", "top"]))
    assert carried.draft == ["left"]


def test_a_cancel_that_was_asked_about_leads_back_to_the_photos() -> None:
    asked = State("form", 1, {"name": "Wang", "sides": ["left"]}, "cancel", {"at": "pictures", "draft": ["a.jpg"]})
    back = step(NOW, flow.under(NOW, asked), Said("no"), WORLD).state
    assert (back.at, back.draft) == ("photos", ["a.jpg"])


def test_a_form_with_every_answer_and_no_question_left_is_finished_by_whatever_comes() -> None:
    short = Form("form", 4, (NAME,), review=False)
    carried = flow.under(short, State("form", 1, {"name": "Wang"}))
    for event in (Said("hello"), Ordered(Order.AGAIN), Ordered(Order.BACK)):
        assert step(short, carried, event, WORLD).state.stage in (Stage.FINISHED, Stage.OPEN)
    assert step(short, carried, Said("hello"), WORLD).state.stage is Stage.FINISHED


@pytest.mark.parametrize("renamed", [{"caller": "sides"}, {"name": "nobody"}])
def test_a_renaming_that_leads_nowhere_is_refused(renamed: Mapping[str, str]) -> None:
    assert faults_of(NOW) == []
    assert faults_of(replace(NOW, renamed=renamed)) != []


@pytest.mark.parametrize("seed", range(20))
def test_any_subset_of_answers_survives_a_renaming(seed: int) -> None:
    chance = random.Random(seed)
    old: dict[str, Json] = {"name": "Wang", "sides": ["left"], "pictures": ["a.jpg"]}
    answers = {name: answer for name, answer in old.items() if chance.random() < 0.6}
    carried = flow.under(NOW, State("form", 1, answers))
    assert sorted(map(str, carried.answers.values())) == sorted(map(str, answers.values()))
    assert finished(NOW, carried, WORLD).stage is Stage.FINISHED
