/* What a reference to a paper, a proposal or a document says: the common ground of BibTeX and
 * CSL-JSON. */
#pragma once

#include "base/buffer.h"
#include "formats/plain_date.h"

enum citation_kind {
    CITATION_PAPER,    /* a paper given at a meeting */
    CITATION_SPEECH,   /* remarks or a statement there */
    CITATION_PROPOSAL, /* a policy proposal made there */
    CITATION_DOCUMENT  /* a source, such as a report */
};

/* When: `from` and perhaps `to`; neither has parts where the date has no bounds. */
struct citation_date {
    const struct value *recorded;
    struct plain_date from, to;
    bool about; /* the record is less sure of it */
};

/* All of it is borrowed from the record. */
struct citation {
    const struct record *record;
    enum citation_kind kind;
    const struct value *title;    /* without a value where the record gives none */
    const struct record *meeting; /* at which it was given, or NULL */
    const struct record *session; /* likewise */
    struct citation_date date;
};

struct citation citation_of(const struct record *record);

/* The person `index` of its authors, or NULL behind the last. */
const struct record *citation_author(const struct citation *citation, size_t index);

/* The title, or in brackets what stands for one. */
void citation_append_title(struct buffer *out, const struct citation *citation);

/* What sort of thing it is, for people: "Statement", "Policy proposal 12". */
void citation_append_genre(struct buffer *out, const struct citation *citation);

/* The city and country of the meeting; the subject headings; the sitting, and what a reader should
 * know of title and date. Each may be nothing. */
void citation_append_place(struct buffer *out, const struct citation *citation);
void citation_append_keywords(struct buffer *out, const struct citation *citation);
void citation_append_note(struct buffer *out, const struct citation *citation);
