/* What tells records with the same label apart, such as the sessions of a conference that are
 * called after their track. Private to the folder. */
#pragma once

#include "layout/layout.h"

enum {
    APART_DETAILS_MAX = 4,                      /* the meeting, the date, the room, the id */
    APART_DETAIL_BYTES = SAY_MEETING_BYTES - 1, /* of one detail */
    APART_BYTES = APART_DETAILS_MAX * (APART_DETAIL_BYTES + 2) + 1 /* each after ", " */
};

/* Writes the first `count` details of a record, each after ", "; not the meeting of the page. The
 * last detail, the id, is no word of the record. Returns the length. */
size_t apart_say(const struct page *page, const struct record *record, size_t count,
                 char text[APART_BYTES]);

/* Writes the label of record `index` of a list, and as many details as tell it apart from all
 * others in it that have its label. Others may be NULL. Returns the length. */
size_t apart_say_label(const struct page *page, const struct record *const *records, size_t count,
                       size_t index, char text[RECORD_LABEL_MAX + APART_BYTES]);
