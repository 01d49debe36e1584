#!/usr/bin/env python3
"""usage: scale.py PROGRAM RIVAL [--most RECORDS] [--archives FOLDER] [--check] - how cost grows with the archive.

For synthetic archives of 1,000, 10,000, 100,000 and 1,000,000 records, up to RECORDS, and for the record that ships: how fast
they load, how much memory the server then has, and the CPU time of one request, none of them from the cache, beside the same
question to SQLite (RIVAL: indexed tables and FTS5, asked through its C API) in the same run. Every figure is on-CPU time by the
kernel's account, the least of ROUNDS in which the two take turns, as whatever else the machine does can only add to it; the
ratios are what to compare. The archives are made in FOLDER, or used where they are there already.
With --check, exit status 1 where a ratio is beyond CHECKED times what is aimed at, in each of ATTEMPTS runs."""
import argparse
import glob
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time

import sides

HERE = os.path.dirname(os.path.abspath(__file__))
SHIPPED = os.path.join(HERE, "..", "..", "..", "data", "beijing-2006.json")
SIZES = {1000: 20, 10000: 200, 100000: 2000, 1000000: 20000}
CHECKED = 3  # a busy machine, and small archives on which what is the same for all sizes weighs more
ATTEMPTS = 3
PAGE, REPEATS, ROUNDS = 5, 10, 15

# What is asked of the server ({i}: another offset each time), and the same in SQL. The words and values are in both archives.
QUESTIONS = {
    "filtered, sorted page": ("/proposals?status={status}&sort=title", "SELECT json FROM proposals WHERE status = '{status}' ORDER BY title, id"),
    "last of such pages": ("/proposals?status={status}&sort=title", "SELECT json FROM proposals WHERE status = '{status}' ORDER BY title, id"),
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
    if name.startswith("last"):
        return [last - i % min(last + 1, 100) for i in range(REPEATS)]
    return [i % min(last + 1, 100) for i in range(REPEATS)]


class Rival:
    """SQLite with the same archive, loaded by the time that it first answers."""

    def __init__(self, program, path):
        self.process = subprocess.Popen([program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def nanoseconds(self, sql):
        """Of the processor, for REPEATS queries."""
        self.process.stdin.write(f"{REPEATS}\t{sql}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def stop(self):
        self.process.stdin.close()
        self.process.wait(60)


def ask_page_by_page(client, side, path, offsets):
    before = side.on_cpu_nanoseconds()
    for offset in offsets:
        client.get(f"{path}limit={PAGE}&offset={offset}")
    return side.on_cpu_nanoseconds() - before


def sql_of_page(name, sql, total, offsets):
    if name.startswith("facets"):
        return sql
    first = offsets[-1] if name.startswith("last") else 0
    return sql + f" LIMIT {PAGE} OFFSET {first} + ?1 % {min(max(total - PAGE, 0) + 1, 100)}"


def ask(side, rival, status):
    """For each question: microseconds of CPU of one request, the same of SQLite, and how many records were found."""
    client, asked = Client(side), {}
    for name, (path, sql) in QUESTIONS.items():
        path = path.format(status=status)
        path += "" if path.endswith("?") else "&"
        total = json.loads(client.get(f"{path}limit=1"))["meta"]["total"]
        offsets = pages(name, total)
        sql = sql_of_page(name, sql.format(status=status), total, offsets)
        rounds = [(ask_page_by_page(client, side, path, offsets), rival.nanoseconds(sql)) for _ in range(ROUNDS)]
        ours, theirs = (min(round[i] for round in rounds) / REPEATS / 1000 for i in range(2))
        asked[name] = ours, theirs, total
    return asked


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
        # Both load at once. The connection is silent for as long as SQLite takes.
        rival = Rival(given.rival, path)
        side = sides.server(given.program, "/", "--data", path, "--threads", "1", "--cache-bytes", "0", "--idle-seconds", "3600", pinned=False)
        try:
            memory, peak = kilobytes(side, "RssAnon") * 1024 / size_of(path), kilobytes(side, "VmHWM") * 1024 / size_of(path)
            self.loading = by_clock, by_processor, memory, peak
            self.records = sum(one["count"] for one in json.loads(Client(side).get("/"))["collections"] if one["name"] != "speakers")
            self.asked = ask(side, rival, status)
        finally:
            rival.stop()
            side.stop()


def archive(folder, meetings):
    path = os.path.join(folder, str(meetings))
    if not os.path.isdir(path):
        making = path + ".making"
        subprocess.run([os.path.join(HERE, "make-archive"), "--meetings", str(meetings), "--seed", "1", making], check=True)
        os.rename(making, path)
    return path


def print_now(text):
    print(text, flush=True)


def print_measured(name, path, one, shipped):
    """One archive's rows, as soon as it has been measured."""
    by_clock, by_processor, memory, peak = one.loading
    print_now(f"\n{name}: {one.records} records, {size_of(path) / 1e6:.1f} MB of JSON; loading {by_clock:.1f} MB/s, {by_processor:.1f} MB/CPU s; "
              f"memory {memory:.2f} of the JSON, at its peak {peak:.2f}")
    print_now(f"{'':<26}{'found':>8}{'ours us':>10}{'SQLite us':>11}{'ours/shipped':>14}{'ours/SQLite':>13}")
    for question in QUESTIONS:
        ours, rival, found = one.asked[question]
        print_now(f"{question:<26}{found:>8}{ours:>10.1f}{rival:>11.1f}{ours / shipped.asked[question][0]:>14.2f}{ours / rival:>13.2f}")


def print_growth(measured):
    """What an archive ten times as large costs, as a multiple."""
    names = list(measured)
    print_now(f"\n{'cost over the one before':<26}" + "".join(f"{name:>12}" for name in names[1:]))
    for question in QUESTIONS:
        costs = [one.asked[question][0] for one in measured.values()]
        print_now(f"{question:<26}" + "".join(f"{cost / before:>12.2f}" for before, cost in zip(costs, costs[1:])))


def aims(shipped, one):
    """(what, how much it is, how much is aimed at), less is better."""
    ours, rival = ({name: asked[i] for name, asked in one.asked.items()} for i in range(2))
    page = "filtered, sorted page"
    return [("loading: 40 MB/s over MB/s", 40 / one.loading[0], 1), ("memory over JSON", one.loading[2], 2.5),
            ("a filtered, sorted page over the shipped record's", ours[page] / shipped.asked[page][0], 3),
            ("a filtered, sorted page over SQLite's", ours[page] / rival[page], 1),
            ("facets, in milliseconds of CPU", ours["facets of a collection"] / 1000, 5),
            ("a two-word search over bare FTS5's", ours["two-word search"] / rival["two-word search"], 1.2),
            ("last pages over first pages", ours["last pages"] / ours["first pages"], 1),
            ("last pages over first pages, filtered, sorted", ours["last of such pages"] / ours[page], 1)]


def print_aims(name, compared):
    print_now(f"\nat {name} records{'is':>52}{'aim':>8}")
    for what, figure, aim in compared:
        print_now(f"{what:<56}{figure:>10.2f}{aim:>8.1f}{'' if figure <= aim else '  missed'}")


def measure(given, folder):
    """Measures all sizes and prints them; returns what is far beyond its aim at the last of them."""
    measured = {}
    for records, meetings in {0: 0, **SIZES}.items():
        if records > given.most:
            continue
        name = f"{records:,}" if records else "shipped"
        path = archive(folder, meetings) if records else SHIPPED
        measured[name] = Measured(given, path, "adopted" if records else "provisional")
        print_measured(name, path, measured[name], measured["shipped"])
    print_growth(measured)
    compared = aims(measured["shipped"], list(measured.values())[-1])
    print_aims(list(measured)[-1], compared)
    # The loading's own speed is the machine's as much as ours: it is printed, not checked.
    return [what for what, figure, aim in compared[1:] if figure > aim * CHECKED]


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split(" - ")[0].removeprefix("usage: "))
    parser.add_argument("program")
    parser.add_argument("rival")
    parser.add_argument("--most", type=int, default=max(SIZES))
    parser.add_argument("--archives")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for _ in range(ATTEMPTS if given.check else 1):
            missed = measure(given, given.archives or temporary)
            if not missed:
                return
    if given.check:
        raise SystemExit(f"scale: far beyond what is aimed at with {given.most:,} records: {'; '.join(missed)}")


main()
