/* Typed links for machines (Signposting, signposting.org): the members of `Link` that lead from a
 * page of a record, or from its data, to related resources. */
#pragma once

#include "endpoints/resource.h"

enum {
    SIGNPOSTING_AUTHORS_MAX = 5 /* links to authors in one `Link` */
};

/* Appends the links of a single record to the value of a `Link`, each after a comma: `type`,
 * `cite-as`, `author`, `item` with the text of a document, and `describedby` with each format of
 * citations and of linked data. The text of a document has only `collection`, with its record.
 * Addresses are complete if the public address is known. Stops at the first link after about 1,500
 * appended bytes; authors take at most about half of them. */
void signposting_append(struct buffer *out, const struct call *call,
                        const struct resource *resource);
