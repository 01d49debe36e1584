#!/usr/bin/env python3
"""usage: embed.py OUTPUT [INDEX FILE...] - writes a C file with the dashboard: its page and the files that the page asks for;
with nothing but OUTPUT, one with no dashboard.

The files get names under /assets/HASH/, where HASH is of all of them: modules then import each other by relative names, and
whatever changes gets a new name, so that a browser may keep for ever what it has. In the page, "assets/" becomes that folder,
and <!-- modules --> the list of modules, so that a browser fetches them side by side and not one behind the other. A file
from elsewhere is given as NAME=PATH."""
import hashlib
import os
import re
import sys

MEDIA_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}


def read(path):
    with open(path, "rb") as file:
        return file.read()


def rows(data):
    return ",\n".join(",".join(map(str, data[i:i + 24])) for i in range(0, len(data), 24))


def page_of(index, own, version):
    page = read(index).decode()
    modules = sorted(name for name in own if name.endswith(".js") and f'<script src="assets/{name}"' not in page)
    page = page.replace("<!-- modules -->", "\n".join(f'<link rel="modulepreload" href="assets/{name}">' for name in modules))
    return page.replace('"assets/', f'"assets/{version}/').encode()


# All but fragments, which lead within the page.
def links_of(page):
    return [found.start(1) for found in re.finditer(rb'\b(?:href|src)="([^#"])', page)]


def modified_of(paths):
    return int(os.environ.get("SOURCE_DATE_EPOCH") or max((os.stat(path).st_mtime for path in paths), default=0))


def asset_row(number, name):
    return f'    {{"{name}", "{MEDIA_TYPES[os.path.splitext(name)[1]]}", bytes_{number}, sizeof bytes_{number}}},\n'


def main(target, index=None, *sources):
    own = {os.path.basename(path): path for path in sources if "=" not in path}
    paths = own | dict(source.split("=", 1) for source in sources if "=" in source)
    assets = {name: read(path) for name, path in sorted(paths.items())}
    version = hashlib.sha256(b"".join(b"%s %d\n%s" % (name.encode(), len(data), data) for name, data in assets.items())).hexdigest()[:12]
    page = page_of(index, own, version) if index else b""
    with open(target, "w", encoding="ascii") as file:
        file.write('#include "dashboard/dashboard.h"\n\n')
        for number, data in enumerate([page, *assets.values()]):
            file.write(f"static const unsigned char bytes_{number}[] = {{\n{rows(data) or 0}}};\n\n")
        file.write(f"const long long dashboard_modified = {modified_of([*([index] if index else []), *paths.values()])};\n")
        file.write(f'const char dashboard_version[] = "{version}";\n')
        file.write(f'const struct dashboard_file dashboard_page = {{"", "text/html; charset=utf-8", bytes_0, {len(page)}}};\n')
        file.write(f"const size_t dashboard_page_links[] = {{{', '.join(map(str, [*links_of(page), 0]))}}};\n")
        file.write("const struct dashboard_file dashboard_assets[] = {\n")
        file.writelines(asset_row(number, name) for number, name in enumerate(assets, 1))
        file.write("    {0}};\n")


main(*sys.argv[1:])
