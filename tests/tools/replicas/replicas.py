#!/usr/bin/env python3
"""usage: replicas.py PROGRAM - tests three servers behind HAProxy that fetch their record from an nginx, all on the loopback address.

Under constant load through HAProxy a new record and then a broken one are published, a replica is killed and started again, nginx
stops while a replica restarts, and all three are restarted one by one. No request may fail, all replicas must get the same record,
and entity tags must be the same on all. Prints each step and what the clients saw; the exit status is 1 if a request fails. Needs
haproxy and nginx."""
import http.client
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))
from served import PATIENCE, end_with_test, free_port

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
PATHS = ["/sessions", "/sessions/3", "/papers?limit=5&offset=5", "/proposals?facet=topics", "/search?q=energy", "/people.csv", "/"]
CLIENTS = 6
REQUESTS_PER_STEP = 200  # at least


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
        """Publishes another edition of the record, with another summary of its first meeting."""
        self.edition += 1
        self.record["meetings"][0]["summary"] = f"Edition {self.edition}."
        self.put(json.dumps(self.record))

    def start(self):
        self.process = end_with_test(subprocess.Popen(["nginx", "-c", f"{self.folder}/nginx.conf"]))
        wait_until("nginx answers", lambda: get(self.port, "/record.json")[0] == 200)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)


class Replica:
    def __init__(self, name, folder, remote):
        self.port = free_port()
        self.log = open(f"{folder}/{name}.log", "w", encoding="utf-8")
        self.arguments = [PROGRAM, "--listen", f"127.0.0.1:{self.port}", "--data", f"http://127.0.0.1:{remote.port}/record.json",
                          "--state", f"{folder}/{name}", "--refresh", "1", "--drain-seconds", "3", "--threads", "1"]
        os.mkdir(f"{folder}/{name}")
        self.process = None

    def start(self):
        self.process = end_with_test(subprocess.Popen(self.arguments, stderr=self.log))
        self.wait_until_ready()

    def wait_until_ready(self):
        wait_until("a replica is ready", lambda: get(self.port, "/readyz")[0] == 200)

    def version(self):
        return json.loads(get(self.port, "/")[2])["data"]["version"]

    def answered(self):
        """The number of requests for collections that it has answered."""
        return sum(map(float, re.findall(r'^rapporteur_http_requests_total\{route="/\{collection\}".*\} (\S+)$',
                                         get(self.port, "/metrics")[2].decode(), re.M)))

    def readiness(self):
        return get(self.port, "/readyz?verbose")[2].decode()

    def end(self, how):
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)


class Load:
    """Clients that send requests all the time. `seen` returns their figures since its last call."""

    def __init__(self, port):
        self.port, self.ending, self.lock = port, False, threading.Lock()
        self.asked, self.slowest, self.failures = 0, 0.0, []
        self.clients = [threading.Thread(target=self.ask, args=(seed,), daemon=True) for seed in range(CLIENTS)]
        for client in self.clients:
            client.start()

    def ask(self, seed):
        chance = random.Random(seed)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        while not self.ending:
            path, before, failure = chance.choice(PATHS), time.monotonic(), None
            try:
                status, _, _ = get(self.port, path, connection)
                failure = None if status == 200 else f"{path}: status {status}"
            except (OSError, http.client.HTTPException) as error:
                failure = f"{path}: {error!r}"
                connection.close()
            with self.lock:
                self.asked += 1
                self.slowest = max(self.slowest, time.monotonic() - before)
                self.failures += [failure] if failure else []
            time.sleep(0.002)

    def seen(self):
        with self.lock:
            seen = self.asked, self.slowest, self.failures
            self.asked, self.slowest, self.failures = 0, 0.0, []
        return seen

    def end(self):
        self.ending = True
        for client in self.clients:
            client.join(PATIENCE)


def converge(replicas, other_than):
    """Waits until all replicas have one version, which is not `other_than`, with the same bytes and entity tags. Returns it."""
    def converged():
        versions = {one.version() for one in replicas}
        return len(versions) == 1 and other_than not in versions

    wait_until("the replicas have the new record", converged)
    for path in PATHS:
        answers = {get(one.port, path)[1:] for one in replicas}
        if len(answers) != 1:
            raise SystemExit(f"replicas: the answers to {path} differ between replicas")
    return replicas[0].version()


def steps(remote, replicas):
    """Returns the steps as (name, function); clients must not notice them. Each function returns a remark."""
    first, second, third = replicas
    version = first.version()

    def publish():
        nonlocal version
        remote.publish()
        version = converge(replicas, version)
        return f"all serve {version}"

    def publish_broken():
        remote.put('{"meetings": [')
        wait_until("all replicas report the broken record", lambda: all("[!]" in one.readiness() for one in replicas))
        if {one.version() for one in replicas} != {version}:
            raise SystemExit("replicas: a broken record replaced the one that was served")
        return f"all report it, and still serve {version}"

    def kill():
        first.end(signal.SIGKILL)
        return "the other two answer"

    def restart():
        first.start()
        converge([first, second], None)
        return "it serves the same record again"

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
        return f"all serve {converge(replicas, None)}"

    return [("a new record", publish), ("a broken record", publish_broken), ("a valid record again", publish),
            ("a replica is killed", kill), ("it is started again", restart), ("nginx stops", stop_remote),
            ("nginx is back, with a new record", restart_remote), ("all are restarted in turn", roll)]


def balance(replicas, port, log):
    environment = {**os.environ, "BALANCER_LISTEN": f"127.0.0.1:{port}"}
    environment.update({f"REPLICA_{i + 1}": f"127.0.0.1:{one.port}" for i, one in enumerate(replicas)})
    process = end_with_test(subprocess.Popen(["haproxy", "-db", "-f", f"{ROOT}/docker/haproxy.cfg"], env=environment, stdout=log, stderr=log))
    wait_until("HAProxy answers", lambda: get(port, "/sessions")[0] == 200)
    return process


def run(folder):
    remote, port = Remote(folder), free_port()
    remote.publish()
    remote.start()
    replicas = [Replica(f"replica-{i + 1}", folder, remote) for i in range(3)]
    running = []
    try:
        for one in replicas:
            one.start()
        running.append(balance(replicas, port, open(f"{folder}/haproxy.log", "w", encoding="utf-8")))
        return watch(remote, replicas, Load(port))
    except SystemExit:
        for log in sorted(name for name in os.listdir(folder) if name.endswith(".log")):
            print(f"--- {log}\n" + open(f"{folder}/{log}", encoding="utf-8").read()[-2000:])
        raise
    finally:
        for process in running + [one.process for one in replicas] + [remote.process]:
            if process and process.poll() is None:
                process.terminate()
                process.wait(PATIENCE)


def watch(remote, replicas, load):
    lost = 0
    print(f"{'step':<32}{'requests':>9}{'failed':>8}{'slowest':>10}  result")
    for name, do in steps(remote, replicas):
        remark = do()
        wait_until("the clients have sent enough requests", lambda: load.asked >= REQUESTS_PER_STEP)
        asked, slowest, failures = load.seen()
        lost += len(failures)
        print(f"{name:<32}{asked:>9}{len(failures):>8}{slowest * 1000:>7.0f} ms  {remark}", flush=True)
        for failure in failures[:5]:
            print(f"    {failure}")
    load.end()
    return lost


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        LOST = run(place)
    print("replicas: no request failed" if LOST == 0 else f"replicas: {LOST} requests failed")
    sys.exit(0 if LOST == 0 else 1)
