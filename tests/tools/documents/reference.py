#!/usr/bin/env python3
"""usage: reference.py PROGRAM - checks the page /docs.

Runs each request on the page in a shell and compares its output with the answer that the page shows or links to. Checks that the page is
well-formed, its links resolve, and it has no code of its own."""
import html
import re
import subprocess
import sys
import urllib.request
from html.parser import HTMLParser

from served import PATIENCE, start_server

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """Collects open elements, ids, links, headings and faults of a page."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.faults, self.headings = [], [], [], [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag not in VOID:
            self.open.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "href" in attributes:
            self.links.append(attributes["href"])
        if (tag == "script" and not attributes.get("src", "").startswith("/assets/")) or "style" in attributes or any(name.startswith("on") for name in attributes):
            self.faults.append(f"<{tag}> has code or style")
        if tag == "th" and attributes.get("scope") not in ("col", "row"):
            self.faults.append("a <th> has no scope")
        if re.fullmatch("h[1-6]", tag):
            level = int(tag[1])
            if self.headings and level > self.headings[-1] + 1:
                self.faults.append(f"{tag} follows h{self.headings[-1]}")
            self.headings.append(level)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes another element")


def check_page(text):
    page = Page()
    page.feed(text)
    faults = list(page.faults)
    faults += [f"<{tag}> is not closed" for tag in page.open]
    faults += [f"two elements have the id {id}" for id in set(page.ids) if page.ids.count(id) > 1]
    faults += [f"{link} does not resolve" for link in page.links if link.startswith("#") and link[1:] not in page.ids]
    faults += [f"{link} leads to another site" for link in page.links if not re.match("[#/]", link)]
    for landmark in ("<header ", "<main ", "<footer ", '<html lang="en">'):
        if text.count(landmark) != 1:
            faults.append(f"the page must have one {landmark}")
    return faults


def without_suffix(answer):
    return re.sub(r'\.json(?=["?])', "", answer)


def check_requests(text, address):
    """Compares the output of each command with the answer below it, and with the answer that its link opens."""
    examples = re.findall(r'<div class="try"><code>(.*?)</code>(?:<a class="copy" href="(.*?)">Open</a>)?</div>'
                          r'(?:<details class="fold"><summary>The answer</summary><pre tabindex="0">(.*?)</pre>)?', text, re.S)
    faults = [] if len(examples) > 30 else [f"only {len(examples)} requests are shown"]
    for command, link, shown in (map(html.unescape, example) for example in examples):
        printed = subprocess.run(["sh", "-c", command], capture_output=True).stdout.decode().replace("\r\n", "\n")
        shown = re.sub("</?bdi>", "", shown)
        if not link and not shown:
            faults.append(f"{command}\nhas no answer")
        if shown and printed != shown:
            faults.append(f"{command}\n--- on the page\n{shown}--- printed\n{printed}")
        if link:
            with urllib.request.urlopen(f"http://{address}{link}", timeout=PATIENCE) as answer:
                opened = answer.read().decode().replace("\r\n", "\n")
            if without_suffix(opened) != without_suffix(printed):
                faults.append(f"{command}\n--- opened\n{opened}--- printed\n{printed}")
    return faults, len(examples)


server, address = start_server(sys.argv[1])
try:
    with urllib.request.urlopen(f"http://{address}/docs", timeout=PATIENCE) as answer:
        policy, text = answer.headers["Content-Security-Policy"], answer.read().decode()
    faults, count = check_requests(text, address)
finally:
    server.terminate()
    server.wait()
faults += check_page(text)
if not policy.startswith("default-src 'self'"):
    faults.append(f"the policy is {policy}")
print("\n".join(faults) or f"/docs: {count} requests have the answers that it shows or links to")
sys.exit(1 if faults else None)
