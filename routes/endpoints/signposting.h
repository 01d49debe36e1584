/* Typed links of a record for machines (Signposting, signposting.org): the members of `Link` that
 * lead from a page or its data to what they are about. */
#pragma once

#include "endpoints/resource.h"

enum {
    SIGNPOSTING_AUTHORS_MAX = 5 /* links to authors in one `Link` */
};

/* Appends the links of a single record to the value of a `Link`, each after a comma: `type`,
 * `cite-as`, `author`, `item` with the text of a document, and `describedby` with each format of
 * citations and of linked data. The text itself has `collection` with its record in place of them.
 * Addresses are complete if the public address is known. Links that would make the value much
 * longer than 1,500 bytes are omitted. */
void signposting_append(struct buffer *out, const struct call *call,
                        const struct resource *resource);
