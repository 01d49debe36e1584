#!/usr/bin/env python3
"""usage: manual.py PROGRAM FOLDER - checks the manual page and the completions in FOLDER against the --help of PROGRAM.

- mandoc and man read the page without a warning, and it describes each command, flag and variable.
- bash, zsh and fish, each with its completions, offer each command and flag, the words of a flag that has a choice, and files and
  folders where an argument is one.
"""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 60  # seconds
faults = []


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, **options)


def expect(what, expected, found):
    missing = sorted(set(expected) - set(found))
    if missing:
        faults.append(f"{what}: missing {' '.join(missing)}")


class Help:
    """What --help lists."""

    def __init__(self, program):
        text = run(program, "--help").stdout
        usage, flags = text.split("\nFlags", 1)
        self.commands = [name for name in re.findall(r"^  rapporteur \[?([a-z]+)", usage, re.MULTILINE)]
        self.flags = re.findall(r"^  (--[a-z-]+)", flags, re.MULTILINE)
        self.variables = re.findall(r"^ +\((RAPPORTEUR_[A-Z_]+)\)$", flags, re.MULTILINE)
        self.choices = {name: words.strip("[=]").split("|")
                        for name, words in re.findall(r"^  (--[a-z-]+) ?(\[?=?[a-z]+(?:\|[a-z]+)+\]?)$", flags, re.MULTILINE)}
        self.formats = [line.split()[0] for line in run(program, "formats").stdout.splitlines()]


def check_page(page, known):
    lint = run("mandoc", "-T", "lint", page)
    environment = dict(os.environ, LC_ALL="C.UTF-8", MANROFFSEQ="", MANWIDTH="80")
    man = run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page, env=environment)
    for reader, printed in (("mandoc", lint.stdout + lint.stderr), ("man", man.stderr)):
        if printed:
            faults.append(f"{reader} warns: {printed}")
    text = run("mandoc", "-T", "ascii", page).stdout
    text = re.sub(".\b", "", text)
    expect("the page", known.commands + known.flags + known.variables, re.findall(r"[\w-]*[\w]", text))
    if re.search(r"\\|^\.[A-Z]", text, re.MULTILINE):
        faults.append("the page shows macros or escapes")


BASH = r"""
source "$1"; shift
compopt() { :; }
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_rapporteur
printf '%s\n' "${COMPREPLY[@]}"
"""


def bash_offers(folder, *words):
    # bash splits words at "=".
    parts = [part for word in words for part in (re.split("(=)", word) if word.startswith("--") and "=" in word else [word])]
    found = run("bash", "-c", BASH, "bash", folder / "rapporteur", "rapporteur", *parts)
    return found.stdout.split() if not found.stderr else [found.stderr]


def fish_offers(folder, *words):
    line = " ".join(("rapporteur",) + words)
    found = run("fish", "--no-config", "-c", f"source {folder / 'rapporteur.fish'}; complete -C '{line}'")
    # A word for --flag=word is offered with the flag.
    return [offer.split("\t")[0].split("=")[-1] for offer in found.stdout.splitlines()]


def zsh_offers(folder, *words):
    """Types the words into zsh, which lists the matches at Control-D, and then its prompt again."""
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="dumb", PS1="ready> ")
        os.execvp("zsh", ["zsh", "-f", "-i", "+o", "promptsp"])
    try:
        os.write(terminal, f"fpath=({folder} $fpath); autoload -Uz compinit; compinit -D -u; LISTMAX=100000; "
                           f"stty rows 1000 cols 200; echo set''-up\n".encode())
        read_until(terminal, r"set-up\s.*ready> ")
        os.write(terminal, (" ".join(("rapporteur",) + words) + "\x04").encode())
        return read_until(terminal, "ready> ").replace("=", " ").split()
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def read_until(terminal, pattern):
    """Returns what a terminal shows up to a pattern."""
    shown, end = "", time.monotonic() + PATIENCE
    while not re.search(pattern, shown, re.DOTALL):
        if not select.select([terminal], [], [], max(end - time.monotonic(), 0))[0]:
            faults.append(f"zsh shows {shown!r}, not {pattern!r}")
            break
        shown += os.read(terminal, 65536).decode(errors="replace")
    return shown


def check_shell(name, offers, folder, known):
    expect(f"{name}: commands", known.commands, offers(folder, ""))
    expect(f"{name}: flags", known.flags + ["--help", "--version"], offers(folder, "--"))
    for flag, words in known.choices.items():
        # An argument that may be absent follows "=".
        expect(f"{name}: {flag}", words, offers(folder, f"{flag}="))
        if flag != "--access-log":
            expect(f"{name}: {flag}", words, offers(folder, flag, ""))
    expect(f"{name}: --format", known.formats, offers(folder, "--format", ""))
    expect(f"{name}: files of --data", ["a-file.json"], offers(folder, "--data", "a-f"))
    expect(f"{name}: files of check", ["a-file.json"], offers(folder, "check", "a-f"))
    expect(f"{name}: folders of export", ["a-folder"], [offer.rstrip("/") for offer in offers(folder, "export", "a-f")])
    if "a-file.json" in offers(folder, "--state", "a-f"):
        faults.append(f"{name}: --state offers files")


def main():
    program, source = os.path.abspath(sys.argv[1]), Path(sys.argv[2])
    known = Help(program)
    if not known.commands or not known.flags or not known.choices or len(known.variables) != len(known.flags):
        sys.exit("cannot read --help")
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work, "completions")
        shutil.copytree(source, folder, ignore=lambda _, names: [name for name in names if "rapporteur" not in name])
        os.chdir(work)
        Path("a-file.json").touch()
        Path("a-folder").mkdir()
        check_page(folder / "rapporteur.1", known)
        for name, offers in (("bash", bash_offers), ("zsh", zsh_offers), ("fish", fish_offers)):
            check_shell(name, offers, folder, known)
    for fault in faults:
        print(fault)
    print(f"manual: {len(known.commands)} commands, {len(known.flags)} flags, {len(faults)} faults")
    sys.exit(bool(faults))


main()
