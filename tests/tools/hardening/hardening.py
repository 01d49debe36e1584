#!/usr/bin/env python3
"""usage: hardening.py PROGRAM [--fortified] - checks that PROGRAM was built with mitigations of exploits.

These are position-independent code, relocations that are read-only after the start, a stack that is not executable, stack
protectors, checked copies (only with --fortified, since they need optimisation), and marked jump targets. Uses readelf."""
import platform
import re
import subprocess
import sys
from pathlib import Path

ENDBR64 = b"\xf3\x0f\x1e\xfa"


def readelf(*arguments):
    return subprocess.run(["readelf", "--wide", *arguments], check=True, capture_output=True, text=True).stdout


def jumps_are_marked(program):
    """Returns (true if jump targets are marked, details). The linker marks the program only if all its parts are marked, and Debian's
    start files are not. So the kernel does not enforce the marks, but the code of the program has them."""
    if platform.machine() != "x86_64":
        return True, "not checked on this processor"
    features = re.search(r"x86 feature:(.*)", readelf("--notes", program))
    found = features.group(1) if features else ""
    marks = Path(program).read_bytes().count(ENDBR64)
    if "IBT" in found and "SHSTK" in found:
        return True, f"enforced if kernel and processor support it:{found}"
    return marks > 200, f"{marks} marks; not enforced, since the start files of the C library have none"


def findings(program, fortified):
    header, segments = readelf("--file-header", program), readelf("--segments", program)
    dynamic, symbols = readelf("--dynamic", program), readelf("--dyn-syms", program)
    stack = re.search(r"GNU_STACK.*", segments)
    writable_code = re.search(r"LOAD .* RWE ", segments)
    checked = sorted(set(re.findall(r"__(\w+)_chk\b", symbols)))
    yield "position-independent", "DYN" in header and "PIE" in dynamic, ""
    yield "symbols bound at the start", "BIND_NOW" in dynamic or re.search(r"FLAGS.*\bNOW\b", dynamic), ""
    yield "relocations read-only after the start", "GNU_RELRO" in segments, ""
    yield "no executable stack", stack and " RWE" not in stack.group(), ""
    yield "no writable code", not writable_code, ""
    yield "no library path in the program", "RPATH" not in dynamic and "RUNPATH" not in dynamic, ""
    yield "stack protectors", "__stack_chk_fail" in symbols, ""
    if fortified:
        yield "checked copies", len(checked) >= 5, ", ".join(checked)
    yield "marked jump targets", *jumps_are_marked(program)


def main():
    program = sys.argv[1]
    missing = 0
    for name, there, detail in findings(program, "--fortified" in sys.argv[2:]):
        print(f"{'ok     ' if there else 'MISSING'} {name}{': ' + detail if detail else ''}")
        missing += not there
    sys.exit(missing > 0)


main()
