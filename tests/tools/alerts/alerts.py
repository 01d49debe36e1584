#!/usr/bin/env python3
"""usage: alerts.py PROGRAM [ALERT...] - makes every alert of docker/alerts.yaml fire, and checks docker/dashboard.json and docs/runbook.md.

A real Prometheus scrapes real servers each second and evaluates the rules as they are in the file, except that "for" is one
second. A healthy server must fire none of them. Then each server is brought into the state that an alert is for, and the alert must
fire for that server. Of the dashboard, each expression must have a value, and each metric that the rules or the dashboard name must
be one of /metrics. Each alert must have a section of the runbook, and each section an alert."""
import http.client
import json
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
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path[0:0] = [str(Path(__file__).resolve().parent.parent / "documents")]
from served import PATIENCE, end_with_test, free_port, start_server

ROOT = Path(__file__).resolve().parent.parent.parent.parent
ALERTS, DASHBOARD, RUNBOOK = ROOT / "docker/alerts.yaml", ROOT / "docker/dashboard.json", ROOT / "docs/runbook.md"
RECORD = '{"topics": [{"id": "tide", "label": "%s"}]}'
INTERVAL = "1s"
failures = []
held = []  # sockets that stay open


def expect(right, said):
    if not right:
        failures.append(said)
        print(f"alerts: {said}", flush=True)


class Prometheus:
    """Prometheus with the rules, and the servers that it scrapes."""

    def __init__(self, folder):
        self.targets, self.folder = [], Path(folder)
        rules = re.sub(r"^(\s+for:).*$", r"\1 1s", ALERTS.read_text(), flags=re.MULTILINE)
        (self.folder / "alerts.yaml").write_text(rules)
        (self.folder / "prometheus.yml").write_text(
            f"global: {{scrape_interval: {INTERVAL}, scrape_timeout: {INTERVAL}, evaluation_interval: {INTERVAL}}}\n"
            "rule_files: [alerts.yaml]\n"
            "scrape_configs:\n- job_name: rapporteur\n  file_sd_configs: [{files: [targets.json], refresh_interval: 1s}]\n")
        self.write_targets()
        self.address = f"127.0.0.1:{free_port()}"
        held_port = self.address.rsplit(":", 1)[1]
        release(int(held_port))
        self.process = end_with_test(subprocess.Popen(
            ["prometheus", f"--config.file={self.folder}/prometheus.yml", f"--storage.tsdb.path={self.folder}/data",
             f"--web.listen-address={self.address}", "--log.level=warn"]))
        self.wait("Prometheus to answer", lambda: self.ask("/-/ready", raw=True))

    def write_targets(self):
        new = self.folder / "targets.new"
        new.write_text(json.dumps([{"targets": self.targets}]))
        new.rename(self.folder / "targets.json")

    def scrape(self, *addresses):
        self.targets += addresses
        self.write_targets()
        for address in addresses:
            self.wait(f"{address} to be scraped", lambda: self.query(f'up{{instance="{address}"}} == 1'))

    def ask(self, target, raw=False):
        try:
            connection = http.client.HTTPConnection(self.address, timeout=PATIENCE)
            connection.request("GET", target)
            answer = connection.getresponse()
            body = answer.read()
            return answer.status == 200 if raw else json.loads(body)
        except OSError:
            return None

    def query(self, expression):
        """Returns the samples, or None if the expression is wrong."""
        answer = self.ask("/api/v1/query?" + urllib.parse.urlencode({"query": expression}))
        return answer["data"]["result"] if answer and answer["status"] == "success" else None

    def fires(self):
        """Returns the alerts that fire, as (name, instance, all labels); an alert about all servers has no instance."""
        found = self.ask("/api/v1/alerts")["data"]["alerts"]
        return [(alert["labels"]["alertname"], alert["labels"].get("instance"), alert["labels"]) for alert in found
                if alert["state"] == "firing"]

    def wait(self, what, is_so):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if is_so():
                return True
            time.sleep(0.1)
        expect(False, f"waited in vain for {what}")
        return False

    def expect_alert(self, name, instance=None):
        began = time.monotonic()
        if self.wait(f"{name} of {instance}", lambda: any(one[:2] == (name, instance) for one in self.fires())):
            print(f"alerts: {name} fired after {time.monotonic() - began:.1f} s", flush=True)


def release(port):
    """Lets a program bind a port that free_port holds: Prometheus needs it for itself."""
    from served import HELD
    for one in list(HELD):
        if one.getsockname()[1] == port:
            one.close()
            HELD.remove(one)


class Origin(ThreadingHTTPServer):
    """A web server with a record, which fails when it is told to."""
    fails = False

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = b"" if self.server.fails else (RECORD % "Ebb").encode()
            self.send_response(500 if self.server.fails else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    def __init__(self):
        super().__init__(("127.0.0.1", 0), self.Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}/record.json"
        threading.Thread(target=self.serve_forever, daemon=True).start()


def get(address, target):
    host, port = address.rsplit(":", 1)
    connection = http.client.HTTPConnection(host, int(port), timeout=PATIENCE)
    connection.request("GET", target)
    answer = connection.getresponse()
    return answer.status, answer.read()


def send(address, target, receive_bytes=None):
    """Sends a request and does not read the answer."""
    host, port = address.rsplit(":", 1)
    client = socket.socket()
    if receive_bytes:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
    client.connect((host, int(port)))
    client.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    held.append(client)


def admin_of(server):
    """Returns the address of the admin listener, whose line follows the one with the main one."""
    found = re.search(r"/metrics are on http://(\S+)", server.stderr.readline())
    return found.group(1)


def restart(program, prometheus, server, address):
    for _ in range(3):
        before = prometheus.query(f'process_start_time_seconds{{instance="{address}"}}')[0]["value"][1]
        server.send_signal(signal.SIGTERM)
        server.wait(PATIENCE)
        server = end_with_test(subprocess.Popen([program, "--listen", address], stderr=subprocess.DEVNULL))
        prometheus.wait("the restarted server to be scraped", lambda: prometheus.query(
            f'process_start_time_seconds{{instance="{address}"}} > {before}'))
    return server


# Each function below brings a server into a state, and returns the instance for which the alert must fire.

def down(program, prometheus):
    server, address = start_server(program)
    prometheus.scrape(address)
    server.kill()
    return address


def not_ready(program, prometheus):
    address = f"127.0.0.1:{free_port()}"
    end_with_test(subprocess.Popen([program, "--listen", address, "--data", "http://127.0.0.1:1/record.json"],
                                   stderr=subprocess.DEVNULL))
    prometheus.scrape(address)
    return address


def restarts(program, prometheus):
    server, address = start_server(program)
    prometheus.scrape(address)
    restart(program, prometheus, server, address)
    return address


def load_failed(program, prometheus):
    record = prometheus.folder / "record.json"
    record.write_text(RECORD % "Ebb")
    server, address = start_server(program, "--data", str(record))
    prometheus.scrape(address)
    record.write_text("{")
    server.send_signal(signal.SIGHUP)
    return address


def state_failed(program, prometheus):
    """The folder for the copies is gone when new data are loaded."""
    record, state = prometheus.folder / "saved.json", prometheus.folder / "state"
    record.write_text(RECORD % "Ebb")
    state.mkdir()
    state.chmod(0o777)
    server, address = start_server(program, "--data", str(record), "--state", str(state))
    prometheus.scrape(address)
    state.rename(prometheus.folder / "away")
    record.write_text(RECORD % "Flow")
    server.send_signal(signal.SIGHUP)
    return address


def origin_fails(program, prometheus):
    origin = Origin()
    _, address = start_server(program, "--data", origin.url, "--refresh", "1")
    prometheus.scrape(address)
    origin.fails = True
    return address


def versions_differ(program, prometheus):
    record = prometheus.folder / "other.json"
    record.write_text(RECORD % "Flow")
    prometheus.scrape(start_server(program)[1], start_server(program, "--data", str(record))[1])


def refuses(program, prometheus):
    """The answer has more bytes than all answers together may have."""
    _, address = start_server(program, "--answer-bytes", "70000", "--cache-bytes", "0")
    prometheus.scrape(address)
    for _ in range(5):
        status, _ = get(address, "/discussions?limit=1000")
        expect(status == 503, f"an answer that is too large for --answer-bytes has the status {status}")
        time.sleep(1.2)  # so that the counter is scraped before it grows
    return address


def too_much_work(program, prometheus):
    """Like refuses, by the limit of work."""
    _, address = start_server(program, "--request-work", "1", "--data", str(prometheus.archive))
    prometheus.scrape(address)
    status, _ = get(address, "/discussions?limit=1000")
    expect(status == 400, f"an answer that takes too much work has the status {status}")
    return address


def connections_near_limit(program, prometheus):
    _, address = start_server(program, "--connections", "400")
    prometheus.scrape(address)
    for _ in range(350):
        held.append(socket.create_connection(tuple(address.rsplit(":", 1))))
    return address


def memory_near_limit(program, prometheus):
    """Nobody reads an answer that takes four fifths of the memory."""
    target = "/discussions?limit=1000"
    length = len(get(prometheus.large, target)[1])
    _, address = start_server(program, "--answer-bytes", str(length * 5 // 4), "--cache-bytes", "0", "--least-rate", "0",
                              "--data", str(prometheus.archive))
    prometheus.scrape(address)
    send(address, target, receive_bytes=4096)
    return address


def queue_near_limit(program, prometheus):
    server, address = start_server(program, "--threads", "1", "--cache-bytes", "0", "--data", str(prometheus.archive),
                                   "--admin-listen", "127.0.0.1:0")
    admin = admin_of(server)
    prometheus.scrape(admin)

    def press():
        """Sixty clients ask for a thousand records with all that belongs to them, again and again."""
        while not done.is_set():
            get(address, "/discussions?limit=1000&pretty&include=speaker,session,topics")
    done = threading.Event()
    prometheus.at_end.append(done.set)
    for _ in range(60):
        threading.Thread(target=press, daemon=True).start()
    return admin


def descriptors_near_limit(program, prometheus):
    """The server may open one more than another such server has open."""
    _, other = start_server(program)
    opened = re.search(r"^process_open_fds (\d+)$", get(other, "/metrics")[1].decode(), re.MULTILINE)
    most = int(opened.group(1)) + 1
    _, address = start_server(program, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (most, most)))
    prometheus.scrape(address)
    return address


def start_with_certificate(program, prometheus):
    """Returns a server whose certificate is valid for three days, the files of the pair, and the admin address."""
    pair = [str(prometheus.folder / name) for name in ("certificate.pem", "key.pem")]
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "3",
                    "-subj", "/CN=localhost", "-out", pair[0], "-keyout", pair[1]], check=True, capture_output=True)
    os.chmod(pair[1], 0o644)
    # The first line with http is that of the admin listener.
    server, admin = start_server(program, "--tls-cert", pair[0], "--tls-key", pair[1], "--admin-listen", "127.0.0.1:0")
    prometheus.scrape(admin)
    return server, pair, admin


def certificate_expires(program, prometheus):
    return start_with_certificate(program, prometheus)[2]


def certificate_failed(program, prometheus):
    """Half of a renewal: the file of the certificate is empty when the server is told to load it."""
    server, pair, admin = start_with_certificate(program, prometheus)
    Path(pair[0]).write_text("")
    server.send_signal(signal.SIGHUP)
    return admin


def log_lines_dropped(program, prometheus):
    """The access log goes to a pipe that nobody reads."""
    server, address = start_server(program, "--access-log", "--threads", "1", stdout=subprocess.PIPE)
    held.append(server.stdout)
    prometheus.scrape(address)
    host, port = address.rsplit(":", 1)
    connection = http.client.HTTPConnection(host, int(port), timeout=PATIENCE)
    for _ in range(2000):
        connection.request("GET", "/livez?" + "a" * 1900)
        connection.getresponse().read()
    return address


STATES = {
    "RapporteurDown": down,
    "RapporteurNotReady": not_ready,
    "RapporteurRestarts": restarts,
    "RapporteurLoadFailed": load_failed,
    "RapporteurStateFailed": state_failed,
    "RapporteurOriginFails": origin_fails,
    "RapporteurOriginOld": origin_fails,
    "RapporteurVersionsDiffer": versions_differ,
    "RapporteurRefuses": refuses,
    "RapporteurServerErrors": refuses,
    "RapporteurConnectionsNearLimit": connections_near_limit,
    "RapporteurMemoryNearLimit": memory_near_limit,
    "RapporteurQueueNearLimit": queue_near_limit,
    "RapporteurDescriptorsNearLimit": descriptors_near_limit,
    "RapporteurCertificateExpires": certificate_expires,
    "RapporteurCertificateFailed": certificate_failed,
    "RapporteurLogLinesDropped": log_lines_dropped,
}


def metrics_named(texts):
    return {name for text in texts for name in re.findall(r"\b(?:rapporteur|process)_[a-z_]+", text)}


def check_names(expressions, addresses):
    """Each metric that is named must have a sample in /metrics of a server."""
    known = set()
    for address in addresses:
        try:
            body = get(address, "/metrics")[1].decode()
        except OSError:
            continue  # it is down
        known |= set(re.findall(r"^([a-z_]+)[ {]", body, re.MULTILINE))
    for name in sorted(metrics_named(expressions) - known):
        expect(False, f"no server has the metric {name}")


def read_dashboard():
    panels = json.loads(DASHBOARD.read_text())["panels"]
    return {f"{panel['title']}: {target['expr']}": target["expr"] for panel in panels for target in panel.get("targets", [])}


def check_dashboard(prometheus):
    for name, expression in read_dashboard().items():
        expression = expression.replace("$job", "rapporteur").replace("$__rate_interval", "1m")
        found = prometheus.query(expression)
        expect(found, f"the dashboard shows nothing for {name}" if found is not None else f"the dashboard has a faulty {name}")


def check_runbook(names):
    sections = re.findall(r"^## (Rapporteur\w+)$", RUNBOOK.read_text(), re.MULTILINE)
    expect(sorted(sections) == sorted(names), f"the runbook has the sections {sections}, not {sorted(names)}")
    for name in names:
        expect(f"runbook: docs/runbook.md#{name.lower()}\n" in ALERTS.read_text(), f"{name} does not link to its section")


def check_healthy(program, prometheus):
    """A server that works fires nothing, in a few evaluations of each rule."""
    server, address = start_server(program)
    prometheus.scrape(address)
    for _ in range(20):
        get(address, "/papers")
        time.sleep(0.25)
    expect(prometheus.fires() == [], f"a healthy server fires {prometheus.fires()}")


def run(program, folder):
    names = re.findall(r"^\s+- alert: (\w+)$", ALERTS.read_text(), re.MULTILINE)
    expect(sorted(names) == sorted(STATES), f"the rules are {names}, and the states {list(STATES)}")
    if shutil.which("promtool"):  # a package of its own on Debian 13; Prometheus itself refuses faulty rules, too
        subprocess.run(["promtool", "check", "rules", str(ALERTS)], check=True, stdout=subprocess.DEVNULL)
    check_runbook(names)
    prometheus = Prometheus(folder)
    prometheus.at_end = []
    check_healthy(program, prometheus)
    prometheus.archive = Path(folder) / "archive"
    subprocess.run([ROOT / "tests/tools/bench/make-archive", "--meetings", "100", prometheus.archive], check=True,
                   stdout=subprocess.DEVNULL)
    prometheus.large = start_server(program, "--data", str(prometheus.archive))[1]
    made = {}
    for name in sys.argv[2:] or names:
        make = STATES[name]
        if make not in made:
            made[make] = make(program, prometheus)
        prometheus.expect_alert(name, made[make])
    instance = too_much_work(program, prometheus)
    prometheus.wait("RapporteurRefuses with the reason work", lambda: any(
        one[:2] == ("RapporteurRefuses", instance) and one[2]["reason"] == "work" for one in prometheus.fires()))
    check_dashboard(prometheus)
    check_names([ALERTS.read_text(), *read_dashboard().values()], prometheus.targets)
    for act in prometheus.at_end:
        act()


def main():
    if not shutil.which("prometheus"):
        print("alerts: prometheus is not installed")
        sys.exit(1 if os.environ.get("CI") == "true" else 77)
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        run(os.path.abspath(sys.argv[1]), folder)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
