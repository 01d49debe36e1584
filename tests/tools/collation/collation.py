#!/usr/bin/env python3
"""usage: collation.py TABLE_SCRIPT TABLE KEYS_PROGRAM - compares the order of texts with Perl's Unicode::Collate, whose data the
table is made from, and checks that the script still makes the same table. Exits with status 77, and says why, if Perl's
module or the version of its data is not there."""
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
TEXTS = 8000
REFERENCE = Path(__file__).with_name("reference.pl")
LETTERS = {"Latin": "aAáÁàâäåæbcçČćdđĐeéèêëfghiıİíjklłmnñoøöõpqrsšßtþuüvwxyzžﬁœﬃ'’.-–— ", "Greek": "αάΑβγδεέζηήθικλμνξοπρσςτυφχψωώΩ ",
           "Cyrillic": "абвгґдеёжзиійїклмнопрстуўфхцчшщъыьэюяЙЁ ", "Armenian": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև ",
           "Hebrew": "אבגדהוזחטיךכלםמןנסעףפץצקרשת\u05b0\u05b8\u05c1 ", "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىؤئ\u0640\u064e\u0651 ",
           "Devanagari": "अआइईउऊएऐओऔकखगघचछजझटठडढतथदधनपफबभमयरलवशषसह\u093c\u093e\u093f\u0940\u094d\u0902 ",
           "Tamil": "அஆஇஈஉஎஏஐஒகஙசஞடணதநபமயரலவழளறன\u0bbe\u0bc6\u0bc7\u0bcd ", "Thai": "กขคงจฉชซญดตถทนบปผฝพฟภมยรลวศสหอเแโใไะาิีุู่้๊์ ",
           "Lao": "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮເແໂໃໄະາິີຸູ່້ ", "Tibetan": "ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧ\u0f71\u0f72\u0f74\u0f80\u0fb2\u0fb3 ",
           "Hangul": "가각간갈감한국서울부산대전광주\u1100\u1161\u11a8 ", "Kana": "あいうえおかがきぎくぐアイウカガパー゛ぱｶﾞｱ々ゝ ", "Han": "山田東京中國国学會会一二三〇㐀\U00020000﨎侮 ",
           "Georgian": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰᲐ ", "symbols": "!?#$%&()*+,-./:;<=>@[]^_{|}~€£¥§©®°±×÷≠←∑♥😀\u0301\u0323\u0308\u00ad\u200b "}


def allkeys():
    """The data of Perl's module, or None."""
    find = 'use Unicode::Collate; print grep { -e } map { "$_/Unicode/Collate/allkeys.txt" } @INC'
    found = subprocess.run(["perl", "-e", find], capture_output=True, text=True) if shutil.which("perl") else None
    return Path(found.stdout) if found and found.returncode == 0 and found.stdout else None


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def make_texts(source):
    """Texts of each script, of all characters in the table, and of all its contractions with marks between them. Decimal digits
    are left out, because the reference does not sort numbers by value."""
    chooser = random.Random(1)
    rows = [[chr(int(code, 16)) for code in row.split()] for row in re.findall(r"^([0-9A-F ]+?) *;", source, re.MULTILINE)]
    characters = [row[0] for row in rows if len(row) == 1 and row[0] not in "\n\0\ufffd"]
    texts = ["", *("".join(row) for row in rows if not {"\n", "\0", "\ufffd"} & {*row})]
    texts += [row[0] + mark + "".join(row[1:]) for row in rows if len(row) > 1 for mark in "\u0323\u0301x"]
    texts += [chr(code) for code in (0x4e00, 0x9ffc, 0x9ffd, 0x3400, 0x20000, 0x2a6dd, 0x30000, 0x31350, 0x17000, 0x18b00, 0x1b170,
                                     0x378, 0xe000, 0x10ffff)]
    for _ in range(TEXTS):
        letters = chooser.choice([*LETTERS.values(), characters])
        texts.append("".join(chooser.choices(letters, k=chooser.randint(1, 7))))
    return sorted({text for text in texts if not any(character.isdecimal() for character in text)})


def lines_of(command, lines):
    output = subprocess.run(command, input="".join(f"{line}\n" for line in lines), capture_output=True, encoding="utf-8", check=True)
    return output.stdout.splitlines()


def main(script, table, program):
    source = allkeys()
    if not source:
        skip("Perl's Unicode::Collate is not installed")
    text = source.read_text(encoding="utf-8")
    release = re.search(r"version (\S+?),", Path(table).read_text(encoding="ascii")).group(1)
    if f"@version {release}" not in text:
        skip(f"{source} is not version {release}")
    with tempfile.NamedTemporaryFile() as made:
        subprocess.run([sys.executable, script, source, made.name], check=True)
        assert Path(made.name).read_bytes() == Path(table).read_bytes(), f"{table} is not what {script} makes"
    texts = make_texts(text)
    rows = [line.split("\t") for line in lines_of([program], texts)]
    kept = [i for i, row in enumerate(rows) if not any(character.isdecimal() for character in bytes.fromhex(row[1]).decode())]
    texts, rows = [texts[i] for i in kept], [rows[i] for i in kept]
    reference = lines_of(["perl", str(REFERENCE)], [f"{fold}\t{one.encode().hex()}" for one, (_, fold) in zip(texts, rows)])[1:]
    assert len(rows) == len(reference) == len(texts)
    codes = [text.encode().hex() for text in texts]
    order = sorted(range(len(texts)), key=lambda i: (reference[i], "" if codes[i] == rows[i][1] else codes[i]))
    faults = [(texts[a], texts[b]) for a, b in zip(order, order[1:]) if rows[a][0] > rows[b][0]]
    for before, after in faults[:20]:
        print(f"not ok: {before!r} should be before {after!r}")
    assert len({row[0] for row in rows}) == len(texts), "two texts have the same key"
    print(f"{len(texts)} texts, {len(faults)} faults; the table is up to date")
    sys.exit(bool(faults))


main(*sys.argv[1:])
