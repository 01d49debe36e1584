"""Reads C sources with libclang and finds the functions whose code can be mutated."""
import os
import sys
from bisect import bisect_right

try:
    from clang.cindex import CursorKind, Index, TranslationUnit
except ImportError:
    sys.exit("mutate: cannot read C sources: Debian's package python3-clang is missing; ./dev mutate installs it")

from changes import RELEASING_FUNCTION, Function


class Source:
    """The text of a file, and the ranges that are macros."""

    def __init__(self, root, path):
        self.path = path
        with open(os.path.join(root, path), "rb") as file:
            self.bytes = file.read()
        self.lines = self.bytes.decode("utf-8", "replace").split("\n")
        self.macros = []

    def text(self, start, end):
        return self.bytes[start:end].decode("utf-8", "replace")

    def set_macros(self, ranges):
        """Keeps the outermost ranges, in their order."""
        self.macros = []
        for start, end in sorted(ranges, key=lambda range: (range[0], -range[1])):
            if not self.macros or start >= self.macros[-1][1]:
                self.macros.append((start, end))

    def is_macro(self, start, end):
        """True if the range begins or ends within a macro, or is one other than true and false."""
        if (start, end) in self.macros:
            return self.text(start, end) not in ("true", "false")
        for at in (start, end - 1):
            i = bisect_right(self.macros, (at, len(self.bytes))) - 1
            if i >= 0 and at < self.macros[i][1] and not (start <= self.macros[i][0] and self.macros[i][1] <= end):
                return True
        return False


class Reader:
    """Reads translation units; a function in a header that several include is read once."""

    def __init__(self, root, folders):
        self.root, self.folders = root, folders
        self.index = Index.create()
        self.seen, self.mutations = set(), []

    def read(self, path, arguments):
        """Raises ValueError if the compiler refuses the file."""
        unit = self.index.parse(path, args=arguments, options=TranslationUnit.PARSE_DETAILED_PROCESSING_RECORD)
        errors = [str(diagnostic) for diagnostic in unit.diagnostics if diagnostic.severity >= 3]
        if errors:
            raise ValueError(f"{path} cannot be read: {errors[0]}")
        macros, functions = {}, {}
        for cursor in unit.cursor.get_children():
            is_function = cursor.kind == CursorKind.FUNCTION_DECL and cursor.is_definition()
            if not is_function and cursor.kind != CursorKind.MACRO_INSTANTIATION:
                continue
            if name := self.name_of_file(cursor):
                (functions if is_function else macros).setdefault(name, []).append(cursor)
        for name, found in functions.items():
            source = Source(self.root, name)
            source.set_macros((cursor.extent.start.offset, cursor.extent.end.offset) for cursor in macros.get(name, ()))
            for cursor in found:
                self.read_function(source, cursor)

    def read_function(self, source, cursor):
        place = (source.path, cursor.extent.start.offset)
        if place not in self.seen and not RELEASING_FUNCTION.fullmatch(cursor.spelling):
            self.seen.add(place)
            self.mutations += Function(self.root, source, cursor).mutations()

    def name_of_file(self, cursor):
        """The path of its file from the root, or None if that is not to be mutated."""
        file = cursor.location.file
        name = os.path.relpath(file.name, self.root) if file else ""
        return name if name.split("/")[0] in self.folders else None
