/* What is wrong with the data: every fault of one run, by file and line.
 *
 * At most FAULTS_LISTED are kept; the rest are counted. Where memory fails, faults are counted but
 * not kept, so a faulty archive never passes for a sound one.
 */
#pragma once

#include "place.h"

#include <stdbool.h>
#include <stdio.h>

enum {
    FAULTS_LISTED = 100
};

struct fault {
    char *file;
    unsigned line;
    char *pointer; /* RFC 6901; "" is the whole file */
    char *message; /* what is wrong and what to write instead */
};

struct faults {
    struct fault listed[FAULTS_LISTED];
    size_t listed_count;
    size_t count;      /* all of them */
    size_t unreadable; /* how many of them are files that could not be read at all */
};

void faults_init(struct faults *faults);
void faults_finish(struct faults *faults);

/* Adds a fault at a place, with its line found in the file's text. */
__attribute__((format(printf, 3, 4))) void faults_add(struct faults *faults,
                                                      const struct place *place, const char *format,
                                                      ...);

/* Adds a fault of a file that is not valid JSON, at a line that the JSON library named. */
__attribute__((format(printf, 4, 5))) void faults_add_at_line(struct faults *faults,
                                                              const struct record_file *file,
                                                              unsigned line, const char *format,
                                                              ...);

/* Adds that a file or folder cannot be read. */
void faults_add_unreadable(struct faults *faults, const char *name, const char *reason);

/* Brings those of one file together, and each file's into the order of their lines. */
void faults_sort(struct faults *faults);

/* One line per fault, "FILE:LINE: POINTER: MESSAGE", then how many more there are, if any. */
void faults_write(const struct faults *faults, FILE *out);
