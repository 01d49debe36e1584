#include "base/utf8.h"
#include "meeting_page/positions.h"

#include <strings.h>

enum {
    ARGUMENTS_MAX = 200, /* of a paper, that are looked at */
    WORDS_MAX = 8,       /* of a label */
    WORD_LEAST = 4,      /* bytes of a word that may say what the subject is */
    STEM_MAX = 6         /* bytes of its beginning that other forms of it have, too */
};

/* Reports whether a text has the beginning of a word. */
static bool has_stem(const struct value *text, const char *stem, size_t length)
{
    for (size_t i = 0; i + length <= text->count; i++)
        if ((i == 0 || text->text[i - 1] == ' ' || text->text[i - 1] == '"') &&
            strncasecmp(text->text + i, stem, length) == 0)
            return true;
    return false;
}

/* Counts the words of a label that a text has in some form. */
static size_t count_words(const struct value *text, const struct value *label)
{
    size_t words = 0, found = 0;
    for (size_t at = 0; at < label->count && words < WORDS_MAX;) {
        const size_t length = strcspn(label->text + at, " -/");
        if (length >= WORD_LEAST) {
            const size_t stem =
                length > STEM_MAX ? utf8_cut_length(label->text + at, STEM_MAX) : length - 1;
            found += has_stem(text, label->text + at, stem);
            words++;
        }
        at += length + 1;
    }
    return found;
}

/* Returns the field with the arguments of a paper, or NULL. */
static const struct field *find_arguments(const struct record_type *type)
{
    for (size_t i = 0; i < type->fields.count; i++)
        if (record_page_has_statements(&type->fields.at[i]))
            return type->fields.at + i;
    return NULL;
}

static struct statement choose_argument(const struct record *paper, const struct record *subject)
{
    const struct field *field = find_arguments(paper->type);
    const struct value *arguments = field ? record_page_value(paper, field) : &value_absent;
    size_t best = 0, most = 0;
    for (size_t i = 0; i < arguments->count && i < ARGUMENTS_MAX; i++) {
        const struct value *text = members_value(arguments->items[i].members, 0);
        const size_t words = count_words(text, record_label(subject));
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

struct statement position_statement(const struct record *record, const struct record *subject)
{
    const struct value *text = record_value(record, ROLE_DESCRIPTION);
    if (record->type == &paper_type)
        return choose_argument(record, subject);
    return (struct statement){text->text, text->count, record_page_sources(record), 0};
}
