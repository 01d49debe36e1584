/* The words of a search. Private to the folder. */
#pragma once

#include "assistant/tool.h"
#include "requests/fetch.h"

/* The records that are searched. Members that are NULL do not restrict them. */
struct words_scope {
    const char *types, *person, *meeting; /* the names of types; ids */
};

/* Reports whether a text has a word to search for. If not, notes as a failure of the argument that
 * nothing could be found. */
bool words_check(struct tool_call *call, const char *argument, const char *words);

/* Returns the target of a search. */
struct fetch_target words_search(const char *words, const struct words_scope *scope);

/* Returns the number of records that a search finds, or -1 if that takes too much work. */
int64_t words_count(struct mcp *mcp, const char *words, const struct words_scope *scope);

enum {
    WORDS_MAX = 8, /* that are looked for alone */
    WORD_BYTES = 60
};

/* Copies the next word of a text, without the signs around it, cut before a character if it is too
 * long. Returns the text after it, or NULL if there is none. Words that are excluded are passed
 * over. */
const char *words_next(const char *text, char ret_word[WORD_BYTES]);

/* Adds a note to the content of a search that found nothing: how many records have each word alone.
 * Does nothing if there are not several words, or if it takes too much work. */
void words_note_each(struct mcp *mcp, const char *words, const struct words_scope *scope,
                     json_t *content);
