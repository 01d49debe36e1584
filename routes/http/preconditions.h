/* The entity tags of conditional requests (RFC 9110, sections 8.8.3 and 13.1). */
#pragma once

#include <stdbool.h>

/* The two ways to compare entity tags (RFC 9110, section 8.8.3.2). */
enum entity_tag_comparison {
    COMPARE_STRONGLY, /* for If-Match: a weak tag matches nothing */
    COMPARE_WEAKLY    /* for If-None-Match */
};

/* Returns true if a list of tags is "*", or holds one that matches `entity_tag`, which is strong
 * and in its quotation marks. If the list breaks the grammar, the tags from there on are ignored.
 */
bool entity_tag_listed(const char *list, const char *entity_tag,
                       enum entity_tag_comparison comparison);
