#!/usr/bin/env python3
"""usage: embed.py HEADER INPUT OUTPUT - writes a C file with the bytes of INPUT as an array.

NAME is the file name of HEADER without '.h'; HEADER declares NAME[] and NAME_length. NAME_sha256 is the SHA-256 of the bytes in
base64, as in a Content-Security-Policy. NAME_modified is the modification time of INPUT, or SOURCE_DATE_EPOCH if that is set."""
import base64
import hashlib
import os
import sys

header, source, target = sys.argv[1:]
name = os.path.basename(header).removesuffix(".h")
with open(source, "rb") as file:
    data = file.read()
rows = [",".join(map(str, data[i:i + 24])) for i in range(0, len(data), 24)]
modified = int(os.environ.get("SOURCE_DATE_EPOCH") or os.stat(source).st_mtime)
with open(target, "w", encoding="ascii") as file:
    file.write(f'#include "{header}"\n\n')
    file.write(f"const size_t {name}_length = {len(data)};\n")
    file.write(f"const long long {name}_modified = {modified};\n")
    file.write(f'const char {name}_sha256[] = "{base64.b64encode(hashlib.sha256(data).digest()).decode()}";\n')
    file.write(f"const unsigned char {name}[] = {{\n" + ",\n".join(rows) + "};\n")
