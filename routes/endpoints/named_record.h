/* The record that the first two segments of a path name: by its id, or by its number if no other
 * record of the collection has the number. */
#pragma once

#include "endpoints/call.h"

enum {
    NAMED_RECORD_CHOICES_MAX =
        100 /* the most records that are listed if they have the same number */
};

struct named_record {
    const struct collection *collection;
    const struct record *record; /* the only record with the name, or NULL */
    const struct record *kept;   /* that with which the record of this id was joined, or NULL */
    bool by_other_name;          /* true if the path is not its canonical URL */
    const char *suffix;          /* the rest of the segment after the name, or "" */
    const struct record *choices[NAMED_RECORD_CHOICES_MAX];
    size_t choice_count; /* above 1 if the number is ambiguous */
};

/* Finds the record. Returns false, with 404 or 300 answered, if no record or several have the
 * name, and with 308 answered if the record was joined with another one. */
bool named_record_find(const struct call *call, struct named_record *ret_named,
                       struct response *response);

/* Appends a link to a collection, with rel="collection", to the value of a `Link`. */
void named_record_append_collection_link(struct buffer *out, const char *base_path,
                                         const struct collection *collection);
