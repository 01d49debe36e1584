#!/usr/bin/env python3
"""usage: hardening.py PROGRAM [--fortified] - whether the program was built with what makes a flaw hard to use: a place in memory
that changes with each start, tables that cannot be written once it runs, no stack that can be run, guards on stacks, checked copies
(--fortified: it was optimised, without which there are none), and marks where jumps may lead. Reads it with readelf."""
import platform
import re
import subprocess
import sys
from pathlib import Path

ENDBR64 = b"\xf3\x0f\x1e\xfa"


def readelf(*arguments):
    return subprocess.run(["readelf", "--wide", *arguments], check=True, capture_output=True, text=True).stdout


def jumps_are_marked(program):
    """What the linker says of the whole is true of the least of its parts, and Debian's start files carry no mark: then the kernel
    does not turn it on, and what can be seen is that our own code is ready."""
    if platform.machine() != "x86_64":
        return True, "not looked at on this processor"
    features = re.search(r"x86 feature:(.*)", readelf("--notes", program))
    found = features.group(1) if features else ""
    marks = Path(program).read_bytes().count(ENDBR64)
    if "IBT" in found and "SHSTK" in found:
        return True, f"in force where kernel and processor have it:{found}"
    return marks > 200, f"{marks} marks; not in force, as the C library's start files carry none"


def findings(program, fortified):
    header, segments = readelf("--file-header", program), readelf("--segments", program)
    dynamic, symbols = readelf("--dynamic", program), readelf("--dyn-syms", program)
    stack = re.search(r"GNU_STACK.*", segments)
    writable_code = re.search(r"LOAD .* RWE ", segments)
    checked = sorted(set(re.findall(r"__(\w+)_chk\b", symbols)))
    yield "position-independent", "DYN" in header and "PIE" in dynamic, ""
    yield "bound at the start", "BIND_NOW" in dynamic or re.search(r"FLAGS.*\bNOW\b", dynamic), ""
    yield "tables read-only from then on", "GNU_RELRO" in segments, ""
    yield "no stack that can be run", stack and " RWE" not in stack.group(), ""
    yield "no code that can be written", not writable_code, ""
    yield "no path of its own for libraries", "RPATH" not in dynamic and "RUNPATH" not in dynamic, ""
    yield "guarded stacks", "__stack_chk_fail" in symbols, ""
    if fortified:
        yield "checked copies", len(checked) >= 5, ", ".join(checked)
    yield "marked jumps", *jumps_are_marked(program)


def main():
    program = sys.argv[1]
    missing = 0
    for name, there, detail in findings(program, "--fortified" in sys.argv[2:]):
        print(f"{'ok     ' if there else 'MISSING'} {name}{': ' + detail if detail else ''}")
        missing += not there
    sys.exit(missing > 0)


main()
