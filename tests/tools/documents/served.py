"""Starts the program as a server on a free port, and finds free ports for other servers."""
import atexit
import re
import socket
import subprocess
import sys

PATIENCE = 240  # seconds to wait for anything; this only ends a test that waits in vain
HELD = []
RUNNING = []


def end_with_test(process):
    """Ends a process when this script ends, also by an exception. Returns the process."""
    RUNNING[:] = [one for one in RUNNING if one.returncode is None]
    RUNNING.append(process)
    return process


@atexit.register
def end_running():
    for process in RUNNING:
        if process.poll() is None:
            process.terminate()  # nginx ends its workers only after this signal
    for process in RUNNING:
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port():
    """Returns a free port of 127.0.0.1. It stays bound, so that only a server with SO_REUSEADDR can take it; connections are refused
    until then."""
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    HELD.append(held)
    return held.getsockname()[1]


def start_server(program, *arguments, **options):
    """Returns (process, ADDRESS:PORT). `process.said` has the lines that it wrote to standard error until it listened."""
    server = end_with_test(subprocess.Popen([program, "--listen", "127.0.0.1:0", *arguments], stderr=subprocess.PIPE, text=True, **options))
    server.said = []
    for line in server.stderr:
        server.said.append(line)
        found = re.search(r"on http://(\S+)$", line)
        if found:
            return server, found.group(1)
    sys.exit(f"the server did not start: {''.join(server.said)}")
