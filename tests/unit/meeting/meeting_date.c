#include "draft/draft_text.h"
#include "minutes/minutes.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Writes the date of the meeting of minutes whose file is named in the first line, and the
 * warnings. */
static void describe(const char *text, char *found, size_t size)
{
    char name[100];
    const size_t first = strcspn(text, "\n");
    snprintf(name, sizeof name, "%.*s", (int)first, text);
    text += first + (text[first] == '\n');
    const struct draft_source source = {.name = name, .bytes = text, .length = strlen(text)};
    struct draft *draft = draft_create(&source);
    size_t count, more, length;
    cr_assert(draft);
    minutes_read(draft);
    json_t *json = draft_refusal(draft) ? NULL : draft_json(draft);
    const json_t *meeting = json_array_get(json_object_get(json, "meetings"), 0);
    const char *date = json_string_value(json_object_get(meeting, "start_date"));
    length = (size_t)snprintf(found, size, "%s", date ? date : "none");
    const struct draft_note *notes = draft_warnings(draft, &count, &more);
    for (size_t i = 0; i < count; i++)
        if (strstr(notes[i].message, "date") || strstr(notes[i].message, "order"))
            length += (size_t)snprintf(found + length, size - length, "; line %u: %s",
                                       notes[i].line, notes[i].message);
    json_decref(json);
    draft_destroy(draft);
}

#define AT_PIER "\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.\n"

static const struct text_case dated_minutes[] = {
    {"2031-07-01.md\n# Pier Board 7/1/2031" AT_PIER, "2031-07-01"},
    {"2031-01-07.md\n# Pier Board 7/1/2031" AT_PIER, "2031-01-07"},
    {"2031-07-02.md\n# Pier Board 7/1/2031" AT_PIER,
     "2031-01-07; line 1: the order of day and month of \"7/1/2031\" is not certain: it is "
     "read as 2031-01-07, because the day comes first in most texts in English; write the "
     "month as a word; line 0: the file's name gives the date 2031-07-02, but the title gives "
     "2031-01-07, which is taken"},
    {"2030-07-01.md\n# Pier Board 7/1/2031" AT_PIER,
     "2031-01-07; line 1: the order of day and month of \"7/1/2031\" is not certain: it is "
     "read as 2031-01-07, because the day comes first in most texts in English; write the "
     "month as a word; line 0: the file's name gives the date 2030-07-01, but the title gives "
     "2031-01-07, which is taken"},
    {"2031-08-01.md\n# Pier Board 7/1/2031" AT_PIER,
     "2031-01-07; line 1: the order of day and month of \"7/1/2031\" is not certain: it is "
     "read as 2031-01-07, because the day comes first in most texts in English; write the "
     "month as a word; line 0: the file's name gives the date 2031-08-01, but the title gives "
     "2031-01-07, which is taken"},
    {"2031-07-07.md\n# Pier Board 7/1/2031" AT_PIER,
     "2031-01-07; line 1: the order of day and month of \"7/1/2031\" is not certain: it is "
     "read as 2031-01-07, because the day comes first in most texts in English; write the "
     "month as a word; line 0: the file's name gives the date 2031-07-07, but the title gives "
     "2031-01-07, which is taken"},
    {"2031-01-01.md\n# Pier Board 7/1/2031" AT_PIER,
     "2031-01-07; line 1: the order of day and month of \"7/1/2031\" is not certain: it is "
     "read as 2031-01-07, because the day comes first in most texts in English; write the "
     "month as a word; line 0: the file's name gives the date 2031-01-01, but the title gives "
     "2031-01-07, which is taken"},
    {"a.md\n# Pier Board 7/1/2031" AT_PIER,
     "2031-01-07; line 1: the order of day and month of \"7/1/2031\" is not certain: it is "
     "read as 2031-01-07, because the day comes first in most texts in English; write the "
     "month as a word"},
    {"a.md\n# Pier Board Tuesday, 7/1/2031" AT_PIER,
     "2031-01-07; line 1: the order of day and month of \"Tuesday, 7/1/2031\" is not certain: "
     "it is read as 2031-01-07, because the day comes first in most texts in English; write "
     "the month as a word"},
    {"a.md\n# Pier Board Tuesday, 1/7/2031" AT_PIER,
     "2031-07-01; line 1: the order of day and month of \"Tuesday, 1/7/2031\" is not certain: "
     "it is read as 2031-07-01, because the day comes first in most texts in English; write "
     "the month as a word"},
    {"a.md\n# Pier Board Friday, 7/1/2031" AT_PIER,
     "2031-01-07; line 1: the order of day and month of \"Friday, 7/1/2031\" is not certain: "
     "it is read as 2031-01-07, because the day comes first in most texts in English; write "
     "the month as a word"},
    {"a.md\n# Pier Board Tuesday, 5/5/2031" AT_PIER, "2031-05-05"},
    {"a.md\n# Pier Board 7/1/2031\n\nTime: 7:30 pm" AT_PIER,
     "2031-07-01T19:30:00; line 1: the order of day and month of \"7/1/2031\" is not certain: "
     "it is read as 2031-07-01, because the month comes first in English with times such as "
     "7:30 pm; write the month as a word"},
    {"a.md\n# Pier Board 7/1/2031\n\nTime: 7.30pm" AT_PIER,
     "2031-01-07T19:30:00; line 1: the order of day and month of \"7/1/2031\" is not certain: "
     "it is read as 2031-01-07, because the day comes first beside British times such as "
     "7.30pm; write the month as a word"},
    {"a.md\n# Pier Board 7/1/2031\n\nTime: 7pm Europe/London" AT_PIER,
     "2031-01-07T19:00:00Z; line 1: the order of day and month of \"7/1/2031\" is not certain: "
     "it is read as 2031-01-07, because the day comes first beside British times such as "
     "7.30pm; write the month as a word"},
    {"a.md\n# Pier Board 7/1/2031\n\nTime: 19:30 EST" AT_PIER,
     "2031-07-01T19:30:00-05:00; line 1: the order of day and month of \"7/1/2031\" is not "
     "certain: it is read as 2031-07-01, because the month comes first beside times of the "
     "United States; write the month as a word"},
    {"a.md\n# Pier Board 7/1/2031\n\nTime: 19:30 PT" AT_PIER,
     "2031-07-01T19:30:00-07:00; line 1: the order of day and month of \"7/1/2031\" is not "
     "certain: it is read as 2031-07-01, because the month comes first beside times of the "
     "United States; write the month as a word"},
    {"a.md\n# Pier Board 7/1/2031\n\nTime: 19:30 UTC" AT_PIER,
     "2031-01-07T19:30:00Z; line 1: the order of day and month of \"7/1/2031\" is not certain: "
     "it is read as 2031-01-07, because the day comes first in most texts in English; write "
     "the month as a word"},
    {"a.md\n# Pier Board 7/1/2031\n\nTime: 19:30 America/Argentina/Buenos_Aires" AT_PIER,
     "2031-01-07T19:30:00-03:00; line 1: the order of day and month of \"7/1/2031\" is not "
     "certain: it is read as 2031-01-07, because the day comes first in most texts in English; "
     "write the month as a word"},
    {"a.md\n# Pier Board 7/1/2031\n\nTime: 19:30 America/Bogota" AT_PIER,
     "2031-07-01T19:30:00-05:00; line 1: the order of day and month of \"7/1/2031\" is not "
     "certain: it is read as 2031-07-01, because the month comes first beside times of the "
     "United States; write the month as a word"},
    {"a.md\n# Hafenrat 7.1.2031\n\nDie Lampe ist rot und die andere ist nicht rot." AT_PIER,
     "2031-01-07"},
    {"a.md\n# Hafenrat 7/1/2031\n\nDie Lampe ist rot und die andere ist nicht rot." AT_PIER,
     "2031-01-07; line 1: the order of day and month of \"7/1/2031\" is not certain: it is "
     "read as 2031-01-07, because the day comes first in German; write the month as a word"},
    {"a.md\n# Conseil 7/1/2031\n\nLa lampe est rouge et les autres ne sont pas dans la "
     "salle." AT_PIER,
     "2031-01-07; line 1: the order of day and month of \"7/1/2031\" is not certain: it is "
     "read as 2031-01-07, because the day comes first in French; write the month as a word"},
    {"a.md\n# Junta 7/1/2031\n\nLa lámpara es roja y no hay otra en la sala para las "
     "demás." AT_PIER,
     "2031-01-07; line 1: the order of day and month of \"7/1/2031\" is not certain: it is "
     "read as 2031-01-07, because the day comes first in Spanish; write the month as a word"},
    {"a.md\n# Pier Board 7/1/2031\n\nThe last one was on 1/15/2031." AT_PIER, "2031-07-01"},
    {"a.md\n# Pier Board 7/1/2031\n\nThe last one was on 15/1/2031." AT_PIER, "2031-01-07"},
    {"2031-03-04.md\n# Pier Board, 3 March 2031" AT_PIER,
     "2031-03-03; line 0: the file's name gives the date 2031-03-04, but the title gives "
     "2031-03-03, which is taken"},
    {"2031-03-03.md\n# Pier Board, 3 March 2031" AT_PIER, "2031-03-03"},
    {"2031-03.md\n# Pier Board, 3 March 2031" AT_PIER, "2031-03-03"},
    {"2031-03-03.md\n# Pier Board, 3 March" AT_PIER, "2031-03-03"},
    {"2031-03-04.md\n# Pier Board, 3 March" AT_PIER,
     "2031-03-03; line 0: the file's name gives the date 2031-03-04, but the title gives "
     "2031-03-03, which is taken"},
    {"a.md\n# Pier Board, 3 March\n\nDate: 3 March 2031" AT_PIER, "2031-03-03"},
    {"a.md\n# Pier Board\n\nDate: 3 March 2031" AT_PIER, "2031-03-03"},
    {"a.md\n# Pier Board, 4 March 2031\n\nDate: 3 March 2031" AT_PIER,
     "2031-03-03; line 1: the title gives the date 2031-03-04, but a line with a label gives "
     "2031-03-03, which is taken"},
    {"a.md\n---\ntitle: Pier Board, 4 March 2031\n---\n# Pier Board, 3 March 2031" AT_PIER,
     "2031-03-03; line 2: the title of the front matter gives the date 2031-03-04, but the "
     "title gives 2031-03-03, which is taken"},
    {"a.md\n---\ndate: 2031-03-04\n---\n# Pier Board, 3 March 2031" AT_PIER,
     "2031-03-03; line 2: the date of the front matter gives the date 2031-03-04, but the "
     "title gives 2031-03-03, which is taken"},
    {"a.md\n---\ndate: 2031-03-04\n---\n# Pier Board" AT_PIER, "2031-03-04"},
    {"a.md\n---\ndate: 2031-07-01\n---\n# Pier Board 7/1/2031" AT_PIER, "2031-07-01"},
    {"a.md\n---\ndate: 2031-01-07\n---\n# Pier Board 1/7/2031" AT_PIER, "2031-01-07"},
    {"2031-03-03.md\n# Pier Board" AT_PIER, "2031-03-03"},
    {"a.md\n# Pier Board\n\nThe board met on 3 March 2031." AT_PIER, "2031-03-03"},
    {"a.md\n# Pier Board\n\n3 March 2031" AT_PIER, "2031-03-03"},
    {"a.md\n# Pier Board" AT_PIER, "none"},
    {"a.md\n# Pier Board, March 2031" AT_PIER, "none"},
};

Test(meeting_date, other_dates_weekdays_and_times_show_the_order_of_day_and_month)
{
    expect_exact_texts(describe, dated_minutes, sizeof dated_minutes / sizeof *dated_minutes);
}
