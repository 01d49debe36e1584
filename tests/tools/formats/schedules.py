#!/usr/bin/env python3
"""usage: schedules.py PROGRAM CASES - checks what PROGRAM serves as .schedule.xml and .schedule.json.

Each meeting of the built-in record, of data/examples and of each data file in the folder CASES is served. Checked are:
- a schedule meets its schema, if the folder that RAPPORTEUR_SCHEDULE_SCHEMAS names has the schemas (by default a folder beside the
  project); xmllint checks XML, Python's jsonschema JSON;
- the records that PROGRAM makes of a schedule are those that it was written from, if these were a schedule themselves: all fields of
  JSON, and of XML those that it can hold;
- a schedule that is written again from its own records has the same bytes, except for its version;
- a meeting without papers at known times has no schedule, and the answer says why."""
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
sys.path.insert(0, str(HERE.parent / "documents"))

from served import PATIENCE, start_server  # noqa: E402

# What XML has no elements for.
NOT_IN_XML = {"meetings": ["venue", "city", "country", "summary", "abbreviation"], "topics": ["description"],
              "people": ["biography", "image", "email", "web_links"]}
# Schedules whose events have guids and whose meetings have an end, which others get when they are written.
WHOLE = ["lamps.v1.json", "tides.v1.json", "tides.v2.json", "tides.xml"]
SAMPLES = ["schedule-fosdem-2026.xml", "schedule-pretalx-democon.json"]


def get(address, path):
    """Returns (status, body)."""
    try:
        with urllib.request.urlopen(f"http://{address}{path}", timeout=PATIENCE) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read()


def serve(program, data):
    """Returns the schedules of all meetings: {(id, suffix): (status, body)}."""
    server, address = start_server(program, *(["--data", str(data)] if data else []))
    try:
        meetings = json.loads(get(address, "/meetings?limit=1000")[1])["data"]
        return {(one["id"], suffix): get(address, f"/meetings/{one['id']}{suffix}")
                for one in meetings for suffix in (".schedule.xml", ".schedule.json")}
    finally:
        server.terminate()
        server.wait(PATIENCE)


def records(program, path, suffix):
    """Returns the records of a file that a schedule with the suffix can hold."""
    done = subprocess.run([program, "convert", str(path)], capture_output=True, text=True, check=True, timeout=PATIENCE)
    found = json.loads(done.stdout)
    found.pop("documents")
    for collection in found.values():
        for record in collection if isinstance(collection, list) else []:
            record.pop("sources", None)
            record.get("web_links", []).sort(key=lambda link: (link["url"], link.get("title", "")))
    for collection, fields in NOT_IN_XML.items() if suffix.endswith("xml") else []:
        for record in found.get(collection, []):
            for field in fields:
                record.pop(field, None)
    if suffix.endswith("xml"):
        drop_keys_of_json(found)
    return found


def drop_keys_of_json(found):
    """Removes what identifies people and events in JSON only, and the roles of people, which XML does not have either."""
    names = {}
    for person in found.get("people", []):
        person["attendance"] = [{"meeting": one["meeting"]} for one in person.get("attendance", [])]
        kept = [one for one in person.get("identifiers", []) if one["scheme"] == "id" or (one["scheme"] == "guid" and one["value"][14] != "8")]
        person["identifiers"] = kept
        if not kept:  # XML gives such a person a guid
            names[person["id"]] = person["name"]
            person["id"] = person["name"]
    for paper in found.get("papers", []):
        paper["presenters"] = [names.get(one, one) for one in paper.get("presenters", [])]
        paper["identifiers"] = [one for one in paper.get("identifiers", []) if one["scheme"] != "code" or len(one["value"]) == 6]


def differences(left, right):
    """Returns the first difference of two sets of records, in words."""
    for collection in sorted(left.keys() | right.keys()):
        one, other = (
            {record["id"]: record for record in side.get(collection, [])} if isinstance(side.get(collection, []), list) else {}
            for side in (left, right))
        for key in sorted(one.keys() | other.keys()):
            if one.get(key) != other.get(key):
                fields = [name for name in sorted((one.get(key) or {}).keys() | (other.get(key) or {}).keys())
                          if (one.get(key) or {}).get(name) != (other.get(key) or {}).get(name)]
                return [f"{collection}/{key}: " + "; ".join(
                    f"{name} was {(one.get(key) or {}).get(name)!r}, is {(other.get(key) or {}).get(name)!r}" for name in fields[:3])]
    return []


def drop_made_numbers(written, read):
    """Removes the numbers that the program made for events, which the records do not have."""
    numbered = {paper["id"] for paper in written["papers"] if any(one["scheme"] == "id" for one in paper.get("identifiers", []))}
    for paper in read["papers"]:
        if paper["id"] not in numbered:
            paper["identifiers"] = [one for one in paper["identifiers"] if one["scheme"] != "id"]


def without_version(body):
    return re.sub(rb'(<version>|"version":")[0-9a-f]{12}', rb"\1", body)


class Schemas:
    def __init__(self, folder):
        self.xsd = folder / "schedule.xml.xsd"
        self.validator = None
        if not self.xsd.is_file():
            print(f"{folder} has no schemas; RAPPORTEUR_SCHEDULE_SCHEMAS names their folder")
            return
        try:
            from jsonschema import Draft6Validator, FormatChecker

            self.validator = Draft6Validator(json.loads((folder / "schema.json").read_text(encoding="utf-8")),
                                             format_checker=FormatChecker())
        except ImportError:
            print("Python's jsonschema is not installed")

    def faults(self, path):
        if path.suffix == ".json":
            found = self.validator.iter_errors(json.loads(path.read_bytes())) if self.validator else []
            return [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}" for fault in found]
        if not self.xsd.is_file():
            return []
        try:
            done = subprocess.run(["xmllint", "--noout", "--schema", str(self.xsd), str(path)], capture_output=True, text=True,
                                  timeout=PATIENCE)
        except FileNotFoundError:
            return []
        return done.stderr.splitlines()[:5] if done.returncode else []


def check_schedule(program, schemas, data, key, body, folder):
    """Returns the faults of one schedule."""
    meeting, suffix = key
    path = Path(folder) / (meeting + suffix)
    path.write_bytes(body)
    faults = schemas.faults(path)
    again = serve(program, path)
    if len(again) != 2 or [without_version(text) for (_, kind), (_, text) in again.items() if kind == suffix] != [without_version(body)]:
        faults.append("written again, it has other bytes")
    if data and data.is_file():
        written, read = (records(program, one, suffix) for one in (data, path))
        drop_made_numbers(written, read)
        faults += differences(written, read)
    return faults


def main():
    program, cases = sys.argv[1:]
    shared = ROOT.parent / "shared"
    schemas = Schemas(Path(os.environ.get("RAPPORTEUR_SCHEDULE_SCHEMAS") or shared / "schemas/frab"))
    sets = [None, ROOT / "data/examples", *sorted(path for path in Path(cases).iterdir() if path.name in WHOLE)]
    sets += [shared / "samples" / name for name in SAMPLES if (shared / "samples" / name).is_file()]
    faults, written = [], 0
    for data in sets:
        for key, (status, body) in serve(program, data).items():
            name = f"{data or 'the built-in record'}: {''.join(key)}"
            if status == 404:
                if b"no paper that takes place" not in body:
                    faults.append(f"{name}: the answer does not say why there is none")
                continue
            written += 1
            with tempfile.TemporaryDirectory() as folder:
                faults += [f"{name}: {fault}" for fault in check_schedule(program, schemas, data, key, body, folder)]
    print("\n".join(faults + [f"schedules: {len(sets)} sets of data, {written} schedules, {len(faults)} faults"]))
    sys.exit(1 if faults or not written else 0)


main()
