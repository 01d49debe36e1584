/* The flags that there are: the only list of them. The command line, the environment and --help all
 * read it. */
#pragma once

#include "options/options.h"

#include <stddef.h>

enum flag_kind {
    FLAG_TEXT,         /* of at least one character */
    FLAG_ADDRESS,      /* as address_split takes it */
    FLAG_LIST,         /* may be repeated; its member is an array, and `count` says how full */
    FLAG_CORS_ORIGINS, /* a list of origins of pages, or of "*" or "off" alone */
    FLAG_NETWORKS,     /* a list whose array is of networks */
    FLAG_NUMBER,
    FLAG_BASE_PATH, /* as url_base_path_problem has it */
    FLAG_SWITCH,
    FLAG_CHOICE, /* one of those in its argument, "WORD|WORD" */
    FLAG_WORD /* one of those in its argument, "[=WORD|WORD]"; the first where that is left out */
};

struct flag {
    const char *name;
    enum flag_kind kind;
    size_t member; /* in struct options; of FLAG_CHOICE and FLAG_WORD an int: the word's place from
                      1 on, or 0, no */
    const char *argument;
    long minimum, maximum;     /* of a number; of a list, `maximum` is how often */
    size_t count;              /* FLAG_LIST: the member that counts */
    const char *documentation; /* lines of at most 56 characters */
};

extern const struct flag flags[];
extern const size_t flag_count;

/* Whether the flag may be repeated. */
bool flag_is_list(const struct flag *flag);

enum {
    FLAG_LABEL_MAX = 64
};

/* The flag's name in the environment: "--per-address" is RAPPORTEUR_PER_ADDRESS. */
void flag_variable(const struct flag *flag, char variable[FLAG_LABEL_MAX]);

/* Sets what the flag sets; `label` is what the user wrote it as. False where the value is wrong,
 * which is then written to `errors`. The value is borrowed. */
bool flag_set(const struct flag *flag, struct options *options, const char *label,
              const char *value, FILE *errors);
