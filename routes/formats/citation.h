/* The reference to a paper, a proposal or a document: what BibTeX and CSL-JSON have in common. */
#pragma once

#include "base/buffer.h"
#include "formats/plain_date.h"

enum citation_kind {
    CITATION_PAPER,    /* a paper given at a meeting */
    CITATION_SPEECH,   /* remarks or a statement there */
    CITATION_PROPOSAL, /* a policy proposal made there */
    CITATION_DOCUMENT  /* a source, such as a report */
};

/* The date of a citation: `from` and perhaps `to`, which have no parts if the recorded date has no
 * first or no last day. */
struct citation_date {
    const struct value *recorded;
    struct plain_date from, to;
    bool about; /* true if the record is vaguer than these */
};

/* Borrows everything from the record. */
struct citation {
    const struct record *record;
    enum citation_kind kind;
    const struct value *title;    /* has no value if the record gives none */
    const struct record *meeting; /* at which it was given, or NULL */
    const struct record *session; /* likewise */
    struct citation_date date;
};

struct citation citation_of(const struct record *record);

/* Returns the author `index`, a person, or NULL after the last. */
const struct record *citation_author(const struct citation *citation, size_t index);

/* Appends a part of a citation to human-readable text; may append nothing. */
typedef void citation_append_function(struct buffer *out, const struct citation *citation);

citation_append_function citation_append_title;    /* or a substitute in brackets */
citation_append_function citation_append_genre;    /* as in "Statement" or "Policy proposal 12" */
citation_append_function citation_append_place;    /* city and country of the meeting */
citation_append_function citation_append_keywords; /* its subject headings */
citation_append_function citation_append_note;     /* session, missing title, vague date */
