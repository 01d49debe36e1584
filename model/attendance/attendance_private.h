/* The attendance while it is read. Private to attendance/attendance*.c. */
#pragma once

#include "attendance/attendance.h"

enum {
    ATTENDANCE_COLUMNS_MAX = 12,
    ATTENDANCE_REVERSED_MAX = 64,    /* entries or rows with names that are compared */
    ATTENDANCE_LINE_BYTES_MAX = 4000 /* longer lines have no members */
};

/* The state of reading an attendance. */
struct attendance_reader {
    struct minutes *minutes;
    struct member_group group; /* of the members that follow */
    unsigned depth;            /* of the lists that the label of the group is in */
    bool open;                 /* true if members may follow */
    bool listed;               /* true if members of the group were found in a list or table */
    bool entered;              /* true if an entry of a list was read since the group began */
    bool group_checked;
    struct text_span group_text;
    enum member_column columns[ATTENDANCE_COLUMNS_MAX];
    size_t column_count; /* 0 if no column of the table has names */
    struct member_group column_groups[ATTENDANCE_COLUMNS_MAX]; /* whose members a column lists */
    bool grouped;  /* true if each column of the table lists the members of a group */
    bool reversed; /* true if the names of the table are "Surname, Given" */
    uint32_t table;
    bool first_group; /* the first group in which a name is listed twice gives a warning */
    struct roster_person *offices; /* people of role labels, until the attendance is read */
    size_t office_count, office_capacity;
};

/* Adds a member with what its group says. */
void attendance_add_member(struct attendance_reader *reader, const struct member *member,
                           unsigned line, const char *rule);

/* Adds the people whom role labels name, and frees the list of them. A short name, such as
 * "Scribe: Ada", is the only person of the attendance that it fits. */
void attendance_add_offices(struct attendance_reader *reader);

/* Returns an entry "Surname, Given" with the given name first, and what is beside it; another entry
 * as it is. */
struct text_span attendance_turn_name(struct minutes *minutes, struct text_span entry);

/* Reports whether a text is the name of a person in several words, and no office or organization.
 */
bool attendance_is_full_name(struct text_span text);

/* Keeps the number of those who were there, unless it counts further people only: guests, or fewer
 * than have names. */
void attendance_add_count(struct attendance_reader *reader, const struct member *member,
                          unsigned line);

/* Reports whether a line has several people who have links or handles, and nothing between them. */
bool attendance_has_several(const struct minutes *minutes, struct text_span text);

/* Adds the members of a comma list. */
void attendance_add_list(struct attendance_reader *reader, struct text_span text, unsigned line,
                         const char *rule);

/* Adds the members of a line such as "Faculty of Arts: N, N; N", whose label says nothing of them.
 * Returns false if the line is not that. */
bool attendance_add_labelled(struct attendance_reader *reader, size_t line);

/* Adds the member of a list entry or of a line. Returns false if it is not a member. */
bool attendance_add_entry(struct attendance_reader *reader, size_t line);

/* Adds the members of a row of a table. The first row of a table names its columns: what they say
 * of a member, or groups, such as "Present" and "Apologies". */
void attendance_add_row(struct attendance_reader *reader, size_t line);

/* Reads a row of a label and its text, "| Present | Ada Rowan |", as "Present: Ada Rowan". Returns
 * an empty text if it is not one. */
struct text_span attendance_row_label(struct minutes *minutes, size_t line);

/* Adds the members that the sentences of a paragraph name as present. If the first sentence names
 * none, reads the others only if `anywhere` is true. Returns false if no sentence names one. */
bool attendance_add_sentences(struct attendance_reader *reader, size_t line, size_t end,
                              bool anywhere);

/* Adds those who lead the meeting or take its minutes as the sentences of a paragraph say. Within
 * an item, a sentence must name the meeting. */
void attendance_add_leaders(struct attendance_reader *reader, size_t line, size_t end);

/* Returns true if a line is in the first item, or in one about who is there, such as "Apologies".
 */
bool attendance_is_topic(const struct minutes *minutes, size_t line);

/* Adds the people of a label and a list of those who have an office: "Bureau : N (présidente), N
 * (trésorier)". Returns false if the paragraph is not that. */
bool attendance_add_officers(struct attendance_reader *reader, size_t line, size_t end);

/* Reads a roster in the header as the attendance, if there is no other (A3c). */
void attendance_read_header_roster(struct minutes *minutes);

/* Adds the people whom legends such as "MN = Name" explain (A6). */
void attendance_read_legends(struct minutes *minutes);
