"""Starts the program as a server on a free port, and finds free ports for other servers."""
import re
import socket
import subprocess
import sys

PATIENCE = 240  # seconds to wait for anything; this only ends a test that waits in vain
HELD = []


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
    server = subprocess.Popen([program, "--listen", "127.0.0.1:0", *arguments], stderr=subprocess.PIPE, text=True, **options)
    server.said = []
    for line in server.stderr:
        server.said.append(line)
        found = re.search(r"on http://(\S+)$", line)
        if found:
            return server, found.group(1)
    sys.exit(f"the server did not start: {''.join(server.said)}")
