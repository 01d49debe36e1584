/* The page of a comparison: for each subject a column for each person. On a narrow screen the
 * columns follow each other. */
#include "comparison/comparison.h"
#include "schema/types/every_record.h"
#include "work/work.h"

#include <stdio.h>

enum {
    TITLE_BYTES = COMPARED_PEOPLE_MAX * (RECORD_LABEL_MAX + 8),
    ID_BYTES = 32
};

/* Stores the names of the people: "Ada, Bo and Cy". Returns the length. */
static size_t say_people(const struct comparison *comparison, char title[TITLE_BYTES])
{
    size_t length = 0;
    for (size_t i = 0; i < comparison->people_count; i++) {
        char label[RECORD_LABEL_MAX];
        const int name = (int)record_write_label(comparison->people[i], label);
        const char *joint = !i ? "" : i + 1 < comparison->people_count ? ", " : " and ";
        length +=
            (size_t)snprintf(title + length, TITLE_BYTES - length, "%s%.*s", joint, name, label);
    }
    return length;
}

/* Appends the topics that were asked for, as many as have room: " on Harbour light". Returns the
 * length. */
static size_t say_topics(const struct comparison *comparison, char title[TITLE_BYTES],
                         size_t length)
{
    for (size_t i = 0; comparison->chosen && i < comparison->subject_count; i++) {
        char label[RECORD_LABEL_MAX];
        const size_t name = record_write_label(comparison->subjects[i], label);
        if (length + strlen(" on ") + name >= TITLE_BYTES)
            break;
        length += (size_t)snprintf(title + length, TITLE_BYTES - length, "%s%s", i ? ", " : " on ",
                                   label);
    }
    return length;
}

/* Writes what is compared, in one sentence. */
static void write_lead(struct record_page *page, const struct comparison *comparison)
{
    struct markup *markup = &page->page->markup;
    markup_open(markup, "p", "class", "lead", NULL);
    if (comparison->chosen) {
        markup_text(markup, "What each of them said on ");
        for (size_t i = 0; i < comparison->subject_count; i++) {
            markup_text(markup, i ? ", " : "");
            page_link_record(page->page, comparison->subjects[i]);
        }
        markup_text(markup, ", side by side.");
    } else if (comparison->subject_count) {
        markup_text(markup,
                    "What each of them said on the subjects on which several of them spoke, "
                    "side by side.");
    } else {
        markup_text(markup, "The record has no topic on which several of them spoke.");
    }
    markup_close(markup, "p");
}

static void write_head(struct record_page *page, const struct comparison *comparison)
{
    struct markup *markup = &page->page->markup;
    markup_open(markup, "div", "class", "head", NULL);
    markup_element(markup, "p", "Comparison", "class", "kicker", NULL);
    markup_open(markup, "h1", "class", "long", NULL);
    for (size_t i = 0; i < comparison->people_count; i++) {
        char name[RECORD_LABEL_MAX];
        const size_t length = record_write_label(comparison->people[i], name);
        markup_text(markup, !i ? "" : i + 1 < comparison->people_count ? ", " : " and ");
        markup_name(markup, name, length);
    }
    markup_close(markup, "h1");
    write_lead(page, comparison);
    page_write_actions(page->page);
    markup_close(markup, "div");
}

static void write_statement(struct record_page *page, const struct compared_statement *statement)
{
    struct markup *markup = &page->page->markup;
    markup_open(markup, "li", NULL);
    markup_prose(markup, "p", statement->text->text, statement->text->count, NULL);
    markup_open(markup, "p", "class", "soft", NULL);
    said_open_place(page->page, statement->record, statement->argument, statement->of);
    markup_close(markup, "span");
    markup_close(markup, "p");
    sources_write_short(page, statement->sources, statement->text->text, statement->text->count);
    markup_close(markup, "li");
    markup_break(markup);
    work_spend(page->work, WORK_WRITING, WORK_RECORD);
    work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
}

/* Writes the column of a person. `*at` is the first statement of the person on the subject, if
 * there is one, and becomes the first of the next person. */
static void write_column(struct record_page *page, const struct comparison *comparison,
                         size_t subject, size_t person, size_t *at)
{
    struct markup *markup = &page->page->markup;
    const struct compared_statement *statements = comparison->statements;
    const size_t first = *at;
    while (*at < comparison->statement_count && statements[*at].subject == subject &&
           statements[*at].person == person)
        ++*at;
    markup_open(markup, "div", NULL);
    markup_open(markup, "h3", NULL);
    page_link_record(page->page, comparison->people[person]);
    markup_close(markup, "h3");
    if (first == *at)
        markup_element(markup, "p", "Nothing in the record", "class", "soft", NULL);
    else
        markup_open(markup, "ul", NULL);
    for (size_t i = first; i < *at && !work_is_used_up(page->work); i++)
        write_statement(page, &statements[i]);
    if (first < *at)
        markup_close(markup, "ul");
    markup_close(markup, "div");
}

/* Writes a name with a word of the record after it: "Ada supports". */
static void write_word(struct page *page, const struct record *person, const struct value *word,
                       bool first)
{
    struct markup *markup = &page->markup;
    char name[RECORD_LABEL_MAX], text[SAY_BYTES];
    const size_t length = record_write_label(person, name);
    markup_text(markup, first ? "" : ", ");
    markup_name(markup, name, length);
    markup_text(markup, " ");
    if (word->count < SAY_BYTES && !strchr(word->text, ' '))
        markup_text(markup, say_term(word->text, false, text));
    else
        markup_name(markup, word->text, word->count);
}

/* Writes the stances on one record, and whether they are the same. */
static void write_stance(struct page *page, const struct comparison *comparison,
                         const struct compared_stance *stance)
{
    struct markup *markup = &page->markup;
    bool first = true;
    markup_open(markup, "li", NULL);
    markup_open(markup, "b", NULL);
    markup_text(markup, comparison_of_stances(stance) == AGREEMENT_SAME ? "Same stance"
                                                                        : "Different stances");
    markup_close(markup, "b");
    markup_text(markup, " on ");
    page_link_record(page, stance->about);
    markup_text(markup, ": ");
    for (size_t i = 0; i < comparison->people_count; i++) {
        if (!stance->points[i])
            continue;
        write_word(page, comparison->people[i], record_value(stance->points[i], ROLE_STANCE),
                   first);
        record_page_mark_role(page, stance->points[i], ROLE_STANCE);
        first = false;
    }
    markup_close(markup, "li");
}

static void write_stances(struct page *page, const struct comparison *comparison, size_t subject)
{
    struct compared_stance stances[COMPARED_STANCES_MAX];
    const size_t count = comparison_stances(comparison, subject, stances);
    if (!count)
        return;
    markup_open(&page->markup, "ul", "class", "agreement", NULL);
    for (size_t i = 0; i < count; i++)
        write_stance(page, comparison, &stances[i]);
    markup_close(&page->markup, "ul");
}

/* Writes a subject. `*at` is as in write_column. */
static void write_subject(struct record_page *page, const struct comparison *comparison,
                          size_t subject, size_t *at)
{
    struct markup *markup = &page->page->markup;
    char id[ID_BYTES];
    snprintf(id, sizeof id, "subject-%zu", subject + 1);
    markup_open(markup, "section", "class", "sec", "id", id, NULL);
    markup_open(markup, "h2", NULL);
    page_link_record(page->page, comparison->subjects[subject]);
    markup_close(markup, "h2");
    write_stances(page->page, comparison, subject);
    markup_open(markup, "div", "class", "compared", NULL);
    for (size_t person = 0; person < comparison->people_count; person++)
        write_column(page, comparison, subject, person, at);
    markup_close(markup, "div");
    markup_close(markup, "section");
    markup_break(markup);
}

static void write_decision(struct record_page *page, const struct comparison *comparison,
                           const struct compared_decision *decision)
{
    struct markup *markup = &page->page->markup;
    bool first = true;
    markup_open(markup, "li", NULL);
    markup_open(markup, "p", "class", "t", NULL);
    page_link_record(page->page, decision->record);
    markup_close(markup, "p");
    markup_open(markup, "p", NULL);
    markup_open(markup, "b", NULL);
    markup_text(markup,
                comparison_of_votes(decision) == AGREEMENT_SAME ? "Same vote" : "Different votes");
    markup_close(markup, "b");
    markup_text(markup, ": ");
    for (size_t i = 0; i < comparison->people_count; i++) {
        if (!decision->options[i])
            continue;
        write_word(page->page, comparison->people[i], decision->options[i], first);
        first = false;
    }
    markup_close(markup, "p");
    row_write_details(page->page, decision->record, false);
    sources_write_of_ballots(page, decision->record, comparison->people, comparison->people_count);
    markup_close(markup, "li");
    markup_break(markup);
}

static void write_decisions(struct record_page *page, const struct comparison *comparison)
{
    if (!comparison->decision_count)
        return;
    page_open_section(page->page, "votes", "How they voted", false);
    markup_open(&page->page->markup, "ul", "class", "rows beside", NULL);
    for (size_t i = 0; i < comparison->decision_count && !work_is_used_up(page->work); i++) {
        write_decision(page, comparison, &comparison->decisions[i]);
        work_spend(page->work, WORK_WRITING, WORK_RECORD);
        work_spend_bytes(page->work, WORK_WRITING, page->page->markup.out->length);
    }
    markup_close(&page->page->markup, "ul");
    page_close_section(page->page);
}

void comparison_page_write(struct record_page *page, const struct comparison *comparison)
{
    char title[TITLE_BYTES];
    size_t at = 0;
    const size_t length = say_topics(comparison, title, say_people(comparison, title));
    page_begin(page->page, (struct page_text){title, length, true}, page_text_of(""), false);
    page_write_trail(page->page, "Comparison");
    write_head(page, comparison);
    for (size_t i = 0; i < comparison->subject_count && !work_is_used_up(page->work); i++)
        write_subject(page, comparison, i, &at);
    write_decisions(page, comparison);
    page_end(page->page);
}
