/* What minutes in Markdown give: small files of each shape, the example of docs/minutes.md, and
 * real minutes if their folder is beside the source. */
#include "minutes/minutes.h"

#include "draft/draft_text.h"
#include "failing_memory.h"
#include "source_path.h"
#include "unit/listing.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static json_t *read_text(const char *name, const char *text, size_t length)
{
    const struct draft_source source = {.name = name, .bytes = text, .length = length};
    struct draft *draft = draft_create(&source);
    cr_assert(draft);
    minutes_read(draft);
    const struct draft_note *refusal = draft_refusal(draft);
    json_t *json = refusal ? json_pack("{s:s}", "refusal", refusal->message) : draft_json(draft);
    cr_assert(json && !draft_is_out_of_memory(draft));
    draft_destroy(draft);
    return json;
}

static json_t *read_minutes(const char *text)
{
    return read_text("minutes.md", text, strlen(text));
}

static size_t count(const json_t *json, const char *collection)
{
    return json_array_size(json_object_get(json, collection));
}

static const char *value(const json_t *json, const char *collection, size_t place,
                         const char *member)
{
    const json_t *record = json_array_get(json_object_get(json, collection), place);
    const char *text = json_string_value(json_object_get(record, member));
    return text ? text : "";
}

/* Counts the records with a value of a member; NULL is any value. */
static size_t count_with(const json_t *json, const char *collection, const char *member,
                         const char *expected)
{
    size_t found = 0, i;
    json_t *record;
    json_array_foreach(json_object_get(json, collection), i, record)
    {
        const json_t *field = json_object_get(record, member);
        const char *text = json_string_value(field);
        found += field && (!expected || (text && strcmp(text, expected) == 0));
    }
    return found;
}

/* Counts the people with a status, and with a role unless it is NULL, in their attendance. */
static size_t count_people(const json_t *json, const char *status, const char *role)
{
    size_t found = 0, i;
    json_t *person;
    json_array_foreach(json_object_get(json, "people"), i, person)
    {
        const json_t *entry = json_array_get(json_object_get(person, "attendance"), 0);
        const char *is = json_string_value(json_object_get(entry, "status"));
        bool has = !role;
        for (size_t j = 0; role && j < json_array_size(json_object_get(entry, "roles")); j++)
            has |= strcmp(json_string_value(json_array_get(json_object_get(entry, "roles"), j)),
                          role) == 0;
        found += is && strcmp(is, status) == 0 && has;
    }
    return found;
}

static const char council[] = "# Harbour Council, 12 May 2031\n"
                              "\n"
                              "- Time: 18:00 to 19:30 UTC\n"
                              "\n"
                              "## Present\n"
                              "\n"
                              "- Orla Quay (chair)\n"
                              "- Bram Tidewell\n"
                              "- Ines Mole (IMO)\n"
                              "\n"
                              "## Regrets\n"
                              "\n"
                              "- Tam Pier\n"
                              "\n"
                              "## 1. Dredging\n"
                              "\n"
                              "Orla: The north basin is too shallow.\n"
                              "\n"
                              "IMO: We should dredge it in June.\n"
                              "It takes a week.\n"
                              "\n"
                              "### Conclusion\n"
                              "\n"
                              "- The north basin is dredged in June.\n"
                              "\n"
                              "## 2. Lamps\n"
                              "\n"
                              "Nothing was said about the lamps.\n"
                              "\n"
                              "## Action items\n"
                              "\n"
                              "- Bram Tidewell: order the dredger\n";

Test(minutes, attendance_items_speakers_decisions_and_actions_are_read)
{
    json_t *json = read_minutes(council);
    cr_expect_str_eq(value(json, "meetings", 0, "start_date"), "2031-05-12T18:00:00Z");
    cr_expect_eq(count_people(json, "present", NULL), 3);
    cr_expect_eq(count_people(json, "present", "chair"), 1);
    cr_expect_eq(count(json, "people"), 4);
    cr_expect_eq(count(json, "agenda_items"), 2);
    cr_expect_str_eq(value(json, "agenda_items", 0, "number"), "1");
    cr_expect_str_eq(value(json, "agenda_items", 0, "title"), "Dredging");
    cr_expect_eq(count_with(json, "discussions", "speaker", NULL), 2);
    cr_expect_eq(count_with(json, "discussions", "kind", "narrative"), 1);
    cr_expect_eq(count(json, "decisions"), 1);
    cr_expect_eq(count(json, "actions"), 1);
    cr_expect_eq(count_with(json, "actions", "owners", NULL), 1);
    json_decref(json);
}

Test(minutes, every_record_cites_its_lines)
{
    json_t *json = read_minutes(council);
    const json_t *speech = json_array_get(json_object_get(json, "discussions"), 1);
    const json_t *source = json_array_get(json_object_get(speech, "sources"), 0);
    cr_expect_str_eq(json_string_value(json_object_get(source, "lines")), "19-20");
    json_decref(json);
}

Test(minutes, bold_paragraphs_are_items_if_there_are_no_headings)
{
    json_t *json = read_minutes("Minutes: 3 March 2031\n\n**1\\. Tides**\n\nThey rise.\n\n"
                                "**2\\. Lamps**\n\nThey shine.\n\n**Adjourned at 9:56 p.m.**\n");
    cr_expect_eq(count(json, "agenda_items"), 2);
    cr_expect_str_eq(value(json, "agenda_items", 1, "number"), "2");
    cr_expect_str_eq(value(json, "meetings", 0, "end_date"), "2031-03-03T21:56:00");
    json_decref(json);
}

Test(minutes, agenda_before_the_minutes_adds_no_items)
{
    json_t *json = read_minutes("# Pier Board, 2031-03-03\n\nPresent: Ada Reef, Tam Pier\n\n"
                                "## Agenda\n\n1. Tides\n2. Lamps\n\n## Tides\n\nThey rise.\n\n"
                                "## Lamps\n\nThey shine.\n");
    cr_expect_eq(count(json, "agenda_items"), 2);
    cr_expect_eq(count_people(json, "present", NULL), 2);
    json_decref(json);
}

Test(minutes, checkboxes_say_who_was_present)
{
    json_t *json = read_minutes("# Pier Board, 2031-03-03\n\n## Attendance\n\n* [x] Ada Reef\n"
                                "* [ ] Tam Pier\n\n## Tides\n\nThey rise.\n");
    cr_expect_eq(count_people(json, "present", NULL), 1);
    cr_expect_eq(count_people(json, "absent", NULL), 1);
    json_decref(json);
}

Test(minutes, initials_that_fit_two_people_stay_as_they_are_printed)
{
    json_t *json = read_minutes("# Pier Board, 2031-03-03\n\n## Present\n\n- Ada Reef\n- Abe Rock\n"
                                "- Tam Pier\n\n## Tides\n\nAR: They rise.\n\nTP: They fall.\n");
    cr_expect_eq(count_with(json, "discussions", "speaker", NULL), 1);
    cr_expect_eq(count_with(json, "discussions", "attribution", "AR"), 1);
    json_decref(json);
}

Test(minutes, labels_are_no_speakers)
{
    json_t *json = read_minutes("# Pier Board, 2031-03-03\n\n## Present\n\n- Ada Reef\n\n"
                                "## Tides\n\nNote: They rise.\n\nLink: see below.\n\n"
                                "President: Ada Reef\n");
    cr_expect_eq(count_with(json, "discussions", "speaker", NULL), 0);
    cr_expect_eq(count(json, "people"), 1);
    json_decref(json);
}

static void expect_refused(const char *text, const char *reason)
{
    json_t *json = read_minutes(text);
    const char *refusal = json_string_value(json_object_get(json, "refusal"));
    cr_expect(refusal && strstr(refusal, reason), "%s", refusal ? refusal : "not refused");
    json_decref(json);
}

Test(minutes, what_is_not_minutes_is_refused_by_what_it_is)
{
    expect_refused("", "the file is empty");
    expect_refused("# Agenda\n\n1. Tides\n2. Lamps\n", "an agenda only");
    expect_refused("See <https://example.org/minutes>\n", "minutes elsewhere");
    expect_refused("# Installation\n\nRun `make`.\n", "it has no date, no attendance, no items");
    expect_refused("# Installation\n\nRun `make` on 12 May 2031.\n", "it has only a date");
    expect_refused("Subject: Lamps\n\nFrom: Ada\n\nTo: Bruno\n", "a mail");
    expect_refused("Subject: Lamps\n\nFrom: Ada\n\nTo\n", "it has no date");
    expect_refused("Subject\n\nFrom\n\nTo\n", "it has no date");
    expect_refused("# Installation\n\nPresent: Ada Tide, Bruno Salt\n",
                   "it has only an attendance");
}

Test(minutes, labels_of_a_motion_are_divided_by_lines)
{
    json_t *json = read_minutes("# Pier Board, 2031-03-03\n\n## Present\n\n- Orla Quay\n"
                                "- Bram Tidewell\n\n## 1. Lamps\n\nMotion: Buy a lamp.\n"
                                "Moved by: Orla Quay\nSeconded by: Bram Tidewell\n"
                                "Result: carried, 2 for, 0 against\n");
    cr_expect_eq(count(json, "people"), 2);
    cr_expect_eq(count(json, "decisions"), 1);
    cr_expect_str_eq(value(json, "decisions", 0, "text"), "Buy a lamp.");
    cr_expect_str_eq(value(json, "decisions", 0, "result"), "adopted");
    cr_expect_eq(count_with(json, "decisions", "movers", NULL), 1);
    cr_expect_eq(count_with(json, "decisions", "seconders", NULL), 1);
    json_decref(json);
}

Test(minutes, topics_of_the_agenda_without_a_section_are_counted)
{
    static const char text[] = "# Harbour Council, 12 May 2031\n\n## Agenda\n\n- Lamps\n- Piers\n"
                               "- Adjournment\n\n## Minutes\n\n### Lamps\n\nThey are red.\n\n"
                               "### Chairs\n\nThey are blue.\n\n### Adjournment\n";
    const struct draft_source source = {
        .name = "minutes.md", .bytes = text, .length = sizeof text - 1};
    struct draft *draft = draft_create(&source);
    size_t unread_count;
    cr_assert(draft);
    minutes_read(draft);
    const struct draft_unread *unread = draft_unread(draft, &unread_count);
    cr_assert_eq(unread_count, 1);
    cr_expect_str_eq(unread[0].name, "topics of the agenda without a section");
    cr_expect_eq(unread[0].count, 1);
    cr_expect_eq(unread[0].line, 6);
    draft_destroy(draft);
}

Test(minutes, planned_times_that_were_not_kept_are_notes)
{
    json_t *json = read_minutes("# Harbour Council, 12 May 2031\n\n- Time: 18:00 to 19:30 UTC\n\n"
                                "## 1. Lamps\n\nThe meeting was called to order at 18:10.\n\n"
                                "## 2. Piers\n\nThe meeting was adjourned at 19:45.\n");
    const json_t *notes =
        json_object_get(json_array_get(json_object_get(json, "meetings"), 0), "notes");
    cr_expect_str_eq(value(json, "meetings", 0, "start_date"), "2031-05-12T18:10:00Z");
    cr_assert_eq(json_array_size(notes), 2);
    cr_expect_str_eq(json_string_value(json_object_get(json_array_get(notes, 0), "text")),
                     "The beginning was planned for 18:00.");
    cr_expect_str_eq(json_string_value(json_object_get(json_array_get(notes, 1), "text")),
                     "The end was planned for 19:30.");
    json_decref(json);
}

Test(minutes, an_entry_with_a_name_in_brackets_and_a_list_is_an_item)
{
    json_t *json = read_minutes("# Pier Board, 3 March 2031\n\n## Present\n\n- Orla Quay\n\n"
                                "## Lamps\n\n- [Orla Quay] Red lamps\n  - They are cheap.\n"
                                "- [x] Blue lamps\n  - They are not.\n");
    cr_expect_eq(count(json, "agenda_items"), 2);
    cr_expect_str_eq(value(json, "agenda_items", 1, "title"), "Red lamps");
    cr_expect_eq(count_with(json, "agenda_items", "presenters", NULL), 1);
    json_decref(json);
}

Test(minutes, links_of_an_item_are_urls_of_the_web)
{
    json_t *json = read_minutes("# Pier Board, 3 March 2031\n\n## Present\n\n- Orla Quay\n\n"
                                "## 1. Lamps\n\n[Plan](https://x.example/plan)\n\n"
                                "## 2. Piers\n\n[Plan](<https://x.example/a plan>)\n\n"
                                "## 3. Oil\n\n[Plan](ftp://x.example/plan)\n\n"
                                "## 4. Ice\n\n[Plan](<https://x.example/\x7f>)\n\n"
                                "## 5. Tea\n\n[Plan](https://x.example/\xC3\xA4)\n\n"
                                "## 6. Rum\n\n[Plan](https://x.example/~)\n");
    const json_t *item = json_array_get(json_object_get(json, "agenda_items"), 0);
    const json_t *link = json_array_get(json_object_get(item, "web_links"), 0);
    cr_expect_eq(count(json, "agenda_items"), 6);
    cr_expect_eq(count_with(json, "agenda_items", "web_links", NULL), 2);
    cr_expect_str_eq(json_string_value(json_object_get(link, "url")), "https://x.example/plan");
    cr_expect_str_eq(json_string_value(json_object_get(link, "title")), "Plan");
    json_decref(json);
}

/* Expects the title of a decision with a text. */
static void expect_decision_title(const char *text, const char *title)
{
    char minutes[400];
    snprintf(
        minutes, sizeof minutes,
        "# Pier Board, 3 May 2031\n\n## Present\n\n- Orla Quay\n\n## 1. Rope\n\nDecision: %s\n",
        text);
    json_t *json = read_minutes(minutes);
    cr_expect_str_eq(value(json, "decisions", 0, "title"), title);
    json_decref(json);
}

#define TEN "tie ropes " /* bytes */
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

Test(minutes, the_title_of_a_decision_is_its_text_or_the_beginning_with_an_ellipsis)
{
    expect_decision_title(HUNDRED TEN "at the sea", HUNDRED TEN "at the sea");
    expect_decision_title(HUNDRED TEN "at the pier", HUNDRED TEN "at the\xE2\x80\xA6");
    expect_decision_title(HUNDRED TEN "at sea: now", HUNDRED TEN "at sea\xE2\x80\xA6");
    expect_decision_title(HUNDRED TEN "at last. Then go", HUNDRED TEN "at last.");
}

static const char dated[] = "# Pier Board\n"
                            "\n"
                            "## 10 March 2031\n"
                            "\n"
                            "Present: Orla Quay, Bram Tidewell\n"
                            "\n"
                            "### Piers\n"
                            "\n"
                            "Orla: Long.\n"
                            "\n"
                            "Decision: The pier is painted.\n"
                            "\n"
                            "## 3 March 2031 -\n"
                            "\n"
                            "Present: Orla Quay, Tam\n"
                            "\n"
                            "### Lamps\n"
                            "\n"
                            "Orla: Red.\n";

Test(minutes, each_heading_that_is_a_date_begins_a_meeting)
{
    json_t *json = read_text("notes/2031.md", dated, strlen(dated));
    cr_expect_eq(count(json, "meetings"), 2);
    cr_expect_str_eq(value(json, "meetings", 0, "id"), "pier-board-2031-03-03",
                     "in the order of their dates");
    cr_expect_str_eq(value(json, "meetings", 0, "name"), "Pier Board, 3 March 2031");
    cr_expect_str_eq(value(json, "meetings", 1, "start_date"), "2031-03-10");
    cr_expect_str_eq(value(json, "meetings", 1, "body"), "pier-board");
    cr_expect_eq(count(json, "organizations"), 1);
    cr_expect_eq(count(json, "documents"), 1);
    cr_expect_str_eq(value(json, "documents", 0, "id"), "pier-board-2031");
    cr_expect_eq(count(json, "agenda_items"), 2);
    cr_expect_str_eq(value(json, "agenda_items", 1, "meeting"), "pier-board-2031-03-10");
    cr_expect_str_eq(value(json, "decisions", 0, "meeting"), "pier-board-2031-03-10");
    cr_expect_eq(count_with(json, "discussions", "speaker", "pier-board-orla-quay"), 2);
    json_decref(json);
}

Test(minutes, meetings_of_a_file_share_people_by_full_names_only)
{
    json_t *json = read_text("notes/2031.md", dated, strlen(dated));
    cr_expect_eq(count(json, "people"), 3);
    cr_expect_str_eq(value(json, "people", 0, "id"), "pier-board-orla-quay");
    cr_expect_str_eq(value(json, "people", 1, "id"), "pier-board-2031-03-03-tam");
    const json_t *orla = json_array_get(json_object_get(json, "people"), 0);
    cr_expect_eq(json_array_size(json_object_get(orla, "attendance")), 2);
    cr_expect_eq(json_array_size(json_object_get(orla, "sources")), 2);
    json_decref(json);
}

Test(minutes, attendance_that_is_stated_again_begins_a_meeting)
{
    json_t *json = read_minutes("# Board, 3 March 2031\n\n## Present\n\n- Orla Quay\n\n"
                                "## Lamps\n\nOrla: Red.\n\n# Annual meeting, 4 March 2031\n\n"
                                "## Present\n\n- Orla Quay\n- Tam Pier\n\n## Piers\n\n"
                                "Orla: Long.\n\n# Board, 4 March 2031\n\n## Present\n\n"
                                "- Orla Quay\n\n## Chairs\n\nOrla: Two.\n");
    cr_expect_eq(count(json, "meetings"), 3);
    cr_expect_eq(count(json, "agenda_items"), 3);
    cr_expect_str_eq(value(json, "meetings", 1, "start_date"), "2031-03-04");
    cr_expect_eq(count_people(json, "present", NULL), count(json, "people"));
    json_decref(json);
    json = read_minutes(council);
    cr_expect_eq(count(json, "meetings"), 1);
    json_decref(json);
}

Test(minutes, headings_with_dates_alone_are_no_minutes)
{
    json_t *json = read_minutes("# Changes\n\n## 2031-03-03\n\n- Faster\n\n## 2031-03-02\n\n"
                                "- Smaller\n");
    cr_expect(strstr(json_string_value(json_object_get(json, "refusal")), "2 headings"));
    json_decref(json);
}

/* Returns a tenth of a size under a sanitizer, which takes ten times as long. */
static size_t feasible(size_t size)
{
    return getenv("RAPPORTEUR_SANITIZED") ? size / 10 : size;
}

Test(minutes, long_line_and_deep_nesting_are_read_in_linear_time)
{
    const size_t length = feasible(10 << 20);
    char *text = malloc(length);
    cr_assert(text);
    memset(text, 'a', length);
    for (size_t i = 0; i < length; i += 7)
        memcpy(text + i, ". Ab: ", i + 6 < length ? 6 : 1);
    json_decref(read_text("line.md", text, length));
    memset(text, '>', 100000);
    json_decref(read_text("deep.md", text, 100000));
    free(text);
}

Test(minutes, ninety_thousand_entries_are_read)
{
    const size_t entries = feasible(90000);
    char *text = malloc(3000000), *at = text;
    cr_assert(text);
    at += sprintf(at, "# Pier Board, 2031-03-03\n\n## Present\n\n");
    for (size_t i = 0; i < entries; i++)
        at += sprintf(at, "- Ada R%c%c%c%c\n", 'a' + (int)(i % 26), 'a' + (int)(i / 26 % 26),
                      'a' + (int)(i / 676 % 26), 'a' + (int)(i / 17576));
    json_t *json = read_text("many.md", text, (size_t)(at - text));
    cr_expect_eq(count(json, "people"), entries);
    json_decref(json);
    free(text);
}

Test(minutes, too_many_lines_are_refused_with_line_and_limit)
{
    static const char head[] = "# Reef Board, 3 May 2031\n\n";
    char *text = malloc(sizeof head + 3 * MINUTES_LINES_MAX);
    cr_assert(text);
    char *at = stpcpy(text, head);
    for (size_t i = 0; i < MINUTES_LINES_MAX; i++)
        at = stpcpy(at, "a\n\n");
    const struct draft_source source = {.name = "x.md", .bytes = text, .length = strlen(text)};
    struct draft *draft = draft_create(&source);
    minutes_read(draft);
    cr_assert(draft_refusal(draft));
    cr_expect_eq(draft_refusal(draft)->line, 2 * MINUTES_LINES_MAX + 1, "%u",
                 draft_refusal(draft)->line);
    cr_expect(strstr(draft_refusal(draft)->message, "more than 100000 lines with text"), "%s",
              draft_refusal(draft)->message);
    draft_destroy(draft);
    free(text);
}

Test(minutes, too_many_changes_of_the_speaker_are_refused_with_line_and_limit)
{
    static const char head[] =
        "# Reef Board, 3 May 2031\n\nPresent: Ada Tide, Bo Reef\n\n## Roof\n\n"
        "Ada Tide: yes.\n\nBo Reef: no.\n\n";
    static const char turns[] = "Ada Tide: yes. Bo Reef: no. ";
    char *text = malloc(sizeof head + sizeof turns * MINUTES_LINES_MAX / 2);
    cr_assert(text);
    char *at = stpcpy(text, head);
    for (size_t i = 0; i < MINUTES_LINES_MAX / 2; i++)
        at = stpcpy(at, turns);
    const struct draft_source source = {.name = "x.md", .bytes = text, .length = strlen(text)};
    struct draft *draft = draft_create(&source);
    minutes_read(draft);
    cr_assert(draft_refusal(draft));
    cr_expect_eq(draft_refusal(draft)->line, 11, "%u", draft_refusal(draft)->line);
    cr_expect(strstr(draft_refusal(draft)->message, "more than 100000 paragraphs and changes of"),
              "%s", draft_refusal(draft)->message);
    draft_destroy(draft);
    free(text);
}

Test(minutes, missing_memory_is_survived)
{
    const struct draft_source source = {
        .name = "minutes.md", .bytes = council, .length = sizeof council - 1};
    bool failed = true;
    for (size_t i = 0; failed; i++) {
        struct draft *draft = draft_create(&source);
        cr_assert(draft);
        failing_memory_begin(i);
        minutes_read(draft);
        failed = failing_memory_end();
        if (!failed)
            cr_expect(!draft_is_out_of_memory(draft));
        draft_destroy(draft);
    }
}

/* Reads a file below the folder of the source, or returns NULL if it is not there. */
static json_t *read_file(const char *name)
{
    char path[4096];
    const char *source = getenv("RAPPORTEUR_SOURCE");
    snprintf(path, sizeof path, "%s/%s", source ? source : ".", name);
    FILE *file = fopen(path, "r");
    char *text = file ? malloc(1 << 20) : NULL;
    const size_t length = text ? fread(text, 1, 1 << 20, file) : 0;
    json_t *json = text ? read_text(path, text, length) : NULL;
    free(text);
    if (file)
        fclose(file);
    return json;
}

static json_t *read_sample(const char *name)
{
    char path[200];
    snprintf(path, sizeof path, "../shared/samples/%s.md", name);
    json_t *json = read_file(path);
    if (!json)
        fprintf(stderr, "skipped: %s is not there\n", path);
    return json;
}

/* What the minutes of one file must give. */
struct expected {
    const char *name;
    size_t present, chairs, items, speeches, with_speaker, decisions, actions;
    const char *start, *end;
};

Test(minutes, real_minutes_give_what_they_state)
{
    static const struct expected files[] = {
        {"minutes-tc39-2025-11-20", 41, 0, 11, 577, 576, 10, 0, "2025-11-20", ""},
        {"minutes-webassembly-cg-2023-11-21", 40, 0, 2, 71, 42, 1, 0, "2023-11-21T17:00:00Z",
         "2023-11-21T18:00:00Z"},
        {"minutes-oasis-csaf-2023-08-30", 13, 1, 6, 1, 1, 3, 1, "2023-08-30T13:06:00-04:00",
         "2023-08-30T14:01:00-04:00"},
        {"minutes-aswf-tac-2021-07-28", 23, 1, 1, 36, 30, 1, 0, "2021-07-28", ""},
        {"minutes-city-committee-2017-09-21", 5, 1, 10, 0, 0, 6, 0, "2017-09-21T18:02:00",
         "2017-09-21T21:56:00"},
        {"minutes-verein-2017-02-21", 0, 0, 7, 0, 0, 3, 0, "2017-02-21T19:42:00",
         "2017-02-21T20:42:00"},
        {"minutes-django-dsf-2024-12-10", 12, 1, 12, 0, 0, 0, 5, "2024-12-10", ""},
        {"minutes-conseil-2022-12-12", 7, 0, 4, 0, 0, 0, 0, "2022-12-12T18:00:00",
         "2022-12-12T20:00:00"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        json_t *json = read_sample(files[i].name);
        if (!json)
            return;
        const char *name = files[i].name;
        cr_expect_eq(count_people(json, "present", NULL), files[i].present, "%s", name);
        cr_expect_eq(count_people(json, "present", "chair"), files[i].chairs, "%s", name);
        cr_expect_eq(count(json, "agenda_items"), files[i].items, "%s", name);
        cr_expect_eq(count_with(json, "discussions", "kind", "speech"), files[i].speeches, "%s",
                     name);
        cr_expect_eq(count_with(json, "discussions", "speaker", NULL), files[i].with_speaker, "%s",
                     name);
        cr_expect_eq(count(json, "decisions"), files[i].decisions, "%s", name);
        cr_expect_eq(count(json, "actions"), files[i].actions, "%s", name);
        cr_expect_str_eq(value(json, "meetings", 0, "start_date"), files[i].start, "%s", name);
        cr_expect_str_eq(value(json, "meetings", 0, "end_date"), files[i].end, "%s", name);
        json_decref(json);
    }
}

Test(minutes, resolutions_that_are_listed_again_are_one_decision)
{
    json_t *json = read_sample("minutes-w3c-json-ld-2019-09-20");
    if (!json)
        return;
    cr_expect_eq(count(json, "decisions"), 7);
    cr_expect_eq(count_with(json, "decisions", "number", NULL), 7);
    cr_expect_eq(count_with(json, "decisions", "votes", NULL), 7);
    cr_expect_eq(count(json, "actions"), 4);
    cr_expect_eq(count_with(json, "actions", "owners", NULL), 4);
    cr_expect_eq(count_with(json, "agenda_items", "number", "1.1"), 1);
    json_decref(json);
}

/* Writes the people of a list of ids, or of links. */
static void list_texts(const json_t *list, const char *member, struct listing *out)
{
    size_t i;
    const json_t *entry;
    json_array_foreach(list, i, entry)
        listing_add(out, " %s", json_string_value(member ? json_object_get(entry, member) : entry));
}

/* Writes the number, the presenters and the links of each item of minutes, and their notes. */
static void describe_items(const char *text, char *found, size_t size)
{
    struct listing out = {found, 0, size};
    char minutes[1000];
    size_t i;
    const json_t *item;
    snprintf(minutes, sizeof minutes,
             "# Pier Board, 3 May 2031\n\n## Present\n\n- Ada Reef\n- Abe Rock\n- Abe Quist\n"
             "- Bert Tang\n\n%s\n",
             text);
    json_t *json = read_minutes(minutes);
    *found = 0;
    json_array_foreach(json_object_get(json, "agenda_items"), i, item)
    {
        const char *duration = json_string_value(json_object_get(item, "duration"));
        listing_add(&out, "%s%lld", i ? "; " : "",
                    (long long)json_integer_value(json_object_get(item, "position")));
        list_texts(json_object_get(item, "presenters"), NULL, &out);
        list_texts(json_object_get(item, "web_links"), "url", &out);
        list_texts(json_object_get(item, "web_links"), "title", &out);
        list_texts(json_object_get(item, "notes"), "text", &out);
        listing_add(&out, "%s%s", duration ? " " : "", duration ? duration : "");
    }
    json_decref(json);
}

static const struct text_case presented_items[] = {
    {"## 1. Lamps\n\nPresenter: Ada Reef", "1 pier-board-ada-reef"},
    {"## 1. Lamps\n\nPresenter: Mona Norden", "1 pier-board-mona-norden"},
    {"## 1. Lamps\n\nPresenter: Mona", "1 pier-board-2031-05-03-mona"},
    {"## 1. Lamps\n\nPresenter: Abe", "1 presented by \"Abe\""},
    {"## 1. Lamps\n\nPresenter: Bert", "1 pier-board-bert-tang"},
    {"## 1. Lamps\n\nPresenter: X", "1"},
    {"## 1. Lamps\n\nPresenter: Xi", "1 pier-board-2031-05-03-xi"},
    {"## 1. Lamps\n\nPresenter: MN", "1"},
    {"## 1. Lamps\n\nPresenter: all", "1"},
    {"## 1. Lamps\n\nPresenter: N. N.", "1"},
    {"## 1. Lamps\n\nPresenter: Harbour Club", "1"},
    {"## 1. Lamps\n\nPresenter: Mayor Norden", "1 pier-board-2031-05-03-norden"},
    {"## 1. Lamps\n\nPresenter: Dr. Mona Norden", "1 pier-board-mona-norden"},
    {"## 1. Lamps\n\nPresenter:", "1"},
    {"## 1. Lamps\n\nPresenter: Ada Reef, Bert Tang", "1 pier-board-ada-reef pier-board-bert-tang"},
    {"## 1. Lamps\n\nPresenter: Ada Reef, Ada Reef", "1 pier-board-ada-reef"},
    {"## 1. Lamps\n\nPresenters: Ada Reef and Mona Norden",
     "1 pier-board-ada-reef pier-board-mona-norden"},
    {"## 1. Lamps\n\nLamps: Ada Reef", "1"},
    {"## 1. Lamps\n\nProposed by: Ada Reef", "1 pier-board-ada-reef"},
    {"## 1. Lamps\n\nProposed by: Mona Norden", "1 pier-board-mona-norden"},
    {"## 1. Lamps\n\nDecision: Red lamps.\n\nProposed by: Ada Reef", "1"},
    {"## 1. Lamps\n\nProposed by:", "1"},
    {"## 1. Lamps\n\nPresenter: Mona "
     "Nooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooon",
     "1 pier-board-mona"},
    {"## 1. Lamps\n\nPresenter: Mona "
     "Noooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooon",
     "1"},
    {"## 1. Lamps\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nPresenter: Ada Reef",
     "1 pier-board-ada-reef"},
    {"## 1. Lamps\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nProposed by: Ada Reef",
     "1 pier-board-ada-reef"},
    {"## 1. Lamps\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nPresenter: Ada Reef",
     "1 pier-board-ada-reef"},
    {"## 1. Lamps\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nProposed by: Ada Reef",
     "1 pier-board-ada-reef"},
    {"## 1. Lamps\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nPresenter: Ada Reef",
     "1"},
    {"## 1. Lamps\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nProposed by: Ada Reef",
     "1"},
    {"## 1. Lamps\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nPresenter: "
     "Ada Reef",
     "1"},
    {"## 1. Lamps\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nRed.\n\nProposed by: "
     "Ada Reef",
     "1"},
    {"## 1. Lamps\n\nPresenter: Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef",
     "1 pier-board-ada-reef"},
    {"## 1. Lamps\n\nProposed by: Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Re",
     "1 pier-board-ada-reef pier-board-ada-re"},
    {"## 1. Lamps\n\nPresenter: Ada Reeff, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef",
     "1"},
    {"## 1. Lamps\n\nProposed by: Ada Reeff, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Re",
     "1 pier-board-ada-reeff pier-board-ada-reef pier-board-ada-re"},
    {"## 1. Lamps\n\nPresenter: Ada Reef, , Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada "
     "Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef",
     "1"},
    {"## 1. Lamps\n\nProposed by: Ada Reef, , Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, "
     "Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, "
     "Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Reef, "
     "Ada Reef, Ada Reef, Ada Reef, Ada Reef, Ada Re",
     "1"},
    {"## 1. Lamps\n\n[Lamps](https://pier.example/)", "1 https://pier.example/ Lamps"},
    {"## 1. Lamps\n\n[Lamps](http://pier.example/)", "1 http://pier.example/ Lamps"},
    {"## 1. Lamps\n\n[Lamps](ftp://pier.example/)", "1"},
    {"## 1. Lamps\n\n[Lamps](https://pier.example/~)", "1 https://pier.example/~ Lamps"},
    {"## 1. Lamps\n\n[Lamps](https://pier.example/é)", "1"},
    {"## 1. Lamps\n\n[Lamps](https://pier.example/a|b)", "1"},
    {"## 1. Lamps\n\n[Lamps](https://pier.example/a`b)", "1"},
    {"## 1. Lamps\n\n[Lamps](https://pier.example/a{b)", "1"},
    {"## 1. Lamps\n\n[Lamps](https://pier.example/) of", "1"},
    {"## 1. Lamps\n\nSee [Lamps](https://pier.example/)", "1"},
    {"## 1. [Lamps](https://pier.example/)\n\nRed.", "1 https://pier.example/ 1. Lamps"},
    {"## [1. Lamps](https://pier.example/)\n\nRed.", "1 https://pier.example/ 1. Lamps"},
    {"## [Lamps](https://pier.example/) of all\n\nRed.", "1 https://pier.example/ Lamps"},
    {"## 1. "
     "Lamps\n\n["
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxxxxxxxx](https://pier.example/)",
     "1 https://pier.example/ "
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxxxxxxxx"},
    {"## 1. "
     "Lamps\n\n["
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxxxxxxxxx](https://pier.example/)",
     "1 https://pier.example/ (null)"},
    {"## 1. Lamps\n\nPresenter: Ada Reef\n\n## 2. Boats\n\nPresenter: Bert Tang",
     "1 pier-board-ada-reef; 2 pier-board-bert-tang"},
    {"## 1. Lamps\n\n## 2. Boats\n\nPresenter: Bert Tang", "1; 2 pier-board-bert-tang"},
    {"## 1. Lamps (Ada Reef, 10 min)\n\nRed.", "1 pier-board-ada-reef PT10M"},
    {"## 1. Lamps (10 min)\n\nRed.", "1 PT10M"},
    {"## 1. Lamps\n\n### 1.1 Oil\n\nPresenter: Ada Reef\n\n### 1.2 Rope",
     "1; 1 pier-board-ada-reef; 2"},
};

Test(minutes, lines_below_an_item_name_its_presenters_and_links)
{
    expect_exact_texts(describe_items, presented_items,
                       sizeof presented_items / sizeof *presented_items);
}
