/* The outline of minutes: the zones of their lines, and their items (rules P3, P5, Z1 to Z3, I1 to
 * I4).
 *
 * May include: base, phrases, wording, members, actions, outcomes, markdown.
 */
#pragma once

#include "markdown/markdown.h"
#include "outline/meetings.h"

enum zone {
    ZONE_HEADER,
    ZONE_ATTENDANCE,
    ZONE_AGENDA, /* the plan */
    ZONE_MINUTES,
    ZONE_ACTIONS,    /* entries are actions (X3) */
    ZONE_STEPS,      /* entries may be actions (X5) */
    ZONE_REVIEW,     /* earlier actions (X7) */
    ZONE_CONCLUSION, /* the decisions of an item */
    ZONE_DECISIONS,  /* a list of all decisions */
    ZONE_SUMMARY,
    ZONE_SKIPPED,
    ZONE_PROCEDURE, /* call to order, adjournment */
    ZONE_NEXT_MEETING
};

/* The place of a line in the outline. */
struct outline_line {
    enum zone zone;
    uint32_t item;    /* from 1; 0 if none */
    bool heading;     /* it begins a zone or an item, or a part of one */
    bool title;       /* it is the title of the meeting */
    bool part;        /* a heading of a part of an item */
    bool unheld;      /* an entry of the agenda that has no section (Z2) */
    const char *rule; /* of a heading */
    unsigned level;   /* of a heading */
};

struct outline_item {
    size_t line;             /* of its heading */
    unsigned level;          /* 1 to 6 for headings, 7 for bold paragraphs, 8 and 9 for entries */
    uint32_t parent;         /* from 1; 0 if none */
    struct text_span number; /* as printed, or empty */
    unsigned entry_number;   /* of its entry in a numbered list, or 0 */
    struct text_span title;
    struct text_span presenters; /* names as printed, or empty */
    int minutes;                 /* the planned duration, or 0 */
    unsigned planned_line;       /* of its entry in the agenda, or 0 */
    const char *rule;
};

struct outline {
    struct outline_line *lines; /* one for each line of the document */
    struct outline_item *items;
    size_t item_count, item_capacity;
    size_t title_line; /* the line of the title, or the number of lines */
    bool chat;         /* true if the proceedings are a log of a chat */
    bool out_of_memory;
};

/* Finds the outline of a document, whose paragraphs it divides at labels (P5). The caller finishes
 * it in any case. */
void outline_read(const struct markdown *markdown, struct outline *outline);
void outline_finish(struct outline *outline);

/* Divides the rows of tables such as "Item | Discussion | Decision | Action" into lines: the title
 * becomes a heading; decisions and actions are below the name of their column. Sets `out_of_memory`
 * of the document if out of memory. */
void outline_divide_tables(struct markdown *markdown);

/* Makes headings of the titles of a numbered list whose entries all begin with one in bold letters:
 * "1. **Report.** N reported that". Sets `out_of_memory` of the document if out of memory. */
void outline_divide_run_in_titles(struct markdown *markdown);

/* Reports whether a title says that the text is an agenda and no more. */
bool outline_is_agenda_title(struct text_span title);

/* Reports whether a short text says, in its title or in a line, that the meeting itself was
 * cancelled (P6): "Meeting cancelled", "This meeting was cancelled", but not "The fair was
 * cancelled". */
bool outline_is_cancelled(const struct markdown *markdown, const struct outline *outline,
                          struct text_span title);

/* Reports whether a line says so. */
bool outline_line_is_cancelled(const struct markdown *markdown, const struct outline *outline,
                               size_t line);

/* Reports whether a text is a topic after the name of its presenter in brackets: "[Name] topic".
 * Stores the length of the name with its brackets in *ret_length, which may be NULL. */
bool outline_named_topic(struct text_span text, size_t *ret_length);

/* Splits a heading into its number, title, presenters and duration. */
void outline_split_title(struct text_span text, struct outline_item *item);

/* Like outline_split_title. If `bare` is true, the number may also have neither a mark after it nor
 * a word before it: "1 Title". */
void outline_split_numbered_title(struct text_span text, bool bare, struct outline_item *item);

/* Returns a text without signs before its first letter, digit, quotation mark or bracket. */
struct text_span outline_without_signs(struct text_span text);

/* Returns true if a text is a time and nothing else: "at 7 pm". */
bool outline_is_time(struct text_span text);

/* Returns the first line after the paragraph that begins with a line. */
size_t outline_paragraph_end(const struct markdown *markdown, size_t line);
