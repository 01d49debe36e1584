#include "search/query_work.h"

#include "search/vocabulary.h"
#include "work/work.h"

/* The reading of a query's words, and the phrases in which SQLite looks for them. */
struct query_reading {
    uint64_t units;
    uint64_t instances; /* of phrases in records, or more */
    uint64_t phrases;
};

static uint64_t form_occurrences(const struct search_query *query,
                                 const struct vocabulary *vocabulary,
                                 const struct search_term *term, size_t form)
{
    const struct search_form *bytes = &query->forms[term->first_form + form];
    return vocabulary_occurrences(vocabulary, query->form_bytes + bytes->begin, bytes->length,
                                  form < term->prefix_count);
}

/* Returns the occurrences of `count` forms of a term from `first` on. */
static uint64_t forms_occurrences(const struct search_query *query,
                                  const struct vocabulary *vocabulary,
                                  const struct search_term *term, size_t first, size_t count)
{
    uint64_t occurrences = 0;
    for (size_t i = first; i < first + count; i++)
        occurrences += form_occurrences(query, vocabulary, term, i);
    return occurrences;
}

/* Adds a phrase. SQLite reads the forms of a term as one list. If the last term is a prefix, each
 * of its further forms is a phrase of its own, with the other terms repeated. */
static void add_phrase(const struct search_query *query, const struct vocabulary *vocabulary,
                       const struct search_phrase *phrase, struct query_reading *reading)
{
    const struct search_term *first = &query->terms[phrase->first];
    const struct search_term *last = first + phrase->count - 1;
    uint64_t before = 0, least = UINT64_MAX;
    for (const struct search_term *term = first; term < last; term++) {
        const uint64_t occurrences =
            forms_occurrences(query, vocabulary, term, 0, term->form_count);
        before += occurrences;
        least = occurrences < least ? occurrences : least;
    }
    size_t count = last->prefix_count ? last->prefix_count : last->form_count;
    for (size_t i = 0; i < last->form_count; i += count, count = 1) {
        const uint64_t occurrences = forms_occurrences(query, vocabulary, last, i, count);
        reading->units +=
            before * WORK_POSTING +
            occurrences * (i < last->prefix_count ? WORK_PREFIX_POSTING : WORK_POSTING);
        reading->instances += occurrences < least ? occurrences : least;
        reading->phrases++;
    }
}

uint64_t query_work(const struct search_query *query, const struct vocabulary *vocabulary,
                    bool ranked)
{
    struct query_reading reading = {0, 0, 0};
    for (size_t i = 0; i < query->phrase_count; i++)
        add_phrase(query, vocabulary, &query->phrases[i], &reading);
    for (size_t i = 0; i < query->excluded_count; i++)
        add_phrase(query, vocabulary, &query->excluded[i], &reading);
    return ranked ? 2 * reading.units + reading.instances * reading.phrases * WORK_INSTANCE
                  : reading.units;
}
