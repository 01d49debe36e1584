"""The program, serving its built-in record, or what its arguments say, on a free port."""
import re
import subprocess
import sys


def start_server(program, *arguments):
    server = subprocess.Popen([program, "--listen", "127.0.0.1:0", *arguments], stderr=subprocess.PIPE, text=True)
    for line in server.stderr:
        found = re.search(r"on http://(\S+)$", line)
        if found:
            return server, found.group(1)
    sys.exit("the server did not start")
