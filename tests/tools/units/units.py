#!/usr/bin/env python3
"""usage: units.py PROGRAM - checks the systemd units of docker/.

systemd-analyze finds no fault in them, and no more exposure than LEAST_SECURE. A faulty record fails the check that ExecReload begins
with; a good one is loaded after ExecReload has run, and the service manager is told. systemd-socket-activate passes PROGRAM its
socket. Without systemd the first and the last are skipped."""
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))
from served import PATIENCE, end_with_test, free_port

DOCKER = Path(__file__).parent.parent.parent.parent / "docker"
UNITS = ["rapporteur.service", "rapporteur.socket", "rapporteur-admin.socket"]
INSTALLED = "/usr/bin/rapporteur"
LEAST_SECURE = 1.5  # of 10, as systemd-analyze counts the exposure of a service
RECORD = '{"topics": [{"id": "tides", "label": "%s"}]}'
faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def settings(name):
    """Returns the settings of a unit as a list of (section, key, value)."""
    section, found = None, []
    for line in (DOCKER / name).read_text().splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif "=" in line and not line.startswith("#"):
            found.append((section, *line.split("=", 1)))
    return found


def values(unit, section, key):
    return [value for its_section, its_key, value in unit if (its_section, its_key) == (section, key)]


def check_settings():
    service = settings("rapporteur.service")
    expect(values(service, "Unit", "StartLimitIntervalSec") == ["0"], "the service is restarted however often it has failed")
    expect(values(service, "Service", "RestartSec"), "there is a pause before a restart")
    expect(not any("/bin/kill" in value for *_, value in service), "the service needs no /bin/kill")
    expect(values(service, "Service", "Type") == ["notify"], "the service works on systemd 252, which has no Type=notify-reload")
    expect(values(settings("notify-reload.conf"), "Service", "Type") == ["notify-reload"], "there is a drop-in for later ones")
    names = {name: values(settings(name), "Socket", "FileDescriptorName") for name in UNITS[1:]}
    expect(names == {"rapporteur.socket": ["http"], "rapporteur-admin.socket": ["admin"]}, "the sockets have the names that the program knows")


def analyze(*arguments):
    done = subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, timeout=PATIENCE)
    return done.returncode, done.stdout + done.stderr


def check_with_systemd(program, folder):
    """Checks copies of the units that name PROGRAM, as systemd looks whether it is there."""
    copies = [folder / name for name in UNITS]
    for copy in copies:
        copy.write_text((DOCKER / copy.name).read_text().replace(INSTALLED, program))
    status, said = analyze("verify", "--man=no", *map(str, copies))
    said = "\n".join(line for line in said.splitlines() if "rapporteur" in line)
    expect(status == 0 and not said, f"systemd-analyze verify finds no fault: {said}")
    status, said = analyze("security", "--offline=true", "--no-pager", f"--threshold={LEAST_SECURE * 10:.0f}", str(copies[0]))
    exposure = re.search(r"Overall exposure level for \S+: ([0-9.]+)", said)
    expect(status == 0 and exposure, f"the exposure is at most {LEAST_SECURE}: {exposure.group(1) if exposure else said}")
    print(f"units: exposure {exposure.group(1) if exposure else 'unknown'}")


class Manager:
    """The socket to which a service sends its states."""

    def __init__(self, folder):
        self.path = folder / "notify"
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(self.path))
        self.socket.settimeout(PATIENCE)

    def wait_for(self, line):
        """Returns the lines of the first message that has the line."""
        while True:
            lines = self.socket.recv(4096).decode().splitlines()
            if line in lines:
                return lines


def run_reload(program, environment):
    """Runs the commands of ExecReload up to one that fails, as systemd does. Returns (exit status, what was said)."""
    for command in values(settings("rapporteur.service"), "Service", "ExecReload"):
        done = subprocess.run(shlex.split(command.replace(INSTALLED, program)), env=environment, capture_output=True, text=True, timeout=PATIENCE)
        if done.returncode:
            break
    return done.returncode, done.stdout + done.stderr


def check_reload(program, folder):
    manager, record = Manager(folder), folder / "record.json"
    record.write_text(RECORD % "Before")
    environment = {**os.environ, "RAPPORTEUR_DATA": str(record), "NOTIFY_SOCKET": str(manager.path)}
    (start,) = values(settings("rapporteur.service"), "Service", "ExecStart")
    started = start.replace(INSTALLED, program).replace(" --watch", "").split()
    server = end_with_test(subprocess.Popen([*started, "--listen", "127.0.0.1:0"], env=environment, stderr=subprocess.DEVNULL))
    manager.wait_for("READY=1")
    environment["MAINPID"] = str(server.pid)
    record.write_text('{"topics": [{"id": "tides"}]}')
    status, said = run_reload(program, environment)
    expect(status == 65 and "record.json" in said, f"a faulty record fails the reload, and the reason is in the journal: {status}, {said}")
    record.write_text(RECORD % "After")
    status, said = run_reload(program, environment)
    expect(status == 0, f"a good record is loaded: {status}, {said}")
    if status == 0:
        manager.wait_for("RELOADING=1")
        told = manager.wait_for("READY=1")
        expect(any(line.startswith("STATUS=serving version ") for line in told), f"the service manager is told what is served: {told}")
    server.send_signal(signal.SIGTERM)
    expect(server.wait(PATIENCE) == 0, "the server ends")


def check_socket(program):
    address = f"127.0.0.1:{free_port()}"
    end_with_test(subprocess.Popen(["systemd-socket-activate", "--listen", address, "--fdname=http", program, "serve"], stderr=subprocess.DEVNULL))
    for _ in range(PATIENCE * 10):
        try:
            with urllib.request.urlopen(f"http://{address}/meetings", timeout=PATIENCE) as answer:
                return expect(answer.status == 200, "the socket that systemd passes is served")
        except ConnectionError:
            continue
        except urllib.error.URLError:
            continue
    return expect(False, "systemd-socket-activate listens")


def main():
    program = os.path.abspath(sys.argv[1])
    check_settings()
    with tempfile.TemporaryDirectory() as name:
        check_reload(program, Path(name))
        if shutil.which("systemd-analyze"):
            check_with_systemd(program, Path(name))
        else:
            print("skipped: units: systemd-analyze is not installed")
    if shutil.which("systemd-socket-activate"):
        check_socket(program)
    else:
        print("skipped: units: systemd-socket-activate is not installed")
    for fault in faults:
        print(f"units: not true: {fault}")
    print(f"units: {len(faults)} faults")
    sys.exit(bool(faults))


main()
