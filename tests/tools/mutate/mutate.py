#!/usr/bin/python3
"""usage: mutate.py [--seed N[,N...]] [--sample N] [--jobs N] [--unnoticed] [FILE...] - find code that no test protects

Makes small changes in the sources (mutations), such as another comparison, a constant that is one off, a missing call or
assignment, or swapped branches, and runs the unit and http tests against each. All mutations are built into one program, in
build-mutate/; a variable of the environment selects one. A mutation is killed if a test fails twice or takes six times as long as
usual, and passes without it. Only tests that reach it run, and only if it makes a difference there. Prints the survivors and a table.

With FILE... (or folders) all mutations of these files are tried, or as many as --sample says. Without, 300 are tried, in equal
parts from model/, routes/ and server/. The seed chooses them (default: the time). An edit elsewhere does not change the choice.
Several seeds choose a sample each, with a table for each; the original is tested once for all.

With --unnoticed each test runs once, on the original, and the mutations are printed that no test can notice: none reaches them, or they
make no difference where tests do. Most survivors are of this kind, and thousands take no longer than a few.

The aim is that tests kill 85 of 100 mutations in model/ and routes/, and 75 in server/. The exit status is 1 if a library has fewer than
"needed": if the aim were met, so few would be killed in less than 1 of 20 samples of that size. A rate between "needed" and the aim is
no evidence; a larger sample decides. A mutation that no test reaches has survived. The run also fails if a test fails on the original.
Those that tests/tools/mutate/equivalent lists are not tried, as the program behaves the same with them."""
import argparse
import multiprocessing
import os
import sys
import time
from pathlib import Path

from aims import AIMS, needed
from build import Build, fail
from equivalent import entry, outdated, paragraph, read_equivalent
from sources import Reader
from tests import Tests

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = 300
COLUMNS = ("tried", "killed", "timed out", "survived", "equivalent", "of 100", "aim", "needed")


def arguments():
    summary, rest = __doc__.split("\n\n", 1)
    parser = argparse.ArgumentParser(usage=summary[7:], description=rest, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", default=str(int(time.time())))
    parser.add_argument("--sample", type=int)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--unnoticed", action="store_true")
    parser.add_argument("files", nargs="*")
    return parser.parse_args()


def read_sources(commands):
    """Returns the mutations in some translation units. Runs in a process of its own."""
    reader = Reader(str(ROOT), set(AIMS))
    for path, words in commands:
        reader.read(path, words)
    return reader.mutations


def find_mutations(build, files, jobs):
    """Returns all mutations of the files or folders, or of the three libraries, in the order of their places."""
    named = [os.path.relpath(path, ROOT) for path in files]
    libraries = {name.split("/")[0] for name in named} or set(AIMS)
    if not libraries <= set(AIMS):
        fail(f"only files of {', '.join(AIMS)} are mutated")
    # A header is read through the sources that include it.
    only_sources = all(name.endswith(".c") for name in named)
    commands = [(path, words) for path, words in build.commands() if os.path.relpath(path, ROOT).split("/")[0] in libraries
                and (not named or not only_sources or os.path.relpath(path, ROOT) in named)]
    with multiprocessing.Pool(jobs) as pool:
        try:
            found = pool.map(read_sources, [commands[i::jobs] for i in range(jobs)])
        except ValueError as error:
            fail(error)
    unique = {(mutation.path, mutation.start, mutation.end, mutation.change): mutation for part in found for mutation in part}
    return sorted((mutation for mutation in unique.values() if not named or is_in(mutation.path, named)),
                  key=lambda mutation: (mutation.path, mutation.start, -mutation.end, mutation.change))


def is_in(path, named):
    return any(path == name or path.startswith(name.rstrip("/") + "/") for name in named)


def choose(mutations, seed, count):
    """Returns so many mutations in the random order of the seed: as many of each library, and at most one per line."""
    ordered = sorted(mutations, key=lambda mutation: mutation.rank(seed))
    of_line, chosen = {}, []
    for mutation in ordered:
        of_line.setdefault((mutation.path, mutation.line), mutation)
    libraries = [library for library in AIMS if any(mutation.library == library for mutation in mutations)]
    for i, library in enumerate(libraries):
        share = count // len(libraries) + (i < count % len(libraries))
        chosen += [mutation for mutation in of_line.values() if mutation.library == library][:share]
    return chosen


class Figures:
    def __init__(self):
        self.of = {}

    def add(self, library, *names):
        figures = self.of.setdefault(library, dict.fromkeys(COLUMNS, 0))
        for name in names:
            figures[name] += 1

    def missed(self):
        """Computes the rates. Returns the libraries that miss their aims."""
        for library, figures in self.of.items():
            figures["of 100"] = round(100 * figures["killed"] / figures["tried"], 1) if figures["tried"] else "-"
            figures["aim"] = AIMS[library]
            figures["needed"] = needed(figures["tried"], figures["aim"])
        return [library for library, figures in self.of.items() if figures["killed"] < figures["needed"]]

    def print(self, seed):
        print(f"\n--seed {seed}\n{'':8}" + "".join(f"{name:>12}" for name in COLUMNS))
        for library in (library for library in AIMS if library in self.of):
            print(f"{library:8}" + "".join(f"{self.of[library][name]:>12}" for name in COLUMNS))


def try_mutations(build, mutations, jobs):
    """Prints each outcome, and the survivors once more as entries for the list `equivalent`. Returns the word for each mutation."""
    words, survivors = {}, []
    tests = Tests(build, jobs)
    tests.run_original()
    for done, (mutation, outcome) in enumerate(tests.try_all(mutations), 1):
        word = "timed out" if outcome.timed_out else "killed" if outcome.killed else "survived"
        print(f"{done}/{len(mutations)} {word:9} {mutation.path}:{mutation.line} {mutation.text} ({outcome.reason})", flush=True)
        words[mutation] = word
        if not outcome.killed:
            survivors.append((mutation, outcome))
    for mutation, outcome in sorted(survivors, key=lambda pair: (pair[0].path, pair[0].line)):
        print(f"\nsurvived at {mutation.path}:{mutation.line}: {outcome.reason}\n{paragraph(mutation)}", end="")
    return words


def print_figures(seed, sample, words, equivalent):
    """Prints the table of a sample. Returns whether it misses an aim. Mutations that the compiler refuses have no word."""
    figures = Figures()
    for mutation in sample:
        word = words.get(mutation)
        if word:
            figures.add(mutation.library, "tried", word, *(["killed"] if word == "timed out" else []))
        elif entry(mutation) in equivalent:
            figures.add(mutation.library, "equivalent")
    missed = figures.missed()
    figures.print(seed)
    if missed:
        print(f"\ntests kill too few of the mutations in {', '.join(missed)}")
    return bool(missed)


def print_unnoticed(build, mutations, jobs):
    """Prints the mutations that no test can notice, in the order of their places."""
    tests = Tests(build, jobs)
    tests.run_original()
    for mutation in sorted(mutations, key=lambda mutation: (mutation.path, mutation.line)):
        if reason := tests.why_unnoticed(mutation):
            print(f"{mutation.path}:{mutation.line} {mutation.text} ({reason})")


def note(text):
    print(f"mutate: {text}", file=sys.stderr)


def read_list(mutations, paths):
    """Returns the list of equivalent mutations, and notes its outdated entries."""
    entries = read_equivalent()
    for path, function, line, change in outdated(entries, mutations, paths):
        note(f"equivalent has an outdated entry: {path} {function}: {line}: {change}")
    return entries


def build_mutations(build, mutations, jobs):
    begun = time.monotonic()
    for number, mutation in enumerate(mutations, 1):
        mutation.number = number
    built = build.build(mutations, jobs)
    note(f"built in {time.monotonic() - begun:.0f} seconds")
    return built


def main():
    asked = arguments()
    build = Build(ROOT)
    held = build.lock()
    build.configure()
    mutations = find_mutations(build, asked.files, asked.jobs)
    equivalent = read_list(mutations, {mutation.path for mutation in mutations} if asked.files else None)
    count = asked.sample or (len(mutations) if asked.files else SAMPLE)
    samples = {seed: choose(mutations, seed, count) if count < len(mutations) else mutations for seed in asked.seed.split(",")}
    chosen = list(dict.fromkeys(mutation for sample in samples.values() for mutation in sample))
    tried = [mutation for mutation in chosen if entry(mutation) not in equivalent]
    note(f"{len(chosen)} of {len(mutations)} mutations, chosen by --seed {asked.seed}")
    built = build_mutations(build, tried, asked.jobs)
    if asked.unnoticed:
        print_unnoticed(build, built, asked.jobs)
        return
    words = try_mutations(build, built, asked.jobs)
    missed = [print_figures(seed, sample, words, equivalent) for seed, sample in samples.items()]
    held.close()
    sys.exit(1 if any(missed) else 0)


if __name__ == "__main__":
    main()
