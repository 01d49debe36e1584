#!/usr/bin/env python3
"""usage: embed_files.py NAME OUTPUT [--page INDEX] [--preload FONT]... [FILE...] - writes a C file with the table of files that NAME/NAME.h declares.

The files get names under /assets/VERSION/, where VERSION is a hash of all of them: they refer to each other by relative names, and
a file that changes gets a new name, so that a browser may cache it forever. FILE is a path, NAME=PATH for another name, or
NAME=PATH+PATH for several files that are served as one.

With --page, the C file has a page, too, or an empty one if INDEX is empty. In it, "assets/" becomes that folder, and
<!-- modules --> the list of the modules that are given by their path, so that a browser fetches them side by side. Without, it has a list of the FONTs that a page preloads."""
import argparse
import hashlib
import os
import re
import sys

MEDIA_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".woff2": "font/woff2",
               ".txt": "text/plain; charset=utf-8"}


def read(path):
    with open(path, "rb") as file:
        return file.read()


def parse_sources(sources):
    """Returns the paths of each name."""
    paths = {}
    for source in sources:
        name, _, joined = source.rpartition("=")
        name = name or os.path.basename(joined)
        if name in paths:
            sys.exit(f"embed_files.py: two files have the name {name}")
        paths[name] = joined.split("+")
    return paths


def rows(data):
    return ",\n".join(",".join(map(str, data[i:i + 24])) for i in range(0, len(data), 24))


def page_of(index, sources, version):
    page = read(index).decode() if index else ""
    modules = sorted(name for name in map(os.path.basename, sources) if name.endswith(".js") and f'<script src="assets/{name}"' not in page)
    page = page.replace("<!-- modules -->", "\n".join(f'<link rel="modulepreload" href="assets/{name}">' for name in modules))
    return page.replace('"assets/', f'"assets/{version}/').encode()


# All but fragments, which lead within the page.
def links_of(page):
    return [found.start(1) for found in re.finditer(rb'\b(?:href|src)="([^#"])', page)]


def modified_of(paths):
    return int(os.environ.get("SOURCE_DATE_EPOCH") or max((os.stat(path).st_mtime for path in paths), default=0))


def version_of(files):
    return hashlib.sha256(b"".join(b"%s %d\n%s" % (name.encode(), len(data), data) for name, data in files.items())).hexdigest()[:12]


def array(name, data):
    return f"static const unsigned char {name}[] = {{\n{rows(data) or 0}}};\n\n"


def table(prefix, files):
    entries = [f'    {{"{name}", "{MEDIA_TYPES[os.path.splitext(name)[1]]}", bytes_{number}, sizeof bytes_{number}}},\n'
               for number, name in enumerate(files)]
    return f"const struct {prefix}_file {prefix}_files[] = {{\n{''.join(entries)}    {{0}}}};\n"


def page_parts(prefix, page):
    offsets = ", ".join(map(str, [*links_of(page), 0]))
    return (array("page_bytes", page)
            + f'const struct {prefix}_file {prefix}_page = {{"", "text/html; charset=utf-8", page_bytes, {len(page)}}};\n'
            + f"const size_t {prefix}_page_links[] = {{{offsets}}};\n")


def preloads(prefix, names):
    return "const char *const %s_preloads[] = {%s};\n" % (prefix, ", ".join([*(f'"{name}"' for name in names), "NULL"]))


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("prefix")
    parser.add_argument("target")
    parser.add_argument("--page")
    parser.add_argument("--preload", action="append", default=[])
    parser.add_argument("sources", nargs="*")
    return parser.parse_intermixed_args()


def main(prefix, target, page, preload, sources):
    paths = parse_sources(sources)
    files = {name: b"".join(map(read, paths[name])) for name in sorted(paths)}
    version = version_of(files)
    with open(target, "w", encoding="ascii") as file:
        file.write(f'#include "{prefix}/{prefix}.h"\n\n')
        if page is None:
            file.write(preloads(prefix, preload))
        else:
            file.write(page_parts(prefix, page_of(page, [source for source in sources if "=" not in source], version)))
        file.writelines(array(f"bytes_{number}", data) for number, data in enumerate(files.values()))
        modified = modified_of([path for joined in paths.values() for path in joined] + [page] * bool(page))
        file.write(f'const long long {prefix}_modified = {modified};\nconst char {prefix}_version[] = "{version}";\n')
        file.write(table(prefix, files))


main(**vars(arguments()))
