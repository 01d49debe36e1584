/* The faults and the warnings that one load found in the data, with file and line.
 *
 * A fault is an error: data with faults are not published. A warning is about data that are loaded,
 * but may not be what the editor means.
 *
 * At most FAULTS_LISTED faults and as many warnings are listed; the others are counted. Faults are
 * alike if they have the same message at the same field of one file. Only the first
 * FAULTS_ALIKE_LISTED of them are listed, and the last of these counts the others. If out of
 * memory, a fault is counted but not listed, so data with faults never pass as valid.
 */
#pragma once

#include "files/place.h"

#include <stdbool.h>
#include <stdio.h>

enum {
    FAULTS_LISTED = 100,
    FAULTS_ALIKE_LISTED = 3,
    FAULT_QUOTED_MAX = 80 /* the maximum number of bytes that a fault quotes from the file */
};

struct fault {
    char *file;
    unsigned line;  /* from 1; 0 if unknown */
    char *pointer;  /* JSON Pointer (RFC 6901) to the value; "" for the whole file */
    char *message;  /* the fault, and what to write instead */
    size_t repeats; /* number of faults that are like this one and not listed */
};

struct fault_list {
    struct fault listed[FAULTS_LISTED];
    size_t listed_count;
    size_t listed_max; /* FAULTS_LISTED, or 0 to count only */
    size_t count;      /* number of all, listed or not */
};

struct faults {
    struct fault_list errors;
    struct fault_list warnings;
    size_t unreadable;         /* number of files and folders that cannot be read, each a fault */
    struct record_file reread; /* the file that was last read again to find a line */
};

/* Initialises an empty list. */
void faults_init(struct faults *faults);

/* Frees the listed faults; the list is empty again. */
void faults_finish(struct faults *faults);

/* Reports whether further faults are only counted, so that their messages are not needed. */
bool faults_are_full(const struct faults *faults);

/* Counts a fault without listing it. */
void faults_count(struct faults *faults);

/* Returns the line of a place. Reads the file again if its text is no longer in memory. Returns 0
 * if the file cannot be read or has changed. */
unsigned faults_line(struct faults *faults, const struct place *place);

/* Adds a fault at a place. Finds the line of the place. */
__attribute__((format(printf, 3, 4))) void faults_add(struct faults *faults,
                                                      const struct place *place, const char *format,
                                                      ...);

/* Adds a warning at a place, like faults_add. */
__attribute__((format(printf, 3, 4))) void faults_warn(struct faults *faults,
                                                       const struct place *place,
                                                       const char *format, ...);

/* Reports whether further warnings are only counted. */
bool faults_warnings_are_full(const struct faults *faults);

/* Counts a warning without listing it. */
void faults_count_warning(struct faults *faults);

/* Adds a fault of a file that cannot be parsed, with the line that its parser reported, or 0. */
__attribute__((format(printf, 4, 5))) void faults_add_at_line(struct faults *faults,
                                                              const struct record_file *file,
                                                              unsigned line, const char *format,
                                                              ...);

/* Adds a warning about a line of a file, 0 for the whole file. */
__attribute__((format(printf, 4, 5))) void faults_warn_at_line(struct faults *faults,
                                                               const struct record_file *file,
                                                               unsigned line, const char *format,
                                                               ...);

/* Removes a warning about a file that asks for a field to be replaced, once an extension has done
 * so: its message has "replaces": ["FIELD"]. */
void faults_settle(struct faults *faults, const char *file, const char *field);

/* Adds the fault that a file or folder cannot be read, with the whole message in `reason`. */
void faults_add_unreadable(struct faults *faults, const char *name, const char *reason);

/* Moves the faults of `later` to the end of the list; `later` is then empty. */
void faults_append(struct faults *faults, struct faults *later);

/* Sorts the listed faults and warnings by file and line. None may be added afterwards. */
void faults_sort(struct faults *faults);

/* Writes the line "FILE:LINE: POINTER: MESSAGE". Omits an unknown line and an empty pointer. */
void fault_write(const struct fault *fault, FILE *out);

/* Writes such a line for each listed fault, and the number of faults that are not listed. */
void faults_write_errors(const struct faults *faults, FILE *out);

/* Writes the faults and the warnings, which have "warning: " before the message, sorted together.
 */
void faults_write(const struct faults *faults, FILE *out);
