#include "meeting/body_name.h"

#include "draft/draft_text.h"
#include "minutes/minutes.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

Test(meeting, the_body_is_the_title_without_dates_and_words_of_titles)
{
    static const struct {
        const char *title, *expected;
    } cases[] = {
        {"Minutes of the Meeting of the Members of the Pier Association held at the Net Loft on 1 "
         "May 2031",
         "Members of the Pier Association"},
        {"Protokoll der Mitgliederversammlung des Hafenvereins e.V. am 1. Mai 2031",
         "Mitgliederversammlung des Hafenvereins e.V."},
        {"Acta de la junta general de la Casa del Puerto celebrada el 1 de mayo de 2031",
         "junta general de la Casa del Puerto"},
        {"Compte rendu du conseil des Amis du port tenu le 1er mai 2031",
         "conseil des Amis du port"},
        {"Minutes of the Pier Board, 3 March 2031", "Pier Board"},
        {"Pier Board – Minutes", "Pier Board"},
        {"— Pier Board —", "Pier Board"},
        {"Pier Board (draft)", "Pier Board"},
        {"Pier Board (north)", "Pier Board (north)"},
        {"(Pier Board", "Pier Board"},
        {"Pier Board]", "Pier Board"},
        {"2031-03-03 - Pier Board", "Pier Board"},
        {"Minutes - Pier Board - March", "Pier Board - March"},
        {"Lamps - 2031-03-03 - Pier Board", "Pier Board"},
        {"12th meeting of the Pier Board", "Pier Board"},
        {"12345th Pier Board", "Pier Board"},
        {"Harbourmasters, 3 March 2031, Pier Club", "Pier Club"},
        {"Harbourmasters, 3 March 2031, Pier Lamp", "Harbourmasters"},
        {"Mitgliederversammlung - Hafenverein", "Mitgliederversammlung - Hafenverein"},
        {"Lampengesamtsitzung - 2031-03-03 - Hafenverein", "Hafenverein"},
        {"Lampengesamtsitzung - 2031-03-03 - Pier Association", "Pier Association"},
        {"Lampengesamtsitzung - 2031-03-03 - Pier Lamp", "Lampengesamtsitzung"},
        {"Minutes", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[200];
        const struct text_span body = phrase_body_name(text_span_of(cases[i].title));
        snprintf(found, sizeof found, "%.*s", (int)body.length, body.length ? body.text : "");
        cr_expect_str_eq(found, cases[i].expected, "%s gives %s, not %s", cases[i].title, found,
                         cases[i].expected);
    }
}

static const char *meeting_member(const json_t *json, const char *name)
{
    const json_t *meeting = json_array_get(json_object_get(json, "meetings"), 0);
    const char *text = json_string_value(json_object_get(meeting, name));
    return text ? text : "-";
}

/* Writes the start, the end and the time zone of the meeting of minutes, and its notes. */
static void describe_times(const char *minutes, char *found, size_t size)
{
    const struct draft_source source = {
        .name = "minutes.md", .bytes = minutes, .length = strlen(minutes)};
    struct draft *draft = draft_create(&source);
    cr_assert(draft);
    minutes_read(draft);
    cr_assert_null(draft_refusal(draft), "%s", minutes);
    json_t *json = draft_json(draft);
    size_t length =
        (size_t)snprintf(found, size, "%s %s %s", meeting_member(json, "start_date"),
                         meeting_member(json, "end_date"), meeting_member(json, "time_zone"));
    size_t i;
    json_t *note;
    json_array_foreach(
        json_object_get(json_array_get(json_object_get(json, "meetings"), 0), "notes"), i, note)
        length += (size_t)snprintf(found + length, size - length, "; %s",
                                   json_string_value(json_object_get(note, "text")));
    json_decref(json);
    draft_destroy(draft);
}

/* Describes the times of minutes with a header and a text. */
static void describe_head_and_text(const char *header, const char *text, char *found, size_t size)
{
    char minutes[1000];
    snprintf(minutes, sizeof minutes,
             "# Pier Board, 3 March 2031\n\n%s\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\n%s\n",
             header, text);
    describe_times(minutes, found, size);
}

Test(meeting, its_times_are_those_that_were_kept_else_those_that_were_planned)
{
    static const struct {
        const char *header, *text, *expected;
    } cases[] = {
        {"Time: 18:00 UTC", "Red.", "2031-03-03T18:00:00Z - UTC"},
        {"Time: 18:00 to 19:30 CEST", "Red.",
         "2031-03-03T18:00:00+02:00 2031-03-03T19:30:00+02:00 Europe/Berlin"},
        {"Time: 18:00\n\nDuration: 90 minutes", "Red.",
         "2031-03-03T18:00:00 2031-03-03T19:30:00 Etc/UTC"},
        {"Duration: 90 minutes\n\nTime: 18:00 to 19:00", "Red.",
         "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
        {"Duration: 90 minutes", "Red.", "2031-03-03 - -"},
        {"Start: 18:00\n\nEnd: 19:30", "Red.", "2031-03-03T18:00:00 2031-03-03T19:30:00 Etc/UTC"},
        {"Start: 18:00\n\nStart: 18:30\n\nEnd: 19:30\n\nEnd: 20:30", "Red.",
         "2031-03-03T18:00:00 2031-03-03T19:30:00 Etc/UTC"},
        {"Time: 23:00 to 01:00", "Red.", "2031-03-03T23:00:00 2031-03-04T01:00:00 Etc/UTC"},
        {"Time: 18:00", "Red at 20:00.", "2031-03-03T18:00:00 - Etc/UTC"},
        {"", "The meeting was adjourned at 20:00.", "2031-03-03 2031-03-03T20:00:00 Etc/UTC"},
        {"", "The meeting was called to order at 18:05.\n\nIt was called to order at 19:05.",
         "2031-03-03T18:05:00 - Etc/UTC"},
        {"", "The meeting was adjourned at 19:00.\n\nThe meeting was adjourned at 20:00.",
         "2031-03-03 2031-03-03T20:00:00 Etc/UTC"},
        {"Time: 18:00", "The meeting was called to order at 18:00.",
         "2031-03-03T18:00:00 - Etc/UTC"},
        {"Time: 18:00 to 19:00", "The meeting was called to order at 18:05.",
         "2031-03-03T18:05:00 2031-03-03T19:00:00 Etc/UTC; The beginning was planned for 18:00."},
        {"Time: 18:00 to 19:00", "The meeting was adjourned at 0:05.",
         "2031-03-03T18:00:00 2031-03-04T00:05:00 Etc/UTC; The end was planned for 19:00."},
        {"Time: 18:00 PT", "Red.", "2031-03-03T18:00:00-08:00 - America/Los_Angeles"},
        {"Uhrzeit: 18:00", "Die Lampe ist rot und die andere ist nicht rot.",
         "2031-03-03T18:00:00 - Europe/Berlin"},
        {"Heure : 18h", "La lampe est rouge et les autres ne sont pas dans la salle.",
         "2031-03-03T18:00:00 - Europe/Paris"},
        {"Hora: 18:00", "La lámpara es roja y no hay otra en la sala para las demás.",
         "2031-03-03T18:00:00 - Europe/Madrid"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[400];
        describe_head_and_text(cases[i].header, cases[i].text, found, sizeof found);
        cr_expect_str_eq(found, cases[i].expected, "%s: %s\ngives %s, not %s", cases[i].header,
                         cases[i].text, found, cases[i].expected);
    }
}

/* The two signs have three bytes each. */
Test(meeting, a_name_of_more_than_200_bytes_is_cut_before_a_character_that_does_not_fit)
{
    static const size_t expected[] = {200, 198, 199, 200, 198, 199, 200};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        char text[300] = "# ";
        memset(text + 2, 'x', 194 + i);
        strcat(text, "\u20ac\u20ac\n\nDate: 2031-03-03\n\n## Present\n\n- Ada Reef\n\n"
                     "## 1. Lamps\n\nRed.\n");
        const struct draft_source source = {
            .name = "minutes.md", .bytes = text, .length = strlen(text)};
        struct draft *draft = draft_create(&source);
        cr_assert(draft);
        minutes_read(draft);
        json_t *json = draft_json(draft);
        cr_assert(json);
        cr_expect_eq(strlen(meeting_member(json, "name")), expected[i], "%zu", i);
        json_decref(json);
        draft_destroy(draft);
    }
}

/* Writes the quorum and the body of minutes with a line in their head. */
static void describe_head(const char *line, char *found, size_t size)
{
    char text[1000];
    snprintf(text, sizeof text,
             "# Minutes, 3 March 2031\n\n%s\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.\n",
             line);
    const struct draft_source source = {.name = "m.md", .bytes = text, .length = strlen(text)};
    struct draft *draft = draft_create(&source);
    cr_assert(draft);
    minutes_read(draft);
    json_t *json = draft_json(draft);
    const json_t *meeting = json_array_get(json_object_get(json, "meetings"), 0);
    const json_t *met = json_object_get(json_object_get(meeting, "quorum"), "met");
    const json_t *body = json_array_get(json_object_get(json, "organizations"), 0);
    const char *name = json_string_value(json_object_get(body, "name"));
    snprintf(found, size, "%s %s",
             !met                ? "-"
             : json_is_true(met) ? "met"
                                 : "not met",
             name ? name : "-");
    json_decref(json);
    draft_destroy(draft);
}

Test(meeting, a_line_of_its_head_names_the_body_and_says_whether_there_was_a_quorum)
{
    static const struct text_case cases[] = {
        {"Company: Harbour Cranes Ltd", "- Harbour Cranes Ltd"},
        {"Company: Zeppelin Works", "- Zeppelin Works"},
        {"Company: all of us", "- -"},
        {"Company: zero people", "- -"},
        {"A quorum was present.", "met -"},
        {"A quorum was not present.", "not met -"},
        {"No quorum was present.", "not met -"},
        {"There was no quorum present.", "not met -"},
        {"The quorum wasn't reached.", "not met -"},
        {"Die Versammlung ist beschlussf\u00e4hig, das Quorum ist da.", "met -"},
        {"Die Versammlung ist nicht beschlussf\u00e4hig.", "not met -"},
        {"Kein Quorum, nicht beschlussf\u00e4hig.", "not met -"},
        {"Le quorum est atteint.", "met -"},
        {"Le quorum n'est pas atteint.", "not met -"},
    };
    expect_exact_texts(describe_head, cases, sizeof cases / sizeof *cases);
}

static const struct text_case timed_minutes[] = {
    {"# Pier Board, 3 March 2031\n\nTime: until 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: (until 19:00)\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00, until 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: xuntil 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T19:00:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00, bis 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00; then 20:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T18:00:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 18:30, end: 20:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T18:30:00 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 18:30 | End: 20:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T18:30:00 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 18:30 – End: 20:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T18:30:00 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 18:30 — until 20:00\n\n## Present\n\n- Ada Reef\n\n## "
     "1. Lamps\n\nRed.",
     "2031-03-03T18:30:00 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 18:30, then 20:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T18:30:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nEnd: 20:00\n\nStart: 18:30, end: 21:00\n\n## Present\n\n- Ada "
     "Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T18:30:00 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: half past seven\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T19:30:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: half past eight\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T08:30:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: quarter to eight\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T19:45:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: at eight o'clock\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T08:00:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: half past seven\n\nEnd: half past nine\n\n## "
     "Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T19:30:00 2031-03-03T21:30:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: half past seven\n\nEnd: quarter past seven\n\n## "
     "Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T19:30:00 2031-03-04T07:15:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: half past six\n\nEnd: half past six\n\n## Present\n\n- "
     "Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T18:30:00 2031-03-04T06:30:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 18:00\n\nEnd: half past five\n\n## Present\n\n- Ada "
     "Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T18:00:00 2031-03-04T05:30:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 9:00\n\nEnd: half past eight\n\n## Present\n\n- Ada "
     "Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T09:00:00 2031-03-03T20:30:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 9:00\n\nEnd: half past nine\n\n## Present\n\n- Ada "
     "Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T09:00:00 2031-03-03T09:30:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nEnd: half past seven\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03 2031-03-03T19:30:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nEnd: half past eight\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03 2031-03-03T08:30:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nEnd: 7:30\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03 2031-03-03T07:30:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 7:30\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T07:30:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 18:00\n\nEnd: 19:00 CEST\n\n## Present\n\n- Ada "
     "Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T18:00:00+02:00 2031-03-03T19:00:00+02:00 Europe/Berlin"},
    {"# Pier Board, 3 March 2031\n\nStart: 18:00 to 19:00\n\nEnd: 20:00\n\n## Present\n\n- Ada "
     "Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nDate: 3 March 2031, 18:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T18:00:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nDate: 3 March 2031, 18:00 to 19:00\n\n## Present\n\n- Ada "
     "Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\n18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\n18:00 in the hall\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03 - -"},
    {"# Pier Board, 3 March 2031\n\n18:00\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T18:00:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nDuration: 90 minutes\n\nStart: 18:00\n\n## Present\n\n- Ada "
     "Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T18:00:00 2031-03-03T19:30:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 18:00\n\nEnd: 20:00\n\nDuration: 90 minutes\n\n## "
     "Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nDuration: none\n\nStart: 18:00\n\n## Present\n\n- Ada "
     "Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T18:00:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 18:00\n\nDuration: 24 hours\n\n## Present\n\n- Ada "
     "Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T18:00:00 2031-03-04T18:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 18:00\n\nEnd: 18:00\n\n## Present\n\n- Ada Reef\n\n## "
     "1. Lamps\n\nRed.",
     "2031-03-03T18:00:00 2031-03-03T18:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 18:00\n\nEnd: 17:59\n\n## Present\n\n- Ada Reef\n\n## "
     "1. Lamps\n\nRed.",
     "2031-03-03T18:00:00 2031-03-04T17:59:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 0:00\n\nEnd: 0:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T00:00:00 2031-03-03T00:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nStart: 0:00\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T00:00:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nNext meeting: 18:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03 - -"},
    {"# Pier Board, 3 March 2031 at 19:30\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T19:30:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031 at 19:30, ends 21:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T19:30:00 2031-03-03T21:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031 until 21:00\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03 2031-03-03T21:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031 19:30 until 21:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T19:30:00 2031-03-03T21:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031 19:30 to 21:00\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T19:30:00 2031-03-03T21:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031 adjourned at 19:30\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03 2031-03-03T19:30:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031 from 19:30\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T19:30:00 - Etc/UTC"},
    {"# Pier Board\n\n3 March 2031 at 19:30\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T19:30:00 - Etc/UTC"},
    {"# Pier Board\n\n3 March 2031 at 19:30, end 21:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T19:30:00 2031-03-03T21:00:00 Etc/UTC"},
    {"# Pier Board\n\n3 March 2031\n\nat 19:30\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.",
     "2031-03-03T19:30:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031 at 19:30\n\nStart: 18:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "2031-03-03T18:00:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nEnd: 20:00",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC; The end was planned for 19:00."},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nEnd: "
     "20:00",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nEnd: 20:00",
     "2031-03-03 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nEnd of the meeting: 20:00",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC; The end was planned for 19:00."},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nEnd "
     "of the meeting: 20:00",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nEnd of the meeting: "
     "20:00",
     "2031-03-03 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe end was near at 20:00.",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nThe "
     "end was near at 20:00.",
     "2031-03-03T18:00:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nThe end was near at "
     "20:00.",
     "2031-03-03 - -"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nEnds: 20:00",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC; The end was planned for 19:00."},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nEnds: 20:00",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nEnds: 20:00",
     "2031-03-03 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nStart: 17:00",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nStart: 17:00",
     "2031-03-03T18:00:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nStart: 17:00",
     "2031-03-03 - -"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nEnd: 20:00\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC; The end was planned for 19:00."},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nEnd: 20:00\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nEnd: "
     "20:00\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nEnd: 19:00",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nEnd: "
     "20:00\n\nEnd: 21:00",
     "2031-03-03T18:00:00 2031-03-03T21:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nThe meeting was "
     "adjourned at 20:00. The next meeting begins at 18:00.",
     "2031-03-03 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe meeting was adjourned at 20:00. The next meeting begins at 18:00.",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC; The end was planned for 19:00."},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nThe next meeting "
     "was called to order at 18:00.",
     "2031-03-03 - -"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe next meeting was called to order at 18:00.",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed. The next one. "
     "The meeting was called to order at 18:00.",
     "2031-03-03T18:00:00 - Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nRed. The next one. The meeting was called to order at 18:00.",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nThe meeting of 4 "
     "March 2031 was adjourned at 20:00.",
     "2031-03-03 - -"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe meeting of 4 March 2031 was adjourned at 20:00.",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nThe meeting of 3 "
     "March 2031 was adjourned at 20:00.",
     "2031-03-03 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe meeting of 3 March 2031 was adjourned at 20:00.",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC; The end was planned for 19:00."},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nThe meeting of 3 "
     "April 2031 was adjourned at 20:00.",
     "2031-03-03 - -"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe meeting of 3 April 2031 was adjourned at 20:00.",
     "2031-03-03T18:00:00 2031-03-03T19:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nThe meeting of "
     "5/4/2031 was adjourned at 20:00.",
     "2031-03-03 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe meeting of 5/4/2031 was adjourned at 20:00.",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC; The end was planned for 19:00."},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nThe meeting of "
     "March 2031 was adjourned at 20:00.",
     "2031-03-03 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe meeting of March 2031 was adjourned at 20:00.",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC; The end was planned for 19:00."},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nThe meeting was in "
     "recess at 19:00.\nThe meeting was adjourned at 20:00.",
     "2031-03-03 2031-03-03T20:00:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe meeting was in recess at 19:00.\nThe meeting was adjourned at 20:00.",
     "2031-03-03T18:00:00 2031-03-03T20:00:00 Etc/UTC; The end was planned for 19:00."},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nThe meeting was "
     "adjourned at half past nine.",
     "2031-03-03 2031-03-03T09:30:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe meeting was adjourned at half past nine.",
     "2031-03-03T18:00:00 2031-03-03T21:30:00 Etc/UTC; The end was planned for 19:00."},
    {"# Pier Board, 3 March 2031\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nThe meeting was "
     "called to order at half past six. Red.\n\nThe meeting was adjourned at half past eight.",
     "2031-03-03T18:30:00 2031-03-03T20:30:00 Etc/UTC"},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe meeting was called to order at half past six. Red.\n\nThe meeting was adjourned "
     "at half past eight.",
     "2031-03-03T18:30:00 2031-03-03T20:30:00 Etc/UTC; The beginning was planned for 18:00.; The "
     "end was planned for 19:00."},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe meeting was called to order at 18:05.\n\nThe meeting was adjourned at 19:05.",
     "2031-03-03T18:05:00 2031-03-03T19:05:00 Etc/UTC; The beginning was planned for 18:00.; The "
     "end was planned for 19:00."},
    {"# Pier Board, 3 March 2031\n\nTime: 18:00 to 19:00\n\n## Present\n\n- Ada Reef\n\n## 1. "
     "Lamps\n\nThe meeting was adjourned at 19:05.\n\nThe meeting was adjourned at 19:10.",
     "2031-03-03T18:00:00 2031-03-03T19:10:00 Etc/UTC; The end was planned for 19:00."},
};

Test(meeting, a_time_counts_beside_its_label_or_its_event_and_not_for_another_meeting)
{
    expect_exact_texts(describe_times, timed_minutes, sizeof timed_minutes / sizeof *timed_minutes);
}

/* Writes the venue, the name and the body of the meeting of minutes whose head is a text. */
static void describe_place(const char *text, char *found, size_t size)
{
    char minutes[1000];
    snprintf(minutes, sizeof minutes, "%s\n\n## Present\n\n- Ada Reef\n\n## 1. Lamps\n\nRed.\n",
             text);
    const struct draft_source source = {
        .name = "m.md", .bytes = minutes, .length = strlen(minutes)};
    struct draft *draft = draft_create(&source);
    cr_assert(draft);
    minutes_read(draft);
    json_t *json = draft_refusal(draft) ? json_object() : draft_json(draft);
    const json_t *body = json_array_get(json_object_get(json, "organizations"), 0);
    const char *name = json_string_value(json_object_get(body, "name"));
    snprintf(found, size, "%s; %s; %s", meeting_member(json, "venue"), meeting_member(json, "name"),
             name ? name : "-");
    json_decref(json);
    draft_destroy(draft);
}

static const struct text_case heads[] = {
    {"# Pier Board, 3 March 2031 at 7:30pm in the Village Hall",
     "Village Hall; Pier Board, 3 March 2031 at 7:30pm in the Village Hall; Pier Board"},
    {"# Pier Board, 3 March 2031 in the Village Hall",
     "Village Hall; Pier Board, 3 March 2031 in the Village Hall; Pier Board"},
    {"# Pier Board, 3 March 2031 at the Village Hall",
     "Village Hall; Pier Board, 3 March 2031 at the Village Hall; Pier Board"},
    {"# Pier Board, 3 March 2031 in", "-; Pier Board, 3 March 2031 in; Pier Board"},
    {"# Pier Board, 3 March 2031 at 7:30pm", "-; Pier Board, 3 March 2031 at 7:30pm; Pier Board"},
    {"# Pier Board, 3 March 2031 7:30pm Village Hall",
     "-; Pier Board, 3 March 2031 7:30pm Village Hall; Pier Board"},
    {"# Pier Board\n\nHeld on 3 March 2031 from 19.00 to 20.30 in Room 2.",
     "Room 2; Pier Board; Pier Board"},
    {"# Pier Board\n\nHeld on 3 March 2031 from 19.00 to 20.30 in Room 2. All sat.",
     "Room 2; Pier Board; Pier Board"},
    {"# Pier Board\n\nAm 3 March 2031 um 19:00 im Netzboden statt",
     "Netzboden; Pier Board; Pier Board"},
    {"# Pier Board\n\nAm 3 March 2031 um 19:00 im Netzboden des Hafens statt",
     "Netzboden des Hafens; Pier Board; Pier Board"},
    {"# Pier Board\n\nHeld on 3 March 2031 at 19:00 in a room", "-; Pier Board; Pier Board"},
    {"# Pier Board\n\nHeld on 3 March 2031 in Room 2", "-; Pier Board; Pier Board"},
    {"# Pier Board\n\nHeld on 3 March 2031 at 19:00 in the Net Loft",
     "Net Loft; Pier Board; Pier Board"},
    {"# Pier Board\n\nHeld on 3 March 2031 at 19:00 in 2 Quay Street",
     "2 Quay Street; Pier Board; Pier Board"},
    {"# Pier Board\n\nHeld on 3 March 2031 at 19:00 in zinc loft", "-; Pier Board; Pier Board"},
    {"# Pier Board\n\nHeld on 3 March 2031 at 19:00 in the Abe", "Abe; Pier Board; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, Village Hall",
     "Village Hall; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30; Village Hall",
     "Village Hall; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30 - Village Hall",
     "Village Hall; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30 | Village Hall",
     "Village Hall; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30 – Village Hall",
     "Village Hall; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30 · Village Hall",
     "Village Hall; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30 Village Hall",
     "-; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00, Village Hall",
     "-; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30,",
     "-; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, Village Hall: north",
     "-; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, Village Hall!",
     "-; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, pier hall",
     "-; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, Pier",
     "Pier; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, Pier with lamps",
     "-; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, Pier and sea",
     "Pier and sea; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, room 2",
     "room 2; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, Ada Reef, Bert Tang",
     "-; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, Room Ada Reef, Bert Tang",
     "Room Ada Reef, Bert Tang; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, *Village Hall*",
     "Village Hall; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, Pier Pier Pier Pier Pier Pier Pier Pier "
     "Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Quays",
     "Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier "
     "Pier Quays; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nTime: 19:00 to 20:30, Pier Pier Pier Pier Pier Pier Pier Pier "
     "Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Quaysi",
     "-; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nLamps 19:00 to 20:30, Village Hall",
     "-; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board\n\n3 March 2031, 19:00 to 20:30, Village Hall",
     "Village Hall; Pier Board; Pier Board"},
    {"# Pier Board\n\nPlace: Net Loft\n\n3 March 2031, 19:00 to 20:30, Village Hall",
     "Net Loft; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\nCity Hall, 12 Main Street",
     "City Hall, 12 Main Street; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\nCity Hall", "City Hall; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\n12 Main Street", "12 Main Street; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\n2 City Hall", "2 City Hall; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\nCity Hall with sea", "-; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\nCity Hall by sea",
     "City Hall by sea; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\nCity Hall:", "-; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\nCity Hall?", "-; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\n- City Hall", "-; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\n*City Hall*", "City Hall; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\nCity Hall Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier "
     "Pier Pier Pier Pier Pier Pier Pier Quays",
     "City Hall Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier "
     "Pier Quays; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\nCity Hall Pier Pier Pier Pier Pier Pier Pier Pier Pier Pier "
     "Pier Pier Pier Pier Pier Pier Pier Quaysi",
     "-; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\nHall", "Hall; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\n/ City Hall", "City Hall; Pier Board; Pier Board"},
    {"# Pier Board\n\n3 March 2031\n\nAda Reef", "-; Pier Board; Pier Board"},
    {"# Pier Board\n\nCity Hall\n3 March 2031", "City Hall; Pier Board; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nCity Hall", "-; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board, 3 March 2031\n\nCity Hall\n\nRed\n\n19:00",
     "-; Pier Board, 3 March 2031; Pier Board"},
    {"# Pier Board\n\nRed\n\nCity Hall\n\n3 March 2031", "City Hall; Pier Board; Pier Board"},
    {"# Minutes\n\n## Pier Club\n\n3 March 2031", "-; Minutes; Pier Club"},
    {"# Pier Board\n\n## Quay Club\n\n3 March 2031",
     "-; Pier Board, Quay Club; Pier Board, Quay Club"},
    {"# Minutes\n\n## Pier Club: north\n\n3 March 2031", "-; Minutes; -"},
    {"# Minutes\n\n## Regular Meeting\n\n3 March 2031", "-; Minutes; -"},
    {"# Pier Board\n\n## Regular Meeting\n\n3 March 2031", "-; Pier Board; Pier Board"},
    {"# Minutes\n\n## 3 March 2031\n\nRed", "-; Minutes; -"},
    {"# Pier Board\n\n## Minutes\n\n3 March 2031", "-; Pier Board; Pier Board"},
    {"# Protokoll der Sitzung des Vorstands des Hafenvereins\n\n3 March 2031",
     "-; Protokoll der Sitzung des Vorstands des Hafenvereins; Vorstand des Hafenvereins"},
    {"# Protokoll des Vereines\n\n3 March 2031", "-; Protokoll des Vereines; Verein"},
    {"# Protokoll des Sees\n\n3 March 2031", "-; Protokoll des Sees; See"},
    {"# Protokoll des Riss\n\n3 March 2031", "-; Protokoll des Riss; Riss"},
    {"# Protokoll des Hafens Pier\n\n3 March 2031", "-; Protokoll des Hafens Pier; Hafen Pier"},
    {"# Protokoll des Boss\n\n3 March 2031", "-; Protokoll des Boss; Boss"},
    {"# Protokoll des Ams\n\n3 March 2031", "-; Protokoll des Ams; Ams"},
    {"# Protokoll des Amts\n\n3 March 2031", "-; Protokoll des Amts; Amt"},
    {"# Protokoll des Komitees\n\n3 March 2031", "-; Protokoll des Komitees; Komitee"},
    {"# Minutes\n\nCompany: \n\n3 March 2031", "-; Minutes; -"},
    {"# Minutes\n\nCompany: Abe Works\n\n3 March 2031", "-; Minutes; Abe Works"},
    {"# Minutes\n\nCompany: 3 Works\n\n3 March 2031", "-; Minutes; 3 Works"},
    {"# —\n\n3 March 2031", "-; —; -"},
    {"# — Pier\n\n3 March 2031", "-; — Pier; Pier"},
    {"# Pier –\n\n3 March 2031", "-; Pier –; Pier"},
    {"# Pier —\n\n3 March 2031", "-; Pier —; Pier"},
    {"# –\n\n3 March 2031", "-; –; -"},
    {"# 10th Pier Board\n\n3 March 2031", "-; 10th Pier Board; Pier Board"},
    {"# 9999 Pier Board\n\n3 March 2031", "-; 9999 Pier Board; Pier Board"},
    {"# 12abc Pier Board\n\n3 March 2031", "-; 12abc Pier Board; Pier Board"},
    {"# 12abcd Pier Board\n\n3 March 2031", "-; 12abcd Pier Board; 12abcd Pier Board"},
};

Test(meeting, its_head_names_its_place_and_its_body)
{
    expect_exact_texts(describe_place, heads, sizeof heads / sizeof *heads);
}
