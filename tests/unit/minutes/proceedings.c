/* Reads speeches, decisions and actions from the paragraphs of minutes. */
#include "draft/draft_text.h"
#include "minutes/minutes.h"

#include "unit/listing.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static void list_text(struct listing *out, const json_t *record, const char *name,
                      const char *before)
{
    const char *text = json_string_value(json_object_get(record, name));
    if (text)
        listing_add(out, "%s%s", before, text);
}

static void list_lines(struct listing *out, const json_t *record)
{
    size_t i;
    json_t *source;
    json_array_foreach(json_object_get(record, "sources"), i, source)
        list_text(out, source, "lines", i ? "," : " @");
}

static void list_records(struct listing *out, const json_t *json, const char *collection)
{
    static const char *const members[][2] = {{"speaker", ""}, {"speaker_name", "?"},
                                             {"text", ": "},  {"result", " = "},
                                             {"status", " "}, {"due_date", " due "}};
    size_t i;
    json_t *record, *owner;
    json_array_foreach(json_object_get(json, collection), i, record)
    {
        listing_add(out, "%.2s ", collection);
        for (size_t j = 0; j < sizeof members / sizeof *members; j++)
            list_text(out, record, members[j][0], members[j][1]);
        size_t k;
        json_array_foreach(json_object_get(record, "owners"), k, owner)
            listing_add(out, " by %s", json_string_value(owner));
        list_lines(out, record);
        listing_add(out, "; ");
    }
}

static void describe(const char *text, char *found, size_t size)
{
    char minutes[TEXT_CASE_BYTES_MAX];
    struct listing out = {found, 0, size};
    *found = 0;
    snprintf(minutes, sizeof minutes,
             "# Harbour Council\n12 May 2031\nPresent: Ada Reef, Bob Moor\n## 1. Lamps\n%s\n",
             text);
    const struct draft_source source = {
        .name = "a.md", .bytes = minutes, .length = strlen(minutes)};
    struct draft *draft = draft_create(&source);
    minutes_read(draft);
    json_t *json = draft_json(draft);
    list_records(&out, json, "discussions");
    list_records(&out, json, "decisions");
    list_records(&out, json, "actions");
    json_decref(json);
    draft_destroy(draft);
}

static const struct text_case cases[] = {
    {"Ada: The lamps burn.\n\nBob: They do.",
     "di harbour-council-ada-reef: The lamps burn. @5; di harbour-council-bob-moor: They do. @7; "},
    {"Ada: The lamps burn.\nBob: They do.",
     "di harbour-council-ada-reef: The lamps burn. @5; di harbour-council-bob-moor: They do. @6; "},
    {"Ada: The lamps burn. Bob: They do.",
     "di harbour-council-ada-reef: The lamps burn. @5; di harbour-council-bob-moor: They do. @5; "},
    {"Ada: The lamps burn, Bob: They do.",
     "di harbour-council-ada-reef: The lamps burn, Bob: They do. @5; "},
    {"Ada: The lamps burn.\n... and the fires.",
     "di harbour-council-ada-reef: The lamps burn.\nand the fires. @5-6; "},
    {"Ada: The lamps burn.\nCy Dune: They do.",
     "di harbour-council-ada-reef: The lamps burn. @5; di : They do. @6; "},
    {"Ada: The lamps burn\nCy Dune: They do.",
     "di harbour-council-ada-reef: The lamps burn @5; di : They do. @6; "},
    {"Ada: The lamps burn\nCy: They do.",
     "di harbour-council-ada-reef: The lamps burn Cy: They do. @5-6; "},
    {"Ada: The lamps burn.\nCy: They do.",
     "di harbour-council-ada-reef: The lamps burn. @5; di : Cy: They do. @6; "},
    {"Ada: The lamps burn.\nCarried",
     "di harbour-council-ada-reef: The lamps burn. @5; de : Carried = adopted @6; "},
    {"Ada: The lamps burn.\nCarried unanimously.",
     "di harbour-council-ada-reef: The lamps burn. @5; de : Carried unanimously. = adopted @6; "},
    {"Ada: The lamps burn.\nCarried by all.",
     "di harbour-council-ada-reef: The lamps burn. Carried by all. @5-6; "},
    {"Ada: Motion to buy a lamp.\nSeconder: Bob Moor\nCarried",
     "di harbour-council-ada-reef: Motion to buy a lamp. @5; di : Seconder: Bob Moor @6; de : "
     "Carried = adopted @7; "},
    {"Ada: The lamps burn.\nYes: 5", "di harbour-council-ada-reef: The lamps burn.\nYes: 5 @5-6; "},
    {"Ada: The lamps burn.\nNote: 5 burn.",
     "di harbour-council-ada-reef: The lamps burn. @5; di : Note: 5 burn. @6; "},
    {"Ada: The lamps burn.\nNote: All burn.",
     "di harbour-council-ada-reef: The lamps burn. @5; di : Note: All burn. @6; "},
    {"Ada: The lamps burn.\n**Lamps:** All burn.",
     "di harbour-council-ada-reef: The lamps burn. @5; di : Lamps: All burn. @6; "},
    {"Ada: The lamps burn.\n**Lamps**: All burn.",
     "di harbour-council-ada-reef: The lamps burn. @5; di : Lamps: All burn. @6; "},
    {"Ada: The lamps burn.\n**Lamps** now: All burn.",
     "di harbour-council-ada-reef: The lamps burn. @5; di : Lamps now: All burn. @6; "},
    {"Ada: The lamps burn.\nDecision: Buy a lamp.",
     "di harbour-council-ada-reef: The lamps burn. @5; de : Buy a lamp. @6; "},
    {"Ada: The lamps burn.\nAction: Bob to buy a lamp.",
     "di harbour-council-ada-reef: The lamps burn. @5; ac : Bob to buy a lamp. open by "
     "people/harbour-council-bob-moor @6; "},
    {"Ada: The lamps burn.\nAction: Bob to buy a lamp.\nCarried.",
     "di harbour-council-ada-reef: The lamps burn. @5; de : Carried. = adopted @7; ac : Bob to buy "
     "a lamp. open by people/harbour-council-bob-moor @6; "},
    {"Action: Bob to buy a lamp.\nThe motion was carried.",
     "de : The motion was carried. = adopted @6; ac : Bob to buy a lamp. open by "
     "people/harbour-council-bob-moor @5; "},
    {"Action: Bob to buy a lamp\nThe motion was carried.",
     "ac : Bob to buy a lamp The motion was carried. open by people/harbour-council-bob-moor "
     "@5-6; "},
    {"Action: Bob to buy a lamp.\nThe lamp is red.",
     "ac : Bob to buy a lamp. The lamp is red. open by people/harbour-council-bob-moor @5-6; "},
    {"a) The lamps burn.\nb) The fires burn.",
     "di : a) The lamps burn. @5; di : b) The fires burn. @6; "},
    {"a) The lamps burn\nb) The fires burn.", "di : a) The lamps burn b) The fires burn. @5-6; "},
    {"The lamps burn.\nb) The fires burn.", "di : The lamps burn. b) The fires burn. @5-6; "},
    {"a) The lamps burn.\nThe fires burn.", "di : a) The lamps burn. The fires burn. @5-6; "},
    {"Presenter: Ada Reef\nThe lamps burn.", "di : The lamps burn. @6; "},
    {"Mover: Ada Reef\nSeconder: Bob Moor\nBuy a lamp.\nCarried 5-2.",
     "de : Buy a lamp. = adopted @7-8,5-6; "},
    {"Mover:\nSeconder: Bob Moor\nBuy a lamp.",
     "di : Mover: @5; di : Seconder: Bob Moor @6; di : Buy a lamp. @7; "},
    {"Treasurer: Ada Reef\nClerk: Bob Moor",
     "di : Treasurer: Ada Reef @5; di : Clerk: Bob Moor @6; "},
    {"Treasurer: Ada\nClerk: Bob", "di : Treasurer: Ada Clerk: Bob @5-6; "},
    {"(Reef/Moor) to buy a lamp. Carried.", "di : to buy a lamp. Carried. @5; "},
    {"(Ada) The lamps burn.", "di harbour-council-ada-reef: The lamps burn. @5; "},
    {"Yes. Bob: They do.", "di : Yes. @5; di harbour-council-bob-moor: They do. @5; "},
    {"Y. Bob: They do.\n\nY. Bob: They burn.",
     "di : Y. Bob: They do. @5; di : Y. Bob: They burn. @7; "},
    {"Ada: The lamps burn.\n\nBob: They do.\n\nNo lamps. Bob: They do.",
     "di harbour-council-ada-reef: The lamps burn. @5; di harbour-council-bob-moor: They do.\nNo "
     "lamps. Bob: They do. @7,9; "},
    {"ADA: The lamps burn. ACTION: Bob to buy a lamp. The fires burn.",
     "di harbour-council-ada-reef: The lamps burn.\nThe fires burn. @5; ac : Bob to buy a lamp. "
     "open by people/harbour-council-bob-moor @5; "},
    {"Ada: The lamps burn. ACTION: Bob to buy a lamp. Bob: Yes.",
     "di harbour-council-ada-reef: The lamps burn. @5; di harbour-council-bob-moor: Yes. @5; ac "
     ": Bob to buy a lamp. open by people/harbour-council-bob-moor @5; "},
    {"Ada: The lamps burn. ACTION: Bob to buy a lamp. ACTION: Ada to light it.",
     "di harbour-council-ada-reef: The lamps burn. @5; ac : Bob to buy a lamp. open by "
     "people/harbour-council-bob-moor @5; ac : Ada to light it. open by "
     "people/harbour-council-ada-reef @5; "},
    {"<ada> The lamps burn.\n<bob> They do.",
     "di harbour-council-ada-reef: The lamps burn. @5; di harbour-council-bob-moor: They do. @6; "},
    {"18:30 ada: The lamps burn.\n18:31 bob: They do.",
     "di harbour-council-ada-reef: The lamps burn. @5; di harbour-council-bob-moor: They do. @6; "},
    {"- Ada\n  - The lamps burn.\n  - They do.\n- Bob\n  - No.",
     "di harbour-council-ada-reef: The lamps burn.\nThey do. @5-7; di harbour-council-bob-moor: "
     "No. @8-9; "},
    {"- Ada:\n  - The lamps burn.\n- Bob:\n  - No.",
     "di harbour-council-ada-reef: The lamps burn. @5-6; di harbour-council-bob-moor: No. @7-8; "},
    {"M. REEF : Les lampes. M. MOOR : Oui.",
     "di harbour-council-ada-reef: Les lampes. @5; di harbour-council-bob-moor: Oui. @5; "},
    {"Ada said that the lamps burn. Bob agreed.",
     "di : Ada said that the lamps burn. Bob agreed. @5; "},
    {"Everyone: Yes.\n\nAll: No.", "di : Yes. @5; di : No. @7; "},
    {"## Actions\n\nAda Reef to buy a lamp\nBob Moor to light it",
     "ac : Ada Reef to buy a lamp open by people/harbour-council-ada-reef @7; ac : Bob Moor to "
     "light it open by people/harbour-council-bob-moor @8; "},
    {"## Actions\n\nAda Reef to buy a lamp\nand to light it",
     "ac : Ada Reef to buy a lamp and to light it open by people/harbour-council-ada-reef @7-8; "},
    {"## Actions\n\n- Ada: buy a lamp\n- Bob: light it",
     "ac : buy a lamp open by people/harbour-council-ada-reef @7; ac : light it open by "
     "people/harbour-council-bob-moor @8; "},
    {"Lamps: They burn.\n\nAda: Yes.\n\nLamps: They burn.",
     "di harbour-council-2031-05-12-lamps: They burn. @5; di harbour-council-ada-reef: Yes. @7; di "
     "harbour-council-2031-05-12-lamps: They burn. @9; "},
    {"Lamps: They burn. Fires: They do. Lamps: They burn.",
     "di harbour-council-2031-05-12-lamps: They burn. Fires: They do. @5; di "
     "harbour-council-2031-05-12-lamps: They burn. @5; "},
    {"Chair: The lamps burn.\n\nClerk: They do.",
     "di : The lamps burn. @5; di : Clerk: They do. @7; "},
};

Test(proceedings, paragraphs_are_divided_among_speakers_decisions_and_actions)
{
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}

static const struct text_case actions[] = {
    {"## Actions\n\n- Ada Reef: buy a lamp by 1 June 2031",
     "ac : buy a lamp by 1 June 2031 open due 2031-06-01 by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- Ada Reef to buy a lamp (1 June)",
     "ac : Ada Reef to buy a lamp (1 June) open due 2031-06-01 by people/harbour-council-ada-reef "
     "@7; "},
    {"## Actions\n\n- Ada Reef and Bob Moor: buy a lamp",
     "ac : buy a lamp open by people/harbour-council-ada-reef by people/harbour-council-bob-moor "
     "@7; "},
    {"## Actions\n\n- Buy a lamp (Ada Reef)",
     "ac : Buy a lamp open by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- Buy a lamp - Ada Reef", "ac : Buy a lamp - Ada Reef open @7; "},
    {"## Actions\n\n- Buy a lamp, Ada Reef, 1 June 2031",
     "ac : Buy a lamp, Ada Reef, 1 June 2031 open @7; "},
    {"## Actions\n\n- [x] Ada Reef: buy a lamp",
     "ac : buy a lamp done by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- [ ] Ada Reef: buy a lamp",
     "ac : buy a lamp open by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- ~~Ada Reef: buy a lamp~~",
     "ac : buy a lamp done by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- Ada Reef: buy a lamp - done",
     "ac : buy a lamp - done done by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- Ada Reef: buy a lamp (done)",
     "ac : buy a lamp (done) done by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- Ada Reef: buy a lamp\n  - Owner: Bob Moor\n  - Due: 1 June 2031\n  - Status: "
     "done",
     "ac : buy a lamp done due 2031-06-01 by people/harbour-council-bob-moor @7-10; "},
    {"## Actions\n\n- Ada Reef\n  - buy a lamp\n  - light it",
     "ac : buy a lamp open by people/harbour-council-ada-reef @8; ac : light it open by "
     "people/harbour-council-ada-reef @9; "},
    {"## Actions\n\n- Ada Reef:\n  - buy a lamp\n  - light it",
     "ac : buy a lamp open by people/harbour-council-ada-reef @8; ac : light it open by "
     "people/harbour-council-ada-reef @9; "},
    {"## Actions\n\n1. Ada Reef: buy a lamp\n2. Bob Moor: light it",
     "ac : buy a lamp open by people/harbour-council-ada-reef @7; ac : light it open by "
     "people/harbour-council-bob-moor @8; "},
    {"## Actions\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Buy a lamp | "
     "Ada Reef | 1 June 2031 | open |\n| Light it | Bob Moor, Ada Reef | 2 June 2031 | done |",
     "ac : Buy a lamp open due 2031-06-01 by people/harbour-council-ada-reef @9; ac : Light it "
     "done due 2031-06-02 by people/harbour-council-bob-moor by people/harbour-council-ada-reef "
     "@10; "},
    {"## Actions\n\n| Who | What | When |\n| --- | --- | --- |\n| Ada Reef | Buy a lamp | next "
     "week |",
     "ac : Buy a lamp open by people/harbour-council-ada-reef @9; "},
    {"ACTION: Ada Reef to buy a lamp by 1 June 2031.",
     "ac : Ada Reef to buy a lamp by 1 June 2031. open due 2031-06-01 by "
     "people/harbour-council-ada-reef @5; "},
    {"ACTION (Ada Reef): buy a lamp",
     "ac : buy a lamp open by people/harbour-council-ada-reef @5; "},
    {"ACTION 5: Ada Reef to buy a lamp",
     "ac : Ada Reef to buy a lamp open by people/harbour-council-ada-reef @5; "},
    {"AI: Ada Reef to buy a lamp",
     "ac : Ada Reef to buy a lamp open by people/harbour-council-ada-reef @5; "},
    {"Action item: buy a lamp", "ac : buy a lamp open @5; "},
    {"Actions: Ada Reef to buy a lamp; Bob Moor to light it",
     "ac : Ada Reef to buy a lamp; Bob Moor to light it open by people/harbour-council-ada-reef "
     "@5; "},
    {"Ada Reef will buy a lamp.", "di : Ada Reef will buy a lamp. @5; "},
    {"Ada Reef agreed to buy a lamp.", "di : Ada Reef agreed to buy a lamp. @5; "},
    {"TODO: buy a lamp", "ac : buy a lamp open @5; "},
    {"To do: Ada Reef to buy a lamp",
     "ac : Ada Reef to buy a lamp open by people/harbour-council-ada-reef @5; "},
    {"Next steps: Ada Reef to buy a lamp", "di : Next steps: Ada Reef to buy a lamp @5; "},
    {"## To do\n\n- @ada buy a lamp",
     "ac : buy a lamp open by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\nNone.", ""},
    {"## Actions\n\n- None", ""},
    {"## Actions\n\nNo actions.", ""},
    {"## Actions\n\n- Cy Dune: buy a lamp", "ac : buy a lamp open @7; "},
    {"## Actions\n\n- All: buy a lamp", "ac : buy a lamp open @7; "},
    {"## Actions\n\n- Chair: buy a lamp", "ac : buy a lamp open @7; "},
    {"## Actions\n\n- lamps", "ac : lamps open @7; "},
    {"## Actions\n\n- Ada Reef", "di : Ada Reef @7; "},
    {"Tâche : Ada Reef achète une lampe",
     "ac : Ada Reef achète une lampe open by people/harbour-council-ada-reef @5; "},
    {"Aufgabe: Ada Reef kauft eine Lampe bis 1. Juni 2031",
     "ac : Ada Reef kauft eine Lampe bis 1. Juni 2031 open due 2031-06-01 by "
     "people/harbour-council-ada-reef @5; "},
    {"Tarea: Ada Reef compra una lámpara",
     "ac : Ada Reef compra una lámpara open by people/harbour-council-ada-reef @5; "},
    {"ACTION: Ada Reef to buy a lamp.\n\nACTION: Bob Moor to buy a lamp.",
     "ac : Ada Reef to buy a lamp. open by people/harbour-council-ada-reef @5; ac : Bob Moor to "
     "buy a lamp. open by people/harbour-council-bob-moor @7; "},
};

Test(proceedings, actions_have_owners_due_dates_and_states)
{
    expect_exact_texts(describe, actions, sizeof actions / sizeof *actions);
}

static const struct text_case owners[] = {
    {"## Actions\n\n- Ada Reef calls the mayor",
     "ac : Ada Reef calls the mayor open by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- Ada calls the mayor",
     "ac : Ada calls the mayor open by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- Ada Reef and Bob Moor call the mayor",
     "ac : Ada Reef and Bob Moor call the mayor open by people/harbour-council-ada-reef by "
     "people/harbour-council-bob-moor @7; "},
    {"## Actions\n\n- Ada & Bob call the mayor",
     "ac : Ada & Bob call the mayor open by people/harbour-council-ada-reef by "
     "people/harbour-council-bob-moor @7; "},
    {"## Actions\n\n- Ada Reef, call the mayor",
     "ac : call the mayor open by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- Ada Reef, Bob Moor, call the mayor",
     "ac : call the mayor open by people/harbour-council-ada-reef by "
     "people/harbour-council-bob-moor @7; "},
    {"## Actions\n\n- Ada Reef Bob Moor calls the mayor",
     "ac : Ada Reef Bob Moor calls the mayor open @7; "},
    {"## Actions\n\n- ada calls the mayor", "ac : ada calls the mayor open @7; "},
    {"## Actions\n\n- ada to call the mayor",
     "ac : ada to call the mayor open by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- ada will call the mayor",
     "ac : ada will call the mayor open by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- ada will", "ac : ada will open @7; "},
    {"## Actions\n\n- ada willing to call", "ac : ada willing to call open @7; "},
    {"## Actions\n\n- Ada Reef the mayor", "ac : Ada Reef the mayor open @7; "},
    {"## Actions\n\n- Ada Reef Call the mayor", "ac : Ada Reef Call the mayor open @7; "},
    {"## Actions\n\n- Ada Reef (calls) the mayor", "ac : Ada Reef (calls) the mayor open @7; "},
    {"## Actions\n\n- Cy Dune calls the mayor", "ac : Cy Dune calls the mayor open @7; "},
    {"## Actions\n\n- Ada Reef and Cy Dune call the mayor",
     "ac : Ada Reef and Cy Dune call the mayor open @7; "},
    {"## Actions\n\n- Ada Reef and the mayor", "ac : Ada Reef and the mayor open @7; "},
    {"## Actions\n\n- AR calls the mayor", "ac : AR calls the mayor open @7; "},
    {"## Actions\n\n- Ada Reef called.",
     "ac : Ada Reef called. open by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- The lamp is red.", "ac : The lamp is red. open @7; "},
    {"## Actions\n\n- The lamp is red", "ac : The lamp is red open @7; "},
    {"## Actions\n\n- Lamps are bought by 1 June 2031.",
     "ac : Lamps are bought by 1 June 2031. open due 2031-06-01 @7; "},
    {"## Actions\n\n- buy lamps.", "ac : buy lamps. open @7; "},
    {"## Actions\n\n- [ ] The lamp is red.", "ac : The lamp is red. open @7; "},
    {"## Actions\n\nThe lamp is red.", "di : The lamp is red. @7; "},
    {"## Actions\n\nAda Reef calls the mayor.",
     "ac : Ada Reef calls the mayor. open by people/harbour-council-ada-reef @7; "},
    {"## Actions\n\n- Chair", "di : Chair @7; "},
    {"## Actions\n\n- Ada Reef.", "di : Ada Reef. @7; "},
    {"## Actions\n\n- **Ada Reef**\n  - call the mayor",
     "ac : call the mayor open by people/harbour-council-ada-reef @8; "},
    {"## Actions\n\n- Ada Reef, Bob Moor\n  - call the mayor",
     "ac : call the mayor open by people/harbour-council-ada-reef by "
     "people/harbour-council-bob-moor @8; "},
    {"## Actions\n\n- Ada Reef\n\n  - call the mayor",
     "ac : call the mayor open by people/harbour-council-ada-reef @9; "},
    {"## Actions\n\n- Ada Reef\n  - Bob Moor calls the mayor",
     "ac : Bob Moor calls the mayor open by people/harbour-council-bob-moor @8; "},
    {"## Actions\n\n- Ada Reef\n  - call the mayor\n- light lamps",
     "ac : call the mayor open by people/harbour-council-ada-reef @8; ac : light lamps open @9; "},
    {"## Actions\n\n- buy lamps\n  - Ada Reef calls",
     "di : Ada Reef calls @8; ac : buy lamps open @7; "},
    {"ACTION: Ada call the mayor",
     "ac : Ada call the mayor open by people/harbour-council-ada-reef @5; "},
    {"ACTION: Ada Reef call the mayor",
     "ac : Ada Reef call the mayor open by people/harbour-council-ada-reef @5; "},
    {"ACTION: Ada Reef", "di : ACTION: Ada Reef @5; "},
    {"ACTION: Clerk", "di : ACTION: Clerk @5; "},
    {"Ada Reef takes care of the boat.",
     "ac : Ada Reef takes care of the boat. open by people/harbour-council-ada-reef @5; "},
    {"Ada Reef and Bob Moor take care of the boat.",
     "ac : Ada Reef and Bob Moor take care of the boat. open by people/harbour-council-ada-reef by "
     "people/harbour-council-bob-moor @5; "},
    {"Ada Reef takes care of the boat. It leaks.",
     "di : Ada Reef takes care of the boat. It leaks. @5; "},
    {"Cy Dune takes care of the boat.", "di : Cy Dune takes care of the boat. @5; "},
    {"Ada Reef will take care of the boat.",
     "ac : Ada Reef will take care of the boat. open by people/harbour-council-ada-reef @5; "},
    {"> Ada Reef takes care of the boat.", "di : Ada Reef takes care of the boat. @5; "},
    {"Ada: I take care of the boat.\n\nAda: Yes.",
     "di harbour-council-ada-reef: I take care of the boat. @5; di harbour-council-ada-reef: Yes. "
     "@7; "},
    {"- [ ] call the mayor", "ac : call the mayor open @5; "},
    {"To check:\n\n- [ ] call the mayor\n- [x] light lamps",
     "di : To check: @5; di : call the mayor @7; di : light lamps @8; "},
    {"Actions:\n\n- [ ] call the mayor\n- [x] light lamps",
     "ac : call the mayor open @7; ac : light lamps done @8; "},
    {"Checked\n\n- [ ] call the mayor", "di : Checked @5; ac : call the mayor open @7; "},
    {"Ada: [ACTION] Bob to call the mayor\n\nAda: Yes.",
     "di harbour-council-ada-reef: Yes. @7; ac : Bob to call the mayor open by "
     "people/harbour-council-bob-moor @5; "},
    {"## Next steps\n\n- Ada Reef calls the mayor",
     "ac : Ada Reef calls the mayor open by people/harbour-council-ada-reef @7; "},
    {"## Next steps\n\n- The mayor is called", "di : The mayor is called @7; "},
    {"## Next steps\n\nAda Reef calls the mayor",
     "ac : Ada Reef calls the mayor open by people/harbour-council-ada-reef @7; "},
    {"## Agenda items for next time\n\n- [ ] call the mayor", "di : call the mayor @7; "},
};

Test(proceedings, those_with_whose_names_an_action_begins_are_its_owners)
{
    expect_exact_texts(describe, owners, sizeof owners / sizeof *owners);
}
