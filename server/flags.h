/* The flags that there are: the only list of them. The command line, the environment and --help all
 * read it. */
#pragma once

#include "options.h"

#include <stddef.h>

enum flag_kind {
    FLAG_TEXT,
    FLAG_LIST, /* may be repeated; its member is an array, and `count` says how full */
    FLAG_NUMBER,
    FLAG_SWITCH
};

struct flag {
    const char *name;
    enum flag_kind kind;
    size_t member; /* in struct options */
    const char *argument;
    long minimum, maximum;     /* of a number; of a list, `maximum` is how often */
    size_t count;              /* FLAG_LIST: the member that counts */
    const char *documentation; /* lines of at most 56 characters */
};

extern const struct flag flags[];
extern const size_t flag_count;

enum {
    FLAG_LABEL_MAX = 64
};

/* The flag's name in the environment: "--per-address" is RAPPORTEUR_PER_ADDRESS. */
void flag_variable(const struct flag *flag, char variable[FLAG_LABEL_MAX]);

/* Sets what the flag sets; `label` is what the user wrote it as. False where the value is wrong,
 * which is then written to `errors`. The value is borrowed. */
bool flag_set(const struct flag *flag, struct options *options, const char *label,
              const char *value, FILE *errors);
