#!/usr/bin/python3
"""usage: calendars.py PROGRAM - reads the iCalendar files that PROGRAM serves with three libraries, and compares the instants.

The instants that a record means are computed here with Python's zoneinfo; python3-icalendar, ical.js and node-ical (calendars.mjs) must
find the same in the files. Each file is read twice: as it is, and with other names for its time zones, so that a library that knows
the zones must read their VTIMEZONE too. Read are zoned.json beside this file, hard.json, the built-in record and data/examples.
Without a library its part is skipped and the exit status is 77, which Meson shows as a skipped test; if CI=true, the test fails.
The script needs Debian's python3, for which python3-icalendar is."""
import datetime
import itertools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.request
import zoneinfo

try:
    import icalendar
except ImportError:
    icalendar = None

SKIPPED = 77
HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parents[2] / "data" / "examples"
sys.path.insert(0, str(HERE.parent / "documents"))

from served import PATIENCE, start_server  # noqa: E402

COLLECTIONS = ["meetings", "sessions", "agenda_items", "papers", "actions", "events"]
UTC = datetime.timezone.utc
DAY = datetime.timedelta(days=1)
EXACT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$")
DURATION = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$")
STATUSES = {"held": "CONFIRMED", "given": "CONFIRMED", "scheduled": "CONFIRMED", "certain": "CONFIRMED", "probable": "TENTATIVE",
            "planned": "TENTATIVE", "postponed": "TENTATIVE", "cancelled": "CANCELLED", "withdrawn": "CANCELLED",
            "open": "NEEDS-ACTION", "done": "COMPLETED", "dropped": "CANCELLED"}


def get(address, path):
    with urllib.request.urlopen(f"http://{address}{path}", timeout=PATIENCE) as answer:
        return answer.read().decode("utf-8")


def expect(found, wanted, what):
    if found != wanted:
        sys.exit(f"calendars: {what}: found {found!r}, not {wanted!r}")


def moment(text, zone):
    """Returns a date, or the instant of a time in UTC."""
    if "T" not in text:
        return datetime.date.fromisoformat(text)
    read = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return (read if read.tzinfo else read.replace(tzinfo=zone)).astimezone(UTC)


def after(start, duration, zone):
    """Returns the end of a duration: days are days of the clocks, hours are hours. None if its length differs."""
    match = DURATION.match(duration)
    if not match:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    whole = datetime.timedelta(weeks=weeks, days=days)
    if not isinstance(start, datetime.datetime):
        return start + whole
    later = (start.astimezone(zone).replace(tzinfo=None) + whole).replace(tzinfo=zone) if whole else start
    return later.astimezone(UTC) + datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds)


def end_of(record, start, zone):
    """Returns the end of an event, exclusive, or None."""
    text = record.get("end_date")
    if text:
        end = moment(text, zone)
        if isinstance(start, datetime.datetime):
            if isinstance(end, datetime.datetime):
                return end
            return datetime.datetime.combine(end + DAY, datetime.time(), zone).astimezone(UTC)
        return (end.astimezone(zone).date() if isinstance(end, datetime.datetime) else end) + DAY
    if record.get("duration"):
        end = after(start, record["duration"], zone)
        if end and end > start:
            return end
    return None if isinstance(start, datetime.datetime) else start + DAY


def meant(record, zone):
    """Returns the properties with times that the entry of a record must have, or None if one is less exact than a day."""
    task = record["type"] == "action"
    first = record.get("due_date") if task else record.get("start_date") or record.get("date")
    dates = [text for text in (first, record.get("end_date")) if text]
    if not all(EXACT.match(text) for text in dates):
        return None
    wanted = {}
    if first:
        start = moment(first, zone)
        wanted["due" if task else "dtstart"] = start
        end = None if task else end_of(record, start, zone)
        if end and end > start:
            wanted["dtend"] = end
    completed = record.get("completed_date")
    if completed and "T" in completed:
        wanted["completed"] = moment(completed, zone)
    return wanted


def stated(record, field):
    """Returns the value of a field, or None if it is inferred or absent."""
    return None if field in record["inferred"] else record.get(field)


def expected(address):
    """Returns what each entry must say, by UID, for each collection."""
    meetings = {record["id"]: record for record in json.loads(get(address, "/meetings?limit=1000"))["data"]}
    entries = {}
    for collection in COLLECTIONS:
        for record in json.loads(get(address, f"/{collection}?limit=1000"))["data"]:
            meeting = record if collection == "meetings" else meetings[record["meeting"]["id"]] if record.get("meeting") else {}
            name = meeting.get("time_zone")
            status = stated(record, "status") or stated(record, "certainty")
            if collection == "actions":
                status = record["status"]
            elif collection in ("sessions", "agenda_items", "papers") and not record.get("status"):
                status = stated(meeting, "status")
            entries.setdefault(collection, {})[f"{record['type']}-{record['id']}@rapporteur"] = {
                "component": "VTODO" if collection == "actions" else None, "status": STATUSES.get(status),
                "summary": record.get("name") or record.get("title"),
                "times": meant(record, zoneinfo.ZoneInfo(name) if name else UTC)}
    return entries


def renamed(text, number=itertools.count()):
    """Returns a calendar with names of time zones that no library knows, nor has seen in a calendar before."""
    return re.sub(r"TZID([=:])", rf"TZID\g<1>Other{next(number)}/", text.replace("\r\n ", ""))


def python_times(entry):
    return {name: entry.decoded(name) for name in ("dtstart", "dtend", "due", "completed") if name in entry}


def in_utc(value):
    return value.astimezone(UTC) if isinstance(value, datetime.datetime) else value


def check_entry(entry, wanted, what):
    if wanted["component"]:
        expect(entry.name, wanted["component"], what)
    if entry.name != "VJOURNAL":
        expect(entry.get("status"), wanted["status"], f"{what}: status")
    if wanted["summary"]:
        expect(str(entry["summary"]), wanted["summary"], f"{what}: summary")
    times = python_times(entry)
    for name, value in times.items():
        if isinstance(value, datetime.datetime):
            expect(value.tzinfo is not None, True, f"{what}: {name} has a zone")
    if wanted["times"] is not None and entry.name != "VJOURNAL":
        expect({name: in_utc(value) for name, value in times.items()}, wanted["times"], what)


def check_with_python(address, entries):
    count = 0
    for collection, wanted in entries.items():
        text = get(address, f"/{collection}.ics")
        for line in text.encode().split(b"\r\n"):
            line.decode()  # a character is not split
            expect(len(line) <= 75, True, line)
        for form in (text, renamed(text)):
            components = [one for one in icalendar.Calendar.from_ical(form).subcomponents if one.name != "VTIMEZONE"]
            expect(sorted(str(one["uid"]) for one in components), sorted(wanted), collection)
            for one in components:
                check_entry(one, wanted[str(one["uid"])], f"python3-icalendar: {one['uid']}")
                count += 1
    return count


def plain(value):
    """Returns a time as seconds since 1970, and a date as its text."""
    return int(value.timestamp()) if isinstance(value, datetime.datetime) else value.isoformat()


def check_with_node(address, entries):
    for wanted in entries.values():
        for entry in wanted.values():
            entry["times"] = entry["times"] and {name: plain(value) for name, value in entry["times"].items()}
    subprocess.run(["node", str(HERE / "calendars.mjs"), f"http://{address}"], input=json.dumps(entries), text=True, check=True,
                   timeout=PATIENCE)


def check(program, arguments, node):
    server, address = start_server(program, *arguments)
    try:
        entries = expected(address)
        if icalendar:
            print(f"python3-icalendar read {check_with_python(address, entries)} entries")
        if node:
            check_with_node(address, entries)
    finally:
        server.terminate()
        server.wait(PATIENCE)


def main():
    node = shutil.which("node") and (HERE.parent / "node" / "node_modules").is_dir()
    missing = [name for name, there in (("python3-icalendar", icalendar), ("ical.js", node)) if not there]
    if missing and os.environ.get("CI") == "true":
        sys.exit(f"calendars: {' and '.join(missing)} missing; ./dev test installs them")
    for data in (HERE / "zoned.json", HERE / "hard.json", EXAMPLES, None):
        check(sys.argv[1], ["--data", str(data)] if data else [], node)
    if missing:
        print(f"skipped: calendars: {' and '.join(missing)}: cannot be installed; ./dev test installs them")
        sys.exit(SKIPPED)


main()
