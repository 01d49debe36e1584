"""Starts the program as a server on a free port."""
import re
import subprocess
import sys


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
