/* Speakers: the forms in which minutes print them, and who they are (3.7). */
#pragma once

#include "minutes/minutes_private.h"

/* The forms of a speech, in the order in which they are tried. */
enum speech_form {
    SPEECH_NONE,
    SPEECH_CONTINUED, /* "… text" */
    SPEECH_CHAT,      /* "<nick> text" */
    SPEECH_BRACKETS,  /* "[N] text", "[name=N] text" */
    SPEECH_PARENTHESES,
    SPEECH_HANDLE, /* "@h text" */
    SPEECH_COLON,  /* "N: text", whatever is bold */
    SPEECH_BOLD,   /* "**N** text" */
    SPEECH_DASH,   /* "N - text" */
    SPEECH_ALONE,  /* "* N" with a nested list */
    SPEECH_FORM_COUNT
};

struct speech {
    enum speech_form form;
    struct text_span who;  /* as printed */
    struct text_span text; /* may be empty */
    bool timed;            /* true for "12:05 N: text" */
};

/* Reads the form of a text, whose first line is given. Returns false if it does not have
 * the form of a speech. */
bool speech_read(struct text_span text, const struct markdown_line *line, bool nested,
                 struct speech *ret_speech);

/* Finds the next place after `from` in a text at which a sentence begins with "NAME: " (S6).
 * Returns false if there is no such place. */
bool speech_find_next(struct text_span text, size_t from, size_t *ret_at,
                      struct speech *ret_speech);
