/* Words for the names in the tables of types and fields, and short names of records. */
#pragma once

#include "archive/archive.h"
#include "base/buffer.h"

struct archive;

enum {
    SAY_BYTES = 128,         /* enough for a label, too */
    SAY_MEETING_BYTES = 384, /* enough for the short name of a meeting */
    SAY_NAME_BYTES = RECORD_LABEL_MAX + SAY_BYTES,
    SAY_TITLE_BYTES = SAY_NAME_BYTES + RECORD_LABEL_MAX + 2
};

/* Writes a word of a list of choices, or a name: "co_chair" becomes "co-chair", "agenda_items"
 * "agenda items"; cut at SAY_BYTES. `capital`: with a capital letter. Returns `text`. */
const char *say_term(const char *term, bool capital, char text[SAY_BYTES]);

/* Writes the short name of a meeting: "Beijing 2006", else its abbreviation, or its label; with as
 * many additions as tell it apart from the other meetings of the archive (archive/meeting_name.h),
 * such as "Beijing, 28 April 2006". Returns the length. */
size_t say_meeting(const struct archive *archive, const struct record *meeting,
                   char text[SAY_MEETING_BYTES]);

/* Writes the name of a collection or a relation as a reader calls its records: "agenda items", or
 * "talks" for papers if most papers of the archive are talks. `archive` may be NULL. Returns
 * `text`.
 */
const char *say_collection(const struct archive *archive, const char *name, bool capital,
                           char text[SAY_BYTES]);

/* Writes the name of one record of a type in the same way: "agenda item", "talk". */
const char *say_type(const struct archive *archive, const struct record_type *type, bool capital,
                     char text[SAY_BYTES]);

/* Reports whether the kind of a record is what a reader calls it, such as "keynote" of a paper. */
bool say_has_kind(const struct record *record);

/* Writes what a record is, with its number: "Paper 7", "Talk 3", "Agenda item 4.2", else
 * "Decision". */
const char *say_kind(const struct record *record, char text[SAY_BYTES]);

/* Returns the agenda item of a decision whose label does not name it, or NULL: minutes have many
 * decisions such as "Adopted as proposed." */
const struct record *say_find_item(const struct record *record);

/* Writes the kind that stands before the title of a document that has the one of its meeting:
 * "Minutes: ". Writes nothing for any other record. Returns the length. */
size_t say_kind_before_title(const struct record *record, char text[SAY_BYTES]);

/* Writes the label of a record; of a document that has the title of its meeting, after its kind:
 * "Minutes: 4th council meeting". Returns the length. */
size_t say_name(const struct record *record, char text[SAY_NAME_BYTES]);

/* Writes the title of a record for a place that does not show what it belongs to: its name, after
 * that of say_find_item: "Library hours: Adopted as proposed." Returns the length. */
size_t say_title(const struct record *record, char text[SAY_TITLE_BYTES]);

/* Writes a reference to lines: "Line 7", "Lines 34–39". */
const char *say_lines(const struct value *lines, char text[SAY_BYTES]);
