#!/usr/bin/env python3
"""usage: replicas.py PROGRAM [REQUESTS_PER_SECOND] - tests three servers behind HAProxy (docker/haproxy.cfg) that fetch their record from
an nginx, all on loopback addresses.

Under a constant load (default 800 requests per second) a new record is published each second, then a broken and an emptied one; nginx
stops while a replica restarts; one replica is killed, then two at once; all are restarted one by one; one restarts behind a HAProxy that
does not know the ports of --admin-listen; 2,500 clients come at once; and one client exceeds the rate limit. No other request may fail, all replicas must get the same record, and entity tags must be the same
on all. Prints each step and what the clients saw; the exit status is 1 if a request fails. Ends within minutes: each wait has an end.
Needs haproxy and nginx."""
import hashlib
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
from load import Load, crowd
from served import PATIENCE, end_with_test, free_port

PROGRAM = os.path.abspath(sys.argv[1]) if __name__ == "__main__" else ""
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
PATHS = ["/sessions", "/sessions/3", "/papers?limit=5&offset=5", "/proposals?facet=topics", "/search?q=energy", "/people.csv", "/"]
CLIENTS = 40
STEP_SECONDS = 3  # at least, for each step
CROWD = 2500  # clients at once
RATE_LIMIT = 1000  # of docker/haproxy.cfg: requests of a client in ten seconds


def get(port, path, connection=None):
    """Returns the status, entity tag and body of an answer."""
    connection = connection or http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.headers.get("ETag"), answer.read()


def wait_until(what, holds):
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if holds():
                return
        except (OSError, http.client.HTTPException, ValueError):
            pass
        if time.monotonic() > end:
            raise SystemExit(f"replicas: not true within {PATIENCE} seconds: {what}")
        time.sleep(0.05)


class Remote:
    CONFIGURATION = """worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
events {{ worker_connections 64; }}
http {{ access_log off; client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{port}; root {folder}/record; types {{ application/json json; }} }} }}
"""

    def __init__(self, folder):
        self.port, self.folder, self.process = free_port(), folder, None
        os.chmod(folder, 0o755)
        os.mkdir(f"{folder}/record")
        with open(f"{folder}/nginx.conf", "w", encoding="ascii") as file:
            file.write(self.CONFIGURATION.format(folder=folder, port=self.port))
        self.record = json.load(open(f"{ROOT}/data/beijing-2006.json", encoding="utf-8"))
        self.edition, self.modified = 0, int(time.time()) - 1000

    def put(self, text):
        """Writes the record with a modification time one second later, since nginx makes entity tags from seconds and the length."""
        self.modified += 1
        with open(f"{self.folder}/record/new", "w", encoding="utf-8") as file:
            file.write(text)
        os.utime(f"{self.folder}/record/new", (self.modified, self.modified))
        os.rename(f"{self.folder}/record/new", f"{self.folder}/record/record.json")

    def publish(self):
        """Publishes another edition of the record, with another summary of its first meeting. Returns its version."""
        self.edition += 1
        self.record["meetings"][0]["summary"] = f"Edition {self.edition}."
        text = json.dumps(self.record)
        self.put(text)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def start(self):
        self.process = end_with_test(subprocess.Popen(["nginx", "-c", f"{self.folder}/nginx.conf"]))
        wait_until("nginx answers", lambda: get(self.port, "/record.json")[0] == 200)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)


class Replica:
    def __init__(self, name, folder, remote):
        self.port, self.admin_port = free_port(), free_port()
        self.log = open(f"{folder}/{name}.log", "w", encoding="utf-8")
        self.arguments = [PROGRAM, "--listen", f"127.0.0.1:{self.port}", "--admin-listen", f"127.0.0.1:{self.admin_port}",
                          "--data", f"http://127.0.0.1:{remote.port}/record.json", "--state", f"{folder}/{name}", "--refresh", "1",
                          "--drain-seconds", "3", "--threads", "1", "--trust-proxy", "127.0.0.1"]
        os.mkdir(f"{folder}/{name}")
        self.process = None

    def start(self):
        self.process = end_with_test(subprocess.Popen(self.arguments, stderr=self.log))
        self.wait_until_ready()

    def wait_until_ready(self):
        wait_until("a replica is ready", lambda: get(self.admin_port, "/readyz")[0] == 200)

    def version(self):
        return json.loads(get(self.port, "/")[2])["data"]["version"]

    def metrics(self):
        return get(self.admin_port, "/metrics")[2].decode()

    def answered(self):
        """The number of requests for collections that it has answered."""
        return sum(map(float, re.findall(r'^rapporteur_http_requests_total\{route="/\{collection\}".*\} (\S+)$', self.metrics(), re.M)))

    def loads(self):
        return float(re.search(r'^rapporteur_loads_total\{result="success"\} (\S+)$', self.metrics(), re.M)[1])

    def readiness(self):
        return get(self.admin_port, "/readyz?verbose")[2].decode()

    def end(self, how):
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)


def converge(replicas, version):
    """Waits until all replicas serve a version, with the same bytes and entity tags."""
    wait_until("the replicas have the new record", lambda: {one.version() for one in replicas} == {version})
    for path in PATHS:
        answers = {get(one.port, path)[1:] for one in replicas}
        if len(answers) != 1:
            raise SystemExit(f"replicas: the answers to {path} differ between replicas")
    return f"all serve {version}"


def excess(port):
    """Sends more requests than the rate limit from one address. Returns how many get 429; fails if none or too early."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE, source_address=("127.2.0.1", 0))
    statuses = [get(port, "/sessions/3", connection)[0] for _ in range(RATE_LIMIT + 100)]
    if 429 in statuses[:RATE_LIMIT - 1] or set(statuses) - {200, 429}:
        raise SystemExit(f"replicas: a client within the rate limit gets {set(statuses)}")
    return statuses.count(429)


def check_without_ports(replicas):
    """Starts another HAProxy that does not know the ports of --admin-listen. Returns a remark, and what failed of the requests that are
    sent while a replica stops and starts."""
    port, failed, answers = free_port(), [], 0
    process = balance(replicas, port, subprocess.DEVNULL, ports=False)
    time.sleep(3)  # several checks
    replicas[0].process.send_signal(signal.SIGTERM)
    while replicas[0].process.poll() is None or answers < 500:
        status, answers = get(port, "/sessions/3")[0], answers + 1
        if status != 200:
            failed.append(f"{status} of HAProxy without CHECK_PORT_1")
        time.sleep(0.01)
    replicas[0].start()
    process.terminate()
    process.wait(PATIENCE)
    return f"{answers} requests through it while one restarts", failed


def steps(remote, replicas, port, lost):
    """Returns the steps as (name, function); clients must not notice them. Each function returns a remark. A step that sends requests
    itself adds those that fail to `lost`."""
    first, second, third = replicas
    version = first.version()

    def publish():
        nonlocal version
        version = remote.publish()
        return converge(replicas, version)

    def publish_each_second():
        before = [one.loads() for one in replicas]
        for _ in range(10):
            remote.publish()
            time.sleep(1)
        remark = publish()
        return f"{[int(one.loads() - number) for one, number in zip(replicas, before)]} loads; {remark}"

    def refuse(text, reason):
        remote.put(text)
        wait_until("all replicas refuse the record", lambda: all(reason in one.readiness() for one in replicas))
        if {one.version() for one in replicas} != {version}:
            raise SystemExit("replicas: a faulty record replaced the one that was served")
        return f"all say so, and still serve {version}"

    def kill(killed):
        for one in killed:
            one.process.send_signal(signal.SIGKILL)
        for one in killed:
            one.process.wait(PATIENCE)
        return "the other two answer" if len(killed) == 1 else "the third answers"

    def restart(killed):
        for one in killed:
            one.start()
        return converge(replicas, version)

    def stop_remote():
        remote.stop()
        second.end(signal.SIGTERM)
        second.start()
        if second.version() != version:
            raise SystemExit("replicas: a replica that started without nginx does not have the last valid record")
        return "the second restarts from its state"

    def restart_remote():
        remote.start()
        return publish()

    def roll():
        for one in replicas:
            if one.end(signal.SIGTERM) != 0:
                raise SystemExit("replicas: the exit status of a replica is not 0")
            one.start()
            wait_until("HAProxy sends requests to it again", lambda: one.answered() > 0)
        return converge(replicas, version)

    def come_at_once():
        lost.extend(crowd(port, CROWD, "/sessions/3"))
        return f"{2 * CROWD} requests on {CROWD} connections"

    def leave_out_ports():
        remark, failed = check_without_ports(replicas)
        lost.extend(failed)
        converge(replicas, version)
        return remark

    def exceed():
        count = excess(port)
        if not count:
            raise SystemExit("replicas: a client over the rate limit does not get 429")
        return f"it gets 429 {count} times"

    return [("a new record each second", publish_each_second),
            ("a broken record", lambda: refuse('{"meetings": [', "[!]last load: failed, still serving")),
            ("an emptied record", lambda: refuse("{}", "they have no records")),
            ("a valid record again", publish),
            ("nginx stops", stop_remote), ("nginx is back, with a new record", restart_remote),
            ("a replica is killed", lambda: kill([first])), ("it is started again", lambda: restart([first])),
            ("two are killed at once", lambda: kill([second, third])), ("they are started again", lambda: restart([second, third])),
            ("all are restarted in turn", roll), ("HAProxy without the ports of checks", leave_out_ports),
            (f"{CROWD} clients come at once", come_at_once), ("a client exceeds the rate limit", exceed)]


def balance(replicas, port, log, ports=True):
    environment = {**os.environ, "BALANCER_LISTEN": f"127.0.0.1:{port}"}
    for i, one in enumerate(replicas):
        environment[f"REPLICA_{i + 1}"] = f"127.0.0.1:{one.port}"
        if ports:
            environment[f"CHECK_PORT_{i + 1}"] = str(one.admin_port)
    process = end_with_test(subprocess.Popen(["haproxy", "-db", "-f", f"{ROOT}/docker/haproxy.cfg"], env=environment, stdout=log, stderr=log))
    wait_until("HAProxy answers", lambda: get(port, "/sessions")[0] == 200)
    return process


def run(folder, rate):
    remote, port = Remote(folder), free_port()
    remote.publish()
    remote.start()
    replicas = [Replica(f"replica-{i + 1}", folder, remote) for i in range(3)]
    running = []
    try:
        for one in replicas:
            one.start()
        running.append(balance(replicas, port, open(f"{folder}/haproxy.log", "w", encoding="utf-8")))
        return watch(remote, replicas, port, Load(port, CLIENTS, rate, PATHS))
    except SystemExit:
        for log in sorted(name for name in os.listdir(folder) if name.endswith(".log")):
            print(f"--- {log}\n" + open(f"{folder}/{log}", encoding="utf-8").read()[-2000:])
        raise
    finally:
        for process in running + [one.process for one in replicas] + [remote.process]:
            if process and process.poll() is None:
                process.terminate()
                process.wait(PATIENCE)


def watch(remote, replicas, port, load):
    """Runs the steps. Returns the number of requests that failed."""
    lost, sent, spent, all_failures = [], 0, 0.0, 0
    print(f"{'step':<36}{'requests':>9}{'failed':>8}{'slowest':>10}  result")
    load.seen()
    for name, do in steps(remote, replicas, port, lost):
        began = time.monotonic()
        remark = do()
        time.sleep(max(0.0, began + STEP_SECONDS - time.monotonic()))
        asked, seconds, slowest, failures = load.seen()
        failures, sent, spent = failures + lost, sent + asked, spent + seconds
        lost.clear()
        all_failures += len(failures)
        print(f"{name:<36}{asked:>9}{len(failures):>8}{slowest * 1000:>7.0f} ms  {remark}", flush=True)
        for failure in failures[:5]:
            print(f"    {failure}")
    asked, seconds, _, failures = load.end()
    print(f"{sent + asked} requests at {(sent + asked) / (spent + seconds):.0f} per second")
    return all_failures + len(failures)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        LOST = run(place, int(sys.argv[2]) if len(sys.argv) > 2 else 800)
    print("replicas: no request failed" if LOST == 0 else f"replicas: {LOST} requests failed")
    sys.exit(0 if LOST == 0 else 1)
