/* The classes of words of model/wording, for spans. */
#pragma once

#include "phrases/text_span.h"
#include "wording/words.h"

/* Returns true if a span is a phrase of a class. */
static inline bool span_is(enum words_class words, struct text_span span)
{
    return words_is(words, span.text, span.length);
}

/* Returns true if a span has a phrase of a class. */
static inline bool span_has(enum words_class words, struct text_span span)
{
    return words_has(words, span.text, span.length);
}

/* Returns the length of the phrase with which a span begins, or 0. */
static inline size_t span_at(enum words_class words, struct text_span span)
{
    return span.length ? words_at(words, span.text, span.length) : 0;
}
