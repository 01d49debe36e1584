/* The faults of the data: every fault of one load, by file and line.
 *
 * At most FAULTS_LISTED are listed; the rest are counted. If out of memory, a fault is counted but
 * not listed, so a faulty archive never passes for a sound one.
 */
#pragma once

#include "load/place.h"

#include <stdbool.h>
#include <stdio.h>

enum {
    FAULTS_LISTED = 100,
    FAULT_QUOTED_MAX = 80 /* bytes of a text from the file that a fault quotes */
};

struct fault {
    char *file;
    unsigned line;
    char *pointer; /* RFC 6901; "" is the whole file */
    char *message; /* the mistake and what to write instead */
};

struct faults {
    struct fault listed[FAULTS_LISTED];
    size_t listed_count;
    size_t listed_max;         /* FAULTS_LISTED, or 0 if they are only to be counted */
    size_t count;              /* all of them */
    size_t unreadable;         /* how many of them are files that could not be read at all */
    struct record_file reread; /* the file that was last read again to find a line in it */
};

void faults_init(struct faults *faults);
void faults_finish(struct faults *faults);

/* Reports whether further faults would only be counted, so that their text is not needed. */
bool faults_are_full(const struct faults *faults);

/* Counts a fault without listing it. */
void faults_count(struct faults *faults);

/* Returns the line of a place. Reads the file again if its text is no longer in memory. Returns 0
 * if that fails or the file has changed. */
unsigned faults_line(struct faults *faults, const struct place *place);

/* Adds a fault at a place, with its line. */
__attribute__((format(printf, 3, 4))) void faults_add(struct faults *faults,
                                                      const struct place *place, const char *format,
                                                      ...);

/* Adds a fault of a file that is not valid JSON, at a line that the JSON library named. */
__attribute__((format(printf, 4, 5))) void faults_add_at_line(struct faults *faults,
                                                              const struct record_file *file,
                                                              unsigned line, const char *format,
                                                              ...);

/* Adds the fault that a file or folder cannot be read. */
void faults_add_unreadable(struct faults *faults, const char *name, const char *reason);

/* Appends the faults of `later`, which is then empty. */
void faults_append(struct faults *faults, struct faults *later);

/* Sorts the faults by file and line, once all are added. */
void faults_sort(struct faults *faults);

/* Writes one line, "FILE:LINE: POINTER: MESSAGE". */
void fault_write(const struct fault *fault, FILE *out);

/* Writes such a line for each listed fault, and then how many more there are, if any. */
void faults_write(const struct faults *faults, FILE *out);
