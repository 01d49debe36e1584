#include "meeting_page/positions.h"

enum {
    ARGUMENTS_MAX = 200 /* of a paper, that are looked at */
};

/* Returns the field with the arguments of a paper, or NULL. */
static const struct field *find_arguments(const struct record_type *type)
{
    for (size_t i = 0; i < type->fields.count; i++)
        if (record_page_has_statements(&type->fields.at[i]))
            return type->fields.at + i;
    return NULL;
}

static struct statement choose_argument(const struct record *paper, struct claim *subject)
{
    const struct field *field = find_arguments(paper->type);
    const struct value *arguments = field ? record_page_value(paper, field) : &value_absent;
    size_t best = 0, most = 0;
    for (size_t i = 0; i < arguments->count && i < ARGUMENTS_MAX; i++) {
        const struct value *text = members_value(arguments->items[i].members, 0);
        const size_t words = claim_count(subject, text->text, text->count);
        if (words <= most)
            continue;
        most = words;
        best = i;
    }
    if (!field || !arguments->count)
        return (struct statement){.sources = &value_absent};
    const struct members *chosen = arguments->items[best].members;
    const struct value *text = members_value(chosen, 0);
    const struct field *sources = record_page_find_sources(field->members);
    return (struct statement){text->text, text->count,
                              members_value(chosen, (size_t)(sources - field->members.at)),
                              best + 1};
}

struct statement position_statement(const struct record *record, struct claim *subject)
{
    const struct value *text = record_value(record, ROLE_DESCRIPTION);
    if (record->type == &paper_type)
        return choose_argument(record, subject);
    return (struct statement){text->text, text->count, record_page_sources(record), 0};
}

bool position_has_statement(const struct record *record)
{
    const struct field *field = record->type == &paper_type ? find_arguments(record->type) : NULL;
    return (field ? record_page_value(record, field) : record_value(record, ROLE_DESCRIPTION))
               ->count > 0;
}
