#!/usr/bin/env python3
"""usage: embed_files.py NAME OUTPUT [--preload FONT]... [--prefetch FONT]... [FILE...] - writes a C file with the table of files that NAME/NAME.h declares.

The files get names under /assets/VERSION/, where VERSION is a hash of all of them: they refer to each other by relative names, and
a file that changes gets a new name, so that a browser may cache it forever. FILE is a path, NAME=PATH for another name, or
NAME=PATH+PATH for several files that are served as one. Styles lose their comments.
The C file also has lists of the FONTs that a page preloads, and that it fetches for the next page."""
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


def shorten(style):
    """Removes comments, indentation and line feeds from a style. Strings in it have none of these."""
    style = re.sub(rb"/\*.*?\*/", b"", style, flags=re.DOTALL)
    return b"\n".join(line.strip() for line in style.splitlines() if line.strip()) + b"\n"


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


def fonts(prefix, use, names):
    return "const char *const %s_%s[] = {%s};\n" % (prefix, use, ", ".join([*(f'"{name}"' for name in names), "NULL"]))


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("prefix")
    parser.add_argument("target")
    parser.add_argument("--preload", action="append", default=[])
    parser.add_argument("--prefetch", action="append", default=[])
    parser.add_argument("sources", nargs="*")
    return parser.parse_intermixed_args()


def main(prefix, target, preload, prefetch, sources):
    paths = parse_sources(sources)
    files = {name: b"".join(map(read, paths[name])) for name in sorted(paths)}
    files |= {name: shorten(data) for name, data in files.items() if name.endswith(".css")}
    version = version_of(files)
    with open(target, "w", encoding="ascii") as file:
        file.write(f'#include "{prefix}/{prefix}.h"\n\n')
        file.write(fonts(prefix, "preloads", preload))
        file.write(fonts(prefix, "prefetches", prefetch))
        file.writelines(array(f"bytes_{number}", data) for number, data in enumerate(files.values()))
        modified = modified_of([path for joined in paths.values() for path in joined])
        file.write(f'const long long {prefix}_modified = {modified};\nconst char {prefix}_version[] = "{version}";\n')
        file.write(table(prefix, files))


main(**vars(arguments()))
