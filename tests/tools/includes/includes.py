#!/usr/bin/env python3
"""usage: includes.py [ROOT] - checks what the sources of model/, routes/ and server/ include.

Each folder F of a library has a public header F/F.h. Its first comment ends with "May include: a, b." or "May include:
nothing.", the folders of the same library that the folder may include; the libraries below are allowed always. The public header
includes those headers of its folder that other folders may include, or declares what they need itself. Checked are:
- an include of another folder is one that the public header of the including folder allows, and is public there;
- those rules, and the includes of the files themselves, have no circle;
- a folder has at most 25 sources, and every folder with sources has a public header;
- no header has the same path in two libraries, except public headers, which are then not included.
Includes are written from the root of a library: "archive/record.h". The files at the root of a library may include all of it."""
import re
import sys
from pathlib import Path

LIBRARIES = ["model", "routes", "server"]  # each may include those before it
SOURCES_MAX = 25
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)
RULE = re.compile(r"May include: ([a-z_, ]+)\.")


class Tree:
    def __init__(self, root):
        self.faults = []
        self.texts = {str(path.relative_to(root)): path.read_text() for library in LIBRARIES
                      for path in sorted((root / library).rglob("*.[ch]"))}
        self.folders = {}
        for path in self.texts:
            self.folders.setdefault(folder_of(path), []).append(path)
        self.public = {folder: self.public_headers(folder) for folder in self.folders}
        self.rules = {folder: self.rule(folder) for folder in self.folders}

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def included(self, path):
        """The sources of the project that a source includes. The headers of libraries have other names."""
        library = path.split("/")[0]
        reach = LIBRARIES[:LIBRARIES.index(library) + 1]
        for mark, name in INCLUDE.findall(self.texts[path]):
            found = [f"{other}/{name}" for other in reach if f"{other}/{name}" in self.texts]
            if len(found) > 1:
                self.fault(path, f'"{name}" is ambiguous: {" and ".join(found)}')
            elif found:
                yield found[0]
            elif ".." in name.split("/") or (mark == '"' and str(Path(path).parent / name) in self.texts):
                self.fault(path, f'write "{name}" from the root of the library')

    def header(self, folder):
        return f"{folder}/{folder.split('/')[-1]}.h"

    def public_headers(self, folder):
        header = self.header(folder)
        if "/" not in folder:
            return set(self.folders[folder])
        if header not in self.texts:
            self.fault(folder, f"there is no {header} that says what the folder owns and may include")
            return set()
        return {header} | {path for path in self.included(header) if folder_of(path) == folder}

    def rule(self, folder):
        if "/" not in folder or self.header(folder) not in self.texts:
            return None
        comment = self.texts[self.header(folder)].split("*/")[0].replace("\n *", "")
        rules = RULE.findall(comment)
        if len(rules) != 1:
            self.fault(self.header(folder), 'the first comment must say "May include: FOLDER, FOLDER." once')
            return None
        names = [] if rules[0] == "nothing" else rules[0].split(", ")
        return {f"{folder.split('/')[0]}/{name}" for name in names}

    def check_include(self, path, target):
        own, other = folder_of(path), folder_of(target)
        if own == other:
            return
        if own.split("/")[0] == other.split("/")[0] and "/" in own and self.rules[own] is not None and other not in self.rules[own]:
            self.fault(path, f"may not include {target}: {self.header(own)} does not allow {other}")
        elif target not in self.public[other]:
            self.fault(path, f"may not include {target}: it is private; {self.header(other)} does not include it")

    def check(self):
        for folder, paths in sorted(self.folders.items()):
            if len(paths) > SOURCES_MAX:
                self.fault(folder, f"{len(paths)} sources; at most {SOURCES_MAX}")
            for name in sorted(self.rules[folder] or ()):
                if name not in self.folders:
                    self.fault(self.header(folder), f"there is no folder {name}")
        for path in self.texts:
            for target in self.included(path):
                self.check_include(path, target)
        self.check_names()
        self.check_circles({folder: rule or set() for folder, rule in self.rules.items()})
        self.check_circles({path: set(self.included(path)) for path in self.texts})

    def check_names(self):
        for path in self.texts:
            library, name = path.split("/", 1)
            for other in LIBRARIES[:LIBRARIES.index(library)]:
                if path.endswith(".h") and f"{other}/{name}" in self.texts and path != self.header(folder_of(path)):
                    self.fault(path, f"{other}/{name} has the same name below its library")

    def check_circles(self, graph):
        """Depth first; a node that is on the way to itself is on a circle."""
        done = set()

        def visit(node, way):
            if node in way:
                self.fault(node, "is on a circle: " + " -> ".join(way[way.index(node):] + [node]))
            elif node not in done:
                for target in sorted(graph.get(node, ())):
                    visit(target, way + [node])
                done.add(node)

        for node in sorted(graph):
            visit(node, [])


def folder_of(path):
    """ "model/schema" of "model/schema/types/paper.c"; "routes" of "routes/router.c"."""
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 else parts[0]


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[3]
    tree = Tree(root)
    tree.check()
    for fault in tree.faults:
        print(fault)
    print(f"includes: {len(tree.texts)} files in {len(tree.folders)} folders, {len(tree.faults)} faults")
    sys.exit(bool(tree.faults))


main()
