#!/usr/bin/env python3
"""usage: build_in_root.py SUITE BASES FOLDER - builds the package of this tree in a bare Debian SUITE, with BUILD_PACKAGES, and checks it
with that release's lintian. BASES is the folder of base systems, which are kept; FOLDER gets the .deb."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bare_root import Failure, Root, base, enter_namespace, run

SOURCE = Path(__file__).resolve().parents[3]
TOOLS = ["build-essential", "debhelper", "lintian"]


def git(*arguments):
    return run("git", "-C", SOURCE, *arguments).strip()


def copy_source(target):
    """Copies the files that git tracks."""
    target.mkdir()
    listing = subprocess.run(["git", "-C", SOURCE, "ls-files", "-z"], stdout=subprocess.PIPE, check=True).stdout
    archive = subprocess.run(["tar", "-C", SOURCE, "-c", "--null", "-T", "-"], input=listing, stdout=subprocess.PIPE, check=True).stdout
    subprocess.run(["tar", "-x", "-C", target], input=archive, check=True)


def build(suite, bases, folder):
    packages = os.environ["BUILD_PACKAGES"].split()
    with Root(base(suite, bases, TOOLS + packages), bases) as root:
        copy_source(root.path / "source")
        root.run("/source/docker/build-package", "/build", BUILD_PACKAGES=" ".join(packages), SOURCE_DATE_EPOCH=git("log", "-1", "--format=%ct"),
                 RAPPORTEUR_COMMIT=git("describe", "--always", "--exclude=*", "--abbrev=12", "--dirty"))
        changes = next((root.path / "build").glob("*.changes"))
        print(root.run("lintian", "--allow-root", "--fail-on", "error,warning", f"/build/{changes.name}"), end="")
        folder.mkdir(parents=True, exist_ok=True)
        for package in (root.path / "build").glob("*.deb"):
            shutil.copy(package, folder)
            print(folder / package.name)


def main():
    suite, bases, folder = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve()
    bases.mkdir(parents=True, exist_ok=True)
    enter_namespace()
    try:
        build(suite, bases, folder)
    except Failure as failure:
        sys.exit(f"build_in_root: {suite}: {failure}")


main()
