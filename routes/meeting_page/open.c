/* The section "What is left open" of the page of a meeting. */
#include "meeting_page/meeting_page_private.h"
#include "work/work.h"

enum {
    SHOWN_MAX = 10,    /* records of each kind */
    RECORDS_MAX = 5000 /* of a meeting that are looked at */
};

/* The records that are left open, under their headings. */
struct open {
    struct record_page *page;
    const char *heading;
    bool section, list; /* true if they are open in the page */
    size_t count;
};

static bool is_kind(const struct record *record, enum field_role role, const char *kind)
{
    const struct value *value = record_value(record, role);
    return value->count && strcmp(value->text, kind) == 0;
}

static void begin_section(struct open *open)
{
    if (!open->section)
        page_open_section(open->page->page, "open", "What is left open", false);
    open->section = true;
}

/* Writes a record that is left open, unless there are enough. The first one begins the list, and
 * the section. Its source is beside it, if `sourced` is true. */
static void add_open(struct open *open, const struct record *record, bool sourced)
{
    struct page *page = open->page->page;
    if (open->count++ >= SHOWN_MAX)
        return;
    begin_section(open);
    if (!open->list) {
        markup_element(&page->markup, "h3", open->heading, NULL);
        markup_open(&page->markup, "ul", "class", sourced ? "rows beside" : "rows", NULL);
    }
    open->list = true;
    if (record->type == &discussion_type)
        question_write(open->page, record);
    else if (sourced)
        row_write_with_source(open->page, record);
    else
        row_write(page, record, false);
    work_spend_bytes(open->page->work, WORK_WRITING, page->markup.out->length);
}

static void end_list(struct open *open, const char *more)
{
    struct markup *markup = &open->page->page->markup;
    if (open->list)
        markup_close(markup, "ul");
    if (open->count > SHOWN_MAX) {
        markup_open(markup, "p", "class", "note", NULL);
        markup_text(markup, "And ");
        markup_number(markup, open->count - SHOWN_MAX);
        markup_text(markup, more);
        markup_close(markup, "p");
    }
    open->list = false;
    open->count = 0;
}

/* Reports whether the record has an answer to a question: a reply, or an answer as the next point
 * of the same item or session. */
static bool is_answered(const struct record_page *page, const struct record *question,
                        const struct record *next)
{
    static const enum field_role places[] = {ROLE_AGENDA_ITEM, ROLE_SESSION};
    const struct relation *replies =
        archive_relation(page->page->archive, &discussion_type, "replies", strlen("replies"));
    size_t count = 0;
    if (replies)
        relation_members(replies, question, &count);
    if (count || !next || !is_kind(next, ROLE_KIND, "answer"))
        return count > 0;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (record_value(question, places[i])->record != record_value(next, places[i])->record)
            return false;
    return true;
}

static void add_questions(struct open *open)
{
    size_t count;
    const struct record *const *points =
        relations_find_members(open->page, open->page->record, &discussion_type, &count);
    open->heading = "Questions to which the record has no answer";
    for (size_t i = 0; i < count && i < RECORDS_MAX; i++) {
        const struct record *next = i + 1 < count ? points[i + 1] : NULL;
        if (!work_spend(open->page->work, WORK_WRITING, WORK_TEST))
            break;
        if (is_kind(points[i], ROLE_KIND, "question") && !is_answered(open->page, points[i], next))
            add_open(open, points[i], true);
    }
    end_list(open, " more in the discussions");
}

/* Adds the decisions of the meeting that have one of two results. */
static void add_decisions(struct open *open, const char *heading, const char *result,
                          const char *other)
{
    size_t count;
    const struct record *const *decisions =
        relations_find_members(open->page, open->page->record, &decision_type, &count);
    open->heading = heading;
    for (size_t i = 0; i < count && i < RECORDS_MAX; i++)
        if (is_kind(decisions[i], ROLE_RESULT, result) || is_kind(decisions[i], ROLE_RESULT, other))
            add_open(open, decisions[i], true);
    end_list(open, " more decisions");
}

/* Adds the actions that are not done; the meeting has their sources among its outcomes. */
static void add_actions(struct open *open)
{
    size_t count;
    const struct record *const *actions =
        relations_find_members(open->page, open->page->record, &action_type, &count);
    open->heading = "Actions not reported as done";
    for (size_t i = 0; i < count && i < RECORDS_MAX; i++)
        if (!action_is_closed(actions[i]))
            add_open(open, actions[i], false);
    end_list(open, " more actions");
}

/* Returns the number of proposals that are only proposed or provisional. */
static size_t count_unsettled(const struct open *open)
{
    size_t count, unsettled = 0;
    const struct record *const *proposals =
        relations_find_members(open->page, open->page->record, &proposal_type, &count);
    for (size_t i = 0; i < count && i < RECORDS_MAX; i++) {
        const struct value *result = row_find_result(open->page->page, proposals[i]);
        unsettled += result->count && (strcmp(result->text, "proposed") == 0 ||
                                       strcmp(result->text, "provisional") == 0);
    }
    return unsettled;
}

/* Writes how many proposals wait for a decision. */
static void write_unsettled(struct open *open)
{
    struct page *page = open->page->page;
    const size_t count = count_unsettled(open);
    if (!count)
        return;
    begin_section(open);
    markup_open(&page->markup, "p", "class", "say", NULL);
    markup_open(&page->markup, "a", NULL);
    page_href(page,
              url_of_relation(page->base_path, open->page->record,
                              relations_find(open->page, open->page->record, &proposal_type)),
              NULL);
    markup_number(&page->markup, count);
    markup_text(&page->markup, count == 1 ? " proposal" : " proposals");
    markup_close(&page->markup, "a");
    markup_text(&page->markup, count == 1 ? " was" : " were");
    markup_text(&page->markup, " left without a decision.");
    markup_close(&page->markup, "p");
}

void open_write(struct record_page *page)
{
    struct open open = {.page = page};
    add_decisions(&open, "Deferred or referred", "deferred", "referred");
    add_decisions(&open, "Without a decision", "none", "none");
    write_unsettled(&open);
    add_actions(&open);
    add_questions(&open);
    if (open.section)
        page_close_section(page->page);
}
