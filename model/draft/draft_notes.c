/* The warnings, the refusal, the counts and the explanations of a draft. */
#include "base/array.h"
#include "draft/draft.h"
#include "draft/draft_private.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void draft_warn(struct draft *draft, unsigned line, const char *format, ...)
{
    if (!draft->warnings)
        draft->warnings = calloc(DRAFT_NOTES_MAX, sizeof *draft->warnings);
    if (!draft->warnings)
        draft->out_of_memory = true;
    if (!draft->warnings || draft->warning_count == DRAFT_NOTES_MAX) {
        draft->more_warnings++;
        return;
    }
    struct draft_note *note = &draft->warnings[draft->warning_count++];
    va_list arguments;
    note->line = line;
    va_start(arguments, format);
    vsnprintf(note->message, sizeof note->message, format, arguments);
    va_end(arguments);
}

void draft_refuse(struct draft *draft, unsigned line, const char *format, ...)
{
    va_list arguments;
    if (draft->refused)
        return;
    draft->refused = true;
    draft->refusal.line = line;
    va_start(arguments, format);
    vsnprintf(draft->refusal.message, sizeof draft->refusal.message, format, arguments);
    va_end(arguments);
}

/* Returns the count of a name, and adds it if it is missing. Returns NULL if out of memory, or
 * if there are too many names. */
static struct draft_unread *draft_unread_called(struct draft *draft, const char *name,
                                                unsigned line)
{
    for (size_t i = 0; i < draft->unread_count; i++)
        if (strcmp(draft->unread[i].name, name) == 0)
            return &draft->unread[i];
    if (!draft->unread)
        draft->unread = calloc(DRAFT_UNREAD_MAX, sizeof *draft->unread);
    char *copy = draft->unread && draft->unread_count < DRAFT_UNREAD_MAX ? strdup(name) : NULL;
    if (!copy)
        return NULL;
    struct draft_unread *unread = &draft->unread[draft->unread_count++];
    *unread = (struct draft_unread){.name = copy, .line = line};
    return unread;
}

void draft_count_unread(struct draft *draft, const char *name, unsigned line)
{
    struct draft_unread *unread = draft_unread_called(draft, name, line);
    if (unread)
        unread->count++;
    else if (draft->unread_count < DRAFT_UNREAD_MAX)
        draft->out_of_memory = true;
    else
        draft->more_warnings++;
}

void draft_explain(struct draft *draft, struct line_span lines, const char *what, const char *rule)
{
    struct draft_explanation *at =
        array_reserve(draft->explanations.at, &draft->explanations.capacity,
                      draft->explanations.count + 1, sizeof *at);
    if (!at) {
        draft->out_of_memory = true;
        return;
    }
    draft->explanations.at = at;
    at[draft->explanations.count++] =
        (struct draft_explanation){.lines = lines, .what = what, .rule = rule};
}

const struct draft_note *draft_refusal(const struct draft *draft)
{
    return draft->refused ? &draft->refusal : NULL;
}

const struct draft_note *draft_warnings(const struct draft *draft, size_t *ret_count,
                                        size_t *ret_more)
{
    *ret_count = draft->warning_count;
    *ret_more = draft->more_warnings;
    return draft->warnings;
}

const struct draft_unread *draft_unread(const struct draft *draft, size_t *ret_count)
{
    *ret_count = draft->unread_count;
    return draft->unread;
}
