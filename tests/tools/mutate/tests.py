"""Runs the tests: first all of them on the original, which records the mutations that each test reaches, then for each mutation the
tests that can notice it."""
import re
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from build import fail
from processes import begin_worker, run_program

PROGRAMS = ("unit", "http")
CHUNK = 50  # tests per run: Criterion's patterns hold about a hundred names
FIRST = 12  # tests in the first run, if none is related to the file
ORIGINAL = 0  # the number that selects no mutation
PATIENCE = 6  # a test may take this many times as long as on the original
SECONDS_MIN = 10
ORIGINAL_SECONDS_MAX = 2400
ORIGINAL_TEST_SECONDS_MAX = 600
RESULT = re.compile(r"^(ok|not ok) - (\w+)::(\w+)(.*)$", re.M)
SECONDS = re.compile(r"\((\d+\.\d+)s\)")
DECLARED_SUITE = re.compile(r"\bTest\w*\((?:[^,()]*\*\s*\w+,\s*)?(\w+),")
REACHED, NOTICEABLE = b"\1", b"\3"


@dataclass(eq=False)
class Test:
    program: str
    suite: str
    name: str
    seconds: float = 0

    def __str__(self):
        return f"{self.program} {self.suite}::{self.name}"


@dataclass
class Outcome:
    killed: bool
    reason: str
    timed_out: bool = False


# What a worker does


def pattern_of(tests):
    return "@(" + "|".join(f"{test.suite}/{test.name}" for test in tests) + ")"


def run_original(build, program, options, folder):
    """Returns the tests, and those that fail, with their reports; writes the maps of what they reach to the folder."""
    status, report = run_program(build, program, options, {
        "MUTATION_REACH": str(folder), "MUTATION_SECONDS": str(ORIGINAL_TEST_SECONDS_MAX),
        "TEST_SECONDS": str(ORIGINAL_TEST_SECONDS_MAX)}, ORIGINAL_SECONDS_MAX)
    tests, failed = {}, {}
    for result, suite, name, rest in RESULT.findall(report):
        test = tests.setdefault((suite, name), Test(program, suite, name))
        test.seconds += float(found[1]) if (found := SECONDS.search(rest)) else 0
        if result != "ok":
            failed[test] = report_of(report, suite, name)
    if status != 0 and not failed:
        fail(f"{program} tests " + (f"ended with status {status}" if status is not None else "took too long") + " on the original")
    return list(tests.values()), failed


def report_of(report, suite, name):
    """Returns the lines of a failed test: its own and the indented ones below it."""
    found = re.search(rf"^not ok - {suite}::{name}\b.*(?:\n +.*)*", report, re.M)
    return found[0] if found else ""


def run_tests(build, number, tests):
    """Returns None if all tests pass, otherwise the name of the first that fails, "" if it is unknown, and whether it took too long."""
    test_seconds = ceil(max(SECONDS_MIN, PATIENCE * max(test.seconds for test in tests)))
    seconds = test_seconds + SECONDS_MIN + PATIENCE * sum(test.seconds for test in tests)
    begun = time.monotonic()
    status, report = run_program(build, tests[0].program, ("--jobs", "1", "--fail-fast", "--filter", pattern_of(tests)), {
        "MUTATION": str(number), "MUTATION_SECONDS": str(test_seconds)}, seconds)
    is_late = time.monotonic() - begun > test_seconds
    for result, suite, name, rest in RESULT.findall(report):
        if result != "ok":
            return f"{suite}::{name}", is_late and "unexpected signal" in rest
    return None if status == 0 else ("", status is None)


def fails_by_mutation(build, number, tests, name):
    """True if they fail again in the same way, and not without the mutation: a test may also fail because the machine is busy."""
    again = run_tests(build, number, tests)
    return again is not None and again[0] == name and run_tests(build, ORIGINAL, tests) is None


def try_mutation(build, number, chunks):
    for chunk in chunks:
        while chunk and (failure := run_tests(build, number, chunk)):
            name, timed_out = failure
            failed = [test for test in chunk if f"{test.suite}::{test.name}" == name] or chunk
            if fails_by_mutation(build, number, failed, name):
                return Outcome(True, f"{chunk[0].program} {name or 'tests'}", timed_out)
            chunk = [test for test in chunk if test not in failed]
    return Outcome(False, f"tests that reach it: {sum(map(len, chunks))}")


# The choice of tests


class Reach:
    """Which test reaches which mutation, and whether the mutation makes a difference there."""

    def __init__(self, folder):
        self.maps = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
        self.unnamed = self.maps.get("unnamed", b"")

    def of(self, test, number):
        """Returns 0, REACHED or NOTICEABLE as one byte."""
        own = self.maps.get(f"{test.suite}::{test.name}", b"")
        return max(own[number:number + 1], self.unnamed[number:number + 1], b"\0")


def words(text):
    return {word[:5] for word in re.split(r"[\W_]+", text)}


class Tests:
    def __init__(self, build, jobs):
        self.build, self.jobs = build, jobs
        self.pool = ProcessPoolExecutor(jobs, initializer=begin_worker)
        self.tests, self.suites = [], {}
        for path in (build.source / "tests" / "unit").rglob("*.c"):
            for suite in DECLARED_SUITE.findall(path.read_text()):
                self.suites.setdefault(suite, set()).add(path.parent.name)

    def run_original(self):
        with tempfile.TemporaryDirectory(dir=self.build.folder, prefix="reach-") as folder:
            for program in PROGRAMS:
                begun = time.monotonic()
                tests, failed = self.run_original_of(program, ("--jobs", str(self.jobs)), folder)
                if failed:
                    self.run_again(failed, program, folder)
                print(f"mutate: {len(tests)} {program} tests pass on the original, in {time.monotonic() - begun:.0f} seconds",
                      file=sys.stderr)
                self.tests += tests
            self.reach = Reach(folder)

    def run_original_of(self, program, options, folder):
        return self.pool.submit(run_original, self.build, program, options, folder).result()

    def run_again(self, failed, program, folder):
        """Runs tests that failed once more, as a test may fail because the machine is busy, and prints why they failed."""
        for test, report in failed.items():
            print(f"mutate: {test} failed on the original:\n{report}", file=sys.stderr)
        _, still = self.run_original_of(program, ("--jobs", "1", "--filter", pattern_of(failed)), folder)
        if still:
            fail(f"these fail on the original, twice: {', '.join(map(str, still))}")

    def chunks(self, mutation):
        """Returns the tests that can notice the mutation, related and quick ones first."""
        able = [test for test in self.tests if self.reach.of(test, mutation.number) == NOTICEABLE]
        chunks = []
        for program in PROGRAMS:
            tests = sorted((test for test in able if test.program == program), key=lambda test: test.seconds)
            first = [test for test in tests if self.is_related(test, mutation)][:CHUNK] or tests[:FIRST]
            rest = [test for test in tests if test not in first]
            chunks += [first] + [rest[i:i + CHUNK] for i in range(0, len(rest), CHUNK)]
        return [chunk for chunk in chunks if chunk]

    def is_related(self, test, mutation):
        """True for a unit test of the mutation's folder, and for an http test that shares a word with its path."""
        if test.program == "unit":
            return Path(mutation.path).parent.name in self.suites.get(test.suite, ())
        return bool(words(test.suite) & words(mutation.path))

    def why_unnoticed(self, mutation):
        """Returns why no test can notice the mutation, or None if one can."""
        reached = {self.reach.of(test, mutation.number) for test in self.tests}
        if NOTICEABLE in reached:
            return None
        return "makes no difference where tests reach it" if REACHED in reached else "no test reaches it"

    def try_all(self, mutations):
        """Yields each mutation and its outcome, in the order in which they are done."""
        tried = {}
        for mutation in mutations:
            if reason := self.why_unnoticed(mutation):
                yield mutation, Outcome(False, reason)
            else:
                tried[self.pool.submit(try_mutation, self.build, mutation.number, self.chunks(mutation))] = mutation
        for done in as_completed(tried):
            yield tried[done], done.result()
