#!/usr/bin/env python3
"""usage: caches.py PROGRAM - tests that nginx, Varnish and Apache store answers and ask whether they are current, as --cache-control
says, with the configurations of docker/. All are on the loopback address. Prints a line for each promise; the exit status is 1 if one
is broken. Needs apache2-bin, nginx and varnish."""
import gzip
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))
from served import PATIENCE, end_with_test, free_port, start_server

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = Path(__file__).resolve().parents[3]
KEPT = "public, max-age=3600"  # no test takes so long
SHORT = "public, max-age=1, stale-while-revalidate=3600, stale-if-error=3600"
passed = failed = 0


def expect(what, holds, seen=""):
    global passed, failed
    passed, failed = passed + bool(holds), failed + (not holds)
    print(f"{'ok' if holds else 'not ok'} - {what}{'' if holds else f': {seen}'}", flush=True)


def wait_until(what, holds):
    """Waits for something, and counts it as a promise."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if holds():
                expect(what, True)
                return
        except (OSError, http.client.HTTPException):
            pass
        time.sleep(0.1)
    expect(what, False, f"not within {PATIENCE} s")


class Answer:
    def __init__(self, port, path, method="GET", **fields):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        fields = {"Accept": "*/*", "Accept-Encoding": "identity", **{name.replace("_", "-"): value for name, value in fields.items()}}
        connection.request(method, path, headers=fields)
        answer = connection.getresponse()
        self.status, self.fields, self.body = answer.status, answer.headers, answer.read()
        self.type = self.fields.get_content_type()
        connection.close()

    def __str__(self):
        return f"{self.status} {dict(self.fields)} {self.body[:80]}"


class Server:
    """The program with a record of its own, whose access log tells what reached it."""

    def __init__(self, folder, directives):
        self.record, self.log, self.marks = Path(folder) / "record.json", open(Path(folder) / "access.log", "w+b"), 0
        self.content = json.load(open(ROOT / "data/beijing-2006.json", encoding="utf-8"))
        self.put("First.")
        self.process, address = start_server(PROGRAM, "--data", str(self.record), "--cache-control", directives, "--url",
                                             "https://record.example.org", "--access-log",
                                             "--trust-proxy", "127.0.0.0/8", "--per-address", "96", stdout=self.log)
        self.port = int(address.rsplit(":", 1)[1])

    def put(self, summary):
        self.content["meetings"][0]["summary"] = summary
        new = self.record.with_suffix(".new")
        new.write_text(json.dumps(self.content), encoding="utf-8")
        new.rename(self.record)

    def publish(self, summary):
        self.put(summary)
        self.process.send_signal(signal.SIGHUP)

    def seen(self, path):
        """Returns the status of each request for a path that has reached the server."""
        self.marks += 1
        mark = f"/livez?mark={self.marks}"
        Answer(self.port, mark)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.log.seek(0)
            lines = self.log.read().decode()
            if mark in lines:
                return re.findall(rf'"(?:GET|HEAD) {re.escape(path)} HTTP/1\.[01]" (\d+)', lines)
            time.sleep(0.02)
        raise SystemExit(f"caches: the access log lacks {mark}")


def configure(name, folder, changes):
    """Writes a configuration of docker/ with other places."""
    text = (ROOT / "docker" / name).read_text(encoding="utf-8")
    for old, new in changes.items():
        if old not in text:
            raise SystemExit(f"caches: docker/{name} lacks {old}")
        text = text.replace(old, new)
    path = Path(folder) / name
    path.write_text(text, encoding="utf-8")
    return path


def start(command, port, log):
    process = end_with_test(subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True))
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            Answer(port, "/livez")
            return process
        except OSError:
            time.sleep(0.05)
    log.seek(0)
    raise SystemExit(f"caches: {command[0]} did not start: {log.read().decode()}")


def start_nginx(folder, port, upstream, log):
    site = configure("nginx-cache.conf", folder, {"/var/cache/nginx/rapporteur": f"{folder}/stored", "listen 8081": f"listen 127.0.0.1:{port}",
                                                  "127.0.0.1:8080": f"127.0.0.1:{upstream}"})
    temporary = " ".join(f"{kind}_temp_path {folder};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    main = Path(folder) / "nginx.conf"
    main.write_text(f"worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;\n"
                    f"events {{ worker_connections 64; }}\nhttp {{ access_log off; {temporary} include {site}; }}\n", encoding="ascii")
    return start(["nginx", "-c", str(main), "-e", f"{folder}/nginx.log"], port, log)


def start_varnish(folder, port, upstream, log):
    vcl = configure("varnish.vcl", folder, {'.port = "8080"': f'.port = "{upstream}"'})
    return start(["varnishd", "-F", "-a", f"127.0.0.1:{port}", "-f", str(vcl), "-n", f"{folder}/varnish", "-s", "malloc,16m",
                  "-p", "http_gzip_support=off", "-T", "none", "-j", "none"], port, log)


def start_apache(folder, port, upstream, log):
    for name in ("stored", "lock"):
        (Path(folder) / name).mkdir()
        (Path(folder) / name).chmod(0o777)  # Apache's processes are www-data's
    site = configure("apache-cache.conf", folder, {"Listen 8081": f"Listen 127.0.0.1:{port}", "*:8081": f"127.0.0.1:{port}",
                                                   "127.0.0.1:8080": f"127.0.0.1:{upstream}",
                                                   "/var/cache/apache2/rapporteur": f"{folder}/stored"})
    modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
                      for name in ("mpm_event", "authz_core", "cache", "cache_disk", "headers", "proxy", "proxy_http"))
    main = Path(folder) / "apache.conf"
    main.write_text(f"ServerName 127.0.0.1\nPidFile {folder}/apache.pid\nErrorLog {folder}/apache.log\nUser www-data\nGroup www-data\n"
                    f"DefaultRuntimeDir {folder}\nMutex pthread\n{modules}CacheLockPath {folder}/lock\nInclude {site}\n", encoding="ascii")
    return start(["apache2", "-f", str(main), "-DFOREGROUND"], port, log)


def check_storing(name, server, port):
    first, second = Answer(port, "/sessions"), Answer(port, "/sessions")
    seen = server.seen("/sessions")
    expect(f"{name}: an answer is stored, and sent again without asking", seen == ["200"] and second.body == first.body, seen)
    expect(f"{name}: the stored answer has the tag and the age", second.fields["ETag"] == first.fields["ETag"] and second.fields["Age"] is not None or
           second.fields["X-Cache"] == "HIT", second)
    same = Answer(port, "/sessions", If_None_Match=first.fields["ETag"])
    expect(f"{name}: a client that has the answer gets 304 from the cache", same.status == 304 and server.seen("/sessions") == ["200"], same)
    head = Answer(port, "/sessions", "HEAD")
    expect(f"{name}: HEAD is answered from what is stored", head.status == 200 and not head.body and head.fields["ETag"] == first.fields["ETag"], head)


def check_variants(name, server, port):
    kinds = {"text/html": "text/html", "*/*": "application/json", "text/csv": "text/csv"}
    for turn in ("first", "stored"):
        for accept, kind in kinds.items():
            answer = Answer(port, "/papers", Accept=accept)
            expect(f"{name}: Accept: {accept} gets {kind} ({turn})", answer.type == kind and answer.status == 200, answer)
    plain = Answer(server.port, "/people").body
    for turn in ("first", "stored"):
        for coding in ("gzip", "br", "identity"):
            answer = Answer(port, "/people", Accept_Encoding=coding)
            coded = answer.fields.get("Content-Encoding", "identity")
            body = gzip.decompress(answer.body) if coded == "gzip" else answer.body
            expect(f"{name}: Accept-Encoding: {coding} gets it ({turn})", coded == coding and (coding == "br" or body == plain), answer)

    def is_stored(accept):
        before = server.seen("/papers")
        Answer(port, "/papers", Accept=accept)
        return server.seen("/papers") == before
    # Apache stores nothing while it still writes another kind of the same path.
    wait_until(f"{name}: each kind is stored for itself", lambda: all([is_stored(accept) for accept in kinds]))


def check_not_stored(name, server, port):
    for _ in range(2):
        Answer(port, "/nothing")
    expect(f"{name}: an error is not stored", server.seen("/nothing") == ["404", "404"], server.seen("/nothing"))
    preview = Answer(port, "/proposals/1", User_Agent="Twitterbot/1.0")
    other = Answer(port, "/proposals/1")
    expect(f"{name}: a page for a preview is not sent to programs with the same Accept",
           preview.type == "text/html" and other.type == "application/json", other)


def check_client(name, server, port):
    """The server reads Forwarded before X-Forwarded-For, to which the cache adds. The client is on a trusted network here."""
    Answer(port, "/topics", Forwarded="for=203.0.113.9;proto=https", X_Forwarded_For="203.0.113.7")
    server.seen("/topics")
    server.log.seek(0)
    clients = re.findall(r'^(\S+) .*"GET /topics HTTP', server.log.read().decode(), re.MULTILINE)
    expect(f"{name}: a client cannot name another one by Forwarded", clients == ["203.0.113.7"], clients)


def check_revalidation(name, server, port):
    def summary():
        return Answer(port, "/meetings").body
    first = summary()
    wait_until(f"{name}: after its time the cache asks whether an answer is current, and gets 304",
               lambda: summary() == first and "304" in server.seen("/meetings"))
    server.publish("Second.")
    wait_until(f"{name}: a new record is sent after that time", lambda: b"Second." in summary())
    server.process.terminate()
    server.process.wait(PATIENCE)
    end = time.monotonic() + 2  # longer than max-age
    while time.monotonic() < end:
        time.sleep(0.1)
    stale = Answer(port, "/meetings")
    expect(f"{name}: a server that is down leaves its last answers", stale.status == 200 and b"Second." in stale.body, stale)


def check(name, start_cache):
    for directives, checks in ((KEPT, (check_storing, check_variants, check_not_stored, check_client)), (SHORT, (check_revalidation,))):
        with tempfile.TemporaryDirectory() as folder, open(Path(folder) / "log", "w+b") as log:
            os.chmod(folder, 0o755)
            server = Server(folder, directives)
            port = free_port()
            cache = start_cache(folder, port, server.port, log)
            for one in checks:
                one(name, server, port)
            for process in (cache, server.process):
                process.terminate()
                process.wait(PATIENCE)


for name, start_cache in (("nginx", start_nginx), ("Varnish", start_varnish), ("Apache", start_apache)):
    check(name, start_cache)
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
