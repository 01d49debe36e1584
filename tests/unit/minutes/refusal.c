/* Refusals of texts that are not minutes. */
#include "minutes/minutes.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void describe(const char *text, char *found, size_t size)
{
    const struct draft_source source = {.name = "a.md", .bytes = text, .length = strlen(text)};
    struct draft *draft = draft_create(&source);
    minutes_read(draft);
    const struct draft_note *refusal = draft_refusal(draft);
    snprintf(found, size, "%u: %s", refusal ? refusal->line : 0,
             refusal ? refusal->message : "minutes");
    draft_destroy(draft);
}

#define NOTHING                                                                                    \
    "1: this is not minutes: it has no date, no attendance, no items with text, and no decisions " \
    "or actions below their own heading; docs/minutes.md shows the form"
#define AGENDA                                                                              \
    "1: this is not minutes: an agenda only; minutes have an attendance, items with text, " \
    "speakers, decisions or actions: name the file that has them"
#define MAIL                                                                                 \
    "1: this is not minutes: a mail; save the minutes that it has or is about as a file of " \
    "their own"
#define ONLY(mark)                                                                                 \
    "1: this is not minutes: of a date, an attendance, items with text, and decisions or actions " \
    "below their own heading, it has only " mark "; add another, as docs/minutes.md shows"

static const struct text_case cases[] = {
    {"Subject: Lamps\nFrom: Ada\nTo: Bob\n", MAIL},
    {"Subject: Lamps\nFrom: Ada\nLamps\n", NOTHING},
    {"x\n\nx\n\nx\n\nx\n\nx\n\nx\n\nx\n\nx\n\nx\n\nx\n\nSubject: Lamps\n\nFrom: Ada\n\nTo: Bob\n",
     NOTHING},
    {"x\n\nx\n\nx\n\nx\n\nx\n\nx\n\nx\n\nx\n\nx\n\nSubject: Lamps\n\nFrom: Ada\n\nTo: Bob\n", MAIL},
    {"2031-05-12 10:00:00 a\n\n2031-05-12 10:00:01 b\n\n2031-05-12 10:00:02 c\n",
     "1: this is not minutes: a log; name a file with minutes"},
    {"10:00:00 a\n\n10:00:01 b\n\nx\n", NOTHING},
    {"10:00:00 a\n\n10:00:01 b\n\n10:00:02 c\n\nx\n\ny\n",
     "1: this is not minutes: a log; name a file with minutes"},
    {"10:00:00 a\n\n10:00:01 b\n\n10:00:02 c\n\nx\n\ny\n\nz\n", NOTHING},
    {"a 10:00:0\n\nb 10:00:0\n\nc 10:00:0\n", NOTHING},
    {"a 10:00-00\n\nb 1000:00\n\nc 10:0000\n", NOTHING},
    {"a 1x:00:00\n\nb x1:00:00\n\nc 10:x0:00\n", NOTHING},
    {"a 10:0x:00\n\nb 10:00:x0\n\nc 10:00:0x\n", NOTHING},
    {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx10:00:00\n\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx10:00:"
     "00\n\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx10:00:00\n",
     "1: this is not minutes: a log; name a file with minutes"},
    {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx10:00:00\n\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx10:00:"
     "00\n\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx10:00:00\n",
     NOTHING},
    {"[a](https://x.example/a)\n\n[b](https://x.example/b)\n",
     "1: this is not minutes: a table of contents; name the files that it lists"},
    {"[a](https://x.example/a)\n\nb\n", "1: this is not minutes: minutes elsewhere: "
                                        "https://x.example/a; save them and name that file"},
    {"[a](https://x.example/a)\n\n[b](https://x.example/b)\n\nc\n",
     "1: this is not minutes: a table of contents; name the files that it lists"},
    {"[a](https://x.example/a)\n\n[b](https://x.example/b)\n\nc\n\nd\n",
     "1: this is not minutes: minutes elsewhere: https://x.example/a; save them and name that "
     "file"},
    {"[a](https://x.example/a) b\n\n[c](https://x.example/c) d\n",
     "1: this is not minutes: minutes elsewhere: https://x.example/a; save them and name that "
     "file"},
    {"# Agenda\n\n- Lamps\n", AGENDA},
    {"Agenda\n\n- Lamps\n", AGENDA},
    {"Agenda of lamps\n\n- Lamps\n", NOTHING},
    {"# Agenda of lamps\n\n- Lamps\n", AGENDA},
    {"See https://x.example/a\n", "1: this is not minutes: minutes elsewhere: https://x.example/a; "
                                  "save them and name that file"},
    {"1\n\n2\n\n3\n\n4\n\n5\n\n6\n\nhttps://x.example/a\n",
     "13: this is not minutes: minutes elsewhere: https://x.example/a; save them and name that "
     "file"},
    {"1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n7\n\nhttps://x.example/a\n", NOTHING},
    {"Lamps on 31 February 2031\n", "1: this is not minutes: it has no date, as there is no day "
                                    "\"31 February 2031\"; correct the date"},
    {"Lamps on 12 May 2031\n", ONLY("a date")},
    {"Present: Ada Reef, Bob Moor\n", ONLY("an attendance")},
    {"# Lamps\n\n## 1. Fires\n\nThey burn.\n", NOTHING},
    {"<ada> The lamps burn.\n<bob> They do.\n<ada> Yes.\n", ONLY("a log of a chat")},
    {"## Decisions\n\n- Buy a lamp.\n", ONLY("decisions or actions")},
    {"Lamps burn.\n", NOTHING},
    {"---\ntitle: x\n---\n",
     "1: this is not minutes: it has no text but front matter; write the minutes below it"},
    {"\n\n", "1: this is not minutes: the file is empty; docs/minutes.md shows the form"},
};

Test(refusal, each_text_is_called_what_it_is)
{
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}

static void expect_line_of(size_t length, bool refused)
{
    char found[400];
    char *text = malloc(length + 1);
    cr_assert(text);
    memset(text, 'w', length);
    text[length] = '\0';
    describe(text, found, sizeof found);
    cr_expect_eq(strstr(found, "one line of 20 kB") != NULL, refused, "%s", found);
    free(text);
}

Test(refusal, one_line_of_over_20000_bytes_is_a_text_without_lines)
{
    expect_line_of(20000, false);
    expect_line_of(20001, true);
}
