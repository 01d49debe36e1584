"""The list of mutations that no test can notice, because the program behaves the same: the file `equivalent`. An entry is a
paragraph, as mutate.py prints it, with the reason:

    PATH FUNCTION
    line: the text of the line
    change: the original and the change
    why: the reason

Entries are matched by this text, not by line number."""
from pathlib import Path

FILE = Path(__file__).parent / "equivalent"


def entry(mutation):
    return mutation.path, mutation.function, mutation.code, mutation.text


def paragraph(mutation):
    return f"{mutation.path} {mutation.function}\nline: {mutation.code}\nchange: {mutation.text}\n"


def read_equivalent():
    """Returns the entries, in the form of entry(). Raises ValueError if one is incomplete."""
    entries = set()
    for block in FILE.read_text().split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            entries.add(parsed(*lines))
    return entries


def parsed(place, *lines):
    members = dict(line.partition(": ")[::2] for line in lines)
    if len(place.split()) != 2 or list(members) != ["line", "change", "why"] or not members["why"]:
        raise ValueError(f"{FILE} has an entry that is not a path and a function, line:, change: and why:, at {place}")
    return (*place.split(), members["line"], members["change"])


def outdated(entries, mutations, paths):
    """Returns the entries of the paths, or of all if there are none, that match no mutation."""
    found = {entry(mutation) for mutation in mutations}
    return sorted(known for known in entries - found if not paths or known[0] in paths)
