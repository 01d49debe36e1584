#include "search/query_work.h"

#include "search/vocabulary.h"
#include "work/work.h"

/* The reading of a query's words, and the phrases in which SQLite looks for them. */
struct query_reading {
    uint64_t units;
    uint64_t instances; /* of phrases in records, or more */
    uint64_t phrases;
};

static uint64_t term_occurrences(const struct search_query *query,
                                 const struct vocabulary *vocabulary,
                                 const struct search_term *term)
{
    const struct search_form *forms = &query->forms[term->first_form];
    uint64_t occurrences = 0;
    for (size_t i = 0; i < term->form_count; i++)
        occurrences += vocabulary_occurrences(vocabulary, query->form_bytes + forms[i].begin,
                                              forms[i].length, term->is_prefix);
    return occurrences;
}

/* Adds a phrase. SQLite reads the forms of a term as one list. */
static void add_phrase(const struct search_query *query, const struct vocabulary *vocabulary,
                       const struct search_phrase *phrase, struct query_reading *reading)
{
    const struct search_term *first = &query->terms[phrase->first];
    uint64_t least = UINT64_MAX;
    for (const struct search_term *term = first; term < first + phrase->count; term++) {
        const uint64_t occurrences = term_occurrences(query, vocabulary, term);
        reading->units += occurrences * (term->is_prefix ? WORK_PREFIX_POSTING : WORK_POSTING);
        least = occurrences < least ? occurrences : least;
    }
    reading->instances += least;
    reading->phrases++;
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

bool query_words_occur(const struct search_query *query, const struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < query->phrase_count; i++)
        for (size_t j = 0; j < query->phrases[i].count; j++)
            if (!term_occurrences(query, vocabulary, &query->terms[query->phrases[i].first + j]))
                return false;
    return true;
}
