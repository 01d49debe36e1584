#!/usr/bin/env python3
"""usage: allocations.py PROGRAM LIBRARY [STEPS] - checks that PROGRAM answers right or reports an error, whichever allocation fails.

LIBRARY (failing_allocations.c) is loaded before the program. It makes the N-th allocation of the program and its libraries fail,
alone or with all later ones. N runs from 1 to the number of allocations in a case, through about STEPS values (default 6), or all
if STEPS is "all"."""
import contextlib
import http.client
import http.server
import json
import mmap
import os
import select
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))
from served import PATIENCE, end_with_test

ROOT = Path(__file__).parent.parent.parent.parent
TWO_MEETINGS = ROOT / "tests/cases/valid/two-meetings.json"
WITH_TIMES = ROOT / "tests/tools/formats/zoned.json"
FIRST = 32  # allocations of a start that fail one by one: they open the ports, whose errors are told by streams that need memory, too
KEPT_MAX = 40  # blocks that a case may leave allocated for later use, as for a thread's first request

TARGETS = ["/", "/meetings", "/papers/1", "/papers/1/presenters", "/papers.csv", "/papers.ndjson", "/papers.jsonld", "/papers.bib",
           "/papers.csl.json", "/papers.ris", "/people.popolo.json", "/meetings.ics", "/context.jsonld", "/papers?sort=-title&fields=title,presenters&include=presenters.represents",
           "/papers?presenters.country=PT,NO&facet=kind,topics", "/papers?q=tides&pretty=true", "/search?q=night+tide&type=paper", "/speakers",
           "/openapi.json", "/schema.json", "/docs", "/.well-known/api-catalog", "/livez", "/readyz?verbose", "/metrics", "/papers/", "/nothing",
           "/papers?limt=1&sort=nonsense", "/search?q=%22"]
TARGETS_WITH_TIMES = ["/meetings.ics", "/actions.ics", "/agenda_items/minutes.ics", "/sessions?start_date__gt=2026-11-01T01:30-04:00&sort=start_date"]
# libseccomp (2.5.4) does not notice if it has no memory for a rule. Its filter then denies more than it should, and the program
# ends before it serves, sometimes without a message.
WITHOUT_FILTER = "--sandbox=off"
CHANGING = ("/metrics", "/readyz?verbose")  # these differ from one answer to the next


class Control:
    """The shared memory with the library: struct control of failing_allocations.c."""

    SIZE = 40
    UNTIL, LASTING, REFUSED, LIVE, ASKED = (slice(at, at + 8) for at in range(0, 40, 8))

    def __init__(self, folder):
        self.path = folder / "control"
        self.path.write_bytes(bytes(self.SIZE))
        with open(self.path, "r+b") as file:
            self.map = mmap.mmap(file.fileno(), self.SIZE)
        self.at = self.lasting = 0

    def read(self, member):
        return struct.unpack("<q", self.map[member])[0]

    def wait_for_live_blocks(self, most):
        """Waits until at most `most` blocks are in use: a server frees a connection after its answer has arrived. Returns the number."""
        until = time.monotonic() + PATIENCE
        while self.read(self.LIVE) > most and time.monotonic() < until:
            time.sleep(0.02)
        return self.read(self.LIVE)

    def read_live_blocks(self):
        """The number of blocks in use, once it is the same for 0.3 s. If a busy machine delays the server, the number is too high, and
        the test expects less than it could."""
        last, since, begun = self.read(self.LIVE), time.monotonic(), time.monotonic()
        while time.monotonic() - since < 0.3 and time.monotonic() - begun < 10:
            time.sleep(0.02)
            now = self.read(self.LIVE)
            if now != last:
                last, since = now, time.monotonic()
        return last

    def write(self, member, value):
        self.map[member] = struct.pack("<q", value)

    def prepare(self, at, lasting):
        """Sets the allocation that fails after the next call of `fail`."""
        self.at, self.lasting = at, lasting
        for member in (self.UNTIL, self.REFUSED, self.ASKED):
            self.write(member, 0)

    def fail(self):
        self.write(self.LASTING, self.lasting)
        self.write(self.UNTIL, self.at)

    def relent(self):
        """Lets all allocations succeed from now on."""
        self.write(self.UNTIL, 0)


class Trial:
    def __init__(self, program, library, steps, folder):
        self.program, self.steps, self.folder = program, steps, folder
        self.control = Control(folder)
        self.environment = {**os.environ, "LD_PRELOAD": library, "FAILING_ALLOCATIONS": str(self.control.path),
                            "MALLOC_PERTURB_": "165"}  # uninitialised memory is not zero
        self.faults, self.count = [], 0

    def expect(self, holds, text):
        if not holds:
            self.faults.append(text)
            print(f"FAULT {text}", flush=True)

    def each(self, name, run, first=0):
        """Calls run(where) with failures of later and later allocations, until none fails; `where` names the failure. None of the first
        `first` allocations is left out."""
        begun = self.count
        for lasting in (False, True):
            self.control.prepare(1 << 40, False)
            run(f"{name}, without a failure")
            total = self.control.read(Control.ASKED)
            at, failed = 1, total > 0
            while failed:
                self.control.prepare(at, lasting)
                run(f"{name}, allocation {at} of {total}{' and all later ones' if lasting else ''}")
                failed = self.control.read(Control.REFUSED) > 0
                self.count += failed
                at += 1 if self.steps is None or at < first else max(1, total // self.steps)
        print(f"{name}: {self.count - begun} failures, of {total} allocations", flush=True)

    def start(self, *arguments, **options):
        return end_with_test(subprocess.Popen([self.program, *arguments, *([WITHOUT_FILTER] if arguments[0] == "serve" else [])],
                                              env=self.environment, stderr=subprocess.PIPE, **options))

    def run(self, *arguments):
        process = self.start(*arguments, stdout=subprocess.PIPE)
        try:
            output, errors = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            return None, "", process.communicate()[1].decode()
        return process.returncode, output.decode(), errors.decode()


def check_command(trial, name, arguments, status, said):
    """A command must succeed, or exit with 1 and only a message."""
    def run(where):
        trial.control.fail()
        got, output, errors = trial.run(*arguments)
        trial.control.relent()
        right = got == status and said in output + errors
        refused = got == 1 and errors.startswith("rapporteur: ")
        trial.expect(right or refused, f"{where}: status {got}, {errors.strip()[-300:]!r}")
    trial.each(name, run)


def wait_for_line(process, words):
    """Returns the next line of standard error that has one of the words, or "" at its end or after PATIENCE seconds."""
    until, line = time.monotonic() + PATIENCE, b""
    while time.monotonic() < until:
        if not select.select([process.stderr], [], [], 1)[0]:
            continue
        byte = os.read(process.stderr.fileno(), 1)
        if not byte:
            return ""
        line += byte
        if byte == b"\n":
            if any(word in line for word in words) and b"sandbox" not in line:
                return line.decode()
            line = b""
    return ""


def ask(port, target):
    """Returns (status, body), or None if there is no complete answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", target)
        response = connection.getresponse()
        return response.status, response.read()
    except TimeoutError:
        return "silence", b""
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def end(trial, process, where):
    process.send_signal(signal.SIGTERM)
    try:
        status = process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        status = "silence"
    trial.expect(status == 0, f"{where}: the exit status after SIGTERM is {status}")


def start_server(trial, *arguments, **options):
    process = trial.start("serve", "--listen", "127.0.0.1:0", "--threads", "1", *arguments, **options)
    line = wait_for_line(process, [b" serving "])
    if not line:
        raise SystemExit("allocations: the server does not start")
    return process, int(line.rsplit(":", 1)[1])


def check_start(trial, name, *arguments):
    """The server must serve the record, or exit with 1 and a message."""
    def run(where):
        trial.control.fail()
        process = trial.start("serve", "--listen", "127.0.0.1:0", *arguments, stdout=subprocess.DEVNULL)
        said = line = wait_for_line(process, [b"rapporteur: "])
        trial.control.relent()
        if " serving " not in line:  # it ends, or retries
            line = wait_for_line(process, [b" serving "])
        if " serving " in line:
            answer = ask(int(line.rsplit(":", 1)[1]), "/papers?limit=1")
            trial.expect(answer and answer[0] == 200, f"{where}: {answer}")
            end(trial, process, where)
            return
        try:
            status = process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            status = "silence"
        trial.expect(status == 1 and said, f"{where}: status {status}, {said!r}")
    trial.each(name, run, FIRST)


@contextlib.contextmanager
def served_file(path):
    """Serves a file for a while; gives its URL."""
    class Answering(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = path.read_bytes()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/record.json"
        server.shutdown()


def is_right(target, answer, right):
    """Reports whether there is no answer, the right one, or a 500 or 503."""
    if answer is None:
        return True
    status, body = answer
    if status in (500, 503):
        return not body.startswith(b"{") or json.loads(body)["status"] == status
    return status == right[0] if target in CHANGING else answer == right


def check_requests(trial, data, cache, targets):
    """Each answer must be right or an error, and the next one right."""
    process, port = start_server(trial, "--data", data, "--cache-bytes", cache)
    right = [{target: ask(port, target) for target in targets} for _ in range(2)][0]
    live = trial.control.read_live_blocks()
    for target in targets:
        def run(where, target=target):
            trial.control.fail()
            answer = ask(port, target)
            trial.control.relent()
            again = ask(port, target)
            trial.expect(is_right(target, answer, right[target]), f"{where}: {answer and (answer[0], answer[1][:200])}")
            trial.expect(again and is_right(target, again, right[target]) and again[0] == right[target][0], f"{where}: the next answer is {again and again[0]}")
        trial.each(f"GET {target}", run)
    kept = trial.control.wait_for_live_blocks(live + KEPT_MAX) - live
    trial.expect(kept <= KEPT_MAX, f"{kept} blocks are not freed")
    end(trial, process, "after all requests")


def check_reloads(trial, folder):
    """The server must serve the old record or the new one, complete."""
    data, new = folder / "served.json", folder / "new"
    record = json.loads(TWO_MEETINGS.read_text())
    generations = {"made": 0, "served": 1}

    def publish():
        generations["made"] += 1
        record["meetings"][0]["summary"] = f"Generation {generations['made']}."
        new.write_text(json.dumps(record))
        os.replace(new, data)

    publish()
    process, port = start_server(trial, "--data", str(data))

    def run(where):
        publish()
        trial.control.fail()
        process.send_signal(signal.SIGHUP)
        line = wait_for_line(process, [b"serving version"])
        trial.control.relent()
        if "rapporteur: serving" in line:
            generations["served"] = generations["made"]
        answer = ask(port, "/meetings")
        right = answer and answer[0] == 200 and f"Generation {generations['served']}." in answer[1].decode()
        trial.expect(line and right, f"{where}: {line!r}, {answer and answer[1][:300]}")
    run("before the failures")
    live = trial.control.read_live_blocks()
    trial.each("a new record", run)
    run("after the failures")
    kept = trial.control.wait_for_live_blocks(live + KEPT_MAX) - live
    trial.expect(kept <= KEPT_MAX, f"{kept} blocks are not freed after reloads")
    end(trial, process, "after all reloads")


def check_stops(trial):
    """The exit status after SIGTERM must be 0, whichever allocation fails."""
    def run(where):
        process, port = start_server(trial, "--data", str(TWO_MEETINGS), "--access-log=json", stdout=subprocess.DEVNULL)
        ask(port, "/papers")
        trial.control.fail()
        end(trial, process, where)
        trial.control.relent()
    trial.each("the end", run)


def main(program, library, steps="6"):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        trial = Trial(program, library, None if steps == "all" else int(steps), folder)
        faulty = folder / "faulty.json"
        faulty.write_text('{"topics": [{"id": "a"}]}')
        check_command(trial, "check", ["check", str(TWO_MEETINGS)], 0, "")
        check_command(trial, "check of times", ["check", str(WITH_TIMES)], 0, "")
        check_command(trial, "check of a faulty file", ["check", str(faulty)], 65, "/topics/0")
        check_start(trial, "start", "--data", str(TWO_MEETINGS))
        check_start(trial, "start with more flags", "--data", str(TWO_MEETINGS), "--watch", "--access-log",
                    "--admin-listen", "127.0.0.1:0")
        with served_file(TWO_MEETINGS) as url:
            (folder / "state").mkdir()
            check_start(trial, "start from a URL", "--data", url, "--state", str(folder / "state"))
        check_requests(trial, str(TWO_MEETINGS), "0", TARGETS)
        check_requests(trial, str(WITH_TIMES), "0", TARGETS_WITH_TIMES)
        check_reloads(trial, folder)
        check_stops(trial)
    print(f"{trial.count} failures of an allocation, {len(trial.faults)} faults")
    return 1 if trial.faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
