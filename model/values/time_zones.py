#!/usr/bin/env python3
"""usage: time_zones.py ZIC TZDATA.ZI OUTPUT - writes a C file with all time zones of the IANA database, which ZIC compiles from
TZDATA.ZI. Zones with the same times share one body: the transitions that the compiled file lists, and the rule of all later
years."""
import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

MONTH_RULE = re.compile(r"M(\d+)\.(\d+)\.(\d+)(?:/([-+]?[\d:]+))?$")
TIME_ZONE = re.compile(r"(<[^>]+>|[A-Za-z]+)([-+]?[\d:]+)(?:(<[^>]+>|[A-Za-z]+)([-+]?[\d:]+)?,([^,]+),([^,]+))?$")


def seconds(text):
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")] + [0, 0]
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])


def day_rule(text):
    month, week, day, time = MONTH_RULE.match(text).groups()
    return f"{{{month}, {week}, {day}, {seconds(time or '2')}}}"


def rule_of(footer):
    """The C initializer of a rule, from a TZ string of POSIX. Without daylight saving time both types are the same."""
    standard, offset, daylight, daylight_offset, start, end = TIME_ZONE.match(footer).groups()
    offset = -seconds(offset)
    if not daylight:
        return f'{{.standard = {{{offset}, false, "{standard.strip("<>")}"}}}}'
    daylight_offset = -seconds(daylight_offset) if daylight_offset else offset + 3600
    return (f'{{true, {{{offset}, false, "{standard.strip("<>")}"}}, {{{daylight_offset}, true, "{daylight.strip("<>")}"}}, '
            f'{day_rule(start)}, {day_rule(end)}}}')


def read(body):
    """The transitions, their types and the footer of a compiled zone (RFC 8536); its first part, for 32 bits, is skipped."""
    second = body.index(b"TZif", 4)
    _, _, leaps, transitions, types, characters = struct.unpack_from(">6I", body, second + 20)
    at = second + 44
    times = struct.unpack_from(f">{transitions}q", body, at)
    kinds = body[at + 8 * transitions:][:transitions]
    at += 9 * transitions
    names = body[at + 6 * types:][:characters]
    rows = [struct.unpack_from(">iBB", body, at + 6 * i) for i in range(types)]
    footer = body[at + 6 * types + characters + 12 * leaps:].split(b"\n")[-2].decode()
    return times, kinds, [(offset, daylight, names[name:].split(b"\0")[0].decode()) for offset, daylight, name in rows], footer


def main(zic, source, output):
    release = re.match(r"# version (\S+)", Path(source).read_text()).group(1)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([zic, "-b", "slim", "-d", folder, source], check=True)
        zones = {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}
    bodies = sorted(set(zones.values()))
    times, kinds, types, rows = [], [], [], []
    for body in bodies:
        own_times, own_kinds, own_types, footer = read(body)
        rows.append(f"{{{len(times)}, {len(own_times)}, {len(types)}, {rule_of(footer)}}}")
        times += own_times
        kinds += own_kinds
        types += own_types
    with open(output, "w", encoding="ascii") as file:
        file.write('#include "values/time_zone_data.h"\n\n')
        file.write(f'const char time_zone_release[] = "{release}";\n')
        file.write("const int64_t time_zone_transitions[] = {" + ",\n".join(map(str, times)) + "};\n")
        file.write("const unsigned char time_zone_transition_types[] = {" + ",\n".join(map(str, kinds)) + "};\n")
        file.write("const struct time_zone_type time_zone_types[] = {")
        file.write(",\n".join(f'{{{offset}, {daylight}, "{name}"}}' for offset, daylight, name in types) + "};\n")
        file.write("const struct time_zone_body time_zone_bodies[] = {" + ",\n".join(rows) + "};\n")
        file.write("const struct time_zone_name time_zone_names[] = {")
        file.write(",\n".join(f'{{"{name}", {bodies.index(zones[name])}}}' for name in sorted(zones)) + "};\n")
        file.write(f"const size_t time_zone_count = {len(zones)};\n")


main(*sys.argv[1:])
