#!/usr/bin/env python3
"""usage: citations.py PROGRAM - reads the BibTeX that PROGRAM serves with pandoc and biber, and its RIS, and compares names and years.

Read is names.json beside this file, whose names and dates are hard for programs that split them. Without biber or pandoc the exit
status is 77, which Meson shows as a skipped test; if CI=true, the test fails."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import xml.etree.ElementTree as ElementTree

SKIPPED = 77
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "documents"))

from served import PATIENCE, start_server  # noqa: E402

BLTX = "{http://biblatex-biber.sourceforge.net/biblatexml}"
# The first year of each document; those without one have none that a program could sort by.
YEARS = {"year": 2004, "month": 2004, "day": 2004, "season": 2006, "range": 2004, "one-month": 2004, "about": 2003, "before": -44,
         "decade": 1990, "open": 1999, "perhaps": 1999, "early": 987, "key": 1999, "bar": 2001, "far": 12345}


def expect(found, wanted, what):
    if found != wanted:
        sys.exit(f"citations: {what}: found {found!r}, not {wanted!r}")


def plain(text):
    """Returns a text without its typographic apostrophes, and with single blanks."""
    return re.sub(r"\s+", " ", text.replace("’", "'")).strip()


def without_braces(text):
    return re.sub(r"[{}]", "", text)


def named(person):
    """Returns the family and given name of a person in the record, or the whole name."""
    return (person["family_name"], person["given_name"]) if "family_name" in person else (person["name"], "")


def read_pandoc(file):
    """Returns the name, the first year and the title by id, as pandoc reads them."""
    found = {}
    for item in json.loads(subprocess.run(["pandoc", "-f", "biblatex", "-t", "csljson", file], check=True, capture_output=True).stdout):
        author, = item["author"]
        particle = author.get("dropping-particle", author.get("non-dropping-particle", ""))
        particle += "" if not particle or particle.endswith("’") else " "
        family = author.get("literal") or particle + author["family"]
        found[item["id"]] = (plain(family), author.get("given", "")), item.get("issued", {"date-parts": [[None]]})["date-parts"][0][0], item["title"]
    return found


def part_of(name, kind):
    for part in name.findall(f"{BLTX}namepart"):
        if part.get("type") == kind:
            return " ".join(part.itertext()).strip()
    return ""


def read_biber(file, folder):
    """Returns the same, as biber reads it; it must have nothing to say against names."""
    output = f"{folder}/read.bltxml"
    said = subprocess.run(["biber", "--tool", "--output-format=biblatexml", f"--output-file={output}", file], check=True,
                          capture_output=True, text=True).stdout
    expect([line for line in said.splitlines() if re.match("WARN|ERROR", line) and "'-44'" not in line], [], "biber")
    found = {}
    for entry in ElementTree.parse(output).getroot():
        name, = entry.iter(f"{BLTX}name")
        family = without_braces(plain(f"{part_of(name, 'prefix')} {part_of(name, 'family')}"))
        date = entry.findtext(f"{BLTX}date")
        found[entry.get("id")] = (family, plain(part_of(name, "given"))), date and int(re.match(r"-?\d+", date).group()), \
            without_braces(entry.findtext(f"{BLTX}title"))
    return found


def check_ris(text, people, documents):
    names = re.findall(r"^AU  - (.*)\r$", text, re.MULTILINE)
    for document, name in zip(documents, names, strict=True):
        family, given = named(people[document["author"]])
        wanted = family.replace(",", "") + (f", {given}" if given else "")
        expect(name, wanted, f"RIS: {document['id']}")


def main():
    if not shutil.which("biber") or not shutil.which("pandoc"):
        if os.environ.get("CI") == "true":
            sys.exit("citations: biber or pandoc is missing; ./dev test installs them")
        print("skipped: citations: biber or pandoc is missing; ./dev test installs them")
        sys.exit(SKIPPED)
    record = json.load(open(HERE / "names.json", encoding="utf-8"))
    people = {person["id"]: person for person in record["people"]}
    wanted = {document["id"]: (named(people[document["author"]]), YEARS.get(document["id"]), document["title"]) for document in record["documents"]}
    server, address = start_server(sys.argv[1], "--data", str(HERE / "names.json"))
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("bib", "ris"):
            with urllib.request.urlopen(f"http://{address}/documents.{suffix}", timeout=PATIENCE) as answer:
                pathlib.Path(f"{folder}/read.{suffix}").write_bytes(answer.read())
        expect(read_pandoc(f"{folder}/read.bib"), wanted, "pandoc")
        expect(read_biber(f"{folder}/read.bib", folder), wanted, "biber")
        check_ris(pathlib.Path(f"{folder}/read.ris").read_bytes().decode(), people, record["documents"])
    server.terminate()
    server.wait(PATIENCE)
    print(f"{len(wanted)} names, years and titles are right in pandoc and biber")


main()
