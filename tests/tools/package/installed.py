#!/usr/bin/env python3
"""usage: installed.py BUILD SOURCE - installs BUILD into an empty folder, and checks which files are where.

- The program, its manual page, the completions, the units, the user, the documentation and the examples are installed, and nothing else.
- The unit starts the program where it is installed.
- Every document and every example of the source tree is installed.
- --version names the version of meson.build, which is the newest of CHANGELOG.md, and the commit of the source."""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PATIENCE = 120  # seconds
FILES = ["bin/rapporteur", "lib/sysusers.d/rapporteur.conf",
         "share/bash-completion/completions/rapporteur", "share/fish/vendor_completions.d/rapporteur.fish",
         "share/man/man1/rapporteur.1", "share/zsh/site-functions/_rapporteur"]
DOCUMENTS = "share/doc/rapporteur"
# Of the people who change the program.
NO_DOCUMENTS = {"README.md", "architecture.md"}
# Part of a unit, for some releases of systemd.
NO_EXAMPLES = {"README.md", "notify-reload.conf"}
faults = []


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True).stdout


def expect_equal(what, expected, found):
    if expected != found:
        faults.append(f"{what}: expected {expected}, found {found}")


def check_files(prefix, source):
    found = {str(path.relative_to(prefix)) for path in prefix.rglob("*") if path.is_file()}
    documents = {name.removeprefix(DOCUMENTS + "/") for name in found if name.startswith(DOCUMENTS)}
    units = [f"lib/systemd/system/{path.name}" for kind in ("service", "socket") for path in (source / "docker").glob(f"*.{kind}")]
    expect_equal("files", sorted(FILES + units), sorted(name for name in found if not name.startswith(DOCUMENTS)))
    expected = {path.name for path in (source / "docs").glob("*.md")} - NO_DOCUMENTS | {"README.md", "CHANGELOG.md", "SECURITY.md", "record.md"}
    expect_equal("documents", sorted(expected), sorted(name for name in documents if "/" not in name))
    examples = {name.removeprefix("examples/") for name in documents if "/" in name}
    missing = {path.name for folder in ("docker", "data/examples") for path in (source / folder).iterdir()
               if path.suffix in (".cfg", ".conf", ".json", ".md", ".vcl", ".yaml")} - NO_EXAMPLES - examples
    expect_equal("examples that docker/meson.build does not install", [], sorted(missing))


def check_unit(installed, prefix):
    unit = (installed / "lib/systemd/system/rapporteur.service").read_text()
    for program in re.findall(r"^Exec\w+=[-@:+!]*(\S+rapporteur)\b", unit, re.MULTILINE):
        expect_equal("the program of the unit", f"{prefix}/bin/rapporteur", program)


def check_version(program, build, source):
    version = json.loads(run("meson", "introspect", "--projectinfo", build))["version"]
    newest = re.search(r"^## (\S+) \(\d{4}-\d\d-\d\d\)$", (source / "CHANGELOG.md").read_text(), re.MULTILINE)
    expect_equal("the newest version in CHANGELOG.md", version, newest and newest[1])
    commit = "unknown"
    if (source / ".git").exists():
        commit = run("git", "-C", source, "describe", "--always", "--exclude=*", "--abbrev=12", "--dirty").strip()
    expect_equal("--version", f"rapporteur {version} (commit {commit},", run(program, "--version").rpartition(" libmicrohttpd ")[0])


def main():
    build, source = sys.argv[1], Path(sys.argv[2])
    options = {option["name"]: option["value"] for option in json.loads(run("meson", "introspect", "--buildoptions", build))}
    with tempfile.TemporaryDirectory() as destination:
        run("meson", "install", "-C", build, "--no-rebuild", "--destdir", destination)
        installed = Path(destination + options["prefix"])
        check_files(installed, source)
        check_unit(installed, options["prefix"])
        check_version(str(installed / "bin/rapporteur"), build, source)
    for fault in faults:
        print(fault)
    print(f"installed: {len(faults)} faults")
    sys.exit(bool(faults))


main()
