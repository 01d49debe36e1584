#!/usr/bin/env python3
"""usage: clock_and_threads.py PROGRAM LIBRARY - tests the server while the system clock jumps by years, and when a thread cannot be
started.

Loads LIBRARY (clock_and_threads.c) before the program. Prints each test; the exit status is 1 if one fails. All traffic is on the
loopback interface."""
import email.utils
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "documents"))
from served import PATIENCE, end_with_test, start_server

PROGRAM, LIBRARY = sys.argv[1:]
TWO_MEETINGS = HERE.parent.parent / "cases/valid/two-meetings.json"
IDLE, ASKED = 3, 1000
FAULTS = []


def expect(holds, text):
    if not holds:
        FAULTS.append(text)
        print(f"FAULT {text}", flush=True)


def disturbed(**variables):
    return {**os.environ, **variables, "LD_PRELOAD": str(Path(LIBRARY).resolve())}


def fetch(connection, path):
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read(), answer.headers


def keep_reading(process):
    threading.Thread(target=lambda: process.said.extend(process.stderr), daemon=True).start()


def end(process):
    process.send_signal(signal.SIGTERM)
    try:
        return process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        return "silence"


def check_answers(connection):
    """Answers must not change while the clock jumps. Dates change, but must be valid."""
    expected, years = fetch(connection, "/papers?limit=5")[:2], set()
    for _ in range(ASKED):
        status, body, fields = fetch(connection, "/papers?limit=5")
        expect((status, body) == expected, f"while the clock jumps the answer is {status}")
        date = fields["Date"] and email.utils.parsedate(fields["Date"])
        expect(date or not fields["Date"], f"a date is {fields['Date']}")
        years.add(date[0] if date else None)
    expect(len(years) > 2, f"the clock did not jump: {years}")
    figures = [line for line in fetch(connection, "/metrics")[1].decode().splitlines() if not line.startswith("#")]
    expect(all(re.search(r" -?[\d.e+-]+$", line) for line in figures), "a metric is not a number")
    return years


def check_reloads(process, connection, record):
    before = fetch(connection, "/")[2]["ETag"]
    record.write_text(record.read_text().replace("Tide", "Ebb"))
    process.send_signal(signal.SIGHUP)
    limit = time.monotonic() + PATIENCE
    while fetch(connection, "/")[2]["ETag"] == before and time.monotonic() < limit:
        time.sleep(0.05)
    expect(fetch(connection, "/")[2]["ETag"] != before, "while the clock jumps a new record is not served")


def check_silence(address):
    """A silent connection must be closed, and not before IDLE seconds."""
    begun = time.monotonic()
    silent = socket.create_connection(address, PATIENCE)
    silent.recv(1)
    kept = time.monotonic() - begun
    expect(IDLE - 1.5 < kept, f"while the clock jumps a silent connection is closed after {kept:.1f} s, not {IDLE}")
    return kept


def check_clock(folder):
    record = Path(shutil.copy(TWO_MEETINGS, folder))
    process, address = start_server(PROGRAM, "--data", str(folder), "--idle-seconds", str(IDLE), env=disturbed(JUMPING_CLOCK="1"))
    keep_reading(process)
    host, port = address.split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=PATIENCE)
    years = check_answers(connection)
    check_reloads(process, connection, record)
    kept = check_silence((host, int(port)))
    status = end(process)
    expect(status == 0, f"while the clock jumps the exit status after SIGTERM is {status}")
    print(f"the clock jumps: {ASKED} answers in {len(years)} years, a reload, a silent connection closed after {kept:.1f} s")


def start_with_failing_thread(at, folder):
    """Starts a server, sends one request, and stops it. Returns its exit status, its messages and the status of the answer."""
    process = end_with_test(subprocess.Popen(
        [PROGRAM, "--listen", "127.0.0.1:0", "--admin-listen", "127.0.0.1:0", "--threads", "3", "--access-log", "--data", str(folder)],
        env=disturbed(FAILING_THREAD=str(at)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True))
    said, answer = [], None
    for line in process.stderr:
        said.append(line)
        found = re.search(r"serving .* on http://127.0.0.1:(\d+)$", line)
        if found:
            answer = fetch(http.client.HTTPConnection("127.0.0.1", int(found.group(1)), timeout=PATIENCE), "/papers")[0]
            process.send_signal(signal.SIGTERM)
    return process.wait(PATIENCE), "".join(said), answer


def check_threads(folder):
    """Without a thread the server must answer, or name what it cannot start and exit with 1."""
    for copy in range(4):  # several files, since each thread reads one
        Path(folder, f"{copy}.json").write_text('{"documents": [{"id": "%d", "title": "T", "sources": [{"document": "%d"}]}]}' % (copy, copy))
    served = refused = 0
    while True:
        at = served + refused + 1
        status, said, answer = start_with_failing_thread(at, folder)
        if "no thread\n" not in said:
            break
        with_message = status == 1 and answer is None and "cannot" in said
        expect(answer == 200 and status == 0 or with_message, f"without thread {at} the answer is {answer}, the exit status {status}, the output\n{said}")
        served, refused = served + (answer == 200), refused + (answer != 200)
    expect(answer == 200 and status == 0, f"with all threads the answer is {answer}, the exit status {status}")
    print(f"a thread cannot be started, each of {served + refused} in turn: served without it {served} times, refused with a message {refused} times")


def main():
    for check in (check_clock, check_threads):
        with tempfile.TemporaryDirectory() as folder:
            check(folder)
    print(f"{len(FAULTS)} faults")
    return 1 if FAULTS else 0


sys.exit(main())
