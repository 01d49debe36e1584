#!/usr/bin/env python3
"""usage: assistants.py PROGRAM FILE - answers the questions of FILE with the tools that PROGRAM has for assistants.

The head of FILE describes its format. Prints each question to which the tools do not give the expected fact with its citation."""
import json
import re
import sys

from tools_of_assistants import call_tools, objects, written

CALLS_MAX = 3
SILENT = ("Nothing matches", "No record has all of these words")


class Case:
    def __init__(self, data, question):
        self.data, self.question, self.calls, self.expected = data, question, [], []


def read_cases(path):
    cases, data = [], None
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    for line in lines:
        if line.startswith("> "):
            name, _, arguments = line[2:].partition(" ")
            cases[-1].calls.append((name, json.loads(arguments or "{}")))
        elif line.startswith("= "):
            cases[-1].expected.append(line[2:])
        elif line.startswith("data "):
            data = line[5:]
        else:
            cases.append(Case(data, line))
    for case in cases:
        if not 1 <= len(case.calls) <= CALLS_MAX or not case.expected:
            sys.exit(f"{path}: {case.question}: has {len(case.calls)} calls and {len(case.expected)} citations")
    return cases


def cites(place, document, lines):
    return any(source.get("document") == document and source.get("lines") == lines for source in place.get("sources", ()))


def fault(expected, results):
    """Returns what is wrong with the answer, or None."""
    if expected == "silent":
        content = results[-1]["structuredContent"]
        return None if content["total"] == 0 and content["note"].startswith(SILENT) else "the tool does not say that it found nothing"
    citation, _, facts = expected.partition(" | ")
    name, document, lines = citation.split(" ")
    found = [record for result in results for record in objects(result.get("structuredContent")) if record.get("id") == name]
    places = [place for record in found for place in objects(record) if cites(place, document, lines)]
    if not places:
        return f"no citation of {document}, lines {lines}, for {name}"
    missing = min(([fact for fact in facts.split("; ") if fact not in written(place)] for place in places), key=len)
    if missing:
        return "missing: " + "; ".join(missing)
    told = "\n".join(result["content"][0]["text"] for result in results)
    if not re.search(rf"id: {re.escape(name)}\n", told) or f"lines: {lines}\n" not in told:
        return "the text beside the structured content does not have the citation"
    return None


def main():
    program, path = sys.argv[1:]
    cases = read_cases(path)
    failed = 0
    for data in dict.fromkeys(case.data for case in cases):
        of_data = [case for case in cases if case.data == data]
        results = iter(call_tools(program, [data] if data else [], [call for case in of_data for call in case.calls]))
        for case in of_data:
            answers = [next(results) for _ in case.calls]
            faults = [wrong for wrong in (fault(expected, answers) for expected in case.expected) if wrong]
            faults += [answer["content"][0]["text"] for answer in answers if answer.get("isError")]
            if faults:
                failed += 1
                print(case.question, *(f"  {line}" for line in faults), sep="\n")
    print(f"{len(cases) - failed} answered, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
