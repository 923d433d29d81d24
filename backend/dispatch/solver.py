"""The route solver VROOM, which comes with the extra `planning`. The only place that knows its library."""

from importlib import import_module
from typing import Any

from backend.dispatch.routing import Problem, Routes, Solve, Task, Vehicle

_EFFORT = 5
"""The solver's own scale, 0 to 5."""
_THREADS = 2


class SolverMissing(Exception):
    """The extra `planning` is not installed."""


def load_solver() -> Solve:
    """Raises SolverMissing."""
    try:
        vroom = import_module("vroom")
    except ImportError as error:
        raise SolverMissing(str(error)) from error
    return lambda problem: _solved(vroom, problem)


def _solved(vroom: Any, problem: Problem) -> Routes:
    """Without vehicles or tasks the library would end the process."""
    if not problem.tasks or not problem.vehicles:
        return {}
    asked = vroom.Input()
    asked.set_durations_matrix(profile="car", matrix_input=[list(row) for row in problem.ways])
    asked.add_vehicle([_vehicle(vroom, each) for each in problem.vehicles])
    asked.add_job([_job(vroom, each) for each in problem.tasks])
    steps = asked.solve(exploration_level=_EFFORT, nb_threads=_THREADS).routes
    routes: dict[int, tuple[int, ...]] = {}
    for step in steps.to_dict("records"):
        if step["type"] == "job":
            key = int(step["vehicle_id"])
            routes[key] = (*routes.get(key, ()), int(step["id"]))
    return routes


def _vehicle(vroom: Any, each: Vehicle) -> Any:
    pauses = [
        vroom.Break(number, time_windows=[vroom.TimeWindow(begins, begins)], service=ends - begins)
        for number, (begins, ends) in enumerate(each.pauses)
    ]
    return vroom.Vehicle(
        each.id,
        start=each.start,
        time_window=vroom.TimeWindow(*each.open),
        breaks=pauses,
        skills=set(each.takes),
        capacity=list(each.carries),
        max_tasks=each.most,
    )


def _job(vroom: Any, each: Task) -> Any:
    return vroom.Job(
        each.id,
        location=each.place,
        default_service=each.seconds,
        time_windows=[vroom.TimeWindow(*window) for window in each.windows],
        skills={each.id},
        delivery=list(each.uses),
        priority=each.weight,
    )
