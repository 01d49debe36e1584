#!/usr/bin/env python3
"""usage: spreadsheet.py PROGRAM - edits the tables that PROGRAM serves in LibreOffice, and reads them again.

All tables of the built-in record are opened in LibreOffice and saved, with each separator; one cell is edited. The record of the
saved tables must then have the edited value, and be the same in all else. It takes a minute, since LibreOffice starts slowly."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "documents"))

from served import PATIENCE, start_server  # noqa: E402

UTF_8 = 76  # the number of the encoding for LibreOffice
QUOTE = 34
OFFICE_PATIENCE = 5 * PATIENCE  # LibreOffice needs much processor time to start
TEXT = 2  # the form of a column whose cells are not read as numbers or dates
COLUMNS_MAX = 200


def expect(found, wanted, what):
    if found != wanted:
        sys.exit(f"{what}: found {found!r}, not {wanted!r}")


def office(folder, kind, options, files):
    """Converts files with LibreOffice, into the folder."""
    done = subprocess.run(["soffice", "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                           *options, "--convert-to", kind, "--outdir", str(folder), *map(str, files)],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=OFFICE_PATIENCE)
    made = [folder / (file.stem + "." + kind.split(":")[0]) for file in files]
    for file in made:
        if not file.exists():
            sys.exit(f"LibreOffice did not write {file}: {done.stdout}")
    return made


def open_tables(folder, files):
    """Opens tables with commas as one does in a spreadsheet: every column as text."""
    columns = "/".join(f"{column}/{TEXT}" for column in range(1, COLUMNS_MAX))
    return office(folder, "ods", [f"--infilter=CSV:{ord(',')},{QUOTE},{UTF_8},1,{columns}"], files)


def save_tables(folder, files, separator):
    return office(folder, f"csv:Text - txt - csv (StarCalc):{ord(separator)},{QUOTE},{UTF_8},1,,0,false,true,false", [], files)


def edit(file, old, new):
    """Replaces the text of a cell of a spreadsheet."""
    edited = file.with_suffix(".edited")
    found = 0
    with zipfile.ZipFile(file) as read, zipfile.ZipFile(edited, "w", zipfile.ZIP_DEFLATED) as written:
        for part in read.infolist():
            content = read.read(part)
            if part.filename == "content.xml":
                cell = f"<text:p>{old}</text:p>".encode()
                found = content.count(cell)
                content = content.replace(cell, f"<text:p>{new}</text:p>".encode())
            written.writestr(part, content)
    expect(found, 1, f"cells with {old} in {file.name}")
    edited.replace(file)


def record_of(program, folder):
    """Returns the record of the tables in a folder, without the documents that are the tables."""
    done = subprocess.run([program, "convert", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=PATIENCE)
    if done.returncode != 0:
        sys.exit(f"convert {folder}: {done.stderr.decode()}")
    record = json.loads(done.stdout)
    record["documents"] = [document for document in record["documents"] if document.get("media_type") != "text/csv"]
    return record


def served_tables(program, folder):
    """Writes the tables of all collections that have records. Returns their files."""
    server, address = start_server(program)
    schema = json.loads(subprocess.run([program, "schema"], stdout=subprocess.PIPE, check=True, timeout=PATIENCE).stdout)
    files = []
    for name, property in schema["properties"].items():
        if property.get("type") != "array":
            continue
        with urllib.request.urlopen(f"http://{address}/{name}.csv", timeout=PATIENCE) as answer:
            text = answer.read()
        if text.count(b"\r\n") > 1:
            files.append(folder / f"{name}.csv")
            files[-1].write_bytes(text)
    server.terminate()
    server.wait(PATIENCE)
    return files


def check_round_trip(program, folder):
    (folder / "served").mkdir()
    files = served_tables(program, folder / "served")
    expected = record_of(program, folder / "served")
    text = (folder / "served" / "people.csv").read_text(encoding="utf-8")
    person = next(person for person in expected["people"] if text.count(person["name"]) == 1)
    sheets = open_tables(folder, files)
    edit(folder / "people.ods", person["name"], "Pia Edited-Name")
    person["name"] = "Pia Edited-Name"
    for separator in ",;":
        saved = folder / f"saved-{ord(separator)}"
        saved.mkdir()
        for file in save_tables(folder, sheets, separator):
            (saved / file.name).write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
        found = record_of(program, saved)
        expect(sorted(found), sorted(expected), "collections")
        for collection, records in expected.items():
            for one, other in zip(found[collection], records):
                expect(one, other, f"{collection} after LibreOffice")
            expect(len(found[collection]), len(records), f"number of {collection}")
    print(f"spreadsheet: {len(files)} tables are the same after LibreOffice, except the edited cell")


def check_habits(program, folder):
    """Saves a table whose dates and numbers LibreOffice takes for such: a fault names the cell, or the record is right."""
    table = folder / "meetings.csv"
    table.write_text("id,name,status,start_date,venue,,\n007,Tides,held,2031-05-03,0012,,\n,,,,,,\n", encoding="utf-8")
    [sheet] = office(folder, "ods", [f"--infilter=CSV:{ord(',')},{QUOTE},{UTF_8},1,,0,false,true"], [table])
    [saved] = save_tables(folder, [sheet], ";")
    rows = saved.read_text(encoding="utf-8").splitlines()
    expect(rows[1], "7;Tides;held;2031-05-03;12", "the row of numbers")
    expect(record_of(program, saved)["meetings"][0]["id"], "7", "the id")


def main():
    program = os.path.abspath(sys.argv[1])
    if not shutil.which("soffice"):
        sys.exit("spreadsheet: LibreOffice is missing; ./dev spreadsheet installs it")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_round_trip(program, folder)
        check_habits(program, folder)


main()
