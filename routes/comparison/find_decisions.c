/* The decisions on which several people voted. */
#include "comparison/find_private.h"
#include "work/work.h"

/* Reports whether a decision is about a subject of the comparison. */
static bool is_about(const struct comparison *comparison, const struct record *decision)
{
    const struct value *subjects = record_value(decision, ROLE_SUBJECT);
    for (size_t i = 0; i < subjects->count; i++)
        for (size_t at = 0; at < comparison->subject_count; at++)
            if (subjects->items[i].record == comparison->subjects[at])
                return true;
    return false;
}

static bool is_known(const struct comparison *comparison, const struct record *decision)
{
    for (size_t i = 0; i < comparison->decision_count; i++)
        if (comparison->decisions[i].record == decision)
            return true;
    return false;
}

/* Adds a decision if several of the people voted on it. */
static void add_decision(struct record_page *page, struct comparison *comparison,
                         const struct record *record)
{
    struct compared_decision decision = {.record = record};
    size_t voted = 0;
    for (size_t i = 0; i < comparison->people_count; i++) {
        decision.options[i] = vote_find_option(record, comparison->people[i], page->work);
        voted += decision.options[i] != NULL;
    }
    if (voted >= COMPARED_PEOPLE_LEAST)
        comparison->decisions[comparison->decision_count++] = decision;
}

void comparison_find_decisions(struct record_page *page, struct comparison *comparison)
{
    /* The last person has no decision with another that the others do not have. */
    for (size_t person = 0; person + 1 < comparison->people_count; person++) {
        size_t count;
        const struct record *const *decisions =
            relations_find_members(page, comparison->people[person], &decision_type, &count);
        for (size_t i = 0; i < count && i < COMPARED_RECORDS_MAX &&
                           comparison->decision_count < COMPARED_DECISIONS_MAX;
             i++) {
            if (!work_spend(page->work, WORK_WRITING, WORK_TEST))
                return;
            if ((!comparison->chosen || is_about(comparison, decisions[i])) &&
                !is_known(comparison, decisions[i]))
                add_decision(page, comparison, decisions[i]);
        }
    }
}
