/* Members of an attendance (rules A1 to A5, A3b): labels of groups, lists of names, and what is
 * written beside a name.
 */
#pragma once

#include "phrases/sentence.h"
#include "phrases/text_span.h"
#include "wording/words.h"

/* Values of the fields "status" and "mode" of an attendance. */
enum member_status {
    STATUS_UNKNOWN,
    STATUS_PRESENT,
    STATUS_ABSENT,
    STATUS_EXCUSED
};

enum member_mode {
    MODE_UNKNOWN,
    MODE_IN_PERSON,
    MODE_REMOTE
};

/* The roles of an attendance, one bit each. */
enum member_role {
    ROLE_BIT_CHAIR = 1 << 0,
    ROLE_BIT_CO_CHAIR = 1 << 1,
    ROLE_BIT_VICE_CHAIR = 1 << 2,
    ROLE_BIT_SECRETARY = 1 << 3,
    ROLE_BIT_MINUTE_TAKER = 1 << 4,
    ROLE_BIT_MODERATOR = 1 << 5,
    ROLE_BIT_HOST = 1 << 6,
    ROLE_BIT_PRESENTER = 1 << 7,
    ROLE_BIT_MEMBER = 1 << 8,
    ROLE_BIT_OBSERVER = 1 << 9,
    ROLE_BIT_GUEST = 1 << 10,
    ROLE_BIT_PUBLIC = 1 << 11
};

/* The number of roles, and their names in the schema by the number of the bit. */
enum {
    MEMBER_ROLE_COUNT = 12
};
extern const char *const member_role_names[MEMBER_ROLE_COUNT];

/* Return the value of the field, or NULL for the first one of the enumeration. */
const char *member_status_name(enum member_status status);
const char *member_mode_name(enum member_mode mode);

/* The properties that the label of a group gives to its members. */
struct member_group {
    enum member_status status;
    enum member_mode mode;
    unsigned roles;        /* bits of enum member_role */
    struct text_span rest; /* the text after the colon, without blanks */
    bool single;           /* true for a role such as "Chair:" (A7), false for a group */
    bool sentence;         /* true if it is a sentence that ends in a colon */
    bool proxies;          /* true if each member gives a proxy: "Pouvoirs : M. A à Mme B" */
};

/* Reads a label, heading or sentence that begins a group: "Present", "Board members in attendance
 * were:", "Présent·es :", "Regrets:", "Chair:", "Scribe(s): A", "The meeting was led by N." The
 * text may have the members after a colon. Returns false if it does not begin a group, such as a
 * longer sentence with the word "present". Pass only blocks of the header, the attendance and the
 * tail (A7). */
bool member_group_read(struct text_span text, struct member_group *ret_group);

/* Reads the last clause of a paragraph that introduces a list of members: "..., con la asistencia
 * de los siguientes propietarios:". Returns false if the paragraph does not end so. */
bool member_group_introduced(struct text_span text, struct member_group *ret_group);

/* Ends a group at the label of the next group in its line: "Present: A, B. Apologies: C". Returns
 * false if there is no other label. */
bool member_group_split(struct member_group *group, struct member_group *ret_next);

/* Reads a sentence that says who was there or was not: "Apologies were received from A and B.", "A
 * war abwesend." `end` is the offset of its end in its text, as sentence_read returns it. `rest` of
 * the group are the names. Returns false if it says something else. */
bool member_sentence_read(const struct sentence *sentence, size_t end,
                          struct member_group *ret_group);

/* Finds a clause of a sentence, from the word *from on, that names who leads the meeting or takes
 * its minutes: "sous la présidence de Mme N, maire". `rest` of the group is the name. Sets *from to
 * the word after the clause. Returns false if there is none. */
bool member_led_find(const struct sentence *sentence, size_t *from, struct member_group *ret_group);

/* Reads the label of a group or such a sentence at the beginning of a text. Returns false if it
 * begins with neither. */
bool member_group_begins(struct text_span text, struct member_group *ret_group);

/* The list of a comma paragraph or label line (A4). */
struct member_list {
    struct text_span text;
    size_t at;
    char separator; /* ',', ';', '\n', ' ' for handles, or 0 for a single entry */
    bool pair;      /* true if the entry taken last is A of "A and B" */
    bool remarks;   /* true if an office or a remark after a comma belongs to the entry before it:
                       "A, Treasurer, B until item 4". The caller may set it. */
};

/* Begins a list. */
void member_list_begin(struct member_list *list, struct text_span text);

/* Takes the next entry, without blanks and the final point. Returns false at the end. */
bool member_list_next(struct member_list *list, struct text_span *ret_entry);

/* Returns the surname that the entry taken last has in common with the next one: "Carter" after
 * "Alan" of "Alan & Joyce Carter". Returns an empty text if it has a surname of its own, or if the
 * list has other people without one. */
struct text_span member_list_surname(const struct member_list *list, struct text_span entry);

/* Returns true if an entry of a list names two people: "Alan & Joyce Carter (hosts)". */
bool member_list_is_pair(struct text_span entry);

/* Returns true if all words of a name are in capitals, as surnames before given names are. */
bool member_is_shouted(struct text_span name);

/* Divides "Surname, Given" at its only comma; what is in brackets after it is not looked at.
 * Returns false if an entry is not that: the surname is one word, besides particles, or in
 * capitals, and neither part is an office or an organization. */
bool member_split_reversed(struct text_span entry, struct text_span *ret_family,
                           struct text_span *ret_given);

/* Returns true if texts after the commas of several entries may be given names: fewer than one in
 * three is repeated. Organizations after names are repeated more often. */
enum {
    MEMBER_GIVEN_NAMES_TO_REPEATED = 3
};
bool member_are_given_names(const struct text_span *names, size_t count);

/* Returns true if each entry of a list that ";" divides is "Surname, Given". */
bool member_list_is_reversed(const struct member_list *list);

/* Returns true if a list that commas divide is "SURNAME, Given, SURNAME, Given". */
bool member_list_is_shouted(const struct member_list *list);

/* Divides a group whose members are in brackets, "Directors (A. Example, B. Example)", "Chair (A.
 * Example)", "(Chair) A. Example", into its words and the members. Returns false if a text is not
 * that. */
bool member_split_bracketed(struct text_span text, struct text_span *ret_words,
                            struct text_span *ret_members);

/* The kinds of entries. */
enum member_kind {
    MEMBER_NONE, /* "(...)", "none", "N/A", a sentence, a template (A5) */
    MEMBER_PERSON,
    MEMBER_ORGANIZATION, /* "La Balade des Livres", "Example Ltd." (A3b) */
    MEMBER_COUNT         /* "22 socias", "7 membres" */
};

/* An entry as the caller passes it. */
struct member_entry {
    struct text_span text; /* without the checkbox */
    bool checkbox;         /* true if it begins with "[ ]" or "[x]" */
    bool checked;
    bool struck;                  /* true if its text is struck out */
    bool group_checked;           /* true if any entry of the group has "[x]" (A1) */
    bool proxies;                 /* true if the entry says who votes for whom: "A to B" */
    enum words_language language; /* says whether "M." and "D." are titles or initials */
};

/* The content of an entry. */
struct member {
    enum member_kind kind;
    enum member_status status;
    enum member_mode mode;
    unsigned roles;
    struct text_span name;         /* the name as printed, without title, nick and brackets */
    struct text_span title;        /* "Dr.", "Chair", "Member": the word before the name */
    struct text_span nick;         /* a second name, in quotation marks or in square brackets */
    struct text_span handle;       /* with its "@" */
    struct text_span abbreviation; /* "ABC", if the entry gives one */
    bool abbreviation_guessed;     /* true if the letters are not those of the name: if several
                                      members have it, it is an organization */
    struct text_span organization; /* its organization, company or project */
    struct text_span post;         /* a role in the words of the source that no bit says */
    struct text_span proxy;        /* the person or organization that votes for the member */
    bool stands_in;                /* true if `proxy` is there instead: "represented by" */
    struct text_span on_behalf_of; /* the person or organization that the member represents */
    struct text_span unknown;      /* the cell of a status that has no known word */
    struct text_span remark;       /* the reason of an absence, or how the member came or left */
    int joined, left;              /* minutes from midnight, or -1 */
    int count;                     /* of MEMBER_COUNT */
    bool further;                  /* true if it counts people besides those with names */
};

/* Reads an entry. Bits and states that the entry does not say are 0; the caller adds those of the
 * group. */
enum member_kind member_read(const struct member_entry *entry, struct member *ret_member);

/* Returns true if a text looks like the name of a person: one to five words, which begin with
 * capitals except for particles (van, de, y), without marks; or a single word in small letters, if
 * `handles` is true. */
bool member_is_name(struct text_span text, bool handles);

/* Returns true if a text is an office, a role or a group and names no person: "The Chair", "Deputy
 * Mayor", "Mme le Maire", "Everyone". */
bool member_is_office(struct text_span text);

/* Returns true if a text looks like the name of an organization (A3b): an article and a noun, a
 * legal form, or a word such as "Foundation", "Verein", "Association", "Ayuntamiento". */
bool member_is_organization(struct text_span text);

/* The columns of a table of members. */
enum member_column {
    COLUMN_OTHER,
    COLUMN_NAME,
    COLUMN_GIVEN_NAME,
    COLUMN_FAMILY_NAME,
    COLUMN_ABBREVIATION,
    COLUMN_ORGANIZATION,
    COLUMN_ROLE,
    COLUMN_STATUS, /* a word in its cell says whether and how the member was there */
    COLUMN_HANDLE,
    COLUMN_MODE,
    /* a mark in its cell says that the header is true of the member */
    COLUMN_IN_PERSON,
    COLUMN_REMOTE,
    COLUMN_ABSENT,
    COLUMN_EXCUSED,
    COLUMN_PROXY /* who votes for the member */
};

/* Returns the column that a header cell names. A table has members if one of its columns is
 * COLUMN_NAME, COLUMN_GIVEN_NAME, COLUMN_FAMILY_NAME or COLUMN_HANDLE. */
enum member_column member_column_of(struct text_span header);

/* Reads a row: `columns` says what each of the `count` cells is. The cells are parts of one text,
 * in their order, so that the name can be the given name, the family name, and what is between
 * them. */
enum member_kind member_read_row(const enum member_column *columns, const struct text_span *cells,
                                 size_t count, enum words_language language,
                                 struct member *ret_member);

/* Reads a legend such as "MN = Mona Norden (chair)" (A6). */
bool member_read_legend(struct text_span text, struct member *ret_member);
