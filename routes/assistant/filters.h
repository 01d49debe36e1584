/* The filters of list_records: an object of fields and their values. Private to the folder. */
#pragma once

#include "assistant/tool.h"
#include "requests/fetch.h"

struct record_type;

/* Adds the filters of a call to the target of a list. Returns false, with a failure noted, if one
 * is not a filter or has no value. */
bool filters_add(struct tool_call *call, struct fetch_target *list);

/* Adds a note to the content of a list without records if a filter names a record that does not
 * exist. */
void filters_note(const struct tool_call *call, const struct record_type *type,
                  const struct fetch_target *list, json_t *content);
