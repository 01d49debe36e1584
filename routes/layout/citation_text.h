/* A citation as text. */
#pragma once

#include "archive/record.h"
#include "markup/markup.h"

/* Appends a citation in the manner of the Chicago Manual of Style: the authors, the title, the
 * meeting, its place and its date. `meeting` may be NULL. Each text of the record is isolated, so
 * the citation has the direction of the page. */
void citation_text_write(const struct record *record, const struct record *meeting,
                         struct markup *markup);
