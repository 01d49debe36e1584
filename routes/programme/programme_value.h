/* The values of records and of objects in records, by their roles. */
#pragma once

#include "archive/record.h"
#include "base/buffer.h"

/* Returns the value of a member of an item of the field with the role `list`, or value_absent. */
const struct value *programme_member(const struct record *record, enum field_role list,
                                     const struct value *item, enum field_role member);

/* Returns the record to which the reference with a role leads, or NULL. */
const struct record *programme_target(const struct record *record, enum field_role role);

/* Reports whether a value is a word. */
bool programme_is_word(const struct value *value, const char *word);

/* Appends a text that programs may take for HTML. If it has tags or references to characters, these
 * are escaped, and its paragraphs become those of HTML. */
void programme_append_paragraphs(struct buffer *out, const struct value *text);
