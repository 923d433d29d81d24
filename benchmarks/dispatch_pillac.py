"""How many requests dispatch serves on the dynamic instances of Pillac, beside the nearest technician.

    python -m benchmarks.dispatch_pillac DIR [--json] [--share 50]

DIR holds `NAME.txt` and `NAME_rd_P.txt`. `skills` plays with skills only, `full` with tools and spare parts, too. A
technician drives as soon as free, a job is fixed once the drive to it has begun, and a request does not exist before
its release. One request in twenty of those known so far, rounded up, may change its technician. Every day played is
checked against the instance by itself; a rule broken ends the run with an error. Where the nearest technicians serve
all requests, too, nobody can be ahead of them.
"""

import argparse
import json
import statistics
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.pillac.check import Violated, check
from benchmarks.pillac.instances import Instance, Mode, Plane, instances
from benchmarks.pillac.play import play
from benchmarks.pillac.policies import MOST_CHANGED, Nearest, Policy, Rules


@dataclass(frozen=True)
class Line:
    """`changed`: requests whose technician changed after the first assignment."""

    instance: str
    release: int
    mode: str
    policy: str
    requests: int
    served: int
    changed: int
    decisions: int
    mean_ms: float
    max_ms: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--json", action="store_true", help="a JSON object a line")
    parser.add_argument("--share", type=int, action="append", help="only release files of this share; may be repeated")
    options = parser.parse_args()
    lines: list[Line] = []
    for mode in Mode:
        for instance in instances(options.folder, mode):
            if options.share and instance.share not in options.share:
                continue
            for policy in (Nearest(Plane()), Rules(Plane())):
                line = _line(instance, policy)
                lines.append(line)
                _tell(line, as_json=options.json)
    if not lines:
        raise SystemExit(f"no NAME.txt with NAME_rd_P.txt in {options.folder}")
    if not options.json:
        _report(lines)


def _line(instance: Instance, policy: Policy) -> Line:
    played = play(instance, policy, Plane())
    served = check(instance, played.drives)
    times = [1000 * seconds for seconds in played.seconds] or [0.0]
    if len(played.changed) > MOST_CHANGED * len(instance.jobs):
        raise Violated(f"{instance.name}: {len(played.changed)} requests changed their technician")
    return Line(
        instance.name,
        instance.share,
        instance.mode.value,
        policy.name,
        len(instance.jobs),
        served,
        len(played.changed),
        len(played.seconds),
        round(statistics.mean(times), 2),
        round(max(times), 2),
    )


def _tell(line: Line, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(asdict(line)), flush=True)
        return
    print(
        f"{line.instance:<10} {line.release:>3} {line.mode:<7} {line.policy:<8} served {line.served:>3}/{line.requests}"
        f"  changed {line.changed:>2}  {line.mean_ms:>6.2f} ms mean {line.max_ms:>7.2f} ms max",
        flush=True,
    )


def _report(lines: list[Line]) -> None:
    print("\nreleases mode    policy    served          changed         mean ms   max ms   ahead of nearest")
    for mode in Mode:
        for share in sorted({line.release for line in lines}):
            here = [line for line in lines if line.release == share and line.mode == mode]
            nearest = {line.instance: line.served for line in here if line.policy == Nearest.name}
            for policy in (Nearest.name, Rules.name):
                _total(share, mode, policy, [line for line in here if line.policy == policy], nearest)


def _total(share: int, mode: Mode, policy: str, lines: Iterable[Line], nearest: dict[str, int]) -> None:
    own = list(lines)
    served, requests = sum(line.served for line in own), sum(line.requests for line in own)
    changed = sum(line.changed for line in own)
    mean = sum(line.mean_ms * line.decisions for line in own) / max(1, sum(line.decisions for line in own))
    print(
        f"rd_{share:<5} {mode:<7} {policy:<8} {served:>5}/{requests} {served / requests:>6.1%}"
        f" {changed:>5} {changed / requests:>6.1%} {mean:>10.2f} {max(line.max_ms for line in own):>8.2f}"
        f"   {'' if policy == Nearest.name else _beside(own, nearest)}"
    )


def _beside(own: list[Line], nearest: dict[str, int]) -> str:
    ahead = sum(line.served > nearest[line.instance] for line in own)
    behind = sum(line.served < nearest[line.instance] for line in own)
    best = sum(line.served == line.requests == nearest[line.instance] for line in own)
    equal = len(own) - ahead - behind
    return f"{ahead} ahead, {equal} equal ({best} of them with all served by both), {behind} behind"


if __name__ == "__main__":
    main()
