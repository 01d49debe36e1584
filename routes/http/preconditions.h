/* Preconditions of a request (RFC 9110, section 13), and entity tags (section 8.8.3). */
#pragma once

#include "http/request.h"

#include <stdbool.h>

enum preconditions {
    PRECONDITIONS_MET,          /* the response is sent as it is; also without preconditions */
    PRECONDITIONS_NOT_MODIFIED, /* 304: the client has this very representation */
    PRECONDITIONS_FAILED        /* 412: the client requires another state of it */
};

/* Evaluates the preconditions of a request in their order (RFC 9110, section 13.2.2). The two
 * header values are those of the complete 200. */
enum preconditions preconditions_judge(const struct request *request, const char *entity_tag,
                                       const char *last_modified);

/* How entity tags are compared (RFC 9110, section 8.8.3.2). */
enum entity_tag_comparison {
    ENTITY_TAG_STRONG, /* for If-Match: a weak tag never matches */
    ENTITY_TAG_WEAK    /* for If-None-Match */
};

/* Reports whether a list of tags is "*" or contains `entity_tag`, which is strong and has its
 * quotation marks. A list that breaks the grammar matches nothing from there on. */
bool preconditions_list_tag(const char *list, const char *entity_tag,
                            enum entity_tag_comparison comparison);
