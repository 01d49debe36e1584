#!/usr/bin/env python3
"""usage: country_codes.py ISO_3166_1.JSON OUTPUT - writes a C file with the officially assigned alpha-2 codes of ISO 3166-1, as
Debian's iso-codes lists them, in alphabetical order, and the English names."""
import json
import sys

source, target = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    countries = json.load(file)["3166-1"]
names = {country["alpha_2"]: country.get("common_name", country["name"]) for country in countries}
codes = sorted(names)
with open(target, "w", encoding="utf-8") as file:
    file.write('#include "values/country.h"\n\n')
    file.write(f"const size_t country_count = {len(codes)};\n\n")
    file.write("const char country_codes[][COUNTRY_CODE_BYTES] = {\n")
    file.writelines(f'    "{code}",\n' for code in codes)
    file.write("};\n\nconst char *const country_names[] = {\n")
    file.writelines(f"    {json.dumps(names[code], ensure_ascii=False)},\n" for code in codes)
    file.write("};\n")
