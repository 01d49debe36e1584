/* An outline while it is found. Private to model/outline. */
#pragma once

#include "outline/outline.h"

/* The levels of headings that are not headings in Markdown, which has 1 to 6. */
enum {
    BOLD_LEVEL = 7,
    ENTRY_LEVEL = 8,  /* an entry of a list that is a heading or an item */
    LINKED_LEVEL = 9, /* an entry below a heading that is an item (I4) */
    LABEL_LEVEL = 10, /* a label that begins a part: "Agenda:" */
    HEADING_BYTES_MAX = 300
};

/* The parts of minutes that a heading can begin. */
enum heading_kind {
    HEADING_NONE,
    HEADING_LABEL, /* "Date: ..." is a line of its zone */
    HEADING_TITLE,
    HEADING_ITEM,
    HEADING_PART,
    HEADING_CONTAINER,
    HEADING_ZONE /* of the zone of the heading */
};

struct outline_heading {
    size_t line;
    unsigned level;
    enum heading_kind kind;
    enum zone zone;
    const char *rule;
};

/* An outline that is being found. */
struct outline_reader {
    const struct markdown *markdown;
    struct outline *outline;
    struct outline_heading *headings;
    size_t heading_count, heading_capacity;
    uint32_t title;        /* the hash of the title of the meeting, once it is found */
    uint32_t list;         /* the last numbered list that was asked about */
    bool titled;           /* true if its entries are titles */
    bool bare;             /* true if headings have numbers without marks: "1 Title" */
    bool has_items;        /* true if any heading is an item */
    bool attended;         /* true if the attendance has begun */
    size_t last_item;      /* the line of the last heading that is an item, or 0 */
    uint32_t divided_list; /* the list that a label divides, or 0 */
    uint32_t divided_at;   /* the line of the label */
    unsigned number;       /* of the last entry below the label */
    uint32_t first_list;   /* a list that may be a plan */
    uint32_t first_entry;  /* the hash of the title of its first entry */
    bool first_numbered;   /* true if it has numbers */
    size_t repeated;       /* the line of the entry that begins such a list again, or 0 */
};

static inline struct text_span outline_line_text(const struct markdown *markdown, size_t line)
{
    return markdown_text(markdown, line, line + 1);
}

/* Splits the heading at a line, whose text is given. */
static inline void outline_split_heading(const struct outline_reader *reader, size_t line,
                                         struct text_span text, struct outline_item *item)
{
    const bool heading = reader->markdown->lines[line].form == MARKDOWN_HEADING;
    outline_split_numbered_title(text, reader->bare && heading, item);
}

/* Adds a heading, and decides what it begins. */
void outline_add_heading(struct outline_reader *reader, size_t line, unsigned level);

/* Sets what a structural heading begins. Returns false if it is not structural. */
bool outline_heading_is_structural(struct text_span title, struct outline_heading *heading);

/* Reports whether a line begins the attendance. */
bool outline_begins_attendance(const struct markdown *markdown, size_t line);

/* Reports whether a bold line is above the attendance and belongs to the head of the minutes: the
 * name of the body, or the date of the meeting (I2). */
bool outline_is_bold_head(const struct markdown *markdown, size_t line);

/* Reports whether a heading is one of those directly below the title that say which body met, in
 * which kind of meeting, and where. One of them must say the kind: "Regular Meeting". */
bool outline_is_subtitle(const struct markdown *markdown, size_t title, size_t line);

/* Reports whether nothing but members is between a heading and the next one, at least one of them:
 * then a heading below that of the attendance is the name of a group (A2). */
bool outline_has_members_only(const struct markdown *markdown, size_t heading);

/* Reports whether a text tells when the meeting began or ended. */
bool outline_tells_times(struct text_span text);

/* Returns a hash of the words of a title. */
uint32_t outline_title_hash(struct text_span title);

/* Reports whether the entry at a line has a nested list. */
bool outline_has_nested(const struct markdown *markdown, size_t line);

/* Finds the headings, and divides paragraphs at labels and numbered titles (P5). */
void outline_find_headings(struct outline_reader *reader);

/* Takes a line off the paragraph and the list entry that it continues. */
void outline_detach_line(struct outline_reader *reader, size_t i);

/* Joins the title in the next line to a number alone, "TOP 3". */
void outline_join_title(struct outline_reader *reader, size_t i);

/* Reports whether an entry is one of a numbered list of titles above their text. */
bool outline_list_is_titled(struct outline_reader *reader, size_t entry);

/* Joins a paragraph that begins with "RESOLVED, that" or the like to the one above it if that one
 * ends within a sentence: "it was unanimously". */
void outline_join_resolutions(struct outline_reader *reader);

/* Takes numbered lines as headings if nothing else is an item (I3), and lines with letters, "a)",
 * as parts of the items. */
void outline_find_numbered_lines(struct outline_reader *reader);

/* Merges the headings before `middle` and those from it on, each in order, by their lines. */
void outline_merge_headings(struct outline_reader *reader, size_t middle);

/* Takes bold lines and labels above their text, or entries above a nested list, as items if nothing
 * else is an item (I2, I4). */
void outline_find_plain_titles(struct outline_reader *reader);

/* Puts the sentences above the first item into the proceedings, without an item, unless they are
 * facts or about members. */
void outline_find_text(struct outline_reader *reader);

/* Makes labels below an item the labels of its parts (Z1). */
void outline_decide_labels(struct outline_reader *reader);

/* Decides about agendas, and about lists whose entries are the items (Z2, I4). */
void outline_decide_zones(struct outline_reader *reader);

/* Reports whether the entries below a heading are its items (I4). */
bool outline_entries_are_items(struct outline_reader *reader, size_t heading);

/* Makes the lines of a chat log proceedings if nothing else is (S3). */
void outline_find_chat(struct outline_reader *reader);

/* Compares the plan with the items. */
void outline_compare_plan(struct outline_reader *reader);
