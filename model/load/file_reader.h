/* Reads one data file after the other: JSON text into records that refer to each other by id.
 *
 * One thread uses a reader. What it has read is in the reader until it is taken over into an
 * archive (read_files.c): the records of the last file, and the memory of those of all files.
 */
#pragma once

#include "archive/record.h"
#include "base/arena.h"
#include "load/fault.h"

#include <jansson.h>

struct file_reader {
    const struct record_type *type; /* of the record being read */
    uint32_t file;                  /* which of the files it is from */
    struct arena arena;             /* what the archive keeps of all files read */
    struct arena references;        /* the ids in references, until these are resolved */
    struct arena tree;              /* of JSON values, while a file is read */
    struct {
        struct record **at;
        size_t count;
        size_t capacity;
    } records; /* of the file, in their order */
    struct faults faults;
    bool not_json;      /* the file cannot be read, or is not valid JSON */
    bool out_of_memory; /* or above the ceiling of an arena */
};

/* How much memory the JSON values of one file may take. */
#define FILE_READER_TREE_BYTES_MAX ((size_t)4 << 30)

/* Adds a fault. If it would only be counted, its arguments are not evaluated: hints cost time. */
#define FAULT(reader, place, ...)                                         \
    (faults_are_full(&(reader)->faults) ? faults_count(&(reader)->faults) \
                                        : faults_add(&(reader)->faults, (place), __VA_ARGS__))

/* `arena` and `references` may take `bytes_max` bytes each. */
void file_reader_init(struct file_reader *reader, size_t bytes_max);

/* Frees the list of records and the faults. The arenas are the caller's to take over. */
void file_reader_finish(struct file_reader *reader);

/* Reads a file, which is number `number` of those that are loaded, into reader->records. */
void file_reader_read(struct file_reader *reader, struct record_file *file, uint32_t number);

/* Reads the members of a record, or of an object within one, into `values`; `name` is what faults
 * call the object (file_reader_values.c). */
void file_reader_read_members(struct file_reader *reader, struct field_list fields,
                              const char *name, json_t *object, const struct place *place,
                              struct value *values);

/* Returns what a JSON value is, with its article: "a string". */
const char *file_reader_json_kind(const json_t *json);
