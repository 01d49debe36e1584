"""Calls the tools that the program has for assistants, and reads their results."""
import json
import subprocess

from served import PATIENCE


def call_tools(program, data, calls):
    """Returns the results of calls, each a name and arguments. `data` are paths; the built-in record if there are none."""
    messages = [{"jsonrpc": "2.0", "id": index, "method": "tools/call", "params": {"name": name, "arguments": arguments}}
                for index, (name, arguments) in enumerate(calls)]
    run = subprocess.run([program, "mcp", *(word for path in data for word in ("--data", path))],
                         input="\n".join(map(json.dumps, messages)), capture_output=True, text=True, timeout=PATIENCE, check=True)
    return [json.loads(line)["result"] for line in run.stdout.splitlines()]


def objects(value):
    """Yields the objects in a value, the outer ones first."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(part)


def written(value, name=""):
    """Writes a value as lines "name: value"."""
    if isinstance(value, dict):
        return "\n".join(written(part, name if member == "text" and value.get("untrusted") else member)
                         for member, part in value.items())
    if isinstance(value, list):
        return "\n".join(written(part, name) for part in value)
    return f"{name}: {value}"
