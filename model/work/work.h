/* The work of one request: a counter with a limit. Each step of an answer spends units of the
 * limit, and the answer stops when they are used up.
 *
 * Work is counted, not timed, so that the same request to the same archive is refused on every
 * machine or on none. It does not depend on caches either: an order that a cache has counts as
 * much as one that is made, and an index that all later requests share counts nothing. A unit is
 * about a nanosecond on one core of a server of 2020. The costs below are measured on an archive of
 * 200 meetings (10,000 records), as the time of a loop divided by what it did, and rounded up. So
 * WORK_DEFAULT is about 100 milliseconds there, and no request takes over 150.
 *
 * A request is first answered within WORK_TRIAL units, on a thread that has other connections. If
 * that is not enough, the request is costly: it is answered again from the beginning, within the
 * whole limit, on a thread for such requests (net/costly_threads.h). A trial is deterministic as
 * well.
 *
 * The processor time of the thread is a backstop, for work that is not counted well.
 *
 * All functions accept NULL: work without a limit, as for an export.
 *
 * May include: base.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WORK_MILLION UINT64_C(1000000)
#define WORK_DEFAULT (100 * WORK_MILLION)
#define WORK_TRIAL (2 * WORK_MILLION)
#define WORK_TRIAL_SHORT (WORK_TRIAL / 16) /* of a client that has costly requests waiting */

enum {
    WORK_SECONDS_MAX = 2 /* of processor time */
};

/* The costs of single steps, in units. */
enum {
    WORK_POSTING = 25,         /* reading an occurrence of a word in the search index */
    WORK_SEEK = 5000,          /* finding a record in the list of a frequent word, by its index */
    WORK_PREFIX_POSTING = 100, /* the same for a prefix: the lists of its words are merged */
    WORK_INSTANCE = 2,         /* comparing an occurrence in a hit with one phrase of the search */
    WORK_HIT = 400,            /* ranking a record that a search finds */
    WORK_SNIPPET_WORD = 60,    /* reading a word for a snippet */
    WORK_SNIPPET_TERM = 2,     /* comparing it with a word of the search */
    WORK_TEST = 20,            /* comparing a value with an operand of a filter */
    WORK_TEXT_BYTE = 1,        /* looking for an operand at one byte of a value */
    WORK_WIDE_BYTE = 8,        /* the same for a byte that is not ASCII, which is folded */
    WORK_ENTRY = 2,            /* visiting an entry of a value index */
    WORK_VALUE = 10,           /* offering a value to a facet */
    WORK_TEXT_KEY = 1000,      /* making the key by which a short text is sorted */
    WORK_COMPARISON = 10,      /* comparing two records by one key */
    WORK_RECORD = 200,         /* beginning to write a record */
    WORK_BYTE = 6,             /* writing a byte of an answer */
    WORK_INDENTED_BYTE = 6,    /* indenting a byte of JSON */
    WORK_INDEXED = 1000,       /* building an index of a record's value, sorting included: 1,200 to
                                  2,500 instructions */
    WORK_KEY_BYTE = 40,    /* the same for each byte of a text, of which a key is made: 90 to 110
                              instructions, so a title takes about 3,000 units */
    WORK_BROTLI_BYTE = 12, /* compressing a byte */
    WORK_BROTLI_PAGE_BYTE = 24,
    WORK_GZIP_BYTE = 12,
    WORK_ZSTD_BYTE = 4
};

/* The part of a request that work is spent for. */
enum work_purpose {
    WORK_SEARCH,
    WORK_SNIPPETS,
    WORK_FILTERS,
    WORK_ORDER,
    WORK_FACETS,
    WORK_INCLUDED, /* records of included relations */
    WORK_WRITING,  /* all other records, and the coding of the answer */
    WORK_PURPOSE_COUNT
};

struct work {
    uint64_t limit;   /* of this attempt: that of the request, or less in a trial */
    uint64_t allowed; /* of the request */
    uint64_t spent;
    uint64_t next_look; /* the spent units from which on the limit and the clock are looked at */
    int64_t deadline;   /* in nanoseconds of the thread's processor time */
    uint64_t shared;    /* units that all later requests share */
    uint64_t by_purpose[WORK_PURPOSE_COUNT];
    /* The parameters of the filter that is evaluated, and of the one that took most units so far.
     */
    const char *filter, *chief_filter;
    uint64_t filter_began, chief_filter_units; /* in units for filters */
    size_t counted;                            /* the bytes of the answer that are counted */
    bool used_up;
};

/* Begins the work of a request, on the calling thread. If `trial` is not 0, at most so many units
 * may be spent in this attempt. */
void work_begin(struct work *work, uint64_t allowed, uint64_t trial);

/* Looks at the limit and the clock; called by work_spend. Returns false if the work is used up. */
bool work_look(struct work *work);

/* Spends units. Returns false if more than the limit is spent now, or was before; the caller then
 * stops, and its result is not used. */
static inline bool work_spend(struct work *work, enum work_purpose purpose, uint64_t units)
{
    if (!work)
        return true;
    work->spent += units;
    work->by_purpose[purpose] += units;
    return work->spent < work->next_look || work_look(work);
}

/* Spends WORK_BYTE for each byte of an answer that is not counted yet; the answer has `length`
 * bytes. */
static inline bool work_spend_bytes(struct work *work, enum work_purpose purpose, size_t length)
{
    if (!work || length <= work->counted)
        return !work || !work->used_up;
    const size_t bytes = length - work->counted;
    work->counted = length;
    return work_spend(work, purpose, bytes * WORK_BYTE);
}

/* Begins the evaluation of a filter, which ends at the next call; NULL begins none. `parameter` is
 * borrowed. */
void work_set_filter(struct work *work, const char *parameter);

/* Returns the units for making the key by which a text of `bytes` bytes is sorted. */
static inline uint64_t work_of_text_key(size_t bytes)
{
    const uint64_t units = bytes * (uint64_t)WORK_KEY_BYTE;
    return units > WORK_TEXT_KEY ? units : WORK_TEXT_KEY;
}

/* Returns the units for sorting records by `keys` keys. */
uint64_t work_of_sorting(size_t records, size_t keys);

/* Reports whether the units are within the limit of the request, also in a trial, for work that the
 * answer can do without. */
bool work_affords(const struct work *work, uint64_t units);

/* Reports whether the work is used up. */
static inline bool work_is_used_up(const struct work *work)
{
    return work && work->used_up;
}

/* Reports whether the work is used up because it is a trial: the request is costly. */
bool work_is_costly(const struct work *work);

/* Begins work of about `units` that all later requests share, such as building an index. It does
 * not count, except that a trial in which it would take more than the limit is used up: returns
 * false then. */
bool work_begin_shared(struct work *work, uint64_t units);

/* Ends it: the processor time since `began`, of work_clock, does not count. */
void work_end_shared(struct work *work, int64_t began);

/* Returns the processor time of the calling thread, in nanoseconds. */
int64_t work_clock(void);

/* Returns the purpose for which most units were spent; of equal ones the first. */
enum work_purpose work_chief_purpose(const struct work *work);
