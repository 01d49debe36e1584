#!/usr/bin/env python3
"""usage: console.py PROGRAM FILE... - runs the console blocks of Markdown files and compares what they print.

In a block marked `console`, a line that begins with "$ " is a command, and the lines after it are its output; a
line "..." stands for any lines. PROGRAM serves its built-in record meanwhile, with --mcp, and is what localhost:8080 and
build/rapporteur in a command stand for.
Blocks marked `json` are data files, which PROGRAM must find nothing wrong with. A block after the comment
"<!-- the bytes of FILE -->" must be the same as FILE."""
import re
import subprocess
import sys
import tempfile

from served import PATIENCE, start_server


def blocks(path, kind):
    with open(path, encoding="utf-8") as file:
        return re.findall(rf"^```{kind}\n(.*?)^```$", file.read(), re.MULTILINE | re.DOTALL)


def commands(block):
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        lines = part.splitlines()
        while lines[0].endswith("\\"):
            lines[0:2] = [lines[0][:-1] + lines[1]]
        yield lines[0], lines[1:]


def matches(expected, printed):
    pattern = "".join("(.*\n)*" if line.strip() == "..." else re.escape(line) + "\n" for line in expected)
    return re.fullmatch(pattern, printed) is not None


def run_console(path, program, address):
    count = failed = 0
    for block in blocks(path, "console"):
        for command, expected in commands(block):
            count += 1
            command = command.replace("localhost:8080", address).replace("build/rapporteur", program)
            run = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=PATIENCE)
            printed = run.stdout + run.stderr
            if not matches(expected, printed):
                failed += 1
                print(f"{path}: $ {command}\n--- expected\n" + "\n".join(expected) + f"\n--- printed\n{printed}")
    return count, failed


def check_file(name, program):
    """Returns what PROGRAM says of a data file, or None if it is valid."""
    run = subprocess.run([program, "check", name], capture_output=True, text=True, timeout=PATIENCE)
    return run.stderr if run.returncode != 0 else None


def check_data(path, program):
    """Checks a block that is a copy of a file in the place of that file, beside the texts that it names."""
    count = failed = 0
    copies = {block: name for name, block in find_copies(path)}
    for block in blocks(path, "json"):
        count += 1
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            file.write(block)
            file.flush()
            fault = check_file(copies.get(block, file.name), program)
        if fault:
            failed += 1
            print(f"{path}: a json block is not a valid record\n{fault}")
    return count, failed


def find_copies(path):
    with open(path, encoding="utf-8") as file:
        return re.findall(r"^<!-- the bytes of (\S+) -->\n```\w+\n(.*?)^```$", file.read(), re.MULTILINE | re.DOTALL)


def check_copies(path):
    copies = find_copies(path)
    failed = 0
    for name, block in copies:
        with open(name, encoding="utf-8") as file:
            if file.read() != block:
                failed += 1
                print(f"{path}: a block is not the same as {name}")
    return len(copies), failed


def main():
    program, *paths = sys.argv[1:]
    server, address = start_server(program, "--mcp")
    try:
        results = [run_console(path, program, address) for path in paths]
        results += [check_data(path, program) for path in paths] + [check_copies(path) for path in paths]
    finally:
        server.terminate()
        server.wait(PATIENCE)
    count, failed = (sum(column) for column in zip(*results))
    print(f"{count - failed} passed, {failed} failed")
    sys.exit(1 if failed or count == 0 else 0)


main()
