/* The record that a path names by its first two segments: by its id, or by its number if no other
 * record of the collection has that. */
#pragma once

#include "endpoints/call.h"

enum {
    NAMED_RECORD_CHOICES_MAX = 100 /* listed if several records have the number */
};

struct named_record {
    const struct collection *collection;
    const struct record *record; /* the only one, or NULL */
    bool by_other_name;          /* true if its canonical URL is another */
    const char *suffix;          /* the rest of the segment after the name, or "" */
    const struct record *choices[NAMED_RECORD_CHOICES_MAX];
    size_t choice_count; /* above 1 if the number is ambiguous */
};

/* Finds the record. Returns false, with 404 or 300 answered, if no record or several have the
 * name. */
bool named_record_find(const struct call *call, struct named_record *ret_named,
                       struct response *response);

/* Appends to a `Link` the link to a collection: rel="collection". */
void named_record_append_collection_link(struct buffer *out, const char *base_path,
                                         const struct collection *collection);
