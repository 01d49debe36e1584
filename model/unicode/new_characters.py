#!/usr/bin/env python3
"""usage: new_characters.py OLDER NEWER OUTPUT - writes new_characters.inc: the characters that two releases of libunistring, each given
by the path of its shared library, do not treat alike, with the properties that NEWER has. The table in the tree was made from
libunistring 1.0 of Debian 12 (Unicode 14.0) and 1.3 of Debian 13 (Unicode 16.0).

Fails if a property of a character that both releases know has changed, because the table does not provide for that."""
import ctypes
import sys

CODE_POINTS = [*range(0xD800), *range(0xE000, 0x110000)]
PARTS_MAX = 32
NOTICE = """/* Made by new_characters.py from libunistring {version}. Do not edit.
 *
 * The properties are Unicode data: copyright (c) 1991-2024 Unicode, Inc. They are distributed under the Unicode License, which is
 * in collation_table.LICENSE. */
"""


class Library:
    def __init__(self, path):
        self.unistring = ctypes.CDLL(path)
        version = ctypes.c_int.in_dll(self.unistring, "_libunistring_version").value
        self.version = f"{version >> 16}.{version >> 8 & 255}"
        self.marks, self.symbols, self.digits, self.unassigned = (self.category(name) for name in (b"M", b"S", b"Nd", b"Cn"))

    def category(self, name):
        """The members of a general category."""
        class Category(ctypes.Structure):
            _fields_ = [("bitmask", ctypes.c_uint32, 31), ("generic", ctypes.c_uint32, 1), ("lookup", ctypes.c_void_p)]
        by_name = self.unistring.uc_general_category_byname
        by_name.restype = Category
        by_name.argtypes = [ctypes.c_char_p]
        category = by_name(name)
        return {code for code in CODE_POINTS if self.unistring.uc_is_general_category(code, category)}

    def decomposition(self, code):
        """Whether a decomposition is canonical, and its parts; or None."""
        tag, parts = ctypes.c_int(), (ctypes.c_uint32 * PARTS_MAX)()
        count = self.unistring.uc_decomposition(code, ctypes.byref(tag), parts)
        return (tag.value == 0, *parts[:count]) if count > 0 else None

    def folded_case(self, code):
        text, folded, length = (ctypes.c_uint32 * 1)(code), (ctypes.c_uint32 * PARTS_MAX)(), ctypes.c_size_t(PARTS_MAX)
        self.unistring.u32_casefold(text, ctypes.c_size_t(1), None, None, folded, ctypes.byref(length))
        return tuple(folded[:length.value])

    def properties(self, code):
        return {"class": self.unistring.uc_combining_class(code), "mark": code in self.marks, "symbol": code in self.symbols,
                "digit": self.unistring.uc_decimal_value(code) if code in self.digits else None,
                "decomposition": self.decomposition(code), "case": self.folded_case(code),
                "ignorable": bool(self.unistring.uc_is_property_default_ignorable_code_point(code))}


def rows_of(code, properties):
    """The tables that have the character, and its values there. A row of characters has values that are the same or increase."""
    decomposition, case = properties["decomposition"], properties["case"]
    assert not properties["ignorable"]
    if properties["class"]:
        yield "classes", (properties["class"], 0)
    if properties["symbol"]:
        yield "symbols", (0, 0)
    if decomposition:
        canonical, *parts = decomposition
        assert len(parts) == (2 if canonical else 1)
        yield ("pairs", tuple(parts)) if canonical else ("replacements", (parts[0] - code, 0))
    elif properties["digit"] is not None:
        yield "digits", (properties["digit"] - code, 0)
    if case != (code,):
        assert len(case) == 1
        yield "cases", (case[0] - code, 0)


def find_new(older, newer):
    for code in CODE_POINTS:
        properties = newer.properties(code)
        if properties != older.properties(code):
            assert code in older.unassigned, f"U+{code:04X} has changed"
            yield code, properties


def main(older, newer, output):
    newer, tables = Library(newer), {name: [] for name in ("classes", "symbols", "pairs", "replacements", "digits", "cases")}
    for code, properties in find_new(Library(older), newer):
        for name, values in rows_of(code, properties):
            rows = tables[name]
            if name != "pairs" and rows and rows[-1][1] == code - 1 and rows[-1][2:] == values:
                rows[-1] = (rows[-1][0], code, *values)
            else:
                rows.append((code, code, *values))
    with open(output, "w", encoding="ascii") as file:
        file.write(NOTICE.format(version=newer.version))
        for name, rows in tables.items():
            file.write(f"static const struct new_character new_{name}[] = {{\n")
            for first, last, value, second in rows:
                if name in ("replacements", "digits", "cases"):
                    value += first
                file.write(f"    {{0x{first:x}, 0x{last:x}, {f'0x{value:x}' if value > 300 else value}, {f'0x{second:x}' if second else 0}}},\n")
            file.write("};\n")


main(*sys.argv[1:])
