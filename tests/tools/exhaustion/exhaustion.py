#!/usr/bin/env python3
"""usage: exhaustion.py PROGRAM [--seconds N] [--connections N] - what other clients see while somebody uses up connections,
descriptors or disks, and whether all is given back.

slowhttptest attacks for N seconds in each of its four ways (8 if left out); N connections (2,000) are opened that say nothing.
Meanwhile a client asks for a list, now on a kept connection, now on a new one: every answer must be right, and 99 in 100 must be
there within 100 ms - unless the machine is so busy that it takes a third of that without an attack, which is then said. Prints a table; exit status 1 where
something does not hold. All traffic is on the loopback interface."""
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
from served import start_server

ASKED = "/papers?limit=5"
SOON = 0.1  # seconds
PATIENCE = 60
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

    def is_level(self, descriptors):
        """Whether all connections are given back, soon."""
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
        expect(status == 0, f"{where}: SIGTERM ends the server with {status}")


class Visitor(threading.Thread):
    """Somebody else who asks, until it is told to stop."""

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


def attack(server, name, calm, act):
    """Acts while a visitor asks; then everything must be as it was before."""
    before, resident = server.descriptors(), server.resident()
    with visited(server) as visitor:
        said = act()
    level = server.is_level(before)
    row(name, visitor, f"{said}; {server.resident() - resident:+} kB")
    expect(visitor.wrong == 0, f"{name}: {visitor.wrong} requests of others went wrong")
    expect(visitor.p99() < SOON or calm > SOON / 3, f"{name}: others waited {visitor.p99() * 1000:.0f} ms, and {calm * 1000:.0f} ms without")
    expect(level, f"{name}: {server.descriptors()} descriptors are open, {before} were before")
    expect(server.ask() == server.right, f"{name}: then it does not answer right")


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
        for at in range(count):  # from many addresses, as one has its share only
            try:
                opened.append(socket.create_connection(("127.0.0.1", server.port), PATIENCE, (f"127.0.1.{1 + at % 100}", 0)))
            except OSError:
                break
        time.sleep(2)
        held = server.metric("rapporteur_connections_open")
        for one in opened:
            one.close()
        expect(held >= count, f"of {count} silent connections {held:.0f} were held")
        return f"{held:.0f} held"
    return act


def check_attacks(given):
    server = Server(given.program, "--connections", str(given.connections + 1000), "--idle-seconds", "5")
    print(f"{'':<34}{'requests':>9}{'wrong':>7}{'p99 ms':>10}")
    with visited(server) as visitor:
        time.sleep(given.seconds / 2)
    calm = visitor.p99()
    row("nobody else", visitor, "too busy a machine to say more of times" if calm > SOON / 3 else "")
    if shutil.which("slowhttptest"):
        for name, how in {"slow header": ["-H"], "slow body": ["-B"], "ranges": ["-R"], "slow read": ["-X", "-k", "3", "-n", "1"]}.items():
            attack(server, name, calm, slowly(server, *how, seconds=given.seconds))
    else:
        print("slowhttptest is not there: its attacks are left out")
    attack(server, f"{given.connections} silent connections", calm, silent_connections(server, given.connections))
    server.stop("after all attacks")


def check_descriptors(program):
    """Without a descriptor for one more connection it waits, and does not spin."""
    limit = 64
    server = Server(program, "--threads", "1", "--per-address", "1000", "--idle-seconds", "3600",
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit)))
    before = server.descriptors()
    kept = server.connect()
    expect(server.ask(connection=kept) == server.right, "a kept connection is not answered")
    opened = []
    for _ in range(2 * limit):
        with contextlib.suppress(OSError):
            opened.append(socket.create_connection(("127.0.0.1", server.port), 5))
    begun, cpu = time.monotonic(), server.cpu_seconds()
    while time.monotonic() < begun + 2:
        with contextlib.suppress(OSError, http.client.HTTPException):
            expect(server.ask(connection=kept) == server.right, "without descriptors a kept connection is answered wrong")
        time.sleep(0.1)
    spent = (server.cpu_seconds() - cpu) / (time.monotonic() - begun)
    kept.close()
    for one in opened:
        one.close()
    level = server.is_level(before)
    print(f"without descriptors: {len(opened)} connections asked for, of {limit} descriptors; {spent * 100:.0f}% of a processor meanwhile")
    expect(spent < 0.5, "without descriptors it spins")
    expect(level and server.ask() == server.right, "with descriptors again it does not answer right")
    server.stop("without descriptors")


def check_start(program):
    """With each number of descriptors it serves, or says what it cannot do, and can be told to stop."""
    served, limits = 0, range(4, 24)
    for limit in limits:
        process = subprocess.Popen([program, "--listen", "127.0.0.1:0"], stderr=subprocess.PIPE, text=True,
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit)))
        said = ""
        for line in process.stderr:
            said += line
            if " on http" in line:
                process.send_signal(signal.SIGTERM)
                served += 1
        status = process.wait(PATIENCE)
        expect(status == 0 and " on http" in said or status == 1 and "cannot" in said,
               f"started with {limit} descriptors it ends with {status} and says {said}")
    print(f"started with each of {limits[0]} to {limits[-1]} descriptors: served with {served} of these limits, refused in words with the rest")


def check_full_disks(program, folder):
    with open("/dev/full", "wb") as full:
        server = Server(program, "--access-log", "--stop-seconds", "1", "--threads", "1", stdout=full)
        kept = server.connect()
        for _ in range(LOGGED):  # more than waits for there to be room again
            expect(server.ask(connection=kept, fields={"User-Agent": "x" * 3000}) == server.right, "with a full log it does not answer right")
        dropped = server.metric("rapporteur_access_log_dropped_lines_total")
        print(f"a log on a full disk: {dropped:.0f} lines dropped, of {LOGGED} long ones")
        expect(0 < dropped < LOGGED, "lines that cannot be written are not kept while there is room, and counted after")
        kept.close()
        server.stop("with its log on a full disk")

    def no_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    record = Path(__file__).parent.parent.parent / "cases/valid/two-meetings.json"
    origin = subprocess.Popen([sys.executable, "-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", record.parent, "0"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        port = re.search(r"port (\d+)", origin.stdout.readline()).group(1)
        state = folder / "state"
        state.mkdir()
        server = Server(program, "--data", f"http://127.0.0.1:{port}/{record.name}", "--state", str(state), preexec_fn=no_room)
        expect(server.right[0] == 200, "without room for its state it does not answer")
        said = [line for line in server.said if "cannot be written" in line]
        print(f"a state folder on a full disk: {(said or ['nothing is said'])[0].strip()}")
        expect(said, "that there is no room for the state is not said")
        server.stop("with its state on a full disk")
    finally:
        origin.terminate()
        origin.wait()


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split(" - ")[0].removeprefix("usage: "))
    parser.add_argument("program")
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--connections", type=int, default=2000)
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
