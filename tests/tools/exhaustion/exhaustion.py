#!/usr/bin/env python3
"""usage: exhaustion.py PROGRAM [--seconds N] [--connections N] [--times] - tests the server while connections, descriptors or disk space run out.

slowhttptest runs each of its four attacks for N seconds (default 8), and N silent connections (default 2,000) are opened. Meanwhile
another client requests a list, in turn on a persistent and on a new connection. Every answer must be right. With --times, for a
machine without other load, 99 in 100 must arrive within 100 ms. Afterwards everything must be freed. Prints a table; the exit status
is 1 if a test fails. All traffic is on the loopback interface."""
import argparse
import contextlib
import http.client
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))
from served import PATIENCE, end_with_test, start_server

ASKED = "/papers?limit=5"
SOON = 0.1  # seconds
LOGGED = 2000
FAULTS = []


def expect(holds, text):
    if not holds:
        FAULTS.append(text)
        print(f"FAULT {text}", flush=True)


class Server:
    def __init__(self, program, *arguments, **options):
        self.process, address = start_server(program, *arguments, **options)
        self.port = int(address.rsplit(":", 1)[1])
        self.said = self.process.said
        threading.Thread(target=lambda: self.said.extend(self.process.stderr), daemon=True).start()
        self.right = self.ask()

    def ask(self, path=ASKED, connection=None, fields=None):
        own = connection or self.connect()
        own.request("GET", path, headers=fields or {})
        answer = own.getresponse()
        body = answer.read()
        if not connection:
            own.close()
        return answer.status, body

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def metric(self, name):
        return float(re.search(rf"^{name} (\S+)$", self.ask("/metrics")[1].decode(), re.M).group(1))

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident(self):
        return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.process.pid}/status").read_text()).group(1))

    def frees_descriptors(self, descriptors):
        """Reports whether the server soon has no more open descriptors than that."""
        end = time.monotonic() + PATIENCE
        while self.descriptors() > descriptors and time.monotonic() < end:
            time.sleep(0.1)
        return self.descriptors() <= descriptors

    def stop(self, where):
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = "silence"
        expect(status == 0, f"{where}: the exit status after SIGTERM is {status}")


class Visitor(threading.Thread):
    """Another client, which sends requests until `stopped` is set."""

    def __init__(self, server):
        super().__init__()
        self.server, self.seconds, self.wrong, self.stopped = server, [], 0, threading.Event()

    def run(self):
        kept = self.server.connect()
        while not self.stopped.wait(0.01):
            begun = time.monotonic()
            try:
                answer = self.server.ask(connection=kept if len(self.seconds) % 2 else None)
            except (OSError, http.client.HTTPException) as error:
                kept, answer = self.server.connect(), error
            self.seconds.append(time.monotonic() - begun)
            self.wrong += answer != self.server.right

    def p99(self):
        return sorted(self.seconds)[len(self.seconds) * 99 // 100]


@contextlib.contextmanager
def visited(server):
    visitor = Visitor(server)
    visitor.start()
    try:
        yield visitor
    finally:
        visitor.stopped.set()
        visitor.join()


def row(name, visitor, more=""):
    print(f"{name:<34}{len(visitor.seconds):>9}{visitor.wrong:>7}{visitor.p99() * 1000:>10.1f}  {more}", flush=True)


def attack(server, name, times, act):
    """Runs `act` while a visitor sends requests. Afterwards everything must be as it was before."""
    before, resident = server.descriptors(), server.resident()
    with visited(server) as visitor:
        said = act()
    freed = server.frees_descriptors(before)
    row(name, visitor, f"{said}; {server.resident() - resident:+} kB")
    expect(visitor.wrong == 0, f"{name}: {visitor.wrong} wrong answers to the other client")
    expect(not times or visitor.p99() < SOON, f"{name}: the other client waited {visitor.p99() * 1000:.0f} ms")
    expect(freed, f"{name}: {server.descriptors()} descriptors are open; {before} were open before")
    expect(server.ask() == server.right, f"{name}: the answer afterwards is wrong")


def slowly(server, *how, seconds):
    def act():
        run = subprocess.run(["slowhttptest", *how, "-c", "500", "-r", "250", "-l", str(seconds), "-i", "1", "-v", "1", "-u",
                              f"http://127.0.0.1:{server.port}{ASKED}"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                             timeout=seconds * 10 + PATIENCE)
        end = re.search(r"Exit status:\s*(.*)", re.sub(r"\x1b\[[0-9;]*m", "", run.stdout + run.stderr))
        return end.group(1).strip() if end else "500 connections"
    return act


def silent_connections(server, count):
    def act():
        opened = []
        for at in range(count):  # from many addresses, since each has a limit
            try:
                opened.append(socket.create_connection(("127.0.0.1", server.port), PATIENCE, (f"127.0.1.{1 + at % 100}", 0)))
            except OSError:
                break
        until = time.monotonic() + PATIENCE
        while (held := server.metric("rapporteur_connections_open")) < count and time.monotonic() < until:
            time.sleep(0.1)
        for one in opened:
            one.close()
        expect(held >= count, f"only {held:.0f} of {count} silent connections are open")
        return f"{held:.0f} open"
    return act


def check_attacks(given):
    server = Server(given.program, "--connections", str(given.connections + 1000), "--idle-seconds", "5", "--head-seconds", "60")
    print(f"{'':<34}{'requests':>9}{'wrong':>7}{'p99 ms':>10}")
    with visited(server) as visitor:
        time.sleep(given.seconds / 2)
    row("no attack", visitor)
    if shutil.which("slowhttptest"):
        for name, how in {"slow header": ["-H"], "slow body": ["-B"], "ranges": ["-R"], "slow read": ["-X", "-k", "3", "-n", "1"]}.items():
            attack(server, name, given.times, slowly(server, *how, seconds=given.seconds))
    else:
        print("skipped: exhaustion: four attacks: slowhttptest is not installed")
    server.stop("after all attacks")
    server = Server(given.program, "--connections", str(given.connections + 1000), "--idle-seconds", "3600")
    attack(server, f"{given.connections} silent connections", given.times, silent_connections(server, given.connections))
    server.stop("after silent connections")


def check_descriptors(program):
    """Without a descriptor for another connection the server must wait, not spin."""
    limit = 64
    server = Server(program, "--threads", "1", "--per-address", "1000", "--idle-seconds", "3600", "--head-seconds", "3600",
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit)))
    before = server.descriptors()
    kept = server.connect()
    expect(server.ask(connection=kept) == server.right, "an open connection is not answered")
    opened = []
    for _ in range(2 * limit):
        with contextlib.suppress(OSError):
            opened.append(socket.create_connection(("127.0.0.1", server.port), 5))
    begun, cpu = time.monotonic(), server.cpu_seconds()
    while time.monotonic() < begun + 2:
        with contextlib.suppress(OSError, http.client.HTTPException):
            expect(server.ask(connection=kept) == server.right, "without descriptors the answer on an open connection is wrong")
        time.sleep(0.1)
    spent = (server.cpu_seconds() - cpu) / (time.monotonic() - begun)
    kept.close()
    for one in opened:
        one.close()
    freed = server.frees_descriptors(before)
    print(f"without descriptors: {len(opened)} connections with {limit} descriptors; {spent * 100:.0f}% of a processor meanwhile")
    expect(spent < 0.5, "without descriptors the server spins")
    expect(freed and server.ask() == server.right, "the answer is wrong after descriptors are available again")
    server.stop("without descriptors")


def check_start(program):
    """With any limit of descriptors the server must serve and stop, or exit with 1 and a message."""
    served, limits = 0, range(4, 24)
    for limit in limits:
        process = end_with_test(subprocess.Popen([program, "--listen", "127.0.0.1:0"], stderr=subprocess.PIPE, text=True,
                                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))))
        said = ""
        for line in process.stderr:
            said += line
            if " on http" in line:
                process.send_signal(signal.SIGTERM)
                served += 1
        status = process.wait(PATIENCE)
        expect(status == 0 and " on http" in said or status == 1 and "cannot" in said,
               f"with {limit} descriptors the exit status is {status}, the output {said}")
    print(f"started with {limits[0]} to {limits[-1]} descriptors: served with {served} of these limits, refused with a message with the others")


def check_full_disks(program, folder):
    with open("/dev/full", "wb") as full:
        server = Server(program, "--access-log", "--stop-seconds", "1", "--threads", "1", stdout=full)
        kept = server.connect()
        for _ in range(LOGGED):  # more than the ring buffer of the log can store
            expect(server.ask(connection=kept, fields={"User-Agent": "x" * 3000}) == server.right, "the answer is wrong if the log cannot be written")
        dropped = server.metric("rapporteur_access_log_dropped_lines_total")
        print(f"the log on a full disk: {dropped:.0f} of {LOGGED} long lines dropped")
        expect(0 < dropped < LOGGED, "the server must store lines while there is room, and drop and count the others")
        kept.close()
        server.stop("with its log on a full disk")

    def no_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    record = Path(__file__).parent.parent.parent / "cases/valid/two-meetings.json"
    origin = end_with_test(subprocess.Popen(
        [sys.executable, "-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", record.parent, "0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True))
    try:
        port = re.search(r"port (\d+)", origin.stdout.readline()).group(1)
        state = folder / "state"
        state.mkdir()
        server = Server(program, "--data", f"http://127.0.0.1:{port}/{record.name}", "--state", str(state), preexec_fn=no_room)
        expect(server.right[0] == 200, "the server does not answer if it cannot write its state")
        until = time.monotonic() + PATIENCE
        while not (said := [line for line in server.said if "cannot write" in line]) and time.monotonic() < until:
            time.sleep(0.1)
        print(f"a state folder on a full disk: {(said or ['no message'])[0].strip()}")
        expect(said, "the server does not report that it cannot write its state")
        server.stop("with its state on a full disk")
    finally:
        origin.terminate()
        origin.wait()


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split(" - ")[0].removeprefix("usage: "))
    parser.add_argument("program")
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--connections", type=int, default=2000)
    parser.add_argument("--times", action="store_true")
    given = parser.parse_args()
    needed = given.connections + 2000
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(needed, hard), hard))
    with tempfile.TemporaryDirectory() as folder:
        check_attacks(given)
        check_start(given.program)
        check_descriptors(given.program)
        check_full_disks(given.program, Path(folder))
    print(f"{len(FAULTS)} faults")
    return 1 if FAULTS else 0


sys.exit(main())
