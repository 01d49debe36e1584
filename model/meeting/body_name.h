/* The name of the body that meets, in the title of its minutes (D4). */
#pragma once

#include "phrases/text_span.h"

/* Returns the name of the body that a title contains, or an empty text: "Harbour Council" for
 * "Minutes of the Harbour Council, 12 May 2031". */
struct text_span phrase_body_name(struct text_span title);

/* Returns the bytes of the ending of the German genitive at the end of the first word of a name,
 * which is a part of `title`: 1 in "des Vorstands des Hafenvereins", 2 in "des Ausschusses"; 0 if
 * it has none. */
size_t phrase_genitive_ending(struct text_span title, struct text_span name);
