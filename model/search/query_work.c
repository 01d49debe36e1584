#include "search/query_work.h"

#include "search/vocabulary.h"
#include "work/work.h"

#include <string.h>

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

uint64_t query_phrase_work(const struct search_query *query, const struct vocabulary *vocabulary,
                           const struct search_phrase *phrase)
{
    struct query_reading reading = {0, 0, 0};
    add_phrase(query, vocabulary, phrase, &reading);
    return reading.units;
}

/* Returns the most records in which a phrase may be: the occurrences of its rarest term. */
static uint64_t phrase_instances(const struct search_query *query,
                                 const struct vocabulary *vocabulary,
                                 const struct search_phrase *phrase)
{
    struct query_reading reading = {0, 0, 0};
    add_phrase(query, vocabulary, phrase, &reading);
    return reading.instances;
}

/* Adds the units for looking in the lists of phrases for the records of the rarest one, of which
 * there are at most `records`. The lists of a prefix are merged, and so read as a whole. */
static uint64_t seeking_work(const struct search_query *query, const struct vocabulary *vocabulary,
                             const struct search_phrase *phrases, size_t count, uint64_t records)
{
    uint64_t units = 0;
    for (size_t i = 0; i < count; i++) {
        const struct search_phrase *phrase = &phrases[i];
        const uint64_t reading = query_phrase_work(query, vocabulary, phrase);
        const uint64_t seeking = records * phrase->count * WORK_SEEK;
        const bool merged = query->terms[phrase->first + phrase->count - 1].is_prefix;
        units += merged || reading < seeking ? reading : seeking;
    }
    return units;
}

uint64_t query_matching_work(const struct search_query *query, const struct vocabulary *vocabulary)
{
    uint64_t records = query->phrase_count ? UINT64_MAX / WORK_SEEK / SEARCH_TERMS_MAX : 0;
    for (size_t i = 0; i < query->phrase_count; i++) {
        const uint64_t instances = phrase_instances(query, vocabulary, &query->phrases[i]);
        records = instances < records ? instances : records;
    }
    return seeking_work(query, vocabulary, query->phrases, query->phrase_count, records) +
           seeking_work(query, vocabulary, query->excluded, query->excluded_count, records);
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

/* Returns the end of the next quoted text of an expression, after the star if it has one. */
static const char *end_of_clause(const char *expression)
{
    const char *end = strchr(strchr(expression, '"') + 1, '"') + 1;
    return *end == '*' ? end + 1 : end;
}

/* Removes a phrase from a query, whose expression has a clause for each in the same order. The
 * query has another one. */
static void leave_out(struct search_query *query, size_t phrase)
{
    const char *clause = query->expression, *end;
    for (size_t i = 0; i < phrase; i++)
        clause = end_of_clause(clause);
    end = end_of_clause(clause);
    const size_t after = phrase ? 0 : strlen(" AND ");
    char *begin = query->expression + (phrase ? clause - query->expression : 1);
    memmove(begin, end + after, strlen(end + after) + 1);
    query->phrase_count--;
    memmove(&query->phrases[phrase], &query->phrases[phrase + 1],
            (query->phrase_count - phrase) * sizeof *query->phrases);
}

static size_t most_frequent(const struct search_query *query, const struct vocabulary *vocabulary)
{
    size_t found = 0;
    uint64_t most = 0;
    for (size_t i = 0; i < query->phrase_count; i++) {
        const uint64_t units = query_phrase_work(query, vocabulary, &query->phrases[i]);
        if (units <= most)
            continue;
        most = units;
        found = i;
    }
    return found;
}

bool query_choose_ranked(const struct search_query *query, const struct vocabulary *vocabulary,
                         struct search_query *ret_ranked)
{
    const uint64_t matching = query_matching_work(query, vocabulary);
    if (!query->work || query->phrase_count < 2 ||
        work_affords(query->work, query_work(query, vocabulary, true)))
        return false;
    *ret_ranked = *query;
    while (ret_ranked->phrase_count > 1) {
        leave_out(ret_ranked, most_frequent(ret_ranked, vocabulary));
        if (work_affords(query->work, matching + query_work(ret_ranked, vocabulary, true)))
            return true;
    }
    return false;
}
