/* The sources of a statement, and its fields of any kind. Private to the folder. */
#pragma once

#include "assistant/statement.h"

/* Returns the cited places of a list of sources, which may be NULL: document, url, lines or pages,
 * and the quoted words. A listed statement has only the first ones. */
json_t *statement_sources(const struct mcp *mcp, const json_t *sources, enum statement_size size);

/* Returns a text as words, cut unless the statement is whole. */
json_t *statement_text(const json_t *text, enum statement_size size);

/* Returns a value of a field with its words marked: a text of more than one word becomes an object,
 * a record becomes a reference. Returns NULL if it is NULL, null or an empty list. */
json_t *statement_value(const struct mcp *mcp, json_t *value);
