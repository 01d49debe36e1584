/* Preconditions of a request (RFC 9110, section 13), and entity tags (section 8.8.3). */
#pragma once

#include "http/request.h"

#include <stdbool.h>

enum preconditions {
    PRECONDITIONS_MET,          /* the response is sent; also if there are no preconditions */
    PRECONDITIONS_NOT_MODIFIED, /* 304: the client has the current representation */
    PRECONDITIONS_FAILED        /* 412: the client requires another representation */
};

/* Evaluates the preconditions of a request in the order of RFC 9110, section 13.2.2. `entity_tag`
 * and `last_modified` are the header values of the complete 200. */
enum preconditions preconditions_judge(const struct request *request, const char *entity_tag,
                                       const char *last_modified);

/* How entity tags are compared (RFC 9110, section 8.8.3.2). */
enum entity_tag_comparison {
    ENTITY_TAG_STRONG, /* for If-Match: a weak tag never matches */
    ENTITY_TAG_WEAK    /* for If-None-Match */
};

/* Reports whether a list of tags is "*" or contains `entity_tag`, which is strong and has its
 * quotation marks. Tags after an error in the grammar are ignored. */
bool preconditions_list_tag(const char *list, const char *entity_tag,
                            enum entity_tag_comparison comparison);
