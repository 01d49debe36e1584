/* The people and organizations of the minutes, and the forms in which speakers are printed (S1).
 *
 * A name is looked up among full names, handles, abbreviations, nicknames, given names, given names
 * with an initial, surnames with or without an initial, and initials, in this order. All look-ups
 * take constant time.
 */
#pragma once

#include "base/arena.h"
#include "base/hash_table.h"
#include "draft/draft_id.h"
#include "members/member.h"

enum {
    ROSTER_NOBODY = 0, /* people are counted from 1 */
    ROSTER_LINES_MAX = 6
};

struct roster_person {
    struct text_span name; /* without titles */
    struct text_span title, nick, handle, abbreviation, organization, post, proxy, on_behalf_of,
        remark;
    enum member_status status;
    enum member_mode mode;
    unsigned roles;
    int joined, left;                         /* minutes from midnight, or -1 */
    unsigned line;                            /* of the source */
    unsigned further_lines[ROSTER_LINES_MAX]; /* those that say more about the person */
    unsigned further_count;
    bool organization_itself; /* true if the entry is an organization, not a person */
    bool attends;             /* true if an attendance lists it */
    const char *rule;
    char id[DRAFT_ID_BYTES]; /* set when the record is added */
};

/* The form by which a name was found. */
enum roster_form {
    ROSTER_FULL_NAME,
    ROSTER_HANDLE,
    ROSTER_ABBREVIATION,
    ROSTER_NICK,
    ROSTER_GIVEN_NAME,
    ROSTER_GIVEN_AND_SURNAME, /* of a name of three words or more */
    ROSTER_GIVEN_AND_INITIAL,
    ROSTER_INITIAL_AND_SURNAME,
    ROSTER_SURNAME,
    ROSTER_INITIALS,
    ROSTER_FORM_COUNT
};

/* The person that a printed name means. */
struct roster_match {
    uint32_t person; /* from 1, or ROSTER_NOBODY */
    uint32_t other;  /* another one who fits: then the name is ambiguous */
    enum roster_form form;
};

struct roster_key; /* private */

struct roster {
    struct roster_person *people; /* people[n - 1] is number n */
    size_t count, capacity;
    struct roster_key *keys;
    size_t key_count, key_capacity;
    struct hash_table table;
    struct arena arena; /* of texts that are made */
    bool out_of_memory;
};

void roster_init(struct roster *roster);
void roster_finish(struct roster *roster);

/* Adds a member, or merges it with the one of the same name. Returns its number, or ROSTER_NOBODY
 * if out of memory. *ret_known, which may be NULL, is true if it was there. */
uint32_t roster_add(struct roster *roster, const struct roster_person *person, bool *ret_known);

/* Returns the person with a number. */
static inline struct roster_person *roster_person(const struct roster *roster, uint32_t number)
{
    return &roster->people[number - 1];
}

/* Returns the office that a label names, without articles and titles: "Chair" of "The Chair"; or an
 * empty text. */
struct text_span roster_office_of(struct text_span who);

/* Returns the number of the only person in the attendance who has an office, or ROSTER_NOBODY. */
uint32_t roster_holder(const struct roster *roster, struct text_span office);

/* Returns true if a paragraph is the minute taker's, and not a speech: it begins with a full name,
 * an office, a body or several people, and a verb, "The Council noted", "Members discussed"; or its
 * subject is no person, "It was noted", "A discussion followed." One that says "I" or "we" is not.
 */
bool roster_reports(struct roster *roster, struct text_span text);

/* Reports whether a name is printed as initials: two to four capitals. */
bool roster_is_initials(struct text_span name);

/* Looks up a printed name; titles before it are ignored. */
struct roster_match roster_find(struct roster *roster, struct text_span name);

/* Returns the length of the name of one known person at the beginning of a text: the longest of up
 * to four words, with a title before it, but no initials. Returns 0 if there is none. */
size_t roster_name_at(struct roster *roster, struct text_span text);

/* Returns the length of a title such as "Member" or "Mr." before a name, with the blank after it.
 */
size_t roster_title_length(struct text_span name);
