#!/usr/bin/env python3
"""usage: popolo.py PROGRAM CASES - checks what PROGRAM serves as .popolo.json against the JSON schemas of Popolo.

Checked are all people, organizations and decisions of the built-in record, of data/examples and of each data file below CASES: as a
list, and each record by itself. Beyond the schemas, which allow any member, an object has only members that Popolo defines for its
class. The schemas are in the folder that RAPPORTEUR_POPOLO_SCHEMAS names; by default they are expected beside the project. Without
them, or without Python's jsonschema, the test is skipped (exit status 77)."""
import json
import os
import sys
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
sys.path.insert(0, str(HERE.parent / "documents"))

from served import PATIENCE, start_server  # noqa: E402

SKIPPED = 77
CLASSES = {"people": "person", "organizations": "organization", "decisions": "motion"}
# Popolo has these members for people and organizations only, but no other ones for the same.
FURTHER = {("motion", "links"), ("motion", "identifiers")}


def skip(reason):
    print(f"skipped: popolo: {reason}")
    sys.exit(SKIPPED)


def read_schemas(folder):
    """Returns the schemas by their names, such as "vote_event"."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def make_validators(schemas):
    """Returns a validator for each schema, with the checks of formats that Python has."""
    try:
        from jsonschema import Draft3Validator, FormatChecker
    except ImportError:
        skip("Python's jsonschema is not installed")
    try:
        from referencing import Registry
        from referencing.jsonschema import DRAFT3

        registry = Registry().with_resources((schema["id"].rstrip("#"), DRAFT3.create_resource(schema)) for schema in schemas.values())
        options = {"registry": registry}
    except ImportError:
        from jsonschema import RefResolver

        store = {schema["id"].rstrip("#"): schema for schema in schemas.values()}
        options = {"resolver": RefResolver("", {}, store=store)}
    return {name: Draft3Validator(schema, format_checker=FormatChecker(), **options) for name, schema in schemas.items()}


def class_of(schema):
    """Returns the class of the objects that a schema of a member refers to, or None."""
    reference = schema.get("$ref") or schema.get("items", {}).get("$ref")
    return reference and reference.rstrip("#").rpartition("/")[2].removesuffix(".json")


def unknown_members(schemas, name, found):
    """Returns the members of an object, and of the objects in it, that its class does not define."""
    unknown = []
    for member, value in found.items():
        defined = schemas[name]["properties"].get(member)
        if defined is None and (name, member) not in FURTHER:
            unknown.append(f"{name}.{member}")
        inner = class_of(defined or {})
        for item in (value if isinstance(value, list) else [value]) if inner else []:
            unknown += unknown_members(schemas, inner, item)
    return unknown


def get(address, path):
    with urllib.request.urlopen(f"http://{address}{path}", timeout=PATIENCE) as answer:
        return json.load(answer)


def check(address, schemas, validators):
    """Returns the faults in the records of a server, and the classes of the objects that it has."""
    faults, seen = [], set()
    for collection, name in CLASSES.items():
        found = get(address, f"/{collection}.popolo.json")
        if [one["id"] for one in found] != [one["id"] for one in get(address, f"/{collection}?limit=1000")["data"]]:
            faults.append(f"/{collection}.popolo.json has other records than /{collection}")
        for one in found:
            path = f"/{collection}/{one['id']}.popolo.json"
            if get(address, path) != one:
                faults.append(f"{path} differs from the record in the list")
            faults += [f"{path}: {fault.message}" for fault in validators[name].iter_errors(one)]
            faults += [f"{path}: Popolo does not define {member}" for member in unknown_members(schemas, name, one)]
            seen |= {name} | {f"{name}.{member}" for member in one}
    return faults, seen


def main():
    program, cases = sys.argv[1:]
    folder = Path(os.environ.get("RAPPORTEUR_POPOLO_SCHEMAS") or ROOT.parent / "shared/schemas/popolo")
    if not (folder / "motion.json").is_file():
        skip(f"{folder} has no schemas; RAPPORTEUR_POPOLO_SCHEMAS names their folder")
    schemas = read_schemas(folder)
    validators = make_validators(schemas)
    sets = [[], ["--data", str(ROOT / "data/examples")]] + [["--data", str(path)] for path in sorted(Path(cases).rglob("*.json"))]
    faults, seen = [], set()
    for arguments in sets:
        server, address = start_server(program, *arguments)
        try:
            some_faults, some_seen = check(address, schemas, validators)
        finally:
            server.terminate()
            server.wait(PATIENCE)
        faults += [f"{' '.join(arguments) or 'the built-in record'}: {fault}" for fault in some_faults]
        seen |= some_seen
    faults += [f"no record has {member}" for member in ("person.memberships", "organization.memberships", "motion.vote_events")
               if member not in seen]
    print("\n".join(faults + [f"popolo: {len(sets)} sets of data, {len(faults)} faults"]))
    sys.exit(1 if faults else 0)


main()
