"""The servers that bench.py compares: rapporteur, bare libmicrohttpd (floor.c), and nginx with the same bytes."""
import glob
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))
from served import PATIENCE, end_with_test, free_port


def only_child(pid):
    """Waits until a process has started another, and returns the id of that."""
    for _ in range(1000):
        for path in glob.glob("/proc/[0-9]*/stat"):
            try:
                fields = open(path).read().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == pid:
                return int(path.split("/")[2])
        time.sleep(0.005)
    raise SystemExit(f"bench: process {pid} has started no process")


class Side:
    """A server on a port of 127.0.0.1; `pid` is the process that answers requests."""

    def __init__(self, argv, port, path, pinned=True):
        self.url = f"http://127.0.0.1:{port}{path}"
        pin = ["taskset", "-c", "0"] if pinned else []
        self.process = end_with_test(subprocess.Popen(pin + argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        deadline = time.monotonic() + 1800
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise SystemExit(f"bench: {argv[0]} does not listen")
                time.sleep(0.001)
        self.pid = self.process.pid

    def on_cpu_nanoseconds(self):
        """Returns the CPU time of all threads as the kernel counts it, which other load hardly affects."""
        return sum(int(open(path).read().split()[0]) for path in glob.glob(f"/proc/{self.pid}/task/*/schedstat"))

    def private_kilobytes(self):
        return int(re.search(r"RssAnon:\s+(\d+)", open(f"/proc/{self.pid}/status").read()).group(1))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)


def server(program, path, *flags, pinned=True, under=()):
    port = free_port()
    side = Side([*under, program, "--listen", f"127.0.0.1:{port}", *flags], port, path, pinned)
    while not is_ready(port):
        time.sleep(0.2)
    return side


def is_ready(port):
    """Reports whether the server has its record: a slow one, as under valgrind, answers before."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz"):
            return True
    except urllib.error.HTTPError:
        return False


def fetch(url, headers):
    """Returns the header lines, the bytes and the headers of an answer, for the other two servers to send."""
    request = urllib.request.Request(url, headers=headers)
    with urllib.request.urlopen(request) as answer:
        own = ("date", "content-length", "connection")
        lines = [f"{name}: {value}\r\n" for name, value in answer.headers.items() if name.lower() not in own]
        return "".join(lines), answer.read(), answer.headers


def floor(program, folder, head, body, status="200", under=()):
    port = free_port()
    for name, content in (("head", head.encode()), ("body", body)):
        with open(f"{folder}/{name}", "wb") as file:
            file.write(content)
    return Side([*under, program, str(port), f"{folder}/head", f"{folder}/body", status], port, "/")


NGINX = """worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/errors;
events {{ worker_connections 2048; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=16; etag off;
  if_modified_since before;
  types {{ }} default_type '{content_type}'; {headers}
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder};
  scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{port}; root {folder}; }}
}}
"""


def nginx(folder, head, body):
    port = free_port()
    os.chmod(folder, 0o755)
    with open(f"{folder}/body", "wb") as file:
        file.write(body)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    content_type = fields.pop("Content-Type")
    headers = " ".join("add_header {} '{}';".format(name, value) for name, value in fields.items() if name != "Last-Modified")
    with open(f"{folder}/nginx.conf", "w", encoding="ascii") as file:
        file.write(NGINX.format(folder=folder, port=port, content_type=content_type, headers=headers))
    side = Side(["nginx", "-c", f"{folder}/nginx.conf"], port, "/body")
    side.pid = only_child(side.pid)
    return side


def load(url, requests, headers, clients=64, *more):
    """Sends requests over persistent connections from another processor; every answer must be 2xx or 3xx."""
    fields = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
    argv = ["taskset", "-c", "1", "h2load", "--h1", "-n", str(requests), "-c", str(clients), "-t", "1", *more, *fields, url]
    printed = subprocess.run(argv, capture_output=True, text=True, timeout=600).stdout
    good = sum(map(int, re.findall(r"(\d+) [23]xx", printed)))
    if good != requests:
        raise SystemExit(f"bench: {url}: {good} of {requests} requests were answered\n{printed}")
    return printed
