#include "outcomes/action.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Writes the action of a block. It may begin with "A ", "S " or "R " for its zone, or with a
 * checkbox. */
static void describe(const char *text, char *found, size_t size)
{
    static const char zones[] = "-ASR";
    struct action_block block = {0};
    struct action action;
    const char *zone = text[0] && text[1] == '|' ? strchr(zones, text[0]) : NULL;
    if (zone) {
        block.zone = (enum action_zone)(zone - zones);
        text += 2;
    }
    if (*text == '[' && (text[1] == ' ' || text[1] == 'x')) {
        block.checkbox = true;
        block.checked = text[1] == 'x';
        text += 4;
    }
    block.text = text_span_of(text);
    if (!action_read(&block, &action)) {
        snprintf(found, size, "none");
        return;
    }
    snprintf(found, size, "%s %s%s [%.*s]", action.rule, action.status ? action.status : "-",
             action.inferred ? " inferred" : "", (int)action.text.length, action.text.text);
    for (size_t i = 0; i < action.owner_count; i++) {
        const size_t length = strlen(found);
        snprintf(found + length, size - length, " owner=%.*s", (int)action.owners[i].length,
                 action.owners[i].text);
    }
    size_t length = strlen(found);
    if (action.due_text.length)
        snprintf(found + length, size - length, " due=%.*s %d-%d", (int)action.due_text.length,
                 action.due_text.text, action.due.month, action.due.day);
    length = strlen(found);
    if (action.number.length || action.owner_open)
        snprintf(found + length, size - length, " #%.*s%s", (int)action.number.length,
                 action.number.length ? action.number.text : "", action.owner_open ? " open" : "");
}

Test(action, actions_have_owners_due_dates_and_states)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"A|Celia Harker: Create charts", "X3 open [Create charts] owner=Celia Harker"},
        {"A|Mona Norden & Juno Kestrel: Take the fund back",
         "X3 open [Take the fund back] owner=Mona Norden owner=Juno Kestrel"},
        {"Action #1: check that it works (Mona Norden)",
         "X1 open [check that it works] owner=Mona Norden #1"},
        {"ACTION: aB: add to calendar", "X1 open [add to calendar] owner=aB"},
        {"AI -- Ana to reach out", "X1 open [Ana to reach out] owner=Ana"},
        {"[ACTION] @h to play with", "X2 open [play with] owner=@h"},
        {"[Ana][ACTION] write it", "X2 open [write it] owner=Ana"},
        {"TODO: fix", "X1 open [fix]"},
        {"[ ] Responder a Ana", "X4 open [Responder a Ana]"},
        {"[x] Done thing", "X4 done [Done thing]"},
        {"S|Put FAQ in the repository.", "X5 open inferred [Put FAQ in the repository.]"},
        {"S|Working session for documentation. Orla to set up.", "none"},
        {"A|none", "none"},
        {"A|No actions", "none"},
        {"A|Ana will send the report by Friday",
         "X3 open [Ana will send the report by Friday] owner=Ana due=by Friday 0-0"},
        {"A|Bo soll das Protokoll bis 3. Mai verschicken",
         "X3 open [Bo soll das Protokoll bis 3. Mai verschicken] owner=Bo due=bis 3. Mai 5-3"},
        {"A|Send mail (Ana, by next meeting)", "X3 open [Send mail] owner=Ana"},
        {"A|Ana, Bo to write text by 2024-05-01",
         "X3 open [Ana, Bo to write text by 2024-05-01] owner=Ana owner=Bo due=by 2024-05-01 5-1"},
        {"A|✅ Ana to send out", "X3 done [Ana to send out] owner=Ana"},
        {"A|Ana to do x -- done", "X3 done [Ana to do x -- done] owner=Ana"},
        {"A|???: find a room", "X3 open [find a room] # open"},
        {"A|write docs @ana", "X3 open [write docs] owner=@ana"},
        {"A|@ana @bo: write docs", "X3 open [write docs] owner=@ana owner=@bo"},
        {"Action Item Review", "none"},
        {"Tove and Orla to work on it.", "none"},
        {"À faire : Ana envoie le mail avant le 12 décembre",
         "X1 open [Ana envoie le mail avant le 12 décembre] due=avant le 12 décembre 12-12"},
        {"A|The chairs will follow up with the champions",
         "X3 open [The chairs will follow up with the champions]"},
        {"R|Verify the report", "X7 - [Verify the report]"},
        {"action was taken: nothing", "none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[400];
        describe(cases[i].text, found, sizeof found);
        cr_expect_str_eq(found, cases[i].expected, "%s gives %s, not %s", cases[i].text, found,
                         cases[i].expected);
    }
}

Test(action, headings_begin_zones)
{
    static const struct {
        const char *heading;
        enum action_zone zone;
    } cases[] = {{"Action items", ACTION_ZONE_ACTIONS},
                 {"ToDo", ACTION_ZONE_ACTIONS},
                 {"Actions Review", ACTION_ZONE_REVIEW},
                 {"Aufgaben", ACTION_ZONE_ACTIONS},
                 {"Previous Action Items", ACTION_ZONE_REVIEW},
                 {"Next steps", ACTION_ZONE_STEPS},
                 {"Acciones", ACTION_ZONE_ACTIONS},
                 {"Discussion", ACTION_ZONE_NONE}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(action_zone_of(text_span_of(cases[i].heading)), cases[i].zone, "%s",
                     cases[i].heading);
}

Test(action, rows_have_columns)
{
    const struct text_span cells[] = {text_span_of("3"), text_span_of("Write the report"),
                                      text_span_of("Mona Norden"), text_span_of("2024-05-01"),
                                      text_span_of("done")};
    const char *const headers[] = {"#", "Action Item", "Owner", "Due", "Status"};
    enum action_column columns[5];
    struct action action;
    for (int i = 0; i < 5; i++)
        columns[i] = action_column_of(text_span_of(headers[i]));
    cr_assert(action_read_row(columns, cells, 5, &action));
    cr_expect_eq(action.owner_count, 1);
    cr_expect_eq(action.due.day, 1);
    cr_expect_str_eq(action.status, "done");
}
