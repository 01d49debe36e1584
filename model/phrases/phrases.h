/* The grammar of minutes below the document: what a phrase of English, German, French or Spanish
 * says. It reads dates, times and the words of sentences. model/members reads the
 * attendance with it, model/outcomes decisions and model/actions actions.
 *
 * All texts are UTF-8 in which Markdown's marks are resolved already: no emphasis, no backslash
 * escapes, no entities; a link is its text. Results point into these texts (struct text_span), so
 * the texts must outlive them. All functions take linear time, and use no recursion.
 *
 * May include: base, values, wording.
 */
#pragma once

#include "phrases/date.h"
#include "phrases/duration.h"
#include "phrases/pattern.h"
#include "phrases/sentence.h"
#include "phrases/text_span.h"
#include "phrases/time.h"
#include "phrases/word_class.h"
