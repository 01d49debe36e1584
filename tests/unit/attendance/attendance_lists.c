/* Reads who was present from lists in one line, from lines and from tables (A1 to A5). */
#include "minutes/minutes.h"

#include "draft/draft_text.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>

enum {
    MINUTES_BYTES_MAX = 8192
};

/* Appends a value of a record in its brackets, if it has one. */
static void add(char *found, size_t size, const char *mark, const char *value)
{
    const size_t length = strlen(found);
    if (value)
        snprintf(found + length, size - length, "%s%s", mark, value);
}

static const char *value(const json_t *record, const char *name)
{
    return json_string_value(json_object_get(record, name));
}

static void add_person(char *found, size_t size, const json_t *person)
{
    const json_t *entry = json_array_get(json_object_get(person, "attendance"), 0), *role;
    const char *status = value(entry, "status");
    size_t i;
    add(found, size, *found ? "; " : "", value(person, "name"));
    add(found, size, " ", status && strcmp(status, "present") != 0 ? status : NULL);
    json_array_foreach(json_object_get(entry, "roles"), i, role)
        add(found, size, " ", json_string_value(role));
    add(found, size, " as ", value(entry, "post"));
    add(found, size, " of ", value(entry, "organization"));
    add(found, size, " remark ", value(entry, "remark"));
}

/* Writes the people of minutes that begin with a text, the organizations, the number of those
 * present, and how many things were not read. */
static void describe(const char *text, char *found, size_t size)
{
    char minutes[MINUTES_BYTES_MAX];
    size_t i, unread;
    json_t *record;
    const int length = snprintf(minutes, sizeof minutes, "# Reef Council 2031-05-12\n\n%s\n", text);
    const struct draft_source source = {
        .name = "minutes.md", .bytes = minutes, .length = (size_t)length};
    struct draft *draft = draft_create(&source);
    cr_assert(draft && length < MINUTES_BYTES_MAX);
    minutes_read(draft);
    json_t *json = draft_refusal(draft)
                       ? json_pack("{s:[{s:s}]}", "people", "name", draft_refusal(draft)->message)
                       : draft_json(draft);
    cr_assert(json && !draft_is_out_of_memory(draft));
    draft_unread(draft, &unread);
    *found = 0;
    json_array_foreach(json_object_get(json, "people"), i, record) add_person(found, size, record);
    json_array_foreach(json_object_get(json, "organizations"), i, record)
        add(found, size, " | ", value(record, "name"));
    const json_t *count = json_object_get(json_array_get(json_object_get(json, "meetings"), 0),
                                          "participants_stated");
    const size_t end = strlen(found);
    snprintf(found + end, size - end, " %d %zu", (int)json_integer_value(count), unread);
    json_decref(json);
    draft_destroy(draft);
}

static const struct text_case lists[] = {
    {"Present: Officers (Chair: Ada Reef, Clerk: Bert Tang)",
     "Ada Reef chair; Bert Tang secretary | Reef Council 0 0"},
    {"Present: Ada Reef, 12 members", "Ada Reef | Reef Council 0 1"},
    {"Present: Alan & Joyce Reef, 12 members", "Alan Reef; Joyce Reef | Reef Council 0 1"},
    {"Present: 12 members, Ada Reef", "Ada Reef | Reef Council 12 0"},
    {"Present: Ada Reef, Moor Lamps; Mona Norden, Quay Lamps\n\nMoors: The lamps are old.",
     "Ada Reef; Mona Norden | Reef Council | Moor Lamps | Quay Lamps 0 0"},
    {"Present: Ada Reef, Moor Lamps; Mona Norden, Quay Lamps\n\nMoor Lamps spoke.",
     "Ada Reef; Mona Norden | Reef Council | Moor Lamps | Quay Lamps 0 0"},
    {"Present: Ada Reef, Moor Lamps; Mona Norden, Quay Lamps\n\nMoor spoke.",
     "Ada Reef; Mona Norden | Reef Council | Moor Lamps | Quay Lamps 0 0"},
    {"Present: Reef, Ada; Tang, Bert; Rock, Abe (clerk)",
     "Ada Reef; Bert Tang; Abe Rock secretary | Reef Council 0 0"},
    {"The meeting was chaired by Ada Reef. It was late.", "Ada Reef chair | Reef Council 0 0"},
    {"Present: Ada Reef, Bert Tang", "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"Present: Reef, Ada; Tang, Bert", "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"Present: Reef, Ada (chair); Tang, Bert", "Ada Reef chair; Bert Tang | Reef Council 0 0"},
    {"Present: REEF, Ada, TANG, Bert", "Ada REEF; Bert TANG | Reef Council 0 0"},
    {"Present: Ada Reef, Bert Tang; Abe Rock", "Ada Reef; Bert Tang; Abe Rock | Reef Council 0 0"},
    {"Present: Ada Reef, Moor Lamps; Bert Tang, Quay Lamps",
     "Ada Reef; Bert Tang | Reef Council | Moor Lamps | Quay Lamps 0 0"},
    {"Present: Ada Reef, Moor Lamps; Bert Tang, Moor Lamps",
     "Ada Reef; Bert Tang | Reef Council | Moor Lamps 0 0"},
    {"Present: Ada Reef, Moor Lamps; Abe Rock; Bert Tang, Moor Lamps",
     "Ada Reef; Abe Rock; Bert Tang | Reef Council | Moor Lamps 0 0"},
    {"Present: Ada Reef, Bert Tang; Mona Norden, Abe Rock\n\nBert Tang: The lamps are old.",
     "Ada Reef; Bert Tang; Mona Norden; Abe Rock | Reef Council 0 0"},
    {"Present: Ada Reef, Bert Tang; Mona Norden, Abe Rock\n\nBert: The lamps are old.",
     "Ada Reef; Bert Tang; Mona Norden; Abe Rock | Reef Council 0 0"},
    {"Present: Ada Reef, chair; Bert Tang, clerk",
     "Ada Reef chair; Bert Tang secretary | Reef Council 0 0"},
    {"Present: Councillors Reef, Tang and Rock", "Reef; Tang; Rock | Reef Council 0 0"},
    {"Present: Councillors Reef; Tang; Rock", "Reef; Tang; Rock | Reef Council 0 0"},
    {"Present: Ada Reef; Councillors Tang and Rock", "Ada Reef; Tang; Rock | Reef Council 0 0"},
    {"Present: Councillors (Ada Reef, Bert Tang)", "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"Present: Councillors Reef (chair), Tang", "Reef chair; Tang | Reef Council 0 0"},
    {"Present: Directors (Ada Reef, Bert Tang), Abe Rock",
     "Ada Reef; Bert Tang; Abe Rock | Reef Council 0 0"},
    {"Present: Clerk (Ada Reef), Bert Tang", "Ada Reef secretary; Bert Tang | Reef Council 0 0"},
    {"Present: Officers (Chair: Ada Reef; Clerk: Bert Tang)",
     "Ada Reef chair; Bert Tang secretary | Reef Council 0 0"},
    {"Present: Officers (Chair: Ada Reef; Bert Tang), Abe Rock",
     "Ada Reef chair; Bert Tang; Abe Rock | Reef Council 0 0"},
    {"Present: Officers (Ada Reef; Bert Tang), Abe Rock",
     "Ada Reef; Bert Tang; Abe Rock | Reef Council 0 0"},
};

Test(attendance_lists, a_line_lists_people_in_many_ways)
{
    expect_exact_texts(describe, lists, sizeof lists / sizeof *lists);
}

static const struct text_case counts[] = {
    {"Present: 34 members, including Ada Reef and Bert Tang",
     "Ada Reef; Bert Tang | Reef Council 34 0"},
    {"Present: including Ada Reef", "Ada Reef | Reef Council 0 0"},
    {"Present: 34 members", " | Reef Council 34 0"},
    {"Present: Ada Reef and 12 others", "Ada Reef | Reef Council 0 1"},
    {"Present: Ada Reef, 12 guests", "Ada Reef | Reef Council 0 1"},
    {"Guests: 12 people", " | Reef Council 0 1"},
    {"Observers: 12 people", " | Reef Council 0 1"},
    {"Present: Ada Reef, Bert Tang\n\nPresent: 1 member", "Ada Reef; Bert Tang | Reef Council 0 1"},
    {"Present: Ada Reef, Bert Tang\n\nPresent: 2 members",
     "Ada Reef; Bert Tang | Reef Council 2 0"},
    {"Present: Ada Reef, Bert Tang\n\nPresent: 3 members",
     "Ada Reef; Bert Tang | Reef Council 3 0"},
    {"Present: 0 members", " | Reef Council 0 0"},
    {"Present: @ada @bert", "@ada; @bert | Reef Council 0 0"},
    {"Present: [Ada Reef](https://a.example) [Bert Tang](https://b.example)",
     "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"Present: [Ada Reef](https://a.example) [@ada](https://b.example)",
     "Ada Reef | Reef Council 0 0"},
    {"Present: [@ada](https://a.example) [@bert](https://b.example)",
     "@ada; @bert | Reef Council 0 0"},
    {"Present: [Ada Reef](https://a.example)  [Bert Tang](https://b.example)",
     "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"Present: [Ada Reef](https://a.example), [Bert Tang](https://b.example)",
     "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"Present: Alan & Joyce Reef, Bert Tang",
     "Alan Reef; Joyce Reef; Bert Tang | Reef Council 0 0"},
    {"Present: Alan & Joyce Reef and 3 guests", "Alan Reef; Joyce Reef | Reef Council 0 1"},
    {"Present: none", " | Reef Council 0 0"},
    {"Present: Ada Reef, Bert Tang, Example Foundation",
     "Ada Reef; Bert Tang | Reef Council | Example Foundation 0 0"},
    {"Regrets: Ada Reef, Bert Tang", "Ada Reef excused; Bert Tang excused | Reef Council 0 0"},
    {"Present: Ada Reef\n\nAbsent: Ada Reef, Bert Tang",
     "Ada Reef; Bert Tang absent | Reef Council 0 0"},
    {"Apologies were received from Ada Reef and Bert Tang.",
     "Ada Reef excused; Bert Tang excused | Reef Council 0 0"},
    {"The meeting was chaired by Ada Reef.", "Ada Reef chair | Reef Council 0 0"},
    {"Apologies were received from Ada Reef. Present: Bert Tang.",
     "Ada Reef excused; Bert Tang | Reef Council 0 0"},
};

Test(attendance_lists, a_line_counts_links_or_leaves_out_people)
{
    expect_exact_texts(describe, counts, sizeof counts / sizeof *counts);
}

static const struct text_case entries[] = {
    {"## Present\n\n- Ada Reef\n- Bert Tang", "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"## Present\n\n- Reef, Ada\n- Tang, Bert", "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"## Present\n\n- REEF, Ada\n- Bert Tang", "Ada REEF; Bert Tang | Reef Council 0 0"},
    {"## Present\n\n- Moor Party: Ada Reef, Bert Tang\n- Abe Rock",
     "Ada Reef; Bert Tang; Abe Rock | Reef Council 0 0"},
    {"## Present\n\n- Moor: Ada Reef\n- Abe Rock", "Ada Reef; Abe Rock | Reef Council 0 0"},
    {"## Present\n\n- Chair: Ada Reef\n- Abe Rock", "Abe Rock; Ada Reef chair | Reef Council 0 0"},
    {"## Present\n\n- Moor Party: Ada Reef\n- Abe Rock",
     "Ada Reef; Abe Rock | Reef Council | Moor Party 0 0"},
    {"## Present\n\n- Moor Party: Ada Reef, the lamps\n- Abe Rock",
     "Ada Reef; Abe Rock | Reef Council | Moor Party 0 0"},
    {"## Present\n\n- Moor\n  - Ada Reef\n  - Bert Tang", "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"## Present\n\n- Mona Norden\n  - Ada Reef\n  - Bert Tang",
     "Mona Norden; Ada Reef; Bert Tang | Reef Council 0 0"},
    {"## Present\n\n- Moor\n- Ada Reef", "Moor; Ada Reef | Reef Council 0 0"},
    {"## Present\n\n- Ada Reef and Bert Tang\n- Abe Rock",
     "Ada Reef; Bert Tang; Abe Rock | Reef Council 0 0"},
    {"## Present\n\n- Ada Reef\n- 12 guests", "Ada Reef | Reef Council 0 0"},
    {"## Present\n\n- 12 members", " | Reef Council 12 0"},
    {"## Present\n\n- 0 members", " | Reef Council 0 0"},
    {"## Present\n\n- [x] Ada Reef\n- [ ] Bert Tang",
     "Ada Reef; Bert Tang absent | Reef Council 0 0"},
    {"## Present\n\n- [ ] Ada Reef\n- [ ] Bert Tang", "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"## Present\n\n- ~~Ada Reef~~\n- Bert Tang", "Ada Reef absent; Bert Tang | Reef Council 0 0"},
    {"## Present\n\n- @ada @bert\n- @abe", "@ada; @bert; @abe | Reef Council 0 0"},
    {"## Present\n\n- Abcdefghij Klmnopqrst Abcdefghij Klmnopq: Ada Reef, Bert Tang",
     "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"## Present\n\nMoor Party: Ada Reef, Bert Tang", "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"## Present\n\nMoor Party: Cllr Ada Reef, Cllr Bert Tang",
     "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"## Present\n\nMoor Party: Ada Reef", "Ada Reef | Reef Council | Moor Party 0 0"},
    {"## Present\n\nClerks: Ada Reef, Bert Tang", "Ada Reef; Bert Tang | Reef Council 0 0"},
    {"## Present\n\n| Name | Status |\n|---|---|\n| Ada Reef | present |\n| Bert Tang | excused |",
     "Ada Reef; Bert Tang excused | Reef Council 0 0"},
    {"## Present\n\n| Name | Role | Organization |\n|---|---|---|\n| Ada Reef | Chair | Moor |\n| "
     "Bert Tang | | Quay |",
     "Ada Reef chair; Bert Tang | Reef Council | Moor | Quay 0 0"},
    {"## Present\n\n| Present | Absent |\n|---|---|\n| Ada Reef | Bert Tang |\n| Abe Rock | |",
     "Ada Reef; Bert Tang absent; Abe Rock | Reef Council 0 0"},
};

Test(attendance_lists, an_entry_of_a_list_is_a_member_or_a_group)
{
    expect_exact_texts(describe, entries, sizeof entries / sizeof *entries);
}
