/* The parts of reading a value. Private to load/file_reader*.c. */
#pragma once

#include "records/file_reader.h"

/* Returns the field with a name, or NULL. Warns if the name is the old one. */
const struct field *file_reader_find_field(struct file_reader *reader, struct field_list fields,
                                           const char *name, size_t length,
                                           const struct place *place);

/* Returns the name, as in the table, of a field of the type that is being read. Adds a fault and
 * returns NULL if the type has no such field. */
const char *file_reader_field_name(struct file_reader *reader, const char *text, size_t length,
                                   const struct place *place);

/* Returns true for null, an empty array, and an empty text, which other programs write for an empty
 * cell. */
bool file_reader_is_empty(const json_t *json);

/* Adds a fault about a member of an object that is not a field. */
void file_reader_fault_unknown_field(struct file_reader *reader, struct field_list fields,
                                     const char *name, const char *key, const struct place *place);

/* Adds a fault about each required field that an object does not have, and a warning about each
 * recommended one. */
void file_reader_fault_missing_fields(struct file_reader *reader, struct field_list fields,
                                      const json_t *object, const struct place *place);

/* Reads a text, and checks that it is of the kind of the field. */
void file_reader_read_text(struct file_reader *reader, const struct field *field,
                           const json_t *json, const struct place *place, struct value *value);
