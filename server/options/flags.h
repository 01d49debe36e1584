/* The table of all flags, which the command line, the environment and --help read. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum flag_kind {
    FLAG_TEXT,          /* const char *: a text of at least one character */
    FLAG_ADDRESS,       /* const char *: a text that address_split accepts */
    FLAG_BASE_PATH,     /* const char *: a text that url_base_path_problem accepts */
    FLAG_ORIGIN,        /* const char *: a text that is an origin (cors_origin.h) */
    FLAG_COLOUR,        /* const char *: a text that publication_is_colour accepts */
    FLAG_CACHE_CONTROL, /* const char *: a text that cache_control_problem accepts */
    FLAG_FORMAT,        /* const char *: the name of a format of data */
    FLAG_NUMBER,        /* long: from `minimum` to `maximum` */
    FLAG_SWITCH,        /* bool: yes or no */
    FLAG_CHOICE,        /* int: the position, from 1, of a word in the argument "WORD|WORD" */
    FLAG_WORD,          /* int: likewise in "[=WORD|WORD]"; 0 for no, 1 if no word is given */
    FLAG_LIST,          /* array of const char *: texts of at least one character */
    FLAG_CORS_ORIGINS,  /* array of const char *: CORS origins, or "*" or "off" alone */
    FLAG_NETWORKS       /* array of struct network */
};

struct flag {
    const char *name;
    enum flag_kind kind;
    size_t member;             /* offset in struct options; `kind` gives its type */
    const char *argument;      /* as --help shows it; NULL for FLAG_SWITCH */
    long minimum, maximum;     /* range of a number; `maximum` of a list: size of its array */
    size_t count;              /* list: offset of the size_t that counts its elements */
    const char *documentation; /* lines of at most 56 characters */
};

extern const struct flag flag_table[];
extern const size_t flag_count; /* at most OPTIONS_FLAGS_MAX (options.h) */

/* Reports whether the flag may be repeated: its member is an array. */
bool flag_is_list(const struct flag *flag);

enum {
    FLAG_LABEL_MAX = 64
};

/* Writes the name of the flag's environment variable: RAPPORTEUR_PER_ADDRESS for "per-address". */
void flag_variable(const struct flag *flag, char variable[FLAG_LABEL_MAX]);
