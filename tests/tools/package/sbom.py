#!/usr/bin/env python3
"""usage: sbom.py SBOM PROGRAM - runs SBOM (docker/sbom) for PROGRAM, and checks what it prints.

- The document has the members that SPDX 2.3 requires, no others than SPDX 2.3 knows, and values of the right form.
- Each library that PROGRAM names is one of the packages, in the version that is installed, and linked dynamically.
- The document names the version and the commit of PROGRAM, and is the same each time for the same SOURCE_DATE_EPOCH."""
import json
import os
import re
import subprocess
import sys

PATIENCE = 120  # seconds
IDENTIFIER = r"SPDXRef-[A-Za-z0-9.-]+"
# The form of each member, from the chapters of the specification of SPDX 2.3; "?" marks one that may be absent.
DOCUMENT = {"spdxVersion": "SPDX-2\\.3", "dataLicense": "CC0-1\\.0", "SPDXID": "SPDXRef-DOCUMENT", "name": ".+",
            "documentNamespace": r"[a-z]+:[^#\s]+", "creationInfo": dict, "packages": list, "relationships": list}
CREATION = {"created": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "creators": list}
CREATOR = r"(Tool|Person|Organization): \S.*"
PACKAGE = {"name": ".+", "SPDXID": IDENTIFIER, "versionInfo": ".+", "supplier?": r"(Person|Organization): .+",
           "originator?": r"(Person|Organization): .+", "sourceInfo": ".+", "downloadLocation": r"NONE|NOASSERTION|[a-z+]+:\S+",
           "filesAnalyzed": bool, "licenseConcluded": r"NONE|NOASSERTION|[\w.-]+( (AND|OR) [\w.-]+)*",
           "licenseDeclared": r"NONE|NOASSERTION|[\w.-]+( (AND|OR) [\w.-]+)*", "copyrightText": ".+", "externalRefs?": list,
           "primaryPackagePurpose?": "APPLICATION"}
REFERENCE = {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": r"pkg:deb/debian/[^@\s]+@[\w.~%-]+\?arch=\w+"}
RELATIONSHIP = {"spdxElementId": IDENTIFIER, "relationshipType": "DESCRIBES|DYNAMIC_LINK|DEPENDS_ON|CONTAINS", "relatedSpdxElement": IDENTIFIER}
faults = []


def run(*command):
    environment = {**os.environ, "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1800000000"}
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True, env=environment).stdout


def check_form(what, form, value):
    for name, kind in form.items():
        found = value.get(name.rstrip("?"))
        if found is None and name.endswith("?"):
            continue
        if not (re.fullmatch(kind, found) if isinstance(kind, str) and isinstance(found, str) else isinstance(kind, type) and isinstance(found, kind)):
            faults.append(f"{what}: {name} is {found!r}")
    surplus = set(value) - {name.rstrip("?") for name in form}
    if surplus:
        faults.append(f"{what}: unknown members {sorted(surplus)}")


def check_document(document):
    check_form("document", DOCUMENT, document)
    check_form("creationInfo", CREATION, document["creationInfo"])
    if not all(re.fullmatch(CREATOR, creator) for creator in document["creationInfo"]["creators"]):
        faults.append("creationInfo: a creator is not of the right form")
    for package in document["packages"]:
        check_form(package["name"], PACKAGE, package)
        for reference in package.get("externalRefs", ()):
            check_form(package["name"], REFERENCE, reference)
    identifiers = [package["SPDXID"] for package in document["packages"]] + [document["SPDXID"]]
    if len(set(identifiers)) != len(identifiers):
        faults.append("an identifier is used twice")
    for relationship in document["relationships"]:
        check_form("relationship", RELATIONSHIP, relationship)
        if not {relationship["spdxElementId"], relationship["relatedSpdxElement"]} <= set(identifiers):
            faults.append(f"a relationship names what is not there: {relationship}")
    related = {relationship["relatedSpdxElement"] for relationship in document["relationships"]}
    if set(identifiers) - related != {"SPDXRef-DOCUMENT"}:
        faults.append("a package has no relationship")


def check_libraries(document, program):
    linked = {relationship["relatedSpdxElement"] for relationship in document["relationships"] if relationship["relationshipType"] == "DYNAMIC_LINK"}
    versions = {package["name"]: package["versionInfo"] for package in document["packages"] if package["SPDXID"] in linked}
    needed = re.findall(r"NEEDED +(\S+)", run("objdump", "-p", program))
    if not needed:
        faults.append("the program names no library")
    owned = run("dpkg-query", "-S", *(f"*/{library}" for library in needed)).splitlines()
    for library in needed:
        names = {line.split(":")[0] for line in owned if line.endswith("/" + library)}
        name = next((name for name in names if name in versions), None)
        if not name:
            faults.append(f"{library}: none of {sorted(names)} is linked")
        elif versions[name] != run("dpkg-query", "-W", "-f", "${Version}\n", name).splitlines()[0]:
            faults.append(f"{name}: its version is not {versions[name]}")


def main():
    sbom, program = sys.argv[1:]
    text = run(sbom, program)
    document = json.loads(text)
    check_document(document)
    check_libraries(document, program)
    version, commit = re.match(r"rapporteur (\S+) \(commit (\S+),", run(program, "--version")).groups()
    own = document["packages"][0]
    if (own["versionInfo"], own["sourceInfo"]) != (version, f"built from commit {commit}"):
        faults.append(f"the document names {own['versionInfo']}, {own['sourceInfo']}")
    if document["creationInfo"]["created"] != "2027-01-15T08:00:00Z" or run(sbom, program) != text:
        faults.append("the document is not reproducible")
    for fault in faults:
        print(fault)
    print(f"sbom: {len(document['packages'])} packages, {len(faults)} faults")
    sys.exit(bool(faults))


main()
