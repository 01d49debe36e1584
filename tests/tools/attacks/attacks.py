#!/usr/bin/env python3
"""usage: attacks.py PROGRAM [--seconds N] [--data PATH] [--times] - attacks the server in every known way at once, for N seconds
(default 10), with its built-in record or the data at PATH.

Each attack runs on addresses of its own (127.0.1.0/24). Meanwhile another client, at 127.0.0.9, sends requests on a persistent and on new
connections, and a probe asks the admin listener. Every answer to them must be right. The bound of each attack must show. Afterwards
everything must be freed, and a minute later resident memory, besides the cache, must be within a fifth of that before. --times also
requires that 99 in 100 answers came within 100 ms, on a machine without other load. Prints a table; the exit status is 1 if anything
fails. All traffic is on the loopback interface."""
import argparse
import contextlib
import http.client
import random
import re
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))
from served import PATIENCE, start_server

HEAD_SECONDS, CONNECTIONS, PER_ADDRESS = 1, 256, 64
FLAGS = ["--head-seconds", str(HEAD_SECONDS), "--connections", str(CONNECTIONS), "--per-address", str(PER_ADDRESS), "--threads", "2",
         "--admin-listen", "127.0.0.1:0"]
COSTLY = ["/search?q=" + "+".join(f"{letter}*" for letter in "abcdefghijklmnopqrst"), "/search?q=" + "+".join(["a*"] * 40),
          "/discussions?" + "&".join(f"text__contains={word}" for word in ("a", "e", "i", "o", "u")),
          "/people?limit=1000&include=meetings,papers,sessions,discussions", "/papers?facet=topics,session,kind&q=e*&limit=1000",
          "/decisions?votes.ballots.person.country=JP&votes.ballots.option__not=no&facet=votes.ballots.person&include=movers,actions"]
LARGE = ["/discussions?limit=1000", "/people.csv", "/papers?limit=1000&include=presenters,session", "/discussions.ndjson", "/papers.ics",
         "/sessions.ics"]
REFUSED = [b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: abc\r\n\r\n",
           b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", b"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
           b"BREW / HTTP/1.1\r\nHost: a\r\n\r\n", b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{}"]
COOKIES = b"GET /livez-not HTTP/1.1\r\nHost: a\r\nCookie: " + b"; ".join(b"k%03d=%s" % (at, b"v" * 10) for at in range(200)) + b"\r\n\r\n"
MINUTE, GROWTH_MAX, SOON = 60, 1.2, 0.1
FAULTS = []


def expect(holds, text):
    if not holds:
        FAULTS.append(text)
        print(f"FAULT {text}", flush=True)


class Attack(threading.Thread):
    """Runs `once(attack)` again and again until the end, and counts."""

    def __init__(self, name, at, port, once, end):
        super().__init__(daemon=True)
        self.name, self.address, self.port, self.once, self.end = name, f"127.0.1.{at}", port, once, end
        self.tried = self.bounded = 0
        self.longest = 0.0

    def open(self, address=None, size=None):
        one = socket.socket()
        if size:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, size)
        one.bind((address or self.address, 0))
        one.settimeout(PATIENCE)
        one.connect(("127.0.0.1", self.port))
        return one

    def over(self):
        return time.monotonic() > self.end

    def run(self):
        while not self.over():
            try:
                self.once(self)
            except OSError:
                self.bounded += 1  # the server has closed or refused a connection
            self.tried += 1


def received(one):
    """Returns all bytes up to the end of the connection."""
    parts = []
    with contextlib.suppress(ConnectionResetError):
        while part := one.recv(65536):
            parts.append(part)
    return b"".join(parts)


def is_closed(one):
    try:
        return one.recv(1, socket.MSG_DONTWAIT) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def drip(attack):
    """Sends a head byte by byte; the connection must be closed in time."""
    with attack.open() as one:
        begun = time.monotonic()
        for byte in b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 10000:
            if attack.over():
                return
            with contextlib.suppress(OSError):
                one.send(bytes([byte]), socket.MSG_NOSIGNAL)
            if is_closed(one):
                attack.bounded += 1
                break
            time.sleep(0.2)
        attack.longest = max(attack.longest, time.monotonic() - begun)


def hold(attack):
    """Holds as many connections as four addresses may have, with a byte of a head each."""
    prefix, last = attack.address.rsplit(".", 1)
    held = []
    try:
        for at in range(4 * PER_ADDRESS):
            held.append(attack.open(f"{prefix}.{int(last) + at % 4}"))
            held[-1].send(b"G", socket.MSG_NOSIGNAL)
            if attack.over():
                break
        while not attack.over() and not all(is_closed(one) for one in held):
            time.sleep(0.1)
        attack.bounded += sum(is_closed(one) for one in held)
    finally:
        for one in held:
            one.close()


def half_close(attack):
    """Closes its side together with the request; the server must close the other side after its answer."""
    with attack.open() as one:
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 1)
        one.send(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        one.shutdown(socket.SHUT_WR)
        begun = time.monotonic()
        attack.bounded += received(one).startswith(b"HTTP/1.1 200")
        attack.longest = max(attack.longest, time.monotonic() - begun)
    time.sleep(0.05)


def refused(attack):
    """Sends malformed heads; each must get one head and the end of the connection."""
    for head in REFUSED:
        with attack.open() as one:
            one.send(head)
            answer = received(one)
            # Bytes that the server has not read may reset the connection before the answer is read.
            expect(len(re.findall(rb"HTTP/1\.1 \d{3}", answer)) <= 1, f"{head!r} is answered {answer!r}")
            attack.bounded += answer.startswith((b"HTTP/1.1 4", b"HTTP/1.1 5"))
    with attack.open() as one:
        one.send(COOKIES)
        expect(one.recv(12) in (b"HTTP/1.1 404", b""), "200 cookies are not answered")
    time.sleep(0.05)


def unread(attack):
    """Requests large answers and does not read them."""
    held = []
    try:
        for at in range(PER_ADDRESS // 2):
            held.append(attack.open(size=4096))
            for _ in range(20):
                held[-1].send(f"GET {LARGE[at % len(LARGE)]} HTTP/1.1\r\nHost: a\r\n\r\n".encode(), socket.MSG_NOSIGNAL)
        end = time.monotonic() + 5
        while not attack.over() and time.monotonic() < end:
            time.sleep(0.1)
    finally:
        for one in held:
            one.close()
        attack.bounded += len(held)


def costly(attack):
    """Sends requests that cost much; each must be answered, be it with 400 or 503."""
    for target in COSTLY:
        with attack.open() as one:
            one.send(f"GET {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
            attack.bounded += received(one).startswith(b"HTTP/1.1 ")


def burst(attack):
    """Sends costly requests on all connections that an address may have, of which none is cached, and reads only the status of each."""
    with contextlib.ExitStack() as stack:
        held = [stack.enter_context(attack.open(size=4096)) for _ in range(PER_ADDRESS - 1)]
        for at, one in enumerate(held):
            target = [*COSTLY, *LARGE][at % len(COSTLY + LARGE)]
            one.send(f"GET {target} HTTP/1.1\r\nHost: a\r\nAccept: */*, x/y{random.random()}\r\n\r\n".encode(), socket.MSG_NOSIGNAL)
        attack.bounded += sum(one.recv(9) == b"HTTP/1.1 " for one in held)


def churn(attack):
    """Opens and closes connections as fast as it can."""
    for _ in range(20):
        attack.open().close()
        attack.bounded += 1
    time.sleep(0.02)


ATTACKS = [("dripping heads", drip), ("four addresses hold connections", hold), ("half-closed connections", half_close),
           ("refused heads, cookies", refused), ("unread answers", unread), ("costly requests", costly),
           ("bursts of costly requests", burst), ("opened and closed", churn)]


class Visitor(threading.Thread):
    """A well-behaved client at an address of its own. It does not try again."""

    def __init__(self, port, path, end):
        super().__init__(daemon=True)
        self.port, self.path, self.end, self.seconds, self.lost = port, path, end, [], 0

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE, source_address=("127.0.0.9", 0))

    def ask(self, connection):
        connection.request("GET", self.path)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def run(self):
        kept = self.connect()
        right = self.ask(kept)
        while time.monotonic() < self.end:
            begun, own = time.monotonic(), None if len(self.seconds) % 2 else self.connect()
            try:
                same = self.ask(own or kept) == right
            except (OSError, http.client.HTTPException) as error:
                print(f"lost: {error!r} on {'a new' if own else 'the persistent'} connection", flush=True)
                kept, same = self.connect(), False
            self.lost += not same
            self.seconds.append(time.monotonic() - begun)
            if own:
                own.close()
            time.sleep(0.01)


def start(program, data):
    """Returns (process, port, port of the admin listener)."""
    process, address = start_server(program, *FLAGS, *(["--data", data] if data else []))
    admin = None
    while not admin:
        admin = re.search(r"/metrics are on http://\S+:(\d+)", process.stderr.readline())
    threading.Thread(target=process.stderr.read, daemon=True).start()
    return process, int(address.rsplit(":", 1)[1]), int(admin.group(1))


def metrics(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", "/metrics")
    return connection.getresponse().read().decode()


def metric(port, name):
    return float(re.search(rf"^{re.escape(name)} (\S+)$", metrics(port), re.M).group(1))


def resident(process):
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text()).group(1))


def wait_for_record(port):
    """Waits until the record is loaded, and requests all that the attacks request, so that the indexes for it exist."""
    for target in [*COSTLY, *LARGE]:
        status = 503
        while status == 503:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            connection.request("GET", target)
            answer = connection.getresponse()
            status = answer.status
            answer.read()
            time.sleep(0.1 if status == 503 else 0)


def check_memory(process, admin, before):
    limit = time.monotonic() + MINUTE
    while (after := resident(process) - metric(admin, "rapporteur_cache_bytes") / 1024) > GROWTH_MAX * before and time.monotonic() < limit:
        time.sleep(1)
    print(f"resident memory besides the cache: {before:.0f} kB before, {after:.0f} kB after the attacks")
    expect(after <= GROWTH_MAX * before, "memory is not returned within a minute")


def check_end(process, port, admin, before):
    limit = time.monotonic() + PATIENCE
    while metric(admin, "rapporteur_connections_open") > 0 and time.monotonic() < limit:
        time.sleep(0.1)
    expect(metric(admin, "rapporteur_connections_open") == 0, "connections are open after the attacks")
    for reason in ("late_head", "made_room"):
        count = metric(admin, f'rapporteur_connections_ended_total{{reason="{reason}"}}')
        print(f"{count:.0f} connections ended by the server: {reason}")
        expect(count > 0, f"no connection was ended with the reason {reason}")
    check_memory(process, admin, before)
    process.send_signal(signal.SIGTERM)
    try:
        status = process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        status = "silence"
    expect(status == 0, f"the exit status is {status}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split(" - ")[0].removeprefix("usage: "))
    parser.add_argument("program")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--data")
    parser.add_argument("--times", action="store_true")
    given = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard), hard))
    process, port, admin = start(given.program, given.data)
    wait_for_record(port)
    before = resident(process) - metric(admin, "rapporteur_cache_bytes") / 1024
    end = time.monotonic() + given.seconds
    visitors = {"a client": Visitor(port, "/papers?limit=5", end), "a probe of the admin listener": Visitor(admin, "/livez", end)}
    attacks = [Attack(name, 10 * at + 10, port, once, end) for at, (name, once) in enumerate(ATTACKS)]
    attacks.append(Attack("dripping heads on the admin listener", 200, admin, hold, end))
    for one in [*visitors.values(), *attacks]:
        one.start()
    for one in [*visitors.values(), *attacks]:
        one.join(given.seconds + PATIENCE)
        expect(not one.is_alive(), f"{one.name} has not ended")
    print(f"{'':<40}{'tried':>9}{'bounded':>9}{'longest':>9}")
    for one in attacks:
        print(f"{one.name:<40}{one.tried:>9}{one.bounded:>9}{one.longest:>8.1f}s")
        expect(one.bounded > 0, f"{one.name}: no bound shows")
    for name, one in visitors.items():
        seconds = sorted(one.seconds)
        latest = seconds[len(seconds) * 99 // 100]
        print(f"{name}: {len(seconds)} requests, {one.lost} lost, 99 in 100 within {latest * 1000:.0f} ms")
        expect(latest <= SOON or not given.times, f"{name} is not answered in time")
        expect(one.lost == 0 and len(seconds) > 2, f"{name}: {one.lost} of {len(seconds)} requests are lost")
    check_end(process, port, admin, before)
    print(f"{len(FAULTS)} faults")
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
