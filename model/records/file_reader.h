/* Parses data files, one after the other, into records that refer to each other by id.
 *
 * One thread uses a reader. The reader owns the records of the last file, and the arenas of all
 * files, until read_files.c moves them to the archive.
 */
#pragma once

#include "archive/record.h"
#include "base/arena.h"
#include "files/fault.h"
#include "records/extensions.h"

#include <jansson.h>

struct file_reader {
    const struct record_type *type; /* type of the record that is being read */
    uint32_t file;                  /* number of the file */
    struct arena arena;             /* records and values of all files, for the archive */
    struct arena references;        /* the ids in references, until they are resolved */
    struct arena tree;              /* JSON values, while a file is read */
    struct {
        struct record **at;
        size_t count;
        size_t capacity;
    } records;                    /* records of the last file, in its order */
    struct extensions extensions; /* those of the last file; their records are not in `records` */
    bool extending;               /* true if the record that is being read extends another one, or
                                     is the same as another one */
    struct faults faults;
    bool not_json;      /* true if the file cannot be read or is not valid JSON */
    bool out_of_memory; /* true if out of memory, or at the limit of an arena */
};

/* The maximum number of bytes that the JSON values of one file may occupy. */
#define FILE_READER_TREE_BYTES_MAX ((size_t)4 << 30)

/* Adds a fault. Does not evaluate the arguments if the fault is only counted: hints take time. */
#define FAULT(reader, place, ...)                                         \
    (faults_are_full(&(reader)->faults) ? faults_count(&(reader)->faults) \
                                        : faults_add(&(reader)->faults, (place), __VA_ARGS__))

/* Adds a warning in the same way. */
#define WARNING(reader, place, ...)                \
    (faults_warnings_are_full(&(reader)->faults)   \
         ? faults_count_warning(&(reader)->faults) \
         : faults_warn(&(reader)->faults, (place), __VA_ARGS__))

/* Initialises a reader; its arenas `arena` and `references` hold at most `bytes_max` bytes each. */
void file_reader_init(struct file_reader *reader, size_t bytes_max);

/* Frees the list of records and the faults, but not the arenas. */
void file_reader_finish(struct file_reader *reader);

/* Parses the file with the number `number` into reader->records. */
void file_reader_read(struct file_reader *reader, struct record_file *file, uint32_t number);

/* Reads the members of a record or of an object in a record. `name` is the name of the object in
 * faults. Returns NULL if out of memory. Defined in file_reader_values.c. */
struct members *file_reader_read_members(struct file_reader *reader, struct field_list fields,
                                         const char *name, json_t *object,
                                         const struct place *place);

/* Reads a list of names of fields of the type that is being read, as a set of their positions.
 * Defined in file_reader_fields.c. */
uint64_t file_reader_read_field_set(struct file_reader *reader, const json_t *json,
                                    const struct place *place);

/* Returns the kind of a JSON value with its article, such as "a string". */
const char *file_reader_json_kind(const json_t *json);
