/* The words of a search. Private to the folder. */
#pragma once

#include "assistant/tool.h"

/* Reports whether a text has a word to search for. If not, notes as a failure of the argument that
 * nothing could be found. */
bool words_check(struct tool_call *call, const char *argument, const char *words);
