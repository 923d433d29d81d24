"""How well customers' words are understood, beside plain rapidfuzz, with the catalogue grown to 10,000 faults.

    python -m benchmarks.understanding                                        every set below
    python -m benchmarks.understanding --catalogue FILE --utterances FILE.tsv [--json] [--misses]

Utterances are told as whole sentences; a second round tells the product's category, as when the customer has chosen it.
The file of utterances has a line each: the words, a tab, the id of the fault that is meant, or `-` if none is.

    tuned      the starter catalogue; word lists and weights were tuned on it
    held-out   the starter catalogue; written after tuning, a few words were mended on its account
    fresh      other trades, a catalogue of bare names: written before the lists of ideas and families were
    other      a catalogue and sentences by somebody who saw neither code nor lists. At first, at 10,000: 70.1 % in
               three, 55.8 % first. Since then its sentences have lent words, half of them at a time: the half not
               yet seen stood at 85.7 % and 64.9 % then

    third      by another stranger to code and lists, of many trades. At first, at 10,000: 89.1 % in three, 75.5 %
               first; 92.4 % and 79.9 % with the category told. Since then only its first half has lent words: the
               half not yet read stood at 91.4 % and 74.7 % then, after 87.4 % and 73.0 % at first

Figures for new catalogues will be nearest to those first looks at `other` and `third`. Times are of the CPU. Plain
WRatio is slow; it is tried on every eighth utterance only.
"""

import argparse
import json
import statistics
import time
import tomllib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle, product
from pathlib import Path

from rapidfuzz import fuzz, process

from backend.catalog.contents import Contents, ListedCategory, ListedFault, ListedProduct
from backend.catalog.families import other_names
from backend.catalog.index import Index
from backend.catalog.normalise import to_traditional
from backend.catalog.tokens import words as spoken
from backend.catalog.values import Candidate, Entry, Finding, Kind, Role, Term
from benchmarks import catalogue_files
from benchmarks.catalogue_files import Unreadable, read_entries

HERE = Path(__file__).parent
STARTER = HERE.parent / "backend" / "catalog" / "data" / "starter.toml"
GROWN = 10_000
WRATIO_FLOOR = 60.0
WRATIO_SAMPLE = 8
DATA = HERE / "data"
SETS = {
    "tuned": (STARTER, DATA / "utterances.tsv"),
    "held-out": (STARTER, DATA / "utterances-held-out.tsv"),
    "fresh": (DATA / "fresh" / "catalogue.toml", DATA / "fresh" / "utterances.tsv"),
    "other": (DATA / "other" / "catalogue.toml", DATA / "other" / "utterances.tsv"),
    "third": (DATA / "third" / "catalogue.toml", DATA / "third" / "utterances.tsv"),
}

Find = Callable[[str, str | None], Finding]


@dataclass(frozen=True)
class Utterance:
    text: str
    fault: str | None


@dataclass(frozen=True)
class Figures:
    """Shares are of the utterances in scope, but for `out_of_scope_offered`, which is of those out of scope.

    `asked_again`: nothing came near enough to be offered. `wrong_automatic`: taken as meant, and wrong.
    """

    wrong_automatic: int
    exact: int
    among_three: float
    first: float
    asked_again: float
    out_of_scope_offered: float
    p50_ms: float
    p95_ms: float


def main() -> None:
    parser = argparse.ArgumentParser(
        description=f"{__doc__}\n{catalogue_files.__doc__}", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--catalogue", type=Path, help="TOML, JSON or CSV, told above; without it the starter's")
    parser.add_argument("--utterances", type=Path, help="TSV: words, tab, id of the fault or -")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--misses", action="store_true", help="print what was not understood")
    options = parser.parse_args()
    try:
        run(options)
    except (Unreadable, OSError) as error:
        parser.exit(2, f"{error}\n")


def run(options: argparse.Namespace) -> None:
    if options.catalogue or options.utterances:
        sets = {"": (options.catalogue or STARTER, options.utterances or HERE / "data" / "utterances.tsv")}
    else:
        sets = SETS
    found: dict[str, dict[str, object]] = {}
    for name, (catalogue, sentences) in sets.items():
        entries = read_entries(catalogue)
        utterances = said(sentences, {entry.key for entry in entries if entry.kind is Kind.FAULT})
        figures = measure(entries, utterances, show_misses=options.misses)
        found[name] = {way: asdict(figure) for way, figure in figures.items()}
        if not options.json:
            print(f"{name}: " if name else "", end="")
            report(entries, utterances, figures)
    if options.json:
        print(json.dumps(found if options.catalogue is None and options.utterances is None else found[""], indent=2))


def measure(entries: Sequence[Entry], utterances: Sequence[Utterance], *, show_misses: bool) -> dict[str, Figures]:
    grown = [*entries, *growth(entries)]
    small, large, plain = Index(entries), Index(grown), _wratio(grown)
    key_of = {entry.id: entry for entry in grown if entry.kind is Kind.FAULT}
    ways: dict[str, Find] = {
        "starter, sentence alone": lambda text, _: small.find(text, Kind.FAULT),
        "starter, category told": lambda text, category: small.find(text, Kind.FAULT, category=category),
        f"{GROWN}, sentence alone": lambda text, _: large.find(text, Kind.FAULT),
        f"{GROWN}, category told": lambda text, category: large.find(text, Kind.FAULT, category=category),
    }
    figures = {name: _figures(name, find, utterances, key_of, show_misses) for name, find in ways.items()}
    few = utterances[::WRATIO_SAMPLE]
    name = f"{GROWN}, WRatio (1 in {WRATIO_SAMPLE})"
    return figures | {name: _figures(name, lambda text, _: plain(text), few, key_of, show_misses=False)}


def report(entries: Sequence[Entry], utterances: Sequence[Utterance], figures: dict[str, Figures]) -> None:
    in_scope = sum(1 for utterance in utterances if utterance.fault)
    faults = sum(1 for entry in entries if entry.kind is Kind.FAULT)
    print(
        f"{in_scope} utterances in scope, {len(utterances) - in_scope} out of scope, {faults} faults in the catalogue"
    )
    print(
        f"{'':26}{'wrong auto':>11}{'exact':>7}{'in three':>10}{'first':>8}{'asked again':>13}"
        f"{'out of scope offered':>22}{'p50 ms':>8}{'p95 ms':>8}"
    )
    for name, found in figures.items():
        shares = f"{found.among_three:>10.1%}{found.first:>8.1%}{found.asked_again:>13.1%}"
        shares += f"{found.out_of_scope_offered:>22.1%}"
        print(f"{name:26}{found.wrong_automatic:>11}{found.exact:>7}{shares}{found.p50_ms:>8.2f}{found.p95_ms:>8.2f}")


def said(file: Path, known: Collection[str]) -> list[Utterance]:
    """Raises Unreadable for a line without a tab and for an id that the catalogue lacks. A heading is passed over."""
    lines = enumerate(file.read_text(encoding="utf-8-sig").splitlines(), start=1)
    cells = [(number, [cell.strip() for cell in line.split("\t")]) for number, line in lines if line.strip()]
    utterances = [_said(file, number, told, known) for number, told in cells if number > 1 or not _is_heading(told)]
    if not utterances:
        raise Unreadable(f"{file}: seen no sentence, expected some")
    return utterances


def _is_heading(told: Sequence[str]) -> bool:
    return told[0].casefold() in ("text", "utterance", "words", "sentence")


def _said(file: Path, number: int, told: Sequence[str], known: Collection[str]) -> Utterance:
    if len(told) < 2:
        raise Unreadable(f"{file}, line {number}: seen no tab, expected words, tab, id of a fault or -")
    text, fault, *_ = told
    if fault in ("-", ""):
        return Utterance(text, None)
    if fault not in known:
        raise Unreadable(f"{file}, line {number}: seen fault {fault!r}, which the catalogue does not have")
    return Utterance(text, fault)


def listed(contents: Contents) -> list[Entry]:
    """The catalogue as the index takes it, numbered in the order of the file."""
    entries = [_entry(number, Kind.CATEGORY, item, item.key) for number, item in enumerate(contents.categories, 1)]
    entries += [_entry(number, Kind.PRODUCT, item, item.category) for number, item in enumerate(contents.products, 1)]
    entries += [_entry(number, Kind.FAULT, item, item.category) for number, item in enumerate(contents.faults, 1)]
    return entries


def growth(entries: Sequence[Entry]) -> list[Entry]:
    """Faults of other trades up to GROWN, each with a name and an alias in three languages.

    Equipment that the catalogue itself has is not grown again: its faults would have the same right to be meant.
    """
    words = tomllib.loads((HERE / "data" / "growth.toml").read_text(encoding="utf-8"))
    own = _own_names(entries)
    equipment = [pair for pair in words["equipment"] if own.isdisjoint({tuple(spoken(name)) for name in pair})]
    first = 1 + max(entry.id for entry in entries)
    missing = GROWN - sum(1 for entry in entries if entry.kind is Kind.FAULT)
    faults = list(product(equipment, words["parts"], words["symptoms"]))[:missing]
    categories = [
        Entry(first + number, Kind.CATEGORY, _key(english), _key(english), _terms([(english, chinese)]))
        for number, (english, chinese) in enumerate(equipment)
    ]
    return categories + [_grown(first + number, *fault) for number, fault in enumerate(faults)]


def _own_names(entries: Sequence[Entry]) -> frozenset[tuple[str, ...]]:
    texts = [term.text for entry in entries if entry.kind is Kind.CATEGORY for term in entry.terms]
    return frozenset(tuple(spoken(text)) for text in texts).union(*(other_names(text) for text in texts))


def _grown(number: int, equipment: Sequence[str], part: Sequence[str], symptom: Sequence[str]) -> Entry:
    said_short = (f"{part[0]} {symptom[0]}", f"{part[1]}{symptom[1]}")
    said_whole = (f"{equipment[0]} {said_short[0]}", f"{equipment[1]}{said_short[1]}")
    return Entry(number, Kind.FAULT, f"grown-{number}", _key(equipment[0]), _terms([said_whole, said_short]))


def _terms(pairs: Iterable[tuple[str, str]]) -> tuple[Term, ...]:
    return tuple(
        Term(text, language, Role.ALIAS)
        for english, chinese in pairs
        for language, text in (("en", english), ("zh-Hans", chinese), ("zh-Hant", to_traditional(chinese)))
    )


def _key(english: str) -> str:
    return english.replace(" ", "-")


def _entry(number: int, kind: Kind, item: ListedCategory | ListedProduct | ListedFault, category: str | None) -> Entry:
    terms = [Term(text, language, Role.NAME) for language, text in item.names.items()]
    terms += [Term(text, language) for language, texts in item.aliases.items() for text in texts]
    codes = item.codes if isinstance(item, ListedProduct) else ()
    return Entry(number, kind, item.key, category, (*terms, *(Term(code, "und", Role.CODE) for code in codes)))


def _wratio(entries: Sequence[Entry]) -> Callable[[str], Finding]:
    terms = [(term.text, entry.id) for entry in entries if entry.kind is Kind.FAULT for term in entry.terms]
    texts = [text for text, _ in terms]

    def find(text: str) -> Finding:
        best: dict[int, float] = {}
        for _, score, at in process.extract(text, texts, scorer=fuzz.WRatio, limit=20, score_cutoff=WRATIO_FLOOR):
            best.setdefault(terms[at][1], score / 100)
        return Finding(None, tuple(Candidate(entry, score) for entry, score in list(best.items())[:3]))

    return find


def _figures(
    name: str, find: Find, utterances: Sequence[Utterance], faults: dict[int, Entry], show_misses: bool
) -> Figures:
    category_of = {entry.key: entry.category for entry in faults.values()}
    some_category = cycle(dict.fromkeys(category for category in category_of.values() if category))
    find(utterances[0].text, None)
    times: list[float] = []
    outcomes: list[tuple[Utterance, Finding, list[str]]] = []
    for utterance in utterances:
        start = time.process_time()
        finding = find(utterance.text, category_of[utterance.fault] if utterance.fault else next(some_category))
        times.append((time.process_time() - start) * 1000)
        outcomes.append((utterance, finding, [faults[guess.entry].key for guess in finding.candidates]))
    asked = [outcome for outcome in outcomes if outcome[0].fault]
    strange = [outcome for outcome in outcomes if not outcome[0].fault]
    taken = [(u, faults[f.exact].key) for u, f, _ in outcomes if f.exact is not None]
    if show_misses:
        _print_misses(name, outcomes)
    return Figures(
        wrong_automatic=sum(1 for utterance, key in taken if key != utterance.fault),
        exact=len(taken),
        among_three=_share([utterance.fault in keys for utterance, _, keys in asked]),
        first=_share([keys[:1] == [utterance.fault] for utterance, _, keys in asked]),
        asked_again=_share([not keys for _, _, keys in asked]),
        out_of_scope_offered=_share([bool(keys) for _, _, keys in strange]),
        p50_ms=statistics.median(times),
        p95_ms=statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0],
    )


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0


def _print_misses(name: str, outcomes: Iterable[tuple[Utterance, Finding, list[str]]]) -> None:
    for utterance, finding, keys in outcomes:
        if keys[:1] != ([utterance.fault] if utterance.fault else []):
            scores = ", ".join(f"{k} {g.score:.2f}" for k, g in zip(keys, finding.candidates, strict=True))
            mark = "  " if utterance.fault in keys else "X " if utterance.fault else "- "
            print(f"{name}: {mark}{utterance.text} [{utterance.fault}] {scores}")


if __name__ == "__main__":
    main()
