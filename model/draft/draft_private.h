/* The members of a draft. Private to model/draft. */
#pragma once

#include "draft/draft.h"
#include "draft/draft_text.h"

#include <stdint.h>

/* A record, the lines that it cites, and the rule by which it was found. */
struct draft_entry {
    json_t *object;
    struct line_span *lines;
    size_t line_count;
    size_t line_capacity;
    uint64_t elsewhere; /* the set of the first 64 citations that are of lines of other records */
    const char *rule;
};

struct draft_entries {
    struct draft_entry *at;
    size_t count;
    size_t capacity;
    json_t *places; /* the place of each record by its id */
};

/* The explanation of lines that made no record. */
struct draft_explanation {
    struct line_span lines;
    const char *what;
    const char *rule;
};

struct draft {
    const struct draft_source *source;
    struct draft_entries entries[TYPE_COUNT];
    const char *document;   /* the id of the document of the source; NULL before it is added */
    json_t *spare;          /* returned in place of a record if out of memory */
    struct draft_text text; /* the whole draft, if a reader has written it; else its text is NULL */
    struct draft_note refusal;
    bool refused;
    struct draft_note *warnings;
    size_t warning_count;
    size_t more_warnings;
    struct draft_unread *unread;
    size_t unread_count;
    struct {
        struct draft_explanation *at;
        size_t count;
        size_t capacity;
    } explanations;
    bool out_of_memory;
};
