#!/usr/bin/env python3
"""usage: faults.py FAULTY_TESTS - expects that each kind of fault in a test fails the run, ends in time, and is reported with the test's name.

Criterion alone hangs after a time-out, and counts as passed what fails in .fini.
"""
import os
import subprocess
import sys

# The filter, the exit status and what the output contains.
RUNS = [
    ("passes/*", 0, ["Passing: 1 | Failing: 0"]),
    ("skips/*", 0, ["skipped: skips::with_a_reason: the reason", "1 test skipped"]),
    ("hangs/in_the_test", 1, ["time limit: hangs::in_the_test did not end in time"]),
    ("hangs/in_init", 1, ["time limit: hangs::in_init did not end in time"]),
    ("hangs/in_fini", 1, ["time limit: hangs::in_fini did not end in time", "failed: hangs::in_fini: its process ended in its .fini"]),
    ("fails/an_expectation_in_fini", 1, ["failed: fails::an_expectation_in_fini: an assertion failed in its .fini"]),
    ("fails/an_assertion_in_fini", 1, ["failed: fails::an_assertion_in_fini: an assertion failed in its .fini"]),
    ("ends/in_init", 1, ["ends::in_init"]),
    ("ends/in_fini", 1, ["failed: ends::in_fini: its process ended in its .fini"]),
    ("aborts/in_fini", 1, ["failed: aborts::in_fini: its process ended in its .fini"]),
]


def main():
    wrong = 0
    environment = {**os.environ, "TEST_SECONDS": "2"}
    for chosen, status, texts in RUNS:
        run = subprocess.run([sys.argv[1], "--filter", chosen], env=environment, text=True, timeout=300,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        missing = [text for text in texts if text not in run.stdout]
        if run.returncode != status or missing:
            wrong += 1
            print(f"{chosen}: exit status {run.returncode} instead of {status}, without {missing}:\n{run.stdout}")
    print(f"{len(RUNS) - wrong} of {len(RUNS)} faults are reported")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
