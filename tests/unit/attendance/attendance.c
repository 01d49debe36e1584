/* Reads who was present from lists, tables and sentences. */
#include "draft/draft_text.h"
#include "minutes/minutes.h"

#include "unit/listing.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <string.h>

static void list_texts(struct listing *out, const json_t *json, const char *separator)
{
    size_t i;
    json_t *text;
    json_array_foreach(json, i, text)
        listing_add(out, "%s%s", i ? " " : separator, json_string_value(text));
}

static void list_text(struct listing *out, const json_t *json, const char *name, const char *before)
{
    const char *text = json_string_value(json_object_get(json, name));
    if (text)
        listing_add(out, "%s%s", before, text);
}

/* Writes the name of somebody, the status, the roles, the times, and the posts. */
static void list_member(struct listing *out, const json_t *member)
{
    size_t i;
    json_t *post;
    const json_t *attendance = json_array_get(json_object_get(member, "attendance"), 0);
    list_text(out, member, "name", "");
    list_text(out, attendance, "status", " ");
    list_texts(out, json_object_get(attendance, "roles"), ", ");
    list_text(out, attendance, "mode", " ");
    list_text(out, attendance, "start_date", " from ");
    list_text(out, attendance, "end_date", " to ");
    list_text(out, attendance, "on_behalf_of", " for ");
    json_array_foreach(json_object_get(member, "memberships"), i, post)
    {
        list_text(out, post, "post", " post ");
        list_text(out, post, "organization", " of ");
    }
    listing_add(out, "; ");
}

static void list_members(struct listing *out, const json_t *json, const char *collection)
{
    size_t i;
    json_t *member;
    json_array_foreach(json_object_get(json, collection), i, member) list_member(out, member);
}

static void describe(const char *text, char *found, size_t size)
{
    char minutes[TEXT_CASE_BYTES_MAX];
    struct listing out = {found, 0, size};
    *found = 0;
    snprintf(minutes, sizeof minutes,
             "# Harbour Council\n\n12 May 2031\n\n%s\n\n## 1. Lamps\n\nLamps burn.\n", text);
    const struct draft_source source = {
        .name = "a.md", .bytes = minutes, .length = strlen(minutes)};
    struct draft *draft = draft_create(&source);
    minutes_read(draft);
    json_t *json = draft_json(draft);
    list_members(&out, json, "people");
    list_members(&out, json, "organizations");
    const json_t *meeting = json_array_get(json_object_get(json, "meetings"), 0);
    const json_t *stated = json_object_get(meeting, "participants_stated");
    if (stated)
        listing_add(&out, "%d", (int)json_integer_value(stated));
    json_decref(json);
    draft_destroy(draft);
}

static const struct text_case cases[] = {
    {"Present: Ada Reef, Bob Moor", "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Present: Reef, Ada; Moor, Bob", "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Present: Reef, Ada; Moor, Bob; Cy Dune",
     "Reef present of ada; Moor present of bob; Cy Dune present; Harbour Council; Ada; Bob; "},
    {"Present: REEF, Ada, MOOR, Bob", "Ada REEF present; Bob MOOR present; Harbour Council; "},
    {"Present: Ada Reef, Bob Moor; Cy Dune",
     "Ada Reef present; Bob Moor present; Cy Dune present; Harbour Council; "},
    {"Present: Ada Reef, Harbour Office; Bob Moor, Harbour Office",
     "Ada Reef present of harbour-office; Bob Moor present of harbour-office; Harbour Council; "
     "Harbour Office; "},
    {"Present: Ada Reef, Bob Moor; Cy Dune, Dot Ness",
     "Ada Reef present of bob-moor; Cy Dune present of dot-ness; Harbour Council; Bob Moor; Dot "
     "Ness; "},
    {"Present: Ada Reef, Bob Moor; Cy Dune, Bob Moor; Eve Reed",
     "Ada Reef present of bob-moor; Cy Dune present of bob-moor; Eve Reed present; Harbour "
     "Council; Bob Moor; "},
    {"Present: Councillors Reef, Moor and Dune",
     "Reef present; Moor present; Dune present; Harbour Council; "},
    {"Present: Councillors Reef (chair), Moor",
     "Reef present, chair; Moor present; Harbour Council; "},
    {"Present: Councillors Reef and lamps", "Reef present; lamps present; Harbour Council; "},
    {"Present: Councillors Reef; Moor", "Reef present; Moor present; Harbour Council; "},
    {"Present: Councillors", "Councillors present; Harbour Council; "},
    {"Present: Directors (Ada Reef, Bob Moor), Cy Dune",
     "Ada Reef present; Bob Moor present; Cy Dune present; Harbour Council; "},
    {"Present: Chair (Ada Reef), Clerk (Bob Moor)",
     "Ada Reef present, chair; Bob Moor present, secretary; Harbour Council; "},
    {"Present: Officers (Chair: Ada Reef; Clerk: Bob Moor)",
     "Ada Reef present, chair; Bob Moor present, secretary; Harbour Council; "},
    {"Present: Officers (Chair: Ada Reef; Bob Moor)",
     "Ada Reef present, chair; Bob Moor present; Harbour Council; "},
    {"Present: Officers (Ada Reef; Bob Moor)",
     "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Present: 34 members, including Ada Reef and Bob Moor",
     "Ada Reef present; Bob Moor present; Harbour Council; 34"},
    {"Present: including Ada Reef", "Ada Reef present; Harbour Council; "},
    {"Present: Ada Reef and 12 others", "Ada Reef present; Harbour Council; "},
    {"Present: 12 members", "Harbour Council; 12"},
    {"Present: Ada Reef, Bob Moor, 1 member",
     "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Present: Ada Reef, Bob Moor\nGuests: 5 guests",
     "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Present: Ada and Bob Reef", "Ada Reef present; Bob Reef present; Harbour Council; "},
    {"Present: Ada Reef (chair), Bob Moor (clerk), Cy Dune (guest)",
     "Ada Reef present, chair; Bob Moor present, secretary; Cy Dune present, guest; Harbour "
     "Council; "},
    {"Present:\n\n- Ada Reef\n- Bob Moor", "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Present:\n\n- Reef, Ada\n- Moor, Bob",
     "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Present:\n\n- Reef, Ada\n- Moor, Bob\n- Cy Dune",
     "Reef present of ada; Moor present of bob; Cy Dune present; Harbour Council; Ada; Bob; "},
    {"Present:\n\n- REEF, Ada\n- Cy Dune", "Ada REEF present; Cy Dune present; Harbour Council; "},
    {"Present:\n\n- REEF, Ada Bo\n- Cy Dune",
     "Ada Bo present of reef; Cy Dune present; Harbour Council; REEF; "},
    {"Present:\n\n- Reds\n  - Ada Reef\n  - Bob Moor\n- Blues\n  - Cy Dune",
     "Ada Reef present; Bob Moor present; Cy Dune present; Harbour Council; "},
    {"Present:\n\n- Ada Reef\n  - Bob Moor",
     "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Present:\n\n- Chair\n  - Ada Reef", "Ada Reef present, chair; Harbour Council; "},
    {"Present:\n\n- Reds: Ada Reef, Bob Moor\n- Blues: Cy Dune",
     "Ada Reef present; Bob Moor present; Cy Dune present; Harbour Council; "},
    {"Present:\n\n- Chair: Ada Reef\n- Clerk: Bob Moor",
     "Ada Reef present, chair; Bob Moor present, secretary; Harbour Council; "},
    {"Present:\n\n- The party of the lamps: Ada Reef, Bob Moor",
     "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Present:\n\n- The party of the lamps: Ada Reef",
     "Ada Reef present of the-party-of-the-lamps; Harbour Council; The party of the lamps; "},
    {"Present:\n\n- The party of the lamps of all the harbour: Ada Reef, Bob Moor",
     "Harbour Council; "},
    {"Present:\n\n- Reds: Ada Reef, 5 lamps", "Harbour Council; "},
    {"Present:\n\n- Ada Reef and Bob Moor\n- Cy Dune",
     "Ada Reef present; Bob Moor present; Cy Dune present; Harbour Council; "},
    {"Present:\n\n- [x] Ada Reef\n- [ ] Bob Moor",
     "Ada Reef present; Bob Moor absent; Harbour Council; "},
    {"Present:\n\n- Ada Reef\n- ~~Bob Moor~~",
     "Ada Reef present; Bob Moor absent; Harbour Council; "},
    {"Present:\n\n- [Ada Reef](https://x.example/a) [Bob Moor](https://x.example/b)",
     "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Present:\n\n- [Ada Reef](https://x.example/a) [@ada](https://x.example/b)",
     "Ada Reef present; Harbour Council; "},
    {"Present:\n\n- @ada @bob @cy", "@ada present; @bob present; @cy present; Harbour Council; "},
    {"Present:\n\n- 5 members\n- Ada Reef", "Ada Reef present; Harbour Council; 5"},
    {"| Name | Present |\n| --- | --- |\n| Ada Reef | yes |\n| Bob Moor | no |",
     "Ada Reef present; Bob Moor absent; Harbour Council; "},
    {"| Name | Present |\n| --- | --- |\n| Ada Reef | perhaps |",
     "Ada Reef present; Harbour Council; "},
    {"## Present\n\n| Name | Office |\n| --- | --- |\n| Ada Reef | Chair |\n| Bob Moor | Clerk |",
     "Ada Reef present, chair; Bob Moor present, secretary; Harbour Council; "},
    {"## Present\n\n| Given name | Family name |\n| --- | --- |\n| Ada | Reef |\n| Bob | Moor |",
     "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"## Present\n\n| Family name | Given name |\n| --- | --- |\n| Reef | Ada |\n| Moor | |",
     "Ada Reef present; Moor present; Harbour Council; "},
    {"## Present\n\n| Name |\n| --- |\n| Reef, Ada |\n| Moor, Bob |",
     "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"## Present\n\n| Name |\n| --- |\n| Reef, Ada |\n| Moor, Bob |\n| Cy Dune |",
     "Ada Reef present; Bob Moor present; Cy Dune present; Harbour Council; "},
    {"## Present\n\n| Name |\n| --- |\n| Reef, Ada |\n| Cy Dune |",
     "Reef present of ada; Cy Dune present; Harbour Council; Ada; "},
    {"## Present\n\n| Name |\n| --- |\n| Reef, Ada |\n| Moor, Bob, Cy |",
     "Reef present of ada; Moor present post Cy of bob; Harbour Council; Ada; Bob; "},
    {"| Present | Absent |\n| --- | --- |\n| Ada Reef | Cy Dune |\n| Bob Moor | |",
     "Ada Reef present; Cy Dune absent; Bob Moor present; Harbour Council; "},
    {"| Present | Absent | Lamps |\n| --- | --- | --- |\n| Ada Reef | Cy Dune | Bob Moor |",
     "Harbour Council; "},
    {"| Attendees | Regrets |\n| --- | --- |\n| Ada Reef | Cy Dune |",
     "Ada Reef present; Cy Dune excused; Harbour Council; "},
    {"| Present | Ada Reef, Bob Moor |\n| --- | --- |\n| Absent | Cy Dune |",
     "Ada Reef present; Bob Moor present; Cy Dune absent; Harbour Council; "},
    {"| Present: | Ada Reef |\n| --- | --- |\n| Absent: | Cy Dune |",
     "Ada Reef present; Cy Dune absent; Harbour Council; "},
    {"Ada Reef\nBob Moor\nCy Dune\n\nAll members were present.",
     "Ada Reef present, member; Bob Moor present, member; Cy Dune present, member; Harbour "
     "Council; "},
    {"Ada Reef\nBob Moor\n\nAll members were present.", "Harbour Council; "},
    {"Officers: Ada Reef (chair), Bob Moor (clerk)",
     "Ada Reef present, chair; Bob Moor present, secretary; Harbour Council; "},
    {"Officers: Ada Reef (chair), Bob Moor",
     "Ada Reef present, chair; Bob Moor present; Harbour Council; "},
    {"Officers: Ada Reef (chair)", "Ada Reef present, chair; Harbour Council; "},
    {"Officers: Ada (chair), Bob (clerk)",
     "Ada present, chair; Bob present, secretary; Harbour Council; "},
    {"Present: Ada Reef, Bob Moor\n\nAR = Ada Reef",
     "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Officers of the harbour and of its lamps: Ada Reef (chair), Bob Moor (clerk)\n\nPresent: Cy "
     "Dune",
     "Cy Dune present; Ada Reef, chair; Bob Moor, secretary; Harbour Council; "},
    {"Officers of the harbour and its old lamps: Ada Reef (chair), Bob Moor (clerk)\n\nPresent: Cy "
     "Dune",
     "Cy Dune present; Harbour Council; "},
    {"Officers of the harbour and its oldest lamp: Ada Reef (chair), Bob Moor (clerk)\n\nPresent: "
     "Cy Dune",
     "Cy Dune present; Harbour Council; "},
    {"Present: Cy Dune\n\nAda Reef chaired the meeting. Bob Moor took the minutes.",
     "Cy Dune present; Harbour Council; "},
    {"Apologies were received from Ada Reef and Bob Moor.",
     "Ada Reef excused; Bob Moor excused; Harbour Council; "},
    {"Apologies were received from Ada Reef. Bob Moor was absent.",
     "Ada Reef excused; Bob Moor absent; Harbour Council; "},
    {"The meeting was chaired by Ada Reef.", "Ada Reef, chair; Harbour Council; "},
    {"Present were Ada Reef, Bob Moor. Absent: Cy Dune.",
     "Ada Reef present; Bob Moor present; Cy Dune absent; Harbour Council; "},
    {"The lamps burn. Present: Ada Reef, Bob Moor.",
     "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Present: Ada Reef, Bob Moor\nAbsent: none",
     "Ada Reef present; Bob Moor present; Harbour Council; "},
    {"Present: none", "Harbour Council; "},
    {"Quorum: yes\nPresent: Ada Reef", "Ada Reef present; Harbour Council; "},
    {"Present: Ada Reef (via Zoom), Bob Moor (remote)",
     "Ada Reef present remote; Bob Moor present remote; Harbour Council; "},
};

Test(attendance, lists_tables_and_sentences_say_who_was_there)
{
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}
