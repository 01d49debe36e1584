/* The record of a meeting that is drawn up from a file of another format.
 *
 * A reader of a format adds records to a draft, as objects of the JSON library with the fields that
 * data files have, and says which lines of the file each record is made from. The draft gives each
 * record its citation of these lines, keeps the warnings of the reader, and is written as the text
 * of a data file (draft_text.h), which is then checked like every other.
 *
 * No function fails for want of memory: the draft remembers it (draft_is_out_of_memory), and the
 * reader may stop or go on. All strings given to a draft are UTF-8.
 *
 * May include: base, unicode, schema.
 */
#pragma once

#include "draft/draft_id.h"
#include "draft/draft_margin.h"
#include "draft/draft_text.h"
#include "draft/line_writer.h"
#include "schema/record_type.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    DRAFT_NOTES_MAX = 100,     /* the maximum number of warnings that are kept */
    DRAFT_MESSAGE_BYTES = 300, /* with the NUL; longer messages are cut */
    DRAFT_UNREAD_MAX = 200     /* the maximum number of things that are counted by name */
};

struct table_map;

/* The file that a draft is made from. The caller owns its bytes, which outlive the draft. */
struct draft_source {
    const char *name; /* the path or URL */
    const char *bytes;
    size_t length;
    bool marked; /* true if the file has a byte order mark of UTF-8 before these bytes */
    const struct table_map *map; /* names of the columns of a table (tables/table_map.h), or NULL */
    /* The part of the path that distinguishes the file from others of its name, without a NUL: the
     * folders before the name that these do not share. */
    const char *folder;
    size_t folder_length;
};

/* Lines of the source, from 1. `last` is at least `first`; both are 0 if the lines are unknown. */
struct line_span {
    unsigned first;
    unsigned last;
};

/* A warning, or the reason of a refusal. */
struct draft_note {
    unsigned line; /* 0 if it is about the whole file */
    char message[DRAFT_MESSAGE_BYTES];
};

/* The number of things of one name that the model does not hold. */
struct draft_unread {
    char *name; /* such as "elements <license>" */
    size_t count;
    unsigned line; /* of the first one */
};

struct draft;

/* Returns an empty draft, or NULL if out of memory. The caller destroys it. */
struct draft *draft_create(const struct draft_source *source);

/* Frees a draft and its records. NULL is ignored. */
void draft_destroy(struct draft *draft);

const struct draft_source *draft_source(const struct draft *draft);

/* Adds the record of the source itself: a document with its SHA-256 and its number of lines, which
 * all records of the draft cite. `id` is a slug, before which the folder of the source is written
 * if it has one; `kind` is one of the kinds of documents. Returns the object, so that the caller
 * can add other fields. Call it once, at any time. */
json_t *draft_add_document(struct draft *draft, const char *id, const char *title, const char *kind,
                           const char *media_type);

/* Returns the id of this document, or NULL if it was not added. */
const char *draft_document(const struct draft *draft);

/* Adds a record and returns its object, which has its "id" and belongs to the draft. `rule` is the
 * name of the rule by which it was found, for `convert --explain`, or NULL; it is not copied. */
json_t *draft_add(struct draft *draft, const struct record_type *type, const char *id,
                  struct line_span lines, const char *rule);

/* Returns the record with an id, or NULL. */
json_t *draft_find(const struct draft *draft, const struct record_type *type, const char *id);

/* Adds a citation of further lines to a record that draft_add returned. Lines that the record cites
 * already are not added again, and lines that follow the last cited ones extend them. */
void draft_cite(struct draft *draft, const struct record_type *type, json_t *record,
                struct line_span lines);

/* Adds a citation of lines that belong to another record, but have a text of this one, such as the
 * name of a room. They do not count as what became of these lines (draft_margin.h). */
void draft_cite_elsewhere(struct draft *draft, const struct record_type *type, json_t *record,
                          struct line_span lines);

/* Sets a member of an object, and takes over `value`. A value of NULL means out of memory, so that
 * the result of json_string() can be passed as it is. */
void draft_set(struct draft *draft, json_t *object, const char *member, json_t *value);

/* Sets a member to a text of `length` bytes. Sets nothing if the length is 0. */
void draft_set_text(struct draft *draft, json_t *object, const char *member, const char *text,
                    size_t length);

/* Appends a value to the list that is a member of an object, and takes over `value`. */
void draft_append(struct draft *draft, json_t *object, const char *member, json_t *value);

/* Appends an empty object to the list that is a member of an object, and returns it. If out of
 * memory, returns another object, which belongs to the draft. */
json_t *draft_append_object(struct draft *draft, json_t *object, const char *member);

/* Appends a string to a list, unless the list has it. */
void draft_append_once(struct draft *draft, json_t *object, const char *member, const char *text);

/* Names a field of a record as derived rather than stated: adds it to "inferred". */
void draft_infer(struct draft *draft, json_t *record, const char *field);

/* Adds a warning. `line` is 0 for the whole file. */
__attribute__((format(printf, 3, 4))) void draft_warn(struct draft *draft, unsigned line,
                                                      const char *format, ...);

/* Counts a thing that the model does not hold, by its name in the plural, such as "elements
 * <license>". */
void draft_count_unread(struct draft *draft, const char *name, unsigned line);

/* Refuses the source: it cannot be read as this format. `line` is 0 for the whole file. Only the
 * first refusal counts. */
__attribute__((format(printf, 3, 4))) void draft_refuse(struct draft *draft, unsigned line,
                                                        const char *format, ...);

/* Says what lines became that made no record, such as "heading" by the rule "I1", or which were
 * skipped. The strings are not copied. */
void draft_explain(struct draft *draft, struct line_span lines, const char *what, const char *rule);

/* Remembers that memory ran out. */
void draft_set_out_of_memory(struct draft *draft);

/* Remembers it if a text failed for want of memory, and not because of its ceiling. */
void draft_check_text(struct draft *draft, const struct buffer *text);
bool draft_is_out_of_memory(const struct draft *draft);

/* Returns the refusal, or NULL. */
const struct draft_note *draft_refusal(const struct draft *draft);

/* Return the warnings and the things that were not read. The lists belong to the draft. *ret_count
 * is the number of elements; *ret_more the number of warnings beyond DRAFT_NOTES_MAX. */
const struct draft_note *draft_warnings(const struct draft *draft, size_t *ret_count,
                                        size_t *ret_more);
const struct draft_unread *draft_unread(const struct draft *draft, size_t *ret_count);

/* Returns the number of records of a type. */
size_t draft_count(const struct draft *draft, const struct record_type *type);
