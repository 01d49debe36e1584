/* What minutes of other shapes give, and what they must not give: people made of labels, decisions
 * and actions that nobody took. */
#include "minutes/minutes.h"

#include "base/buffer.h"
#include "draft/draft_text.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SUMMARY_BYTES_MAX = 1 << 16
};

static const char *member(const json_t *record, const char *name)
{
    const char *text = json_string_value(json_object_get(record, name));
    return text ? text : "-";
}

/* Appends a text with a format. */
__attribute__((format(printf, 2, 3))) static void append_line(struct buffer *out,
                                                              const char *format, ...)
{
    char line[4096];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    buffer_append_text(out, line);
}

/* Appends the last parts of the ids in a list. */
static void append_ids(struct buffer *out, const json_t *list)
{
    size_t i;
    json_t *id;
    json_array_foreach(list, i, id)
    {
        const char *text = json_string_value(id), *last = strrchr(text, '-');
        append_line(out, "%s%s", i ? "," : "", last ? last + 1 : text);
    }
}

static void append_counts(struct buffer *out, const json_t *votes)
{
    size_t i;
    json_t *count;
    json_array_foreach(json_object_get(json_array_get(votes, 0), "counts"), i, count) append_line(
        out, "%c%d", i ? '/' : ' ', (int)json_integer_value(json_object_get(count, "value")));
}

static void append_people(struct buffer *out, const json_t *json)
{
    size_t i, j;
    json_t *record, *role;
    json_array_foreach(json_object_get(json, "people"), i, record)
    {
        const json_t *entry = json_array_get(json_object_get(record, "attendance"), 0);
        append_line(out, "person %s %s", member(record, "name"), member(entry, "status"));
        json_array_foreach(json_object_get(entry, "roles"), j, role)
            append_line(out, " %s", json_string_value(role));
        buffer_append_text(out, "\n");
    }
}

/* Returns what the minutes give, a record on each line, or the refusal. */
static char *summary(const char *text)
{
    const struct draft_source source = {
        .name = "minutes.md", .bytes = text, .length = strlen(text)};
    struct draft *draft = draft_create(&source);
    struct buffer out;
    size_t i;
    json_t *record;
    cr_assert(draft);
    buffer_init(&out, SUMMARY_BYTES_MAX);
    minutes_read(draft);
    if (draft_refusal(draft))
        append_line(&out, "refused: %s\n", draft_refusal(draft)->message);
    json_t *json = draft_refusal(draft) ? json_object() : draft_json(draft);
    cr_assert(json && !draft_is_out_of_memory(draft));
    json_array_foreach(json_object_get(json, "meetings"), i, record)
        append_line(&out, "meeting %s %s %s\n", member(record, "start_date"),
                    member(record, "end_date"), member(record, "venue"));
    append_people(&out, json);
    json_array_foreach(json_object_get(json, "organizations"), i, record)
        append_line(&out, "organization %s\n", member(record, "name"));
    json_array_foreach(json_object_get(json, "agenda_items"), i, record)
        append_line(&out, "item %s %s\n", member(record, "number"), member(record, "title"));
    json_array_foreach(json_object_get(json, "discussions"), i, record)
        append_line(&out, "text %s: %s\n", member(record, "attribution"), member(record, "text"));
    json_array_foreach(json_object_get(json, "decisions"), i, record)
    {
        append_line(&out, "decision %s: %s", member(record, "result"), member(record, "title"));
        append_counts(&out, json_object_get(record, "votes"));
        buffer_append_text(&out, " by ");
        append_ids(&out, json_object_get(record, "movers"));
        buffer_append_text(&out, " with ");
        append_ids(&out, json_object_get(record, "seconders"));
        buffer_append_text(&out, "\n");
    }
    json_array_foreach(json_object_get(json, "actions"), i, record)
    {
        append_line(&out, "action %s: %s by ", member(record, "status"), member(record, "text"));
        append_ids(&out, json_object_get(record, "owners"));
        if (json_object_get(record, "due_date"))
            append_line(&out, " until %s", member(record, "due_date"));
        buffer_append_text(&out, "\n");
    }
    json_decref(json);
    draft_destroy(draft);
    char *steal = buffer_steal_text(&out);
    cr_assert(steal);
    return steal;
}

/* Checks that the minutes give each line of `some` (divided by "\n"), and none with a text of
 * `none`, which ends with NULL. */
static void expect(const char *text, const char *const some[], const char *const none[])
{
    char *all = summary(text);
    for (size_t i = 0; some[i]; i++)
        cr_expect(strstr(all, some[i]), "\"%s\" is missing in:\n%s", some[i], all);
    for (size_t i = 0; none[i]; i++)
        cr_expect(!strstr(all, none[i]), "\"%s\" is in:\n%s", none[i], all);
    free(all);
}

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

static const char present[] = "# Reef Council 2031-05-12\n\n## Present\n\n- Ada Tidewater\n"
                              "- Bruno Saltmarsh\n- Cleo Driftwood\n\n";

/* Checks minutes of the reef council, which follow the list of those present. */
static void expect_of_reef(const char *text, const char *const some[], const char *const none[])
{
    struct buffer whole;
    buffer_init(&whole, SUMMARY_BYTES_MAX);
    buffer_append_text(&whole, present);
    buffer_append_text(&whole, text);
    char *minutes = buffer_steal_text(&whole);
    expect(minutes, some, none);
    free(minutes);
}

Test(minutes_shapes, a_row_of_empty_cells_is_no_contribution)
{
    expect_of_reef("## 1. Facts\n\n| | |\n|---|---|\n| Lamps | 4 |\n\n## 2. Rest\n\nNone.\n",
                   LIST("item 1 Facts", "Lamps"), LIST("refused", "text -: \t"));
}

Test(minutes_shapes, a_result_on_a_line_of_its_own_is_no_part_of_a_name)
{
    expect_of_reef("## 1. Lamp\n\n**MOTION:** To buy a lamp.\n\nMoved by: Ada Tidewater\n"
                   "Seconded by: Bruno Saltmarsh\n**CARRIED**\n\n## 2. Rest\n\nText.\n",
                   LIST("decision adopted: To buy a lamp. by tidewater with saltmarsh"),
                   LIST("Saltmarsh CARRIED"));
}

Test(minutes_shapes, the_result_after_a_resolution_is_that_of_the_resolution)
{
    expect_of_reef("## 1. Shares\n\n**RESOLUTION R2031-3:** Two shells for one.\n\n"
                   "Moved by: Ada Tidewater\nSeconded by: Bruno Saltmarsh\n**DEFEATED**\n\n"
                   "## 2. Rest\n\nText.\n",
                   LIST("decision rejected: Two shells for one. by tidewater with saltmarsh"),
                   LIST("decision adopted"));
}

Test(minutes_shapes, both_is_no_mover)
{
    expect_of_reef("## 1. Bills\n\nBoth motions carried.\n\n## 2. Rest\n\nText.\n", LIST("item 1"),
                   LIST("Both -"));
}

Test(minutes_shapes, task_items_of_an_agenda_or_of_goals_are_no_actions)
{
    expect_of_reef(
        "## Goals of the meeting\n\n- [x] Look at the lamp\n- [ ] Find a day\n\n"
        "## New agenda items\n\n- [x] Cleo: Is this the last meeting?\n\n"
        "## Lamp\n\n- [ ] Bruno to buy oil\n",
        LIST("action open: Bruno to buy oil by saltmarsh", "text Cleo: Is this the last meeting?"),
        LIST("action done", "Look at the lamp by", "Find a day by"));
}

Test(minutes_shapes, a_sentence_above_task_items_makes_them_questions)
{
    expect_of_reef("## 1. Lamp\n\nThe questions to answer are:\n\n- [ ] Which lamp?\n"
                   "- [ ] A blue one\n\nText.\n\n- [ ] Bruno to buy oil\n",
                   LIST("action open: Bruno to buy oil by saltmarsh"),
                   LIST("action open: Which", "action open: A blue"));
}

Test(minutes_shapes, actions_and_decisions_of_one_list_are_not_the_same)
{
    expect_of_reef("## 1. Lamp\n\nAction: Ada to read the letter of May\n\n"
                   "## Decisions\n\n- The letter 12 of the pier is accepted\n"
                   "- The letter 13 of the pier is accepted\n\n"
                   "## Action items\n\n- Ada to read the letter of May\n"
                   "- Bruno to answer the letter 12 of the pier\n"
                   "- Bruno to answer the letter 13 of the pier\n",
                   LIST("letter 12 of the pier is accepted by",
                        "letter 13 of the pier is accepted by", "Bruno to answer the letter 12",
                        "Bruno to answer the letter 13"),
                   LIST("by tidewater\naction open: Ada to read", "refused"));
}

Test(minutes_shapes, a_column_of_notes_and_actions_has_no_actions)
{
    expect_of_reef("## 1. Points\n\n| Point | Notes/Action items | Responsible |\n|---|---|---|\n"
                   "| Lamp | It was looked at | Ada Tidewater |\n\n## 2. Rest\n\nText.\n",
                   LIST("It was looked at"), LIST("action open"));
}

Test(minutes_shapes, tasks_below_an_owner_are_the_actions)
{
    expect_of_reef("## 1. Lamp\n\nText.\n\n## Action items\n\n- Ada\n  - Buy a lamp\n"
                   "  - Buy oil\n- Bruno: write to the pier\n",
                   LIST("action open: Buy a lamp by tidewater", "action open: Buy oil by tidewater",
                        "action open: write to the pier by saltmarsh"),
                   LIST("action open: Ada"));
}

Test(minutes_shapes, an_action_in_brackets_may_follow_a_speaker)
{
    expect_of_reef("## 1. Lamp\n\n- Ada: It is dark.\n"
                   "- Ada: **[Action - Bruno]** buy a lamp\n\n## 2. Rest\n\nText.\n",
                   LIST("action open: buy a lamp by saltmarsh"), LIST("text Ada: [Action"));
}

Test(minutes_shapes, a_role_label_with_a_short_name_names_someone_present)
{
    expect(
        "# Reef Council 2031-05-12\n\nScribe: Bruno\nChair: Ada Tidewater\n\n## Present\n\n"
        "- Ada Tidewater\n- Bruno Saltmarsh\n\n## 1. Lamp\n\nText.\n",
        LIST("person Ada Tidewater present chair", "person Bruno Saltmarsh present minute_taker"),
        LIST("person Bruno -", "person Bruno present"));
}

Test(minutes_shapes, a_list_of_offices_ends_with_its_list)
{
    expect("# Junta de la Isla\n\nFecha: 15 de marzo de 2031\n\nPRESIDENCIA Y SECRETARIA:\n"
           "- Presidenta: Ada Marea\n- Secretario: Bruno Salina\n\nOTRAS COSAS:\n"
           "1. Faro nuevo\n2. Barco viejo\n\nSe levanta la reunion siendo las 20:30 horas.\n",
           LIST("meeting 2031-03-15 2031-03-15T20:30:00"),
           LIST("person Faro", "person Barco", "person Otras", "person OTRAS"));
}

Test(minutes_shapes, an_unknown_label_in_the_attendance_is_no_person)
{
    expect("# Reef Council 2031-05-12\n\n## Attendance\n\n- Present: Ada, Bruno\n"
           "- Observing: Cleo\n- Kitchen: Dora Breakwater, Emil Gull\n\n## 1. Lamp\n\nText.\n",
           LIST("person Ada present", "person Cleo present observer",
                "person Dora Breakwater present", "person Emil Gull present"),
           LIST("person Observing", "person Kitchen"));
}

Test(minutes_shapes, offices_after_a_name_are_no_organizations)
{
    expect("# Reef Council 2031-05-12\n\n## Present\n\n- Ada Tidewater, Property Manager\n"
           "- Bruno Saltmarsh (by invitation)\n- Dora Breakwater - Passed\n- Cleo Driftwood, "
           "Harbour Office\n\n"
           "## 1. Lamp\n\nText.\n",
           LIST("person Ada Tidewater present", "organization Harbour Office"),
           LIST("organization Property", "organization by", "organization Passed"));
}

#define ROPE "\n## 1. Rope\n\nDecision: We tie ropes.\n"

Test(minutes_shapes, attendees_in_front_matter_may_be_handles)
{
    static const char board[] = "---\n# Pier Board, 3 March 2031\n" ROPE;
    char text[200];
    snprintf(text, sizeof text, "---\nattendees:\n  - '@ada'\n%s", board);
    expect(text, LIST("person @ada present"), LIST("refused"));
    snprintf(text, sizeof text, "---\nattendees:\n  - twelve\n%s", board);
    expect(text, LIST("it has only a date"), LIST("person"));
}

/* Counts the warnings of minutes with a label of those present that no attendance was found. */
static size_t count_doubts(const char *label)
{
    char text[200];
    size_t found = 0, count, more;
    snprintf(text, sizeof text, "# Pier Board, 3 March 2031\n\n%s\n%s", label, ROPE);
    const struct draft_source source = {
        .name = "minutes.md", .bytes = text, .length = strlen(text)};
    struct draft *draft = draft_create(&source);
    cr_assert(draft);
    minutes_read(draft);
    const struct draft_note *warnings = draft_warnings(draft, &count, &more);
    for (size_t i = 0; i < count; i++)
        found += strncmp(warnings[i].message, "no attendance was found", 23) == 0;
    draft_destroy(draft);
    return found;
}

Test(minutes_shapes, a_label_of_those_present_is_doubted_if_no_name_and_no_number_follows)
{
    cr_expect_eq(count_doubts("Present:"), 1);
    cr_expect_eq(count_doubts("Present: (see the list)"), 1);
    cr_expect_eq(count_doubts("Present: 0 of the lamps"), 0);
    cr_expect_eq(count_doubts("Present: 9 of the lamps"), 0);
    cr_expect_eq(count_doubts("Present: / of the lamps"), 1);
    cr_expect_eq(count_doubts("Present: 9 members"), 0);
    cr_expect_eq(count_doubts("Present: none"), 0);
}

/* One name with a comma may be a name and its organization. */
Test(minutes_shapes, entries_are_surnames_first_if_there_are_two)
{
    static const char head[] = "# Pier Board, 3 March 2031\n\n## Present\n\n- Rowan, Ada\n";
    char text[200];
    snprintf(text, sizeof text, "%s%s", head, ROPE);
    expect(text, LIST("person Rowan present", "organization Ada"), LIST("Ada Rowan"));
    snprintf(text, sizeof text, "%s- Quay, Orla\n%s", head, ROPE);
    expect(text, LIST("person Ada Rowan present", "person Orla Quay present"),
           LIST("organization Ada"));
}

Test(minutes_shapes, words_above_a_list_are_no_speakers)
{
    expect("# Konstituierende Sitzung 02.08.31\n\n* Anwesend: Ada, Bruno, Cleo\n\n## Amt A\n\n"
           "* Wahlen:\n  * Sprecher*in:\n    * Ada 3, Bruno 1\n\n## Amt B\n\n* Wahlen:\n"
           "  * Sprecher*in:\n    * Cleo 4\n",
           LIST("person Ada present", "item - Amt A"),
           LIST("person Wahlen", "person Sprecher", "organization Konstituierende"));
}

Test(minutes_shapes, facts_below_a_heading_of_their_own_belong_to_the_meeting)
{
    expect("# Acta de Reunion\n\n## 1. Datos Generales\n- **Fecha:** 03/04/2031\n"
           "- **Hora de inicio:** 10:00\n- **Hora de finalizacion:** 11:20\n"
           "- **Lugar / Plataforma:** Faro 3\n- **Moderador:** Ada Marea\n\n"
           "## 2. Asistentes\n- Ada Marea\n- Bruno Salina\n\n## 3. Faro\n\nSe revisa el faro.\n\n"
           "### 3.1 Decisiones Tomadas\n1. Comprar un faro\n\n"
           "### 3.2 Tareas y Responsables\n| Tarea | Responsable | Plazo |\n|---|---|---|\n"
           "| Pedir precios | Bruno Salina | 10/04/2031 |\n",
           LIST("meeting 2031-04-03T10:00:00 2031-04-03T11:20:00 Faro 3",
                "person Ada Marea present moderator", "Comprar un faro by",
                "action open: Pedir precios by salina"),
           LIST("item 1 Datos", "person Lugar"));
}

Test(minutes_shapes, each_row_of_a_table_of_decisions_is_one)
{
    expect_of_reef("## Decisions\n\n| # | Decision | Owner |\n|---|---|---|\n"
                   "| 1 | Buy a lamp | Ada |\n| 2 | Sell the boat | Bruno |\n",
                   LIST("Buy a lamp by", "Sell the boat by"), LIST("Decision\t", "# by"));
}

Test(minutes_shapes, a_result_in_a_table_of_motions_is_that_of_its_row)
{
    expect_of_reef("## 1. Lamp\n\n| Motion | Moved by | Seconded by | Result |\n|---|---|---|---|\n"
                   "| Buy a lamp | Ada Tidewater | Bruno Saltmarsh | Carried |\n"
                   "| Sell the boat | Cleo Driftwood | Ada Tidewater | Defeated |\n",
                   LIST("decision adopted: Buy a lamp by tidewater with saltmarsh",
                        "decision rejected: Sell the boat by driftwood with tidewater"),
                   LIST("Motion"));
}

Test(minutes_shapes, the_text_below_a_title_in_capitals_is_what_is_decided)
{
    expect_of_reef(
        "## 1. Lamp\n\nRESOLUTION 4: A NEW LAMP\nThe council buys a lamp for the pier.\n\n"
        "RESOLUTION 5: A NEW BOAT\nThe council approves the boat.\n",
        LIST("decision adopted: A NEW LAMP by", "decision adopted: A NEW BOAT by"), LIST("text"));
}

Test(minutes_shapes, a_month_without_a_year_is_one_of_the_year_before_if_it_is_far_ahead)
{
    expect_of_reef("## Actions\n\n- Ada: buy a lamp by 12 November (done)\n"
                   "- Ada: sell a boat by 12 December (done)\n- Ada: light a pier by 12 December\n"
                   "- Ada: clean a pier by 13 January\n- Ada: clean a net by 13 January (done)\n",
                   LIST("12 November (done) by tidewater until 2031-11-12",
                        "12 December (done) by tidewater until 2030-12-12",
                        "12 December by tidewater until 2031-12-12",
                        "13 January by tidewater until 2032-01-13",
                        "13 January (done) by tidewater until 2031-01-13"),
                   LIST("refused"));
}

Test(minutes_shapes, a_title_in_the_plural_is_before_each_name_of_a_list)
{
    expect("# Reef Council 2031-05-12\n\nPresent: Councillors Ruiz, Yost and Park\n\n"
           "Absent: Councillors Mole (ill) and Boje\n\n## 1. Lamp\n\nRed.\n",
           LIST("person Ruiz present", "person Yost present", "person Park present",
                "person Mole excused", "person Boje absent"),
           LIST("Councillors"));
}

Test(minutes_shapes, counts_after_the_counts_of_a_vote_are_another_vote)
{
    expect_of_reef("## 1. Wahlen\n\n- Es wurde abgestimmt.\n"
                   "- Das Ergebnis der Abstimmung: 8 Ja-Stimmen, keine Nein-Stimme.\n"
                   "- Das Ergebnis der Abstimmung: 7 Ja-Stimmen, eine Nein-Stimme.\n\n"
                   "## 2. Rest\n\nText.\n",
                   LIST(" 8/0 by", " 7/1 by"), LIST("refused"));
}

Test(minutes_shapes, a_title_of_brackets_names_no_body)
{
    expect("# Minutes (May, 2031)\n\nDate: 2031-05-12\n\n## Present\n\n- Ada Tidewater\n\n"
           "## 1. Lamp\n\nText.\n",
           LIST("meeting 2031-05-12"), LIST("organization ("));
}

Test(minutes_shapes, a_title_that_is_repeated_is_no_item)
{
    expect("# Minutes of the Reef Council, 12 May 2031\n\n"
           "**MINUTES OF THE REEF COUNCIL, 12 MAY 2031**\n\n## Present\n\n- Ada Tidewater\n\n"
           "## 1. Lamp\n\nText.\n",
           LIST("item 1 Lamp"), LIST("item - MINUTES"));
}

Test(minutes_shapes, a_cancelled_train_does_not_cancel_the_meeting)
{
    expect_of_reef("## 1. Travel\n\nThe ferry was cancelled.\n\n## 2. Rest\n\nText.\n",
                   LIST("text -: The ferry was cancelled."), LIST("refused"));
}

Test(minutes_shapes, only_what_is_said_of_the_meeting_itself_cancels_it)
{
    static const char *const held[] = {"The meeting was not cancelled.",
                                       "The meeting has not been cancelled.",
                                       "The fair was cancelled.",
                                       "Next week's call is cancelled",
                                       "If the meeting is cancelled...",
                                       "| Event | State |\n|---|---|\n| Fair | Cancelled |",
                                       "Ada Flut: The meeting is cancelled.",
                                       "Das Fest wurde abgesagt.",
                                       "La fête est annulée.",
                                       "La feria está cancelada."};
    static const char *const cancelled[] = {"Cancelled",
                                            "**Cancelled due to snow**",
                                            "Status: cancelled",
                                            "Due to illness, the meeting was cancelled.",
                                            "The board did not meet.",
                                            "## 1. Lamp\n\nMeeting cancelled.",
                                            "Die Sitzung fällt aus.",
                                            "La séance est annulée.",
                                            "Se ha cancelado la reunión."};
    char text[400];
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
        snprintf(text, sizeof text, "# Reef 2031-05-12\n\nPresent: Ada Flut\n\n%s\n", held[i]);
        expect(text, LIST("person Ada Flut present"), LIST("refused"));
        snprintf(text, sizeof text, "# Reef 2031-05-12\n\n%s\n", held[i]);
        expect(text, LIST("refused"), LIST("meeting"));
    }
    for (size_t i = 0; i < sizeof cancelled / sizeof *cancelled; i++) {
        snprintf(text, sizeof text, "# Reef 2031-05-12\n\n%s\n", cancelled[i]);
        expect(text, LIST("meeting 2031-05-12"), LIST("refused", "item"));
    }
}

Test(minutes_shapes, an_assembly_begins_when_people_gathered)
{
    expect("# Protokoll der Versammlung\n\nEs versammelten sich heute, am 10. Juli 2031 um "
           "17:30 Uhr, 12 Personen.\n\n### Anwesende\n\nAda Flut, Bruno Salz\n\n## 1. Lampe\n\n"
           "Text.\n\nDie Versammlung wurde um 18:04 Uhr geschlossen.\n",
           LIST("meeting 2031-07-10T17:30:00 2031-07-10T18:04:00"), LIST("refused"));
}

Test(minutes_shapes, names_of_a_group_continue_in_the_next_line_unless_that_is_a_label)
{
    expect("# Reef Council 2031-05-12\n\nPresent: Ada Tidewater, Bruno Saltmarsh,\nCleo Driftwood\n"
           "Regrets: Dora Breakwater\nChair: Ada Tidewater\n\n## 1. Lamp\n\nText.\n",
           LIST("person Ada Tidewater present chair", "person Bruno Saltmarsh present",
                "person Cleo Driftwood present", "person Dora Breakwater excused"),
           LIST("person Regrets", "person Chair"));
}

Test(minutes_shapes, only_the_first_heading_is_the_title)
{
    expect_of_reef("# Lamp\n\nText.\n\n# Minutes of the lamp\n\nText.\n",
                   LIST("item - Lamp", "item - Minutes of the lamp"), LIST("organization lamp"));
}

/* Writes what the minutes give, without the last end of a line. */
static void describe_summary(const char *text, char *found, size_t size)
{
    char *all = summary(text);
    snprintf(found, size, "%.*s", (int)strlen(all) - 1, all);
    free(all);
}

#define REEF "# Reef Council 2031-05-12\n\nPresent: Ada Reef, Bob Moor\n\n## 1. Lamps\n\n"
#define RED "\n\n## 1. Lamps\n\nRed.\n"

Test(minutes_shapes, people_are_named_after_a_title_in_the_plural_or_in_a_row_of_the_head)
{
    static const struct text_case cases[] = {
        {"# Reef Council 2031-05-12\n\nPresent: Councillors Ruiz, Yost and Park" RED,
         "meeting 2031-05-12 - -\nperson Ruiz present\nperson Yost present\nperson Park "
         "present\norganization Reef Council\nitem 1 Lamps\ntext -: Red."},
        {"# Reef Council 2031-05-12\n\nPresent: Ruiz, Yost and Park" RED,
         "meeting 2031-05-12 - -\nperson Ruiz present\nperson Yost present\nperson Park "
         "present\norganization Reef Council\nitem 1 Lamps\ntext -: Red."},
        {"# Reef Council 2031-05-12\n\n| Present | Ada Reef, Bob Moor |\n|---|---|\n| Place | Quay "
         "|" RED,
         "meeting 2031-05-12 - -\nperson Ada Reef present\nperson Bob Moor present\norganization "
         "Reef Council\nitem 1 Lamps\ntext -: Red."},
        {"# Reef Council 2031-05-12\n\n| Present | the whole lot |\n|---|---|\n| Place | Quay "
         "|" RED,
         "meeting 2031-05-12 - -\norganization Reef Council\nitem 1 Lamps\ntext -: Red."},
        {"# Reef Council 2031-05-12\n\n| Present | Ada |\n|---|---|\n| Place | Quay |" RED,
         "meeting 2031-05-12 - -\norganization Reef Council\nitem 1 Lamps\ntext -: Red."},
    };
    expect_exact_texts(describe_summary, cases, sizeof cases / sizeof *cases);
}

Test(minutes_shapes, rows_and_titles_of_decisions_have_texts_movers_and_results)
{
    static const struct text_case cases[] = {
        {REEF "| Motion | Mover | Seconder | Result |\n|---|---|---|---|\n| Buy a lamp | Ada Reef "
              "| Bob Moor | Carried 5-2 |\n| Sell a lamp | Bob Moor | Ada Reef | Defeated |\n",
         "meeting 2031-05-12 - -\nperson Ada Reef present\nperson Bob Moor present\norganization "
         "Reef Council\nitem 1 Lamps\ndecision adopted: Buy a lamp 5/2 by reef with moor\ndecision "
         "rejected: Sell a lamp by moor with reef"},
        {REEF "### Motion 5: Buy lamps\nMoved by Ada Reef. Carried.\n",
         "meeting 2031-05-12 - -\nperson Ada Reef present\nperson Bob Moor present\norganization "
         "Reef Council\nitem 1 Lamps\nitem - Motion 5: Buy lamps\ndecision adopted: Moved by Ada "
         "Reef. by reef with "},
        {REEF "RESOLUTION 5: BUY LAMPS\nThe council buys lamps for the pier.\n",
         "meeting 2031-05-12 - -\nperson Ada Reef present\nperson Bob Moor present\norganization "
         "Reef Council\nitem 1 Lamps\ndecision adopted: BUY LAMPS by  with "},
        {REEF "### Resolution 5: Buy lamps\nThe council buys lamps for the pier.\n\nRESOLUTION 6: "
              "SELL LAMPS\nRESOLVED, that lamps be sold. Carried 5-2.\n\nDECISION 7: OLD "
              "LAMPS\nOld lamps stay at the pier until May.\n",
         "meeting 2031-05-12 - -\nperson Ada Reef present\nperson Bob Moor present\norganization "
         "Reef Council\nitem 1 Lamps\nitem - Resolution 5: Buy lamps\ntext -: The council buys "
         "lamps for the pier.\ndecision adopted: SELL LAMPS 5/2 by  with \ndecision -: OLD LAMPS "
         "by  with "},
    };
    expect_exact_texts(describe_summary, cases, sizeof cases / sizeof *cases);
}

Test(minutes_shapes, an_action_is_repeated_by_the_same_or_unknown_owners)
{
    static const struct text_case cases[] = {
        {REEF "Action: Ada Reef to mend the old lamp at the pier\n\n## Action items\n\n- Bob Moor "
              "to mend the old lamp at the pier\n- Cy Dell to mend the old lamp at the pier\n",
         "meeting 2031-05-12 - -\nperson Ada Reef present\nperson Bob Moor present\norganization "
         "Reef Council\nitem 1 Lamps\naction open: Ada Reef to mend the old lamp at the pier by "
         "reef\naction open: Bob Moor to mend the old lamp at the pier by moor"},
        {REEF "Action: Ada Reef to mend the old lamp at the pier\n\n## Action items\n\n- Cy Dell: "
              "mend the old lamp at the pier\n",
         "meeting 2031-05-12 - -\nperson Ada Reef present\nperson Bob Moor present\norganization "
         "Reef Council\nitem 1 Lamps\naction open: Ada Reef to mend the old lamp at the pier by "
         "reef"},
    };
    expect_exact_texts(describe_summary, cases, sizeof cases / sizeof *cases);
}

Test(minutes_shapes, the_due_date_of_a_closed_action_is_at_most_6_months_ahead)
{
    static const struct text_case cases[] = {
        {"# Reef Council 2031-03-12\n\nPresent: Ada Reef\n\n## 1. Lamps\n\nRed.\n\n## Action "
         "items\n\n- [x] Ada Reef: buy a lamp by 12 September\n- [x] Ada Reef: mend the boat by 12 "
         "October\n- [ ] Ada Reef: sell the pier by 12 October\n- [x] Ada Reef: paint the quay by "
         "12 February\n- [ ] Ada Reef: clean the hall by 12 February\n",
         "meeting 2031-03-12 - -\nperson Ada Reef present\norganization Reef Council\nitem 1 "
         "Lamps\ntext -: Red.\naction done: buy a lamp by 12 September by reef until "
         "2031-09-12\naction done: mend the boat by 12 October by reef until 2030-10-12\naction "
         "open: sell the pier by 12 October by reef until 2031-10-12\naction done: paint the quay "
         "by 12 February by reef until 2031-02-12\naction open: clean the hall by 12 February by "
         "reef until 2032-02-12"},
    };
    expect_exact_texts(describe_summary, cases, sizeof cases / sizeof *cases);
}

Test(minutes_shapes, the_lines_of_the_header_of_a_mail_have_colons)
{
    static const struct text_case cases[] = {
        {"Subject: Lamps\n\nFrom: Ada\n\nTo: Bob\n\nHello.\n",
         "refused: this is not minutes: a mail; save the minutes that it has or is about as a file "
         "of their own"},
        {"Subject\n\nFrom\n\nTo\n\nHello.\n",
         "refused: this is not minutes: it has no date, no attendance, no items with text, and no "
         "decisions or actions below their own heading; docs/minutes.md shows the form"},
    };
    expect_exact_texts(describe_summary, cases, sizeof cases / sizeof *cases);
}
