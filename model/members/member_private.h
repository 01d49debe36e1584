/* The parts of reading an entry. Private to members/member*.c. */
#pragma once

#include "members/member.h"
#include "phrases/pattern.h"
#include "wording/words.h"

/* Returns true if any word of a text is of a class. */
bool member_any_word_is(enum words_class words, const struct sentence *sentence);

/* Returns true if `letters` are the first letters of the words of a name, in their order. */
bool member_is_initials(struct text_span letters, struct text_span name);

/* Returns true if a text is 2 to 4 capitals. */
bool member_is_short_form(struct text_span text);

/* Returns true if a text is a role or an office, of at most five words. */
bool member_is_role(struct text_span part, unsigned *ret_roles);

/* Returns a text without the marks at its ends; the point of a legal form stays. */
struct text_span member_strip_part(struct text_span part);

/* Reads when a member came or left: "bis 11:55 Uhr", "joined at 14:25Z", "left 10:30". Returns
 * false if the text does not say that. */
bool member_read_presence(struct text_span part, struct member *member);

/* Reads who votes for a member, or whom the member represents: "voix donnée à N", "for N" (A3).
 * Returns false if the text does not say that. */
bool member_read_proxy(struct text_span part, struct member *member);

/* Returns the offset of a remark without brackets after the name at the beginning of a text: "until
 * item 4" of "N until item 4", "via Zoom". Returns the length of the text if it has none. */
size_t member_remark_at(struct text_span text);

/* Returns true if an entry of a list that commas divide is not a member, but says something of the
 * one before it: "Treasurer" of "N, Treasurer, N", "via Zoom", "until item 4". */
bool member_is_beside(struct text_span text);

/* Divides "A to B" in a list of proxies: B votes for A. Returns A, or the whole entry if it does
 * not name B. */
struct text_span member_divide_proxy(struct text_span entry, struct member *member);

/* Reads a number of people: "22 socias", "plus 3 guests", "zwei Gäste". */
bool member_read_count(struct text_span text, struct member *member);

/* Exchanges the name and what is beside it if the entry begins with the office, the organization or
 * the handle of a person: "President: N", "Liste A: N", "@h (N)". */
void member_swap_name(struct member *member);

/* Reads the cell of a status: whether a member was there, and how (A1). A text without a known word
 * means that the member was there; it is kept as `unknown`. */
void member_read_status(struct text_span cell, struct member *member);

/* Returns true if a text says that a member is excused. */
bool member_is_excuse(struct text_span text);

/* Returns the length of a mark such as a tick at the beginning of a text, or 0. *ret_status is
 * STATUS_PRESENT or STATUS_ABSENT, as the mark says. */
size_t member_mark_at(struct text_span text, enum member_status *ret_status);

/* Returns true if a cell has a mark, in a column of marks. */
bool member_is_marked(struct text_span cell);

/* Reads the parts of a text that commas and " / " divide. `bracket` is true if it was in
 * brackets. */
void member_read_parts(struct text_span text, bool bracket, struct member *member);
