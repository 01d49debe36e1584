#!/usr/bin/env python3
"""usage: assistants_questions.py PROGRAM FILE OTHERS [DATA] - checks that the tools for assistants find what answers the questions of FILE.

FILE is one for questions.py. Each request of it becomes at most three calls: a list, a search, a record or a person's part, and what
the first call leads to. The tools must return the words of the answer, and cite a document for each statement. What jq makes of them
(null, true, false) is not looked for; parts that jq joins are looked for one by one.
Questions that are also in OTHERS, a file for assistants.py, are left to it."""
import re
import sys
from urllib.parse import parse_qsl, unquote, urlsplit

from answers import cases
from tools_of_assistants import call_tools, objects, written

LIMIT = 50
CALLS_MAX = 3
MADE_BY_JQ = {"null", "true", "false"}
# Relations that are lists with the owner as a filter: what belongs to a meeting or a session.
OF_OCCASIONS = ("sessions", "agenda_items", "papers", "discussions", "proposals", "decisions", "actions", "documents")
FORMAT = re.compile(r"\.popolo\.json$")


def segments_of(path):
    return [unquote(segment) for segment in FORMAT.sub("", urlsplit(path).path).strip("/").split("/")]


def first_call(path):
    segments = segments_of(path)
    parameters = {name: value for name, value in parse_qsl(urlsplit(path).query, keep_blank_values=True)
                  if name not in ("limit", "fields", "include")}
    if segments[0] == "search":
        return "search_record", {"query": parameters["q"], "limit": LIMIT, **({"type": parameters["type"]} if "type" in parameters else {})}
    if len(segments) == 3 and segments[0] == "people":
        return "person_part", {"person": segments[1], "limit": LIMIT}
    if len(segments) > 1:
        return "get_record", {"id": "/".join(segments[:2])}
    sort = parameters.pop("sort", None)
    return "list_records", {"collection": segments[0], "filters": parameters, "limit": LIMIT, **({"sort": sort} if sort else {})}


def records_in(results):
    """Yields the records that a list has, or that refer to a record."""
    for result in results:
        content = result.get("structuredContent", {})
        yield from content.get("statements", ())
        for relation in content.get("referred_by", ()):
            yield from relation["records"]


def next_call(path, calls, results):
    """Returns a call for what the results so far leave out: the rest of a list, what belongs to a record, or one record. Or None."""
    content = results[-1].get("structuredContent", {})
    if "next_offset" in content:
        return calls[-1][0], {**calls[-1][1], "offset": content["next_offset"]}
    segments = segments_of(path)
    if len(segments) == 3 and len(calls) == 1 and "record" in content and segments[2] in OF_OCCASIONS:
        return "list_records", {"collection": segments[2], "filters": {content["record"]["type"]: content["record"]["id"]}, "limit": LIMIT}
    wanted = segments[2] if len(segments) == 3 else segments[0]
    opened = {arguments.get("id") for _, arguments in calls}
    for record in records_in(results):
        if record["url"].split("/")[1] in (wanted, wanted + "s") and record["id"] not in opened:
            return "get_record", {"id": record["id"]}
    return None


def is_found(piece, text):
    if piece in MADE_BY_JQ or piece in text:
        return True
    return all(part in MADE_BY_JQ or part in text for part in re.split(r"[,:]? ", piece))


def missing(expected, results):
    text = "\n".join(written(result.get("structuredContent")) for result in results)
    return [piece for piece in expected[2:].split("; ") if not is_found(piece, text)]


def uncited(results):
    """Returns the ids of statements without a citation."""
    return [statement["id"] for result in results for statement in objects(result.get("structuredContent"))
            if "sources" in statement and "type" in statement and not any("document" in source for source in statement["sources"])]


def ask(program, data, asked):
    """Makes further calls while parts of the answers are missing. `asked` are lists of a case, its calls and their results."""
    for _ in range(CALLS_MAX):
        calls = [(each, call) for each in asked
                 if (call := next_call(each[0][1], each[1], each[2]) if each[1] else first_call(each[0][1]))
                 and (not each[1] or missing(each[0][2], each[2]))]
        for (each, call), result in zip(calls, call_tools(program, data, [call for _, call in calls])):
            each[1].append(call)
            each[2].append(result)


def main():
    program, path, others, *data = sys.argv[1:]
    with open(others, encoding="utf-8") as file:
        answered = set(file.read().splitlines())
    asked = [((question, request.split(" | ", 1)[0], expected), [], []) for question, request, expected in cases(path)
             if question not in answered]
    ask(program, data, asked)
    failed = calls = 0
    for (question, request, expected), made, results in asked:
        calls += len(made)
        faults = [result["content"][0]["text"] for result in results if result.get("isError")]
        faults += [f"missing: {piece}" for piece in missing(expected, results)]
        faults += [f"no citation: {name}" for name in uncited(results)]
        if faults:
            failed += 1
            print(question, f"  {request}", *(f"  > {name} {arguments}" for name, arguments in made), *(f"  {line}" for line in faults), sep="\n")
    print(f"{len(asked) - failed} answered with {calls} calls, {failed} failed")
    sys.exit(1 if failed else 0)


main()
