#include "actions/action_private.h"

#include "unit/text_cases.h"

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

static const struct text_case owners_and_dates[] = {
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
    {"A|(none)", "none"},
    {"A|Ana will send the report by Friday",
     "X3 open [Ana will send the report by Friday] owner=Ana due=by Friday 0-0"},
    {"A|Bo soll das Protokoll bis 3. Mai verschicken",
     "X3 open [Bo soll das Protokoll bis 3. Mai verschicken] owner=Bo due=bis 3. Mai 5-3"},
    {"A|Send mail (Ana, by next meeting)",
     "X3 open [Send mail (Ana, by next meeting)] owner=Ana due=by next meeting 0-0"},
    {"A|Ana, Bo to write text by 2024-05-01",
     "X3 open [Ana, Bo to write text by 2024-05-01] owner=Ana owner=Bo due=by 2024-05-01 5-1"},
    {"A|✅ Ana to send out", "X3 done [Ana to send out] owner=Ana"},
    {"A|Ana to do x -- done", "X3 done [Ana to do x -- done] owner=Ana"},
    {"A|???: find a room", "X3 open [find a room] # open"},
    {"A|write docs @ana", "X3 open [write docs] owner=@ana"},
    {"A|@ana @bo: write docs", "X3 open [write docs] owner=@ana owner=@bo"},
    {"A|Write docs (Ana, 3 May)", "X3 open [Write docs] owner=Ana due=3 May 5-3"},
    {"A|Ana \u2192 write docs (3 May)", "X3 open [write docs (3 May)] owner=Ana due=3 May 5-3"},
    {"A|Ana -> write docs", "X3 open [write docs] owner=Ana"},
    {"A|Write docs => Ana", "X3 open [Write docs] owner=Ana"},
    {"\u2192 Action: Ana to write docs", "X1 open [Ana to write docs] owner=Ana"},
    {"A|Write docs (Ana, by 3 May)", "X3 open [Write docs] owner=Ana due=by 3 May 5-3"},
    {"TODO Ana: write docs", "X1 open [write docs] owner=Ana"},
    {"ACTION (Ana): write docs", "X1 open [write docs] owner=Ana"},
    {"Action for Ana and Bo: write docs", "X1 open [write docs] owner=Ana owner=Bo"},
    {"Aufgabe für Ana: Text schreiben", "X1 open [Text schreiben] owner=Ana"},
    {"Tarea para Ana: escribir", "X1 open [escribir] owner=Ana"},
    {"[AI Ana] write docs", "X2 open [write docs] owner=Ana"},
    {"@ana to write docs", "X2 open inferred [write docs] owner=@ana"},
    {"@ana: write docs", "none"},
    {"Action Plan: write docs", "none"},
    {"Action of the day: write docs", "none"},
    {"Action Item Review", "none"},
    {"Tove and Orla to work on it.", "none"},
    {"À faire : Ana envoie le mail avant le 12 décembre",
     "X1 open [Ana envoie le mail avant le 12 décembre] due=avant le 12 décembre 12-12"},
    {"A|The chairs will follow up with the champions",
     "X3 open [The chairs will follow up with the champions] owner=The chairs"},
    {"R|Verify the report", "X7 - [Verify the report]"},
    {"action was taken: nothing", "none"},
};

Test(action, actions_have_owners_due_dates_and_states)
{
    expect_texts(describe, owners_and_dates, sizeof owners_and_dates / sizeof *owners_and_dates);
}

Test(action, owners_stand_before_a_task_or_after_it)
{
    static const struct text_case cases[] = {
        {"A|@ana & @bo, write docs", "X3 open [write docs] owner=@ana owner=@bo"},
        {"A|@ana and @bo to write docs", "X3 open [write docs] owner=@ana owner=@bo"},
        {"A|@ana tomorrow", "X3 open [tomorrow] owner=@ana"},
        {"A|(Ana) write docs", "X3 open [write docs] owner=Ana"},
        {"A|[Ana]: write docs", "X3 open [write docs] owner=Ana"},
        {"A|Write docs [Ana]", "X3 open [Write docs] owner=Ana"},
        {"A|Write docs - (Ana).", "X3 open [Write docs] owner=Ana"},
        {"A|Write docs (see the page)", "X3 open [Write docs (see the page)]"},
        {"A|Write docs, @ana", "X3 open [Write docs] owner=@ana"},
        {"A|Write docs @", "X3 open [Write docs @]"},
        {"A|Ana/Bo: write docs", "X3 open [write docs] owner=Ana owner=Bo"},
        {"A|Ana, Ana: write docs", "X3 open [write docs] owner=Ana"},
        {"A|Ana Ruiz - write docs", "X3 open [write docs] owner=Ana Ruiz"},
        {"A|Ana Ruiz – write docs", "X3 open [write docs] owner=Ana Ruiz"},
        {"A|Note: write docs", "X3 open [Note: write docs]"},
        {"A|ana: write docs", "X3 open [ana: write docs]"},
        {"TODO: ana: write docs", "X1 open [write docs] owner=ana"},
        {"TODO: abcdefghijklmnopqrst: write", "X1 open [write] owner=abcdefghijklmnopqrst"},
        {"TODO: abcdefghijklmnopqrstu: write", "X1 open [abcdefghijklmnopqrstu: write]"},
        {"TODO: note: write", "X1 open [note: write]"},
        {"A|TBD: write docs", "X3 open [write docs] # open"},
        {"A|Write docs (TBD)", "X3 open [Write docs] # open"},
        {"A|Ana, Bo, Cy, Di, Ed, Flo, Gus, Hal, Ivo: write docs",
         "X3 open [write docs] owner=Ana owner=Bo owner=Cy owner=Di owner=Ed owner=Flo owner=Gus "
         "owner=Hal"},
        {"A|Write docs (Ana, due Friday)",
         "X3 open [Write docs (Ana, due Friday)] owner=Ana due=due Friday 0-0"},
        {"A|In the long run of this Ana will write docs",
         "X3 open [In the long run of this Ana will write docs]"},
        {"A|The one two three four five six seven Ana will",
         "X3 open [The one two three four five six seven Ana will]"},
        {"A|@ana", "X3 open [@ana] owner=@ana"},
        {"A|(Ana)", "X3 open [(Ana)] owner=Ana"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(action, a_word_or_check_mark_at_either_end_says_that_it_is_done)
{
    static const struct text_case cases[] = {
        {"A|Send mail (done)", "X3 done [Send mail (done)]"},
        {"A|Send mail, done.", "X3 done [Send mail, done.]"},
        {"A|Send mail; done!", "X3 done [Send mail; done!]"},
        {"A|Send mail [done]", "X3 done [Send mail [done]]"},
        {"A|Send mail - completed", "X3 done [Send mail - completed]"},
        {"A|Send mail and be done", "X3 open [Send mail and be done]"},
        {"A|Done: send mail", "X3 done [Done: send mail]"},
        {"A|Done with the mail", "X3 open [Done with the mail]"},
        {"A|Done", "X3 open [Done]"},
        {"A|Send mail ✅", "X3 done [Send mail ✅]"},
        {"A|Send mail ✔ 1234", "X3 done [Send mail ✔ 1234]"},
        {"A|Send mail ✔ 12345", "X3 open [Send mail ✔ 12345]"},
        {"A|☑ Send mail", "X3 done [Send mail]"},
        {"R|Send mail", "X7 - [Send mail]"},
        {"R|[ ] Send mail", "X7 open [Send mail]"},
        {"R|Send mail (done)", "X7 done [Send mail (done)]"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(action, a_label_is_a_word_for_actions_with_a_number_or_in_brackets)
{
    static const struct text_case cases[] = {
        {"Action 12: check it", "X1 open [check it] #12"},
        {"Action 12345678901: check it", "X1 open [check it] #12345678901"},
        {"Action 123456789012: check it", "none"},
        {"Action 1 2: check it", "none"},
        {"[Action - Bo] check it", "X2 open [check it] owner=Bo"},
        {"[AI] check it", "X2 open [check it]"},
        {"AI] check it", "none"},
        {"Action item – check it", "X1 open [check it]"},
        {"Action: ", "none"},
        {"Action check it", "none"},
        {"[Ana][Note] check it", "none"},
        {"[Ana] [ACTION]: check it", "X2 open [check it] owner=Ana"},
        {"Task - **check it**", "X1 open [check it]"},
        {"", "none"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(action, a_bold_word_for_actions_is_a_label_without_a_mark)
{
    struct action_block block = {.text = text_span_of("Action check it"), .bold = 6};
    struct action action;
    cr_assert(action_read(&block, &action));
    cr_expect(!strncmp(action.text.text, "check it", action.text.length));
    cr_expect_str_eq(action.rule, "X1");
    block.text = text_span_of("Action");
    cr_expect_not(action_read(&block, &action));
}

Test(action, an_action_that_is_struck_out_is_done)
{
    const struct action_block block = {
        .text = text_span_of("Send mail"), .zone = ACTION_ZONE_ACTIONS, .struck = true};
    struct action action;
    cr_assert(action_read(&block, &action));
    cr_expect_str_eq(action.status, "done");
}

Test(action, a_checkbox_in_a_list_that_a_sentence_introduces_is_no_action)
{
    struct action_block block = {.text = text_span_of("Send mail"), .checkbox = true};
    struct action action;
    cr_expect(action_read(&block, &action));
    block.list_without_owner = true;
    cr_expect_not(action_read(&block, &action));
}

Test(action, due_dates_follow_a_word_for_them)
{
    static const struct text_case cases[] = {
        {"A|Send mail by next Friday", "X3 open [Send mail by next Friday] due=by next Friday 0-0"},
        {"A|Send mail by friday", "X3 open [Send mail by friday] due=by friday 0-0"},
        {"A|Send mail by the committee", "X3 open [Send mail by the committee]"},
        {"A|Send mail due: 2024-05-01",
         "X3 open [Send mail due: 2024-05-01] due=due: 2024-05-01 5-1"},
        {"A|Send mail by abcdefghijk 2024-05-01",
         "X3 open [Send mail by abcdefghijk 2024-05-01] due=by abcdefghijk 2024-05-01 5-1"},
        {"A|Send mail by abcdefghijkl 2024-05-01",
         "X3 open [Send mail by abcdefghijkl 2024-05-01]"},
        {"A|Send mail by the end of the month. Ask.",
         "X3 open [Send mail by the end of the month. Ask.] due=by the end of the month 0-0"},
        {"A|Ask by mail. Send it by May 3, 2031.",
         "X3 open [Ask by mail. Send it by May 3, 2031.] due=by May 3, 2031 5-3"},
        {"A|Send mail by", "X3 open [Send mail by]"},
        {"A|Send mail by tomorrow or by May 3",
         "X3 open [Send mail by tomorrow or by May 3] due=by tomorrow 0-0"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
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
                 {"Follow-up:", ACTION_ZONE_STEPS},
                 {"**Action**", ACTION_ZONE_STEPS},
                 {"Review of the action items of May", ACTION_ZONE_REVIEW},
                 {"Review of the action items of May 3", ACTION_ZONE_NONE},
                 {"Review", ACTION_ZONE_NONE},
                 {"", ACTION_ZONE_NONE},
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

Test(action, headers_name_columns)
{
    static const struct {
        const char *header;
        enum action_column column;
    } cases[] = {{"No", ACTION_COLUMN_NUMBER},
                 {"Assigned to", ACTION_COLUMN_OWNER},
                 {"Due date", ACTION_COLUMN_DUE},
                 {"Status", ACTION_COLUMN_STATUS},
                 {"Task description", ACTION_COLUMN_TEXT},
                 {"Action items", ACTION_COLUMN_TEXT},
                 {"Notes and actions", ACTION_COLUMN_OTHER},
                 {"Who is the owner now", ACTION_COLUMN_OTHER},
                 {"Who is the owner", ACTION_COLUMN_OWNER},
                 {"Room", ACTION_COLUMN_OTHER},
                 {"", ACTION_COLUMN_OTHER}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(action_column_of(text_span_of(cases[i].header)), cases[i].column, "%s",
                     cases[i].header);
}

static bool read_row(const char *text, const char *owner, const char *due, const char *status,
                     struct action *ret_action)
{
    static const enum action_column columns[] = {ACTION_COLUMN_TEXT,   ACTION_COLUMN_TEXT,
                                                 ACTION_COLUMN_NUMBER, ACTION_COLUMN_OWNER,
                                                 ACTION_COLUMN_DUE,    ACTION_COLUMN_STATUS};
    const struct text_span cells[] = {text_span_of(text),  text_span_of("more"),
                                      text_span_of("#7."), text_span_of(owner),
                                      text_span_of(due),   text_span_of(status)};
    return action_read_row(columns, cells, 6, ret_action);
}

static bool is_span(struct text_span span, const char *text)
{
    return span.length == strlen(text) && !memcmp(span.text, text, span.length);
}

Test(action, a_row_keeps_what_its_cells_say)
{
    struct action action;
    cr_assert(read_row(" Buy a lamp ", "Ana & Bo", "May 3", "closed", &action));
    cr_expect(is_span(action.text, "Buy a lamp"));
    cr_expect(is_span(action.number, "7"));
    cr_expect_eq(action.owner_count, 2);
    cr_expect(is_span(action.due_text, "May 3"));
    cr_expect_eq(action.due.month, 5);
    cr_expect_str_eq(action.status, "done");
    cr_expect_str_eq(action.rule, "X3");
    cr_assert(read_row("Buy a lamp", "the people of the pier", "soon", "waiting", &action));
    cr_expect_eq(action.owner_count, 1);
    cr_expect(is_span(action.owners[0], "the people of the pier"));
    cr_expect(is_span(action.due_text, "soon"));
    cr_expect_eq(action.due.month, 0);
    cr_expect_str_eq(action.status, "open");
    cr_assert(read_row("Buy a lamp", "", "", "", &action));
    cr_expect_eq(action.owner_count, 0);
    cr_expect_eq(action.due_text.length, 0);
    cr_assert(read_row("Buy a lamp", "TBD", "", "", &action));
    cr_expect_eq(action.owner_count, 0);
    cr_expect(action.owner_open);
    cr_assert(read_row(" ", "Ana", "", "", &action));
    cr_expect(is_span(action.text, "more"));
}

Test(action, a_row_without_a_text_is_no_action)
{
    static const enum action_column columns[] = {ACTION_COLUMN_OWNER, ACTION_COLUMN_OTHER};
    const struct text_span cells[] = {text_span_of("Ana"), text_span_of("Buy a lamp")};
    struct action action;
    cr_expect_not(action_read_row(columns, cells, 2, &action));
}

/* Writes an action within a text, and what is after it. */
static void describe_within(const char *text, char *found, size_t size)
{
    const struct text_span all = text_span_of(text);
    size_t end;
    const size_t at = action_find_within(all, 0, &end);
    snprintf(found, size, "%zu{%.*s}{%.*s}", at, (int)(end - at), text + at,
             (int)(all.length - end), text + end);
}

Test(action, a_sentence_within_a_paragraph_may_be_an_action)
{
    static const struct text_case cases[] = {
        {"It leaks. Action: Bob to mend it. Thanks.", "10{Action: Bob to mend it.}{ Thanks.}"},
        {"It leaks. \u2192 Aufgabe: Bob repariert es.", "10{\u2192 Aufgabe: Bob repariert es.}{}"},
        {"Il fuit. Action : Bob le r\u00e9pare.", "9{Action : Bob le r\u00e9pare.}{}"},
        {"Gotea. Acci\u00f3n: Bob lo repara.", "7{Acci\u00f3n: Bob lo repara.}{}"},
        {"Action: Bob to mend it.", "23{}{}"},
        {"It leaks. Actions speak louder: mend it.", "40{}{}"},
        {"It leaks; action: mend it.", "26{}{}"},
    };
    expect_texts(describe_within, cases, sizeof cases / sizeof *cases);
}

Test(action, a_task_has_neither_owner_nor_date)
{
    const struct text_span task = action_task(text_span_of("Bob to mend it by 3 June"));
    cr_expect(task.length == 7 && !memcmp(task.text, "mend it", 7), "%.*s", (int)task.length,
              task.text);
    cr_expect_eq(action_task(text_span_of("by 3 June")).length, 9);
}

Test(action, a_word_for_done_with_a_mark_closes_an_action)
{
    static const struct text_case cases[] = {
        {"A|Done: mend the pier", "X3 done [Done: mend the pier]"},
        {"A|Done mend the pier", "X3 open [Done mend the pier]"},
        {"A|Done", "X3 open [Done]"},
        {"A|()", "none"},
        {"A|(x)", "X3 open [(x)]"},
        {"A|(Action: Bob to mend it)", "X1 open [Bob to mend it] owner=Bob"},
        {"(Action: Bob to mend it).", "X1 open [Bob to mend it] owner=Bob"},
    };
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}

static const struct text_case owners_at_limits[] = {
    {"A|Ana, Bo, Cy, Di, Ed, Flo and Gus will write docs",
     "X3 open [Ana, Bo, Cy, Di, Ed, Flo and Gus will write docs] owner=Ana owner=Bo owner=Cy "
     "owner=Di owner=Ed owner=Flo owner=Gus"},
    {"A|[Ana) write docs]", "X3 open [[Ana) write docs]]"},
    {"A|(Ana] write docs)", "X3 open [(Ana] write docs)]"},
    {"A|[Ana write docs", "X3 open [[Ana write docs]"},
    {"A|(the lamp) write docs", "X3 open [(the lamp) write docs]"},
    {"A|Town Clerk: write docs", "X3 open [write docs] owner=Town Clerk"},
    {"A|the town clerk: write docs", "X3 open [write docs] owner=the town clerk"},
    {"A|Deputy Town Clerk: write docs", "X3 open [write docs] owner=Deputy Town Clerk"},
    {"A|The old deputy town clerk: write docs", "X3 open [The old deputy town clerk: write docs]"},
    {"A|Chair: write docs", "X3 open [write docs] owner=Chair"},
    {"A|the Chair: write docs", "X3 open [write docs] owner=the Chair"},
    {"A|the very old Chair: write docs", "X3 open [the very old Chair: write docs]"},
    {"A|All: write docs", "X3 open [write docs] # open"},
    {"A|Ana, 3 May: write docs", "X3 open [write docs] owner=Ana"},
    {"A|Ana, by May: write docs", "X3 open [write docs] owner=Ana"},
    {"A|3 May: write docs", "X3 open [3 May: write docs]"},
    {"A|Write docs (done)", "X3 done [Write docs (done)]"},
    {"A|Write docs (Ana, done)", "X3 done [Write docs (Ana, done)]"},
    {"A|Write docs (Ana / Bo)", "X3 open [Write docs] owner=Ana owner=Bo"},
    {"A|Write docs (Ana/)", "X3 open [Write docs] owner=Ana"},
    {"A|Write docs (@ana/@bo)", "X3 open [Write docs] owner=@ana owner=@bo"},
    {"A|Write docs (ana)", "X3 open [Write docs (ana)]"},
    {"A|Write docs (?? Ana)", "X3 open [Write docs] # open"},
    {"A|Write docs ()", "X3 open [Write docs ()]"},
    {"A|Write docs (Ana", "X3 open [Write docs (Ana]"},
    {"A|Write docs Ana)", "X3 open [Write docs Ana)]"},
    {"A|Write docs (Ana]", "X3 open [Write docs] owner=Ana"},
    {"A|Write docs -> Ana.", "X3 open [Write docs] owner=Ana"},
    {"A|Write docs-> Ana", "X3 open [Write docs-> Ana]"},
    {"A|Write docs -> the lamp", "X3 open [Write docs -> the lamp]"},
    {"A|Write docs -> Ana -> Bo", "X3 open [Write docs -> Ana] owner=Bo"},
    {"A|Write docs \u2192 Ana", "X3 open [Write docs] owner=Ana"},
    {"A|Ana => write docs", "X3 open [write docs] owner=Ana"},
    {"A|Ana \u279c write docs", "X3 open [write docs] owner=Ana"},
    {"A|Ana -- write docs", "X3 open [write docs] owner=Ana"},
    {"A|Ana \u2014 write docs", "X3 open [write docs] owner=Ana"},
    {"A|Ana:\nwrite docs", "X3 open [write docs] owner=Ana"},
    {"A|Ana:write docs", "X3 open [Ana:write docs]"},
    {"A|Ana - Bo: write docs", "X3 open [Bo: write docs] owner=Ana"},
    {"A|@ana,@bo write docs", "X3 open [write docs] owner=@ana owner=@bo"},
    {"A|@ana and write docs", "X3 open [write docs] owner=@ana"},
    {"A|@ana andy writes docs", "X3 open [andy writes docs] owner=@ana"},
    {"A|@ana &write docs", "X3 open [&write docs] owner=@ana"},
    {"A|@ana today", "X3 open [today] owner=@ana"},
    {"A|write docs (@ana", "X3 open [write docs (@ana]"},
    {"A|write docs - @ana.", "X3 open [write docs] owner=@ana"},
    {"A|write docs @a", "X3 open [write docs] owner=@a"},
    {"A|write docs by@ana", "X3 open [write docs by@ana]"},
    {"A|Ana to write docs", "X3 open [Ana to write docs] owner=Ana"},
    {"A|the lamp will write docs", "X3 open [the lamp will write docs]"},
    {"A|Will write docs", "X3 open [Will write docs]"},
    {"TODO: ana bo: write docs", "X1 open [ana bo: write docs]"},
    {"TODO (ana, bo): write docs", "X1 open [write docs] owner=ana owner=bo"},
    {"TODO (ana, done): write docs", "none"},
    {"TODO (ana, the): write docs", "none"},
    {"TODO (abcdefghijklmnopqrst): write docs", "X1 open [write docs] owner=abcdefghijklmnopqrst"},
    {"TODO (abcdefghijklmnopqrstu): write docs", "none"},
    {"TODO (ana, ana): write docs", "X1 open [write docs] owner=ana"},
};

Test(action, owners_stand_at_their_marks)
{
    expect_exact_texts(describe, owners_at_limits,
                       sizeof owners_at_limits / sizeof *owners_at_limits);
}

static const struct text_case dues_at_limits[] = {
    {"A|Send mail by 12.05.", "X3 open [Send mail by 12.05.] due=by 12.05. 5-12"},
    {"A|Send mail by 31.12.", "X3 open [Send mail by 31.12.] due=by 31.12. 12-31"},
    {"A|Send mail by 32.12.", "X3 open [Send mail by 32.12.]"},
    {"A|Send mail by 31.13.", "X3 open [Send mail by 31.13.]"},
    {"A|Send mail by 0.12.", "X3 open [Send mail by 0.12.]"},
    {"A|Send mail by 1.0.", "X3 open [Send mail by 1.0.]"},
    {"A|Send mail by 1.1.", "X3 open [Send mail by 1.1.] due=by 1.1. 1-1"},
    {"A|Send mail by 12.05", "X3 open [Send mail by 12.05]"},
    {"A|Send mail by 123.05.", "X3 open [Send mail by 123.05.]"},
    {"A|Send mail by 12.055.", "X3 open [Send mail by 12.055.]"},
    {"A|Send mail by 31/12", "X3 open [Send mail by 31/12] due=by 31/12 12-31"},
    {"A|Send mail by 12/31", "X3 open [Send mail by 12/31] due=by 12/31 12-31"},
    {"A|Send mail by 32/12", "X3 open [Send mail by 32/12]"},
    {"A|Send mail by 12/32", "X3 open [Send mail by 12/32]"},
    {"A|Send mail by 13/13", "X3 open [Send mail by 13/13]"},
    {"A|Send mail by 0/12", "X3 open [Send mail by 0/12]"},
    {"A|Send mail by 12/0", "X3 open [Send mail by 12/0]"},
    {"A|Send mail by 1/1", "X3 open [Send mail by 1/1] due=by 1/1 1-1"},
    {"A|Send mail by 12/12", "X3 open [Send mail by 12/12] due=by 12/12 12-12"},
    {"A|Send mail by 24/7", "X3 open [Send mail by 24/7]"},
    {"A|Send mail by 24/8", "X3 open [Send mail by 24/8] due=by 24/8 8-24"},
    {"A|Send mail by 23/7", "X3 open [Send mail by 23/7] due=by 23/7 7-23"},
    {"A|Send mail by 1/2", "X3 open [Send mail by 1/2]"},
    {"A|Send mail by: 1/2", "X3 open [Send mail by: 1/2] due=by: 1/2 2-1"},
    {"A|Send mail by 2/1", "X3 open [Send mail by 2/1] due=by 2/1 1-2"},
    {"A|Send mail by 12/13", "X3 open [Send mail by 12/13] due=by 12/13 12-13"},
    {"A|Send mail by 13/12/", "X3 open [Send mail by 13/12/]"},
    {"A|Send mail by 13/12-", "X3 open [Send mail by 13/12-]"},
    {"A|Send mail by 13/12%", "X3 open [Send mail by 13/12%]"},
    {"A|Send mail by 13/12A", "X3 open [Send mail by 13/12A]"},
    {"A|Send mail by 13/12z", "X3 open [Send mail by 13/12z]"},
    {"A|Send mail by 13/12 again", "X3 open [Send mail by 13/12 again] due=by 13/12 12-13"},
    {"A|Send mail by mon", "X3 open [Send mail by mon]"},
    {"A|Send mail by Mon", "X3 open [Send mail by Mon] due=by Mon 0-0"},
    {"A|Enviar bis mar", "X3 open [Enviar bis mar]"},
    {"A|Send mail by monday", "X3 open [Send mail by monday] due=by monday 0-0"},
    {"A|Send mail by next Monday", "X3 open [Send mail by next Monday] due=by next Monday 0-0"},
    {"A|Send mail by next", "X3 open [Send mail by next]"},
    {"A|Send mail by end of May", "X3 open [Send mail by end of May]"},
    {"A|Send mail (3 June)", "X3 open [Send mail (3 June)] due=3 June 6-3"},
    {"A|Send mail (3 June).", "X3 open [Send mail (3 June).] due=3 June 6-3"},
    {"A|Send mail (31/12)", "X3 open [Send mail (31/12)]"},
    {"A|Send mail (31/12/2031)", "X3 open [Send mail (31/12/2031)] due=31/12/2031 12-31"},
    {"A|Send mail (by 31/12)", "X3 open [Send mail (by 31/12)] due=by 31/12 12-31"},
    {"A|Send mail (Ana, 3 June)", "X3 open [Send mail] owner=Ana due=3 June 6-3"},
    {"A|Send mail (Ana, 3 June 2031)", "X3 open [Send mail] owner=Ana due=3 June 2031 6-3"},
    {"A|Send mail (after 3 June)", "X3 open [Send mail (after 3 June)]"},
    {"A|Send mail (due: 3 June)", "X3 open [Send mail] due=3 June 6-3"},
    {"A|Send mail 3 June)", "X3 open [Send mail 3 June)]"},
    {"A|(3 June)", "X3 open [(3 June)]"},
    {"A| (3 June)", "X3 open [(3 June)]"},
    {"A|Send mail by 3 June or by 4 June",
     "X3 open [Send mail by 3 June or by 4 June] due=by 3 June 6-3"},
    {"A|Ask by the way. Send by 4 June.",
     "X3 open [Ask by the way. Send by 4 June.] due=by 4 June. 6-4"},
};

Test(action, a_due_date_is_a_day_that_exists)
{
    expect_exact_texts(describe, dues_at_limits, sizeof dues_at_limits / sizeof *dues_at_limits);
}

static const struct text_case states_at_limits[] = {
    {"A|mail \u2714", "X3 done [mail \u2714]"},
    {"A|mail \u2714 to Ana", "X3 open [mail \u2714 to Ana]"},
    {"A|Send mail (abcdef abcdefghijkl done)", "X3 open [Send mail (abcdef abcdefghijkl done)]"},
    {"A|Send mail (cancelled)", "X3 dropped [Send mail (cancelled)]"},
    {"A|Send mail - cancelled", "X3 dropped [Send mail - cancelled]"},
    {"A|Send mail \u2013 done", "X3 done [Send mail \u2013 done]"},
    {"A|Send mail \u2013done", "X3 open [Send mail \u2013done]"},
    {"A|Send mail -done", "X3 open [Send mail -done]"},
    {"A|Send mail : done", "X3 done [Send mail : done]"},
    {"A|Send mail :done", "X3 done [Send mail :done]"},
    {"A|Send mail (not done)", "X3 open [Send mail (not done)]"},
    {"A|Send (mail done)", "X3 open [Send (mail done)]"},
    {"A|- done", "X3 done [- done]"},
    {"A|(done)", "X3 done [(done)]"},
    {"A|\u2714 Send mail", "X3 done [Send mail]"},
    {"A|\u2713 Send mail", "X3 done [Send mail]"},
    {"A|ma\u2714 abc", "X3 done [ma\u2714 abc]"},
    {"A|mai\u2714 abc", "X3 done [mai\u2714 abc]"},
    {"A|\u2705", "none"},
    {"A|Done - send mail", "X3 done [Done - send mail]"},
    {"S|Ana to send mail", "X5 open inferred [Ana to send mail] owner=Ana"},
    {"S|Send", "none"},
    {"S|Mail", "none"},
    {"S|The mail", "none"},
    {"A|None.", "none"},
    {"A|[none]", "none"},
    {"A|Lamps:", "none"},
    {"A|No actions today", "none"},
    {"Action: none", "none"},
    {"R|Send mail - cancelled", "X7 dropped [Send mail - cancelled]"},
    {"[x] Send mail - cancelled", "X4 dropped [Send mail - cancelled]"},
};

Test(action, a_state_is_the_word_at_the_end)
{
    expect_exact_texts(describe, states_at_limits,
                       sizeof states_at_limits / sizeof *states_at_limits);
}

/* Writes the state that a cell says. */
static void describe_state(const char *text, char *found, size_t size)
{
    const char *state = action_state_of(text_span_of(text));
    snprintf(found, size, "%s", state ? state : "none");
}

Test(action, a_cell_says_a_state_unless_a_part_is_open)
{
    static const struct text_case cases[] = {
        {"done", "done"},
        {"Done on 3 May", "done"},
        {"50 % done", "none"},
        {"100 % done", "done"},
        {"100% done, 50% paid", "done"},
        {"not done", "none"},
        {"almost done", "none"},
        {"cancelled", "dropped"},
        {"not cancelled", "none"},
        {"done, then cancelled", "dropped"},
        {"not cancelled, done", "none"},
        {"open", "none"},
        {"", "none"},
    };
    expect_exact_texts(describe_state, cases, sizeof cases / sizeof *cases);
}
