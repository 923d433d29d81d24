"""Reads `NAME.txt` (crew and requests) and `NAME_rd_P.txt` (when each request arrives)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import dist
from pathlib import Path

from backend.dispatch.travel import WayFrom
from backend.dispatch.values import Job, Point, Technician

_ROW = re.compile(r"\s*(\d+)((?:\s+[-+.\deE]+){5})\s+\[(.*?)\]\s*\[(.*?)\]\s*\[(.*?)\]")
_RELEASES = re.compile(r"(?P<name>.+)_rd_(?P<share>\d+)\.txt")


class Mode(StrEnum):
    """`full`: tools and spare parts count as well as skills."""

    SKILLS = "skills"
    FULL = "full"


@dataclass(frozen=True)
class Instance:
    """`releases`: when each request comes into being; before 0 it is known from the start."""

    name: str
    share: int
    mode: Mode
    crew: tuple[Technician, ...]
    jobs: dict[int, Job]
    releases: dict[int, float]
    ends: float


class Plane:
    """Travel time is the distance."""

    is_metric = True

    def minutes(self, here: Point | None, there: Point | None) -> float:
        assert here is not None
        assert there is not None
        return dist(here, there)

    def km(self, here: Point | None, there: Point | None) -> float | None:
        return self.minutes(here, there)

    def way_from(self, here: Point | None) -> WayFrom:
        return lambda there: self.minutes(here, there)


@dataclass(frozen=True)
class _Node:
    id: int
    place: Point
    window: tuple[float, float]
    service: float
    skills: tuple[int, ...]
    tools: tuple[int, ...]
    parts: tuple[int, ...]


def instances(folder: Path, mode: Mode) -> Iterator[Instance]:
    """Every release file that has its instance beside it."""
    for file in sorted(folder.glob("*_rd_*.txt")):
        found = _RELEASES.fullmatch(file.name)
        if found and (folder / f"{found['name']}.txt").exists():
            yield _instance(folder, found["name"], int(found["share"]), mode)


def _instance(folder: Path, name: str, share: int, mode: Mode) -> Instance:
    text = (folder / f"{name}.txt").read_text()
    depot, *nodes = _nodes(text)
    count = _crew_count(text)
    releases = _releases((folder / f"{name}_rd_{share}.txt").read_text())
    jobs = {node.id: _job(node, mode) for node in nodes[count:]}
    if jobs.keys() != releases.keys():
        raise ValueError(f"{name}_rd_{share}.txt does not tell of the requests of {name}.txt, each once")
    ends = depot.window[1]
    crew = tuple(_technician(node, ends, mode) for node in nodes[:count])
    return Instance(name, share, mode, crew, jobs, releases, ends)


def _nodes(text: str) -> list[_Node]:
    return [_node(found) for line in text.splitlines() if (found := _ROW.match(line))]


def _node(found: re.Match[str]) -> _Node:
    x, y, opens, closes, service = map(float, found[2].split())
    skills, tools, parts = (_numbers(listed) for listed in found.groups()[2:])
    return _Node(int(found[1]), (x, y), (opens, closes), service, skills, tools, parts)


def _numbers(listed: str) -> tuple[int, ...]:
    return tuple(int(each) for each in listed.split(",") if each.strip())


def _crew_count(text: str) -> int:
    lines = [line.split() for line in text.splitlines()]
    after = next(index for index, words in enumerate(lines) if words[:2] == ["CREW", "COUNT"])
    return int(next(words for words in lines[after + 1 :] if words)[0])


def _releases(text: str) -> dict[int, float]:
    lines = [line.split() for line in text.splitlines()]
    after = next(index for index, words in enumerate(lines) if words[:2] == ["ID", "RD"])
    return {int(words[0]): float(words[1]) for words in lines[after + 1 :] if len(words) == 2}


def _technician(node: _Node, ends: float, mode: Mode) -> Technician:
    is_full = mode is Mode.FULL
    return Technician(
        id=node.id,
        name=str(node.id),
        place=node.place,
        free_at=max(0.0, node.window[0]),
        skills={str(skill): 1 for skill in node.skills},
        tools=frozenset(map(str, node.tools)) if is_full else frozenset(),
        stock={str(part): count for part, count in enumerate(node.parts)} if is_full else {},
        shift=((node.window[0], min(node.window[1], ends)),),
        home=node.place,
        home_by=min(node.window[1], ends),
    )


def _job(node: _Node, mode: Mode) -> Job:
    is_full = mode is Mode.FULL
    return Job(
        id=node.id,
        minutes=node.service,
        place=node.place,
        windows=(node.window,),
        skills={str(skill): 1 for skill in node.skills},
        tools=frozenset(map(str, node.tools)) if is_full else frozenset(),
        parts={str(part): count for part, count in enumerate(node.parts) if count} if is_full else {},
    )
