/* The parts of the writer of HTML. Private to the folder. */
#pragma once

#include "markup/markup.h"

/* Ends the start tag of the innermost element, if it is still open. */
void markup_end_tag(struct markup *markup);

/* Appends text, escaped. Characters that HTML does not allow become U+FFFD. */
void markup_escape(struct markup *markup, const char *text, size_t length);
