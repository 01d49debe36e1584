/* A citation of a record, such as a paper, a decision or a document: the parts that BibTeX, RIS,
 * CSL-JSON and the head of a page share.
 *
 * May include: http.
 */
#pragma once

#include "archive/plain_date.h"
#include "base/buffer.h"

#include <stdbool.h>

enum citation_kind {
    CITATION_PAPER,    /* a paper given at a meeting */
    CITATION_SPEECH,   /* remarks or a statement at a meeting */
    CITATION_PROPOSAL, /* a policy proposal made at a meeting */
    CITATION_PART,     /* another part of a meeting, such as a session or a decision */
    CITATION_MEETING,
    CITATION_DOCUMENT, /* a source, such as a report */
    CITATION_KIND_COUNT
};

/* The date of a citation. `to` has a count of 0 if the citation has a single date; `from` has one,
 * too, if the recorded date has no first or no last day. */
struct citation_date {
    const struct value *recorded;
    struct plain_date from, to;
    bool about;       /* true if `recorded` says more or less than the days above */
    bool approximate; /* true if `recorded` is about a date: it has "?", "~", "%", or "X" in a year
                       */
    int season;       /* of a single date, from 1 for spring; 0 if it is none */
};

/* Pointers are borrowed: from the record, and `origin` and `base_path` from the caller. */
struct citation {
    const struct record *record;
    enum citation_kind kind;
    const struct value *title;    /* without a value if the record has no title or label */
    const struct record *meeting; /* the meeting of the paper, speech or proposal, or NULL */
    const struct record *session; /* its session, or NULL */
    struct citation_date date;
    const struct value *doi; /* the value of its identifier "doi", or value_absent */
    /* The address of the service. A record without a URL of its own is cited at its address there.
     */
    const char *origin;    /* such as "https://example.org"; NULL if it is not public */
    const char *base_path; /* or NULL */
};

/* The types of record that can be cited. A person, an organization, a topic or an event is nothing
 * to cite. */
#define CITATION_TYPES                                                                           \
    (TARGET(TYPE_PAPER) | TARGET(TYPE_PROPOSAL) | TARGET(TYPE_DOCUMENT) | TARGET(TYPE_MEETING) | \
     TARGET(TYPE_SESSION) | TARGET(TYPE_AGENDA_ITEM) | TARGET(TYPE_DISCUSSION) |                 \
     TARGET(TYPE_DECISION) | TARGET(TYPE_ACTION))

/* Writes the first year that a date may mean: 0 is 1 BC, -1 is 2 BC. Returns false if it has none.
 */
bool citation_first_year(const struct citation_date *date, int64_t *ret_year);

/* Returns the citation of a record. A record of a type that cannot be cited gets the kind
 * CITATION_PAPER, and a meeting is dated by itself. `origin` and `base_path` may be NULL. */
struct citation citation_of(const struct record *record, const char *origin, const char *base_path);

/* Returns the kind of a document whose title is only that of its meeting, such as "minutes", for a
 * place that is to tell them apart ("Minutes: 4th council meeting"); NULL for any other record, and
 * if the title has that word. */
const char *citation_kind_before_title(const struct record *record);

/* Returns the date of a record of a meeting, or else that of its session, if it is exact; else the
 * date of the citation. */
struct citation_date citation_own_date(const struct citation *citation);

/* Returns the date for a citation in words: of a session or another part of a meeting its own, of a
 * paper or speech that of the meeting, as the styles want it. */
struct citation_date citation_date_in_text(const struct citation *citation);

/* Returns the date for formats with a single one, no more exact than the record: of a record of a
 * meeting its own date, or that of its session, else what the first and last day have in common. It
 * has no parts if no date is recorded. */
struct plain_date citation_known_date(const struct citation *citation);

/* Returns the person who is author number `index`, from 0, or NULL after the last. */
const struct record *citation_author(const struct citation *citation, size_t index);

/* A name of an author. The values are borrowed from the record. */
struct citation_name {
    const struct value *family, *given; /* without a value unless the record has both */
    const struct value *whole;
};

/* Sets `name` to that of author number `index`. A speaker who is no person of the record is an
 * author in the words of the source. Returns false after the last. */
bool citation_read_name(const struct citation *citation, size_t index, struct citation_name *name);

/* Appends a part of a citation as human-readable text, or nothing if the record lacks it. */
typedef void citation_append_function(struct buffer *out, const struct citation *citation);

/* The title, after citation_kind_before_title; else the first sentence of the text; else a
 * description in brackets. */
citation_append_function citation_append_title;
citation_append_function citation_append_genre;    /* such as "Statement" or "Decision 12" */
citation_append_function citation_append_place;    /* city and country of the meeting */
citation_append_function citation_append_keywords; /* subject headings */
citation_append_function citation_append_url;      /* its own URL, else its address here */
citation_append_function citation_append_note;     /* session, item, missing title, date */
