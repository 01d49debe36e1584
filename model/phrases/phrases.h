/* The grammar of minutes below the document: what a phrase of English, German, French or Spanish
 * says. It reads dates, times, members of the attendance, decisions with their votes, and actions.
 *
 * All texts are UTF-8 in which Markdown's marks are resolved already: no emphasis, no backslash
 * escapes, no entities; a link is its text. Results point into these texts (struct text_span), so
 * the texts must outlive them. All functions take linear time, and use no recursion.
 *
 * May include: base, values.
 */
#pragma once

#include "phrases/action.h"
#include "phrases/date.h"
#include "phrases/decision.h"
#include "phrases/member.h"
#include "phrases/sentence.h"
#include "phrases/text_span.h"
#include "phrases/time.h"
