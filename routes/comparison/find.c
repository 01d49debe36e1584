/* Finds what each person said on each subject. */
#include "comparison/find_private.h"
#include "work/work.h"

static void add(struct comparison *comparison, const struct compared_statement *statement)
{
    if (comparison->statement_count < COMPARED_STATEMENTS_MAX)
        comparison->statements[comparison->statement_count++] = *statement;
}

/* Adds the arguments of a paper that are on a subject, at most `max`; its abstract if none is. */
static void add_paper(struct record_page *page, struct comparison *comparison,
                      struct compared_statement statement, struct claim *label, size_t max)
{
    struct argument found[ARGUMENTS_MAX];
    const size_t count = arguments_find(page, statement.record,
                                        comparison->subjects[statement.subject], label, found);
    for (size_t i = 0; i < count && i < max; i++) {
        statement.text = found[i].text;
        statement.sources = found[i].sources;
        statement.argument = found[i].number;
        statement.of = arguments_of(statement.record)->count;
        add(comparison, &statement);
    }
    if (!count && statement.text->count)
        add(comparison, &statement);
}

static bool is_on(const struct record *record, const struct record *subject)
{
    const bool topics = subject->type == &topic_type;
    const struct record *other;
    for (size_t at = 0; (other = compared_subject_at(record, topics, at)); at++)
        if (other == subject)
            return true;
    return false;
}

/* Adds what a person said on a subject in papers or points. */
static void add_records(struct record_page *page, struct comparison *comparison,
                        const struct record_type *type, size_t subject, size_t person,
                        struct claim *label)
{
    size_t count;
    const size_t before = comparison->statement_count;
    const struct record *who = comparison->people[person];
    const struct record *const *records = relations_find_members(page, who, type, &count);
    for (size_t i = 0; i < count && i < COMPARED_RECORDS_MAX; i++) {
        const size_t added = comparison->statement_count - before;
        if (!work_spend(page->work, WORK_WRITING, WORK_TEST) || added >= COMPARED_OF_PERSON_MAX)
            return;
        if (!is_on(records[i], comparison->subjects[subject]) ||
            !compared_is_said_by(records[i], who))
            continue;
        const struct compared_statement statement = {.person = person,
                                                     .subject = subject,
                                                     .record = records[i],
                                                     .text =
                                                         record_value(records[i], ROLE_DESCRIPTION),
                                                     .sources = record_page_sources(records[i])};
        if (type == &paper_type)
            add_paper(page, comparison, statement, label, COMPARED_OF_PERSON_MAX - added);
        else
            add(comparison, &statement);
    }
}

static void find_statements(struct record_page *page, struct comparison *comparison, size_t subject)
{
    const struct value *words = record_label(comparison->subjects[subject]);
    struct claim label;
    claim_init(&label);
    claim_add(&label, words->text, words->count);
    for (size_t person = 0; person < comparison->people_count; person++) {
        add_records(page, comparison, &paper_type, subject, person, &label);
        add_records(page, comparison, &discussion_type, subject, person, &label);
    }
    page->page->markup.out->failed |= label.failed;
    claim_finish(&label);
}

void comparison_find(struct record_page *page, struct comparison *comparison)
{
    if (!comparison->chosen)
        comparison_find_subjects(page, comparison);
    for (size_t subject = 0; subject < comparison->subject_count; subject++)
        find_statements(page, comparison, subject);
    comparison_find_decisions(page, comparison);
}
