#!/usr/bin/env python3
"""usage: exported.py PROGRAM CONFIGURATION - checks `rapporteur export`.

nginx serves the exported files with CONFIGURATION (docker/export.conf). For every link from "/" its answers must equal those of the
server. An export must replace an earlier one completely or not at all. Both servers are on the loopback address."""
import json
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from crawl import PAGE, Asker, crawl

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))
from served import PATIENCE, end_with_test, free_port, start_server

# These depend on time or on a query, so no file can answer them.
NOT_EXPORTED = ("/search", "/livez", "/readyz", "/metrics")
# These name the host of the request. If it is not a plain name, they have no address, like the files of an export without --url.
BY_HOST = re.compile(r"(?:/robots\.txt|\.(?:bib|ris|csl\.json|jsonld))$")
NO_NAME = {"Host": "no_name"}
# A part of a file, as /papers.csv?offset=100, to which problems link; no file can answer that either.
PART_OF_FILE = re.compile(r"\.(?!json\?)[a-z.]+\?")
# The filters of pages, and their other formats.
FILTERED = re.compile(r"\?(?!offset=\d+$)")
OF_THE_CONNECTION = {"date", "connection", "content-length"}
COMPARED = ("content-type", "last-modified", "cache-control", "vary", "access-control-allow-origin", "access-control-expose-headers",
            "content-security-policy", "referrer-policy", "x-content-type-options")
NAME = "localhost:8080"  # /docs shows requests with the name from the Host header
SKIPPED = 77
EVERY = 29  # checks every 29th file that no link leads to

NGINX = """{user} worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/errors;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3; uwsgi_temp_path {folder}/4;
  scgi_temp_path {folder}/5;
  {configuration}
}}
"""


def start_nginx(program, configuration, folder, files):
    port = free_port()
    text = configuration.replace("listen 8080;", f"listen 127.0.0.1:{port};").replace("root /srv/export;", f"root {files};")
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, configuration=text, user="user root;" if os.geteuid() == 0 else ""))
    nginx = end_with_test(subprocess.Popen([program, "-p", folder, "-e", folder / "errors", "-c", folder / "nginx.conf"]))
    for _ in range(10 * PATIENCE):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return nginx, f"127.0.0.1:{port}"
        if nginx.poll() is not None:
            break
        time.sleep(0.1)
    nginx.kill()
    sys.exit(f"nginx did not start: {(folder / 'errors').read_text()}")


def read_headers(files):
    """Returns the content of _headers as {path: {name: value}}; headers of every path are under ".../*"."""
    said, path = {}, None
    for line in (files / "_headers").read_text().splitlines()[1:]:
        if line.startswith("  "):
            name, value = line[2:].split(": ", 1)
            said[path][name.lower()] = value
        else:
            path = line
            said[path] = {}
    return said


def path_of(said, base_path, url, headers):
    path, _, query = url.removeprefix(base_path).partition("?")
    if path == "/" and headers is not PAGE and f"{base_path}/_index.json" in said:
        path = "/_index.json"
    return f"{base_path}/query/{query}{path}" if query else f"{base_path}{path}"


def compare_headers(said, base_path, url, headers, answer):
    own = {name: value for name, value in answer.headers.items() if name not in OF_THE_CONNECTION}
    written = said[f"{base_path}/*"] | said.get(path_of(said, base_path, url, headers), {})
    if written != own:
        yield f"{url}: the headers are {written} in _headers, {own} from the server"


def compare(ours, theirs, url):
    if (ours.status, ours.body) != (theirs.status, theirs.body):
        yield f"{url}: {ours.status} with {len(ours.body)} bytes from the server, {theirs.status} with {len(theirs.body)} bytes from nginx"
    for name in COMPARED:
        if ours.headers.get(name) != theirs.headers.get(name):
            yield f"{url}: {name} is {ours.headers.get(name)} from the server, {theirs.headers.get(name)} from nginx"


def file_of(files, path):
    name = files / path[1:]
    return next(one for one in (name, name / "_index.json", name / "index.html") if one.is_file())


def compare_unlinked(asker, files, said, base_path, seen):
    """Checks files that no link leads to, as those with numbers in place of ids."""
    others = [path.removeprefix(base_path) for path in said if path not in seen and not path.endswith("/*")]
    for path in others[::EVERY]:
        if asker.ask(path, NO_NAME if BY_HOST.search(path) else {}).body != file_of(files, path).read_bytes():
            yield f"{path}: the file differs from the answer of the server"
    count = sum(len(names) for _, _, names in os.walk(files))
    paths = len(said) - 2  # besides "/*", and "/", at which a host serves index.html
    if count != paths + 1:  # besides _headers
        yield f"there are {count} files, but {paths} paths in _headers"


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found += [value for name, value in attributes if name in ("href", "src", "action")]


def leads_somewhere(files, path):
    target = files / unquote(path)[1:]
    id_of_record = target.is_dir() and "." in target.name  # it has the suffix of a page or format of another record
    return target.is_file() or (target / "index.html").is_file() or id_of_record


def check_pages(files, base_path):
    """Each link of each page must be a file, or a folder with index.html: the only rule that all static hosts share."""
    links = {}
    for page in filter(Path.is_file, files.rglob("*.html")):
        reader = Links()
        reader.feed(page.read_text())
        links |= {urljoin(f"http://site{base_path}/{page.relative_to(files)}", link): page for link in reader.found}
    for link, page in links.items():
        address = urlsplit(link)
        if address.netloc == "site" and (address.query or not leads_somewhere(files, address.path.removeprefix(base_path))):
            yield f"{page.relative_to(files)}: no static host can answer the link {link}"


def check_refusals(nginx, base_path):
    """Requests that files cannot answer must be 404, not a wrong answer."""
    for target, status in {"/people?country=JP": 404, "/people?offset=7": 404, "/docs?x": 404, "/openapi.json?x": 404, "/search?q=energy": 404,
                           "/nothing": 404, "/_headers": 404, "/people/_index.json": 404, "/people/": 308, "/": 200}.items():
        answer = nginx.ask(target)
        if answer.status != status:
            yield f"nginx answers {target} with {answer.status}"
        if status == 404 and json.loads(answer.body)["status"] != 404:
            yield f"{target} is not answered with a problem: {answer.body}"
    known = nginx.ask("/people").headers["etag"]
    if nginx.ask("/people", {"If-None-Match": known}).status != 304:
        yield "nginx does not answer its own entity tag with 304"


def compare_all(ours, nginx, files, base_path):
    faults, seen, said = [], set(), read_headers(files)
    for url, headers, answer in crawl(ours, base_path, NOT_EXPORTED):
        if PART_OF_FILE.search(url) or FILTERED.search(url):
            continue
        if BY_HOST.search(url):
            answer = ours.ask(url.removeprefix(base_path), headers | NO_NAME)
        if url == f"{base_path}/" and headers is PAGE:
            answer = ours.ask("/index.html", headers)
        seen.add(path_of(said, base_path, url, headers))
        faults += compare_headers(said, base_path, url, headers, answer)
        faults += compare(answer, nginx.ask(url.removeprefix(base_path), headers), url)
    faults += compare_unlinked(ours, files, said, base_path, seen)
    faults += check_refusals(nginx, base_path)
    faults += check_pages(files, base_path)
    return faults, len(seen)


def check_tree(program, nginx_program, configuration, folder, flags, base_path=""):
    """Exports, serves and compares. Returns (faults, number of links)."""
    files = folder / "files"
    subprocess.run([program, "export", files, *flags], check=True, stderr=subprocess.DEVNULL)
    server, address = start_server(program, "--pages", "files", *flags)
    nginx, nginx_address = start_nginx(nginx_program, configuration, folder, files)
    try:
        return compare_all(Asker(address, NAME), Asker(nginx_address), files, base_path)
    finally:
        for process in (server, nginx):
            process.terminate()
            process.wait()


def write_record(path, ids):
    """Writes a record of a meeting with these documents, and returns its path."""
    sources = [{"document": ids[0]}]
    meeting = {"id": "meeting", "number": 2, "name": "A meeting", "status": "held", "sources": sources}
    documents = [{"id": id, "title": f"Document {id}", "media_type": "text/plain", "lines": 9, "sha256": "0" * 64, "meeting": "meeting",
                  "sources": sources} for id in ids]
    path.write_text(json.dumps({"meetings": [meeting], "documents": documents}))
    return path


def write_long_record(path):
    """Writes a record with lists longer than a page, and with ids that look like numbers and file names."""
    return write_record(path, ["index.csv", "index", "index.json", "index.html", "2", "a.json", "a", *(f"d-{at}" for at in range(104))])


def limit_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def check_replacing(program, folder):
    """An export must succeed completely or leave the folder as it was, without temporary files beside it."""
    def export(*arguments, **options):
        run = subprocess.run([program, "export", *arguments], capture_output=True, text=True, **options)
        return run.returncode, run.stderr

    place, foreign, link = folder / "place", folder / "foreign", folder / "link"
    (foreign / "folder").mkdir(parents=True)
    link.symlink_to(place)
    short, shorter = write_record(folder / "short.json", ["a", "b"]), write_record(folder / "shorter.json", ["a"])
    faulty = folder / "faulty.json"
    faulty.write_text('{"topics": [{"id": "a"}]}')
    cases = [
        ("to a new folder", [place, "--data", short], {}, 0, " files to "),
        ("over an earlier export", [place, "--data", short], {}, 0, " files to "),
        ("over an earlier export, through a symbolic link", [f"{link}/", "--data", shorter], {}, 0, " files to "),
        ("to a folder with other files", [foreign], {}, 1, "not an earlier export"),
        ("to a file", [short], {}, 1, "Not a directory"),
        ("to a missing folder", [folder / "none" / "place"], {}, 1, "No such file or directory"),
        ("to a full disk", [place], {"preexec_fn": limit_files}, 1, ": File too large"),
        ("of faulty data", [place, "--data", faulty], {}, 65, "faulty.json:1: /topics/0"),
        ("for several CORS origins", [place, "--cors-origin", "https://a.example", "--cors-origin", "https://b.example"], {}, 2, "several origins"),
        ("without a folder", [], {}, 2, "export needs a folder to write into"),
    ]
    for name, arguments, options, status, said in cases:
        was = place.is_dir() and (place.stat().st_ino, (place / "_headers").read_bytes())
        ended, text = export(*arguments, **options)
        if ended != status or said not in text:
            yield f"export {name}: exit status {ended}: {text}"
        if status and (place.stat().st_ino, (place / "_headers").read_bytes()) != was:
            yield f"export {name} changes the earlier export"
    if (place / "documents/b").exists() or not (place / "documents/a").exists() or not link.is_symlink():
        yield "an earlier export is not replaced"
    left = {one.name for one in folder.iterdir()} - {"place", "foreign", "link", "short.json", "shorter.json", "faulty.json"}
    yield from (f"{name} is not removed" for name in left)


def main(program, configuration):
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not nginx:
        print("tests/tools/links: nginx is not installed")
        sys.exit(1 if os.environ.get("CI") else SKIPPED)
    text = Path(configuration).read_text()
    memory = "/dev/shm"  # for thousands of temporary files
    roomy = os.path.isdir(memory) and shutil.disk_usage(memory).free > 2**28
    with tempfile.TemporaryDirectory(dir=memory if roomy else None) as name:
        shipped, made, replacing = (Path(name) / one for one in ("shipped", "made", "replacing"))
        for folder in (shipped, made, replacing):
            folder.mkdir()
        faults, count = check_tree(program, nginx, text, shipped, [])
        record = write_long_record(made / "record.json")
        more, pages = check_tree(program, nginx, text, made, ["--data", record, "--base-path", "/record"], "/record")
        faults += more
        faults += check_replacing(program, replacing)
    if count < 1000 or pages < 200:
        faults.append("too few links were compared")
    print(*(f"FAULT {fault}" for fault in faults[:20]), f"{count} and {pages} links, {len(faults)} faults", sep="\n")
    sys.exit(1 if faults else 0)


main(*sys.argv[1:])
