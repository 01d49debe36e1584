/* The reading of one data file: what load_file.c, load_values.c and load_hints.c share. */
#pragma once

#include "load/loading.h"

#include <jansson.h>

/* What reads one file after the other, and what it has read of the last one. */
struct reader {
    const struct record_type *type; /* of the record being read */
    uint32_t file;                  /* which of the files it is from */
    struct arena arena;             /* what the archive keeps of all files read */
    struct arena references;        /* the ids in references, until all are resolved */
    struct arena tree;              /* of JSON values, while a file is read */
    struct {
        struct record **at;
        size_t count;
        size_t capacity;
    } records; /* of the file, in their order */
    struct faults faults;
    bool not_json;      /* the file cannot be read, or is no JSON */
    bool out_of_memory; /* whoever sees it sets it and goes on */
};

/* How many bytes of a text from the file a fault quotes, and of a hint it holds. */
enum {
    QUOTED_MAX = 80,
    HINT_MAX = 400
};

/* Where a fault would only be counted, its hint is not even made. */
#define FAULT(reader, place, ...)                                         \
    (faults_are_full(&(reader)->faults) ? faults_count(&(reader)->faults) \
                                        : faults_add(&(reader)->faults, (place), __VA_ARGS__))

/* Reads a file's text into records: files[file] of those that are loaded. */
void reader_read_file(struct reader *reader, struct record_file *files, uint32_t file);

/* The members of a record, or of an object within one, into `values`; `name` is what faults call
 * the object. */
void read_members(struct reader *reader, struct field_list fields, const char *name, json_t *object,
                  const struct place *place, struct value *values);

/* What a JSON value is, with its article. */
const char *json_kind(const json_t *json);

/* The end of a fault about a name that is not known: the nearest that is, or else all of them.
 * Returns `hint`, which is cut where `size` bytes do not hold it. */
const char *hint_choices(const char *const *choices, const char *name, size_t length, char *hint,
                         size_t size);
const char *hint_fields(struct field_list fields, const char *name, size_t length, char *hint,
                        size_t size);
