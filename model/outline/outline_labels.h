/* Lines that begin a part of minutes, or a fact of their head, and are not headings in Markdown
 * (P5, I3, Z1). */
#pragma once

#include "markdown/markdown.h"

/* Reports whether a line is a label and nothing else that begins the agenda, the minutes or the
 * actions: "Agenda:", "**Action items**". */
bool outline_is_part_label(const struct markdown *markdown, size_t line);

/* Reports whether a text begins with a label of the head before a colon: that of a date, a time, a
 * place, an attendance or a role. */
bool outline_is_head_fact(struct text_span text);

/* Reports whether a line of a paragraph is such a fact. */
bool outline_is_head_label(const struct markdown *markdown, size_t line);

/* Reports whether a line begins with a label of the end before a colon: that of the next meeting or
 * of the time of the end. */
bool outline_is_tail_label(const struct markdown *markdown, size_t line);

/* Reports whether a line is a numbered title in bold letters, alone or above its text: "1.
 * **Finances**", "**2. Finances**". */
bool outline_is_bold_number(const struct markdown *markdown, size_t line);

/* Reports whether the entries of the numbered list that begins at a line are titles, most of which
 * have text of their own below. */
bool outline_is_titled_list(const struct markdown *markdown, size_t line);

/* Reports whether all long words of a text of several words begin with capitals or are numbers. */
bool outline_is_in_title_case(struct text_span text);

/* Reports whether a line is a short title, in such words and no name, that begins a paragraph and
 * is directly above a sentence. */
bool outline_is_title_line(const struct markdown *markdown, size_t line);
