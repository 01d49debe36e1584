"""Finds the links in answers - in headers, JSON and HTML - and follows them all from "/"."""
import http.client
import json
import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urldefrag

PAGE = {"Accept": "text/html,*/*;q=0.8"}  # as browsers send it
NOTHING_KNOWN = {"Accept": "x/unknown"}  # answered with a problem that lists the available formats


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body
        self.media_type = headers.get("content-type", "").split(";")[0]


class Asker:
    """One persistent connection to ADDRESS:PORT; `name` replaces it in the Host header."""

    def __init__(self, address, name=None):
        self.connection = http.client.HTTPConnection(address, timeout=240)  # only ends a test that waits in vain
        self.name = {"Host": name} if name else {}

    def ask(self, target, headers=None):
        self.connection.request("GET", target, headers={**self.name, **(headers or {})})
        response = self.connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())


def head_links(answer):
    yield from re.findall(r"<([^>]*)>", answer.headers.get("link", ""))
    yield from (answer.headers[name] for name in ("location", "content-location") if name in answer.headers)


def json_links(value):
    """Yields the values of "href", "anchor" and "instance" and those in "links"."""
    if isinstance(value, list):
        for one in value:
            yield from json_links(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name in ("href", "anchor", "instance") and isinstance(one, str):
                yield one
            elif name == "links":
                yield from (link for link in one.values() if link is not None)
            else:
                yield from json_links(one)


def linked_data(value):
    if isinstance(value, str) and re.match("/[a-z]", value):
        yield value
    for one in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        yield from linked_data(one)


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links = []

    def handle_starttag(self, tag, attributes):
        self.links += [value for name, value in attributes if name in ("href", "src")]


def page_links(text):
    page = Page()
    page.feed(text)
    return page.links


def body_links(answer):
    text = answer.body.decode("utf-8", "replace")
    if answer.media_type == "text/html":
        return page_links(text)
    if answer.media_type == "text/javascript":
        return re.findall(r"\b(?:from|import) '(\./[^']*)'", text)
    if answer.media_type == "application/vnd.oai.openapi+json":
        return [server["url"].rstrip("/") + "/" for server in json.loads(text)["servers"]]
    if answer.media_type == "application/ld+json":
        return linked_data(json.loads(text))
    if answer.media_type.endswith("json") and answer.media_type not in ("application/schema+json", "application/x-ndjson"):
        return json_links(json.loads(text))
    return []


def links_of(url, answer):
    """Yields the links to the same site, as paths from its root without fragments."""
    for link in [*head_links(answer), *body_links(answer)]:
        whole = urldefrag(urljoin(f"http://site{url}", link)).url
        if whole.startswith("http://site/"):
            yield whole.removeprefix("http://site")


def shape_of(url):
    """Returns a key that all records of a collection share; each of their relations has one, too."""
    segments = url.split("/")
    return (*segments[:-1], None) if len(segments) == 3 else (*segments[:-2], None, segments[-1])


def crawl(asker, base_path="", leave_out=()):
    """Yields (URL, request headers, answer) for everything that can be reached from "/", as programs and as browsers request it.
    The first record of each collection and its relations are requested in all formats. Every URL must begin with the base path,
    which is stripped as by a proxy; otherwise AssertionError names the URL and the page that has it. Paths in leave_out are not
    followed."""
    waiting = [(f"{base_path}/", headers) for headers in ({}, PAGE)]
    known, shapes = {f"{base_path}/"}, set()
    while waiting:
        url, headers = waiting.pop()
        path = url.removeprefix(base_path)
        answer = asker.ask(path, headers)
        if headers is not NOTHING_KNOWN:
            yield url, headers, answer
        if not headers and answer.media_type == "application/json" and not url.endswith(".json") and shape_of(path) not in shapes:
            shapes.add(shape_of(path))
            waiting.append((url, NOTHING_KNOWN))
        for link in links_of(url, answer):
            assert link.startswith(f"{base_path}/"), f"{url} leads to {link}, which does not begin with {base_path}/"
            if link not in known and link.removeprefix(base_path).split("?")[0] not in leave_out:
                known.add(link)
                waiting.append((link, {}))
