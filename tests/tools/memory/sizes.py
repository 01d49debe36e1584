#!/usr/bin/env python3
"""usage: sizes.py PROGRAM [RECORDS...] - prints how much memory a server needs for archives of about RECORDS records (default 1000,
10000 and 100000), as a table in Markdown.

The archives are made by tests/tools/bench/make-archive. The columns are the size of the JSON, the resident memory when the server is
ready, and after requests that sort and filter by every field, and its peak while a changed record is loaded and published under
requests. All include the program and its libraries. The cache and responses that clients have not read yet come on top."""
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))
from served import PATIENCE, start_server

MAKE_ARCHIVE = Path(__file__).parent.parent / "bench/make-archive"
RECORDS_A_MEETING, PAGES = 50, 100
MIB = 1 << 20


def get(address, target):
    """Returns the answer, or nothing if the request is refused."""
    try:
        with urllib.request.urlopen(f"http://{address}{target}", timeout=PATIENCE) as answer:
            return answer.read()
    except urllib.error.HTTPError as refused:
        refused.read()
        return b""


def mebibytes(process, name):
    return int(re.search(rf"{name}:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text()).group(1)) / 1024


def use(address):
    """Sends requests for which the server makes indexes. Returns the number of records."""
    collections = [one for one in json.loads(get(address, "/"))["collections"] if one["name"] != "speakers"]
    for name in (one["name"] for one in collections):
        first = json.loads(get(address, f"/{name}?limit=1"))["data"]
        for field in first[0] if first else []:
            get(address, f"/{name}?sort=-{field}&limit=100")
            get(address, f"/{name}?facet={field}&limit=1")
            value = first[0][field]
            if isinstance(value, str):
                get(address, f"/{name}?{field}={urllib.parse.quote(value)}")
        for page in range(PAGES):
            get(address, f"/{name}?limit=100&offset={100 * page}")
    get(address, "/search?q=tide")
    return sum(one["count"] for one in collections)


def reload_peak(server, address, folder):
    """Returns the peak of the resident memory during a reload, while another thread sends requests."""
    ended = threading.Event()

    def ask():
        while not ended.is_set():
            get(address, "/meetings?sort=-start_date&limit=100")

    asking = threading.Thread(target=ask)
    Path(f"/proc/{server.pid}/clear_refs").write_text("5")  # resets VmHWM
    os.utime(next(folder.glob("*.json")), (2**31, 2**31))  # newer than the others, so that the version differs
    asking.start()
    server.send_signal(signal.SIGHUP)
    for line in server.stderr:
        if "serving version" in line:
            break
    ended.set()
    asking.join()
    return mebibytes(server, "VmHWM")


def measure(program, records, folder):
    subprocess.run([MAKE_ARCHIVE, "--meetings", str(records // RECORDS_A_MEETING), "--seed", "1", folder], check=True)
    size = sum(file.stat().st_size for file in folder.glob("*.json"))
    server, address = start_server(program, "--data", str(folder), "--threads", "2", "--idle-seconds", "3600")
    ready = mebibytes(server, "VmRSS")
    count = use(address)
    used = mebibytes(server, "VmRSS")
    peak = reload_peak(server, address, folder)
    server.terminate()
    server.wait(PATIENCE)
    print(f"| {count:,} | {size / MIB:.1f} | {ready:.0f} | {used:.0f} | {peak:.0f} |", flush=True)


def main():
    program, *sizes = sys.argv[1:]
    print("| records | JSON, MiB | ready, MiB | in use, MiB | peak of a reload, MiB |\n| --- | --- | --- | --- | --- |", flush=True)
    for records in map(int, sizes or ("1000", "10000", "100000")):
        with tempfile.TemporaryDirectory() as folder:
            measure(program, records, Path(folder) / "archive")


main()
