#!/usr/bin/env python3
"""usage: scale.py PROGRAM RIVAL [--most RECORDS] [--archives FOLDER] [--check] - how cost grows with the archive.

For synthetic archives of 1,000, 10,000, 100,000 and 1,000,000 records, up to RECORDS, and for the record that ships: how fast
they load, how much memory the server then has, and the CPU time of one request, none of them from the cache, beside the same
question to SQLite (RIVAL: indexed tables and FTS5, asked through its C API) in the same run. Every figure is on-CPU time by the
kernel's account, and the ratios are what to compare. The archives are made in FOLDER, or used where they are there already.
With --check, exit status 1 where a ratio is beyond CHECKED times what is aimed at."""
import argparse
import glob
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

import sides

HERE = os.path.dirname(os.path.abspath(__file__))
SHIPPED = os.path.join(HERE, "..", "..", "data", "beijing-2006.json")
SIZES = {1000: 20, 10000: 200, 100000: 2000, 1000000: 20000}
CHECKED = 3  # a busy machine, and small archives on which what is the same for all sizes weighs more
PAGE, REPEATS, ROUNDS = 5, 200, 3

# What is asked of the server ({i}: another offset each time), and the same in SQL. The words and values are in both archives.
QUESTIONS = {
    "filtered, sorted page": ("/proposals?status={status}&sort=title", "SELECT json FROM proposals WHERE status = '{status}' ORDER BY title, id"),
    "page by a dotted filter": ("/papers?presenters.country=JP", "SELECT json FROM papers WHERE ordinal IN (SELECT owner FROM papers_presenters "
                                "JOIN people ON people.id = value WHERE country = 'JP') ORDER BY ordinal"),
    "first pages": ("/discussions?", "SELECT json FROM discussions ORDER BY ordinal"),
    "last pages": ("/discussions?", "SELECT json FROM discussions ORDER BY ordinal"),
    "facets of a collection": ("/papers?facet=kind,topics", "SELECT kind, count(*) FROM papers GROUP BY kind UNION ALL "
                               "SELECT value, count(*) FROM papers_topics GROUP BY value"),
    "two-word search": ("/search?q=nuclear+regional", "SELECT rowid, rank FROM search WHERE search MATCH 'nuclear regional' ORDER BY rank"),
}


class Client:
    """One kept connection."""

    def __init__(self, side):
        address = re.match(r"http://([^/]+)", side.url).group(1)
        self.connection = http.client.HTTPConnection(address, timeout=600)

    def get(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"scale: {path}: {answer.status} {body.decode()}")
        return body


def pages(name, total):
    """Offsets that differ from one request to the next as far as there are pages, so that no answer is a page with less on it."""
    last = max(total - PAGE, 0)
    if name == "last pages":
        return [last - i % min(last + 1, 100) for i in range(REPEATS)]
    return [i % min(last + 1, 100) for i in range(REPEATS)]


def ask(side, status):
    """Median microseconds of CPU for each question, and how many records it found."""
    client, asked = Client(side), {}
    for name, (path, _) in QUESTIONS.items():
        path = path.format(status=status)
        joined = path + ("" if path.endswith("?") else "&")
        total = json.loads(client.get(f"{joined}limit=1"))["meta"]["total"]
        rounds = []
        for _ in range(ROUNDS + 1):
            before = side.on_cpu_nanoseconds()
            for offset in pages(name, total):
                client.get(f"{joined}limit={PAGE}&offset={offset}")
            rounds.append((side.on_cpu_nanoseconds() - before) / REPEATS / 1000)
        asked[name] = statistics.median(rounds[1:]), total
    return asked


def ask_rival(program, path, status, totals):
    lines = []
    for name, (_, sql) in QUESTIONS.items():
        sql = sql.format(status=status)
        if not name.startswith("facets"):
            first = pages(name, totals[name])[-1] if name == "last pages" else 0
            sql += f" LIMIT {PAGE} OFFSET {first} + ?1 % {min(max(totals[name] - PAGE, 0) + 1, 100)}"
        lines.append(f"{REPEATS}\t{sql}\n")
    printed = subprocess.run([program, path], input="".join(lines), capture_output=True, text=True, check=True).stdout.split()
    return {name: int(nanoseconds) / 1000 for name, nanoseconds in zip(QUESTIONS, printed, strict=True)}


def size_of(path):
    return sum(os.path.getsize(file) for file in (glob.glob(f"{path}/*.json") if os.path.isdir(path) else [path]))


def children_seconds():
    times = os.times()
    return times.children_user + times.children_system


def load(program, path):
    """Megabytes a second, by the clock and by the processor."""
    size, cpu, clock = size_of(path) / 1e6, children_seconds(), time.monotonic()
    subprocess.run([program, "check", path], check=True)
    return size / (time.monotonic() - clock), size / (children_seconds() - cpu)


def kilobytes(side, name):
    return int(re.search(rf"{name}:\s+(\d+)", open(f"/proc/{side.pid}/status").read()).group(1))


class Measured:
    """An archive, served and asked; and the same by SQLite."""

    def __init__(self, given, path, status):
        by_clock, by_processor = load(given.program, path)
        side = sides.server(given.program, "/", "--data", path, "--threads", "1", "--cache-bytes", "0", pinned=False)
        try:
            memory, peak = kilobytes(side, "RssAnon") * 1024 / size_of(path), kilobytes(side, "VmHWM") * 1024 / size_of(path)
            self.loading = by_clock, by_processor, memory, peak
            self.records = sum(one["count"] for one in json.loads(Client(side).get("/"))["collections"] if one["name"] != "speakers")
            self.asked = ask(side, status)
        finally:
            side.stop()
        self.rival = ask_rival(given.rival, path, status, {name: total for name, (_, total) in self.asked.items()})


def archive(folder, meetings):
    path = os.path.join(folder, str(meetings))
    if not os.path.isdir(path):
        making = path + ".making"
        subprocess.run([os.path.join(HERE, "make-archive"), "--meetings", str(meetings), "--seed", "1", making], check=True)
        os.rename(making, path)
    return path


def print_loading(measured):
    print(f"\n{'loading':>12} records {'MB':>8}{'MB/s':>8}{'MB/CPU s':>10}{'memory/JSON':>13}{'peak/JSON':>11}")
    for name, (path, one) in measured.items():
        by_clock, by_processor, memory, peak = one.loading
        print(f"{name:>12}{one.records:>8} {size_of(path) / 1e6:>8.1f}{by_clock:>8.1f}{by_processor:>10.1f}{memory:>13.2f}{peak:>11.2f}")


def print_questions(measured):
    shipped = measured["shipped"][1]
    for question in QUESTIONS:
        print(f"\n{question:<26}{'found':>8}{'ours us':>10}{'SQLite us':>11}{'ours/shipped':>14}{'ours/SQLite':>13}")
        for name, (_, one) in measured.items():
            ours, found = one.asked[question]
            rival = one.rival[question]
            print(f"{name:>26}{found:>8}{ours:>10.1f}{rival:>11.1f}{ours / shipped.asked[question][0]:>14.2f}{ours / rival:>13.2f}")


def aims(shipped, one):
    """(what, how much it is, how much is aimed at), less is better."""
    ours, rival = {name: figure for name, (figure, _) in one.asked.items()}, one.rival
    page = "filtered, sorted page"
    return [("loading: 40 MB/s over MB/s", 40 / one.loading[0], 1), ("memory over JSON", one.loading[2], 2.5),
            ("a filtered, sorted page over the shipped record's", ours[page] / shipped.asked[page][0], 3),
            ("a filtered, sorted page over SQLite's", ours[page] / rival[page], 1),
            ("facets, in milliseconds of CPU", ours["facets of a collection"] / 1000, 5),
            ("a two-word search over bare FTS5's", ours["two-word search"] / rival["two-word search"], 1.2),
            ("last pages over first pages", ours["last pages"] / ours["first pages"], 1)]


def print_aims(name, compared):
    print(f"\nat {name} records{'is':>52}{'aim':>8}")
    for what, figure, aim in compared:
        print(f"{what:<56}{figure:>10.2f}{aim:>8.1f}{'' if figure <= aim else '  missed'}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split(" - ")[0].removeprefix("usage: "))
    parser.add_argument("program")
    parser.add_argument("rival")
    parser.add_argument("--most", type=int, default=max(SIZES))
    parser.add_argument("--archives")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    measured = {"shipped": (SHIPPED, Measured(given, SHIPPED, "provisional"))}
    with tempfile.TemporaryDirectory() as temporary:
        for records, meetings in SIZES.items():
            if records <= given.most:
                path = archive(given.archives or temporary, meetings)
                measured[f"{records:,}"] = path, Measured(given, path, "adopted")
        print_loading(measured)
    print_questions(measured)
    compared = aims(measured["shipped"][1], one := list(measured.values())[-1][1])
    print_aims(list(measured)[-1], compared)
    # The loading's own speed is the machine's as much as ours: it is printed, not checked.
    missed = [what for what, figure, aim in compared[1:] if figure > aim * CHECKED]
    if given.check and missed:
        raise SystemExit(f"scale: far beyond what is aimed at with {one.records} records: {'; '.join(missed)}")


main()
