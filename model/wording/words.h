/* Comparison of texts with the phrases of the word table.
 *
 * Texts are UTF-8 of any length, and need no preparation: letters are compared without case and
 * accents; "ß" is "ss" and "œ" is "oe"; any blanks between words are one blank, among them U+00A0
 * and U+202F; characters of no width are skipped; the apostrophe may be U+2019, the hyphen any
 * hyphen. The marks of gender in a word are skipped: "Présent·es", "Présent.es", "Excusé(e)s",
 * "Teilnehmer*innen", "Teilnehmer:innen", "Teilnehmer_innen". A phrase ends where no letter and no
 * digit follows; an ending in brackets, such as "(s)", belongs to it.
 *
 * All positions and lengths are in bytes of the given text, so that a caller can continue after a
 * phrase. No function allocates memory.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* The languages, in the order of the rows of the table. */
enum words_language {
    WORDS_ENGLISH,
    WORDS_GERMAN,
    WORDS_FRENCH,
    WORDS_SPANISH,
    WORDS_LANGUAGE_COUNT
};

/* The classes of phrases. */
enum words_class {
    /* attendance */
    WORDS_PRESENT,      /* labels of a list of those present */
    WORDS_REMOTE,       /* took part from elsewhere */
    WORDS_IN_PERSON,    /* was in the room */
    WORDS_REGRETS,      /* labels of a list of those absent, with or without excuse */
    WORDS_ABSENT,       /* such labels that state no excuse */
    WORDS_GUESTS,       /* labels of a list of guests */
    WORDS_OBSERVERS,    /* labels of a list of observers */
    WORDS_PROXY,        /* "proxy for", "voix donnée à" */
    WORDS_PROXIES,      /* labels of a list of those whom others represent */
    WORDS_PROXY_TO,     /* in such a list, between a member and who votes for the member */
    WORDS_CHAIR,        /* the role of who leads the meeting */
    WORDS_VICE_CHAIR,   /* the role of a deputy */
    WORDS_SECRETARY,    /* a secretary, as an office */
    WORDS_MINUTE_TAKER, /* who takes the minutes */
    WORDS_MODERATOR,    /* who moderates or facilitates */
    WORDS_HOST,         /* who hosts the meeting */
    WORDS_MEMBER,       /* members, of whom a group consists */
    WORDS_OFFICE,       /* other offices of a body: treasurer, director */
    WORDS_PERSON_TITLE, /* titles before a name: "Mr.", "Chair", "Frau" */
    WORDS_COLLECTIVE,   /* speakers that are not a person: "All", "Group", "Chair" */
    WORDS_ALL_PRESENT,  /* "all members were present" */
    WORDS_QUORUM,       /* a quorum */
    WORDS_LEGAL_FORM,   /* the end of a company's name: "Inc.", "GmbH" */
    WORDS_ORGANIZATION, /* words that only organizations have in their names */
    /* the meeting */
    WORDS_DATE,        /* labels of the date */
    WORDS_PLACE,       /* labels of the place */
    WORDS_TIME,        /* labels of the times */
    WORDS_START,       /* labels and verbs of the start */
    WORDS_END,         /* labels and verbs of the end */
    WORDS_DURATION,    /* labels of the duration of the meeting */
    WORDS_TITLE,       /* words of a title that are not the name of the body */
    WORDS_HELD,        /* after the name of the body in a title: "held", "celebrada" */
    WORDS_CANCELLED,   /* the meeting was cancelled */
    WORDS_MAIL_HEADER, /* labels of the header of a mail: "Subject" */
    WORDS_VOTERS,      /* labels of the number of those who may vote */
    /* zones and items */
    WORDS_FACTS,          /* headings of the date, the place and the like: "Meeting details" */
    WORDS_AGENDA,         /* headings of the agenda */
    WORDS_MINUTES,        /* headings that contain the minutes */
    WORDS_ITEM_PREFIX,    /* "Item", "TOP", "Point", "Punto" before a number or a title */
    WORDS_SKIPPED,        /* headings of sections that say nothing of the meeting */
    WORDS_PROCEDURE,      /* call to order, welcome, roll call, adjournment: no items */
    WORDS_PART,           /* headings of parts of an item: Notes, Discussion, Antrag */
    WORDS_SUMMARY,        /* headings of the summary of an item */
    WORDS_OTHER_BUSINESS, /* "any other business" */
    WORDS_NEXT_MEETING,   /* "next meeting" */
    WORDS_ANNEX,          /* "attachment", "Anhang" */
    WORDS_PRESENTER,      /* labels of the presenter of an item */
    WORDS_COMMENT,        /* labels of a comment by the public */
    /* decisions */
    WORDS_PROPOSAL,   /* labels of a proposal or motion */
    WORDS_MOVER,      /* "moved by" */
    WORDS_SECONDER,   /* "seconded by" */
    WORDS_DECISION,   /* labels and verbs of a decision */
    WORDS_CONCLUSION, /* headings of the decisions of an item */
    WORDS_ADOPTED,    /* "carried", "angenommen" */
    WORDS_REJECTED,   /* "failed", "abgelehnt" */
    WORDS_DEFERRED,   /* "postponed", "vertagt" */
    WORDS_WITHDRAWN,  /* "withdrawn", "zurückgezogen" */
    WORDS_LAPSED,     /* "lapsed", "died for lack of a second" */
    WORDS_UNANIMOUS,  /* "unanimously" */
    WORDS_CONSENT,    /* "without objection" */
    WORDS_YES,
    WORDS_NO,
    WORDS_ABSTAIN,
    WORDS_VOTE,          /* labels of a vote */
    WORDS_SECRET,        /* by secret ballot */
    WORDS_SHOW_OF_HANDS, /* by show of hands */
    WORDS_VOICE,         /* by voice */
    WORDS_ROLL_CALL,     /* by roll call */
    /* actions */
    WORDS_ACTION,     /* labels of one action */
    WORDS_ACTIONS,    /* headings of a list of actions */
    WORDS_NEXT_STEPS, /* headings of a list that holds actions only perhaps */
    WORDS_REVIEW,     /* words that make it a review of earlier actions */
    WORDS_WILL,       /* the verb between an owner and the task: "will", "soll" */
    WORDS_TASK_TO,    /* between a handle and the task: "@h to add" */
    WORDS_DUE,        /* "by", "bis", "avant", "antes del" before a date */
    WORDS_DONE,       /* "done", "erledigt" */
    WORDS_DROPPED,    /* "cancelled", "entfällt", of an action */
    WORDS_OPEN_OWNER, /* "TBD", "???" */
    WORDS_CHECKLIST,  /* words of headings whose task items are not actions: "agenda", "goals" */
    /* all */
    WORDS_NONE,          /* "none", "niemand" */
    WORDS_NO_NAME,       /* entries of a list that are not a name: "n/a", "tbd" */
    WORDS_NO_SPEAKER,    /* labels that look like a speaker: "Note", "Link" */
    WORDS_FUNCTION_WORD, /* articles, pronouns and question words that begin no name */
    WORDS_AND,           /* "and" between two names */
    /* dates and times */
    WORDS_ORDINAL,      /* the ending of an ordinal number: "st", "th" */
    WORDS_DAY_TO,       /* between two days: "19 to 20 May" */
    WORDS_OF,           /* between day, month and year: "21 de mayo de 2022" */
    WORDS_YEAR,         /* before a year: "L'an deux mille vingt-six" */
    WORDS_THE,          /* an article before a day */
    WORDS_TIME_TO,      /* between two times: "de 19:00h a 20:00h" */
    WORDS_TIME_UNTIL,   /* before an end: "until", "bis" */
    WORDS_TIME_ARTICLE, /* after it: "a las 20:00h" */
    WORDS_OCLOCK,       /* after a time: "19:42 Uhr" */
    WORDS_TIME_AT,      /* before a time: "at 21.05", "um", "a las" */
    WORDS_EVENING,      /* after a time of the second half of the day: "in the evening" */
    WORDS_HALF_PAST,    /* before an hour: "half past seven" */
    WORDS_HALF_TO,      /* before the hour to come: "halb acht" */
    WORDS_QUARTER_PAST, /* before an hour: "quarter past seven" */
    WORDS_QUARTER_TO,   /* before an hour: "quarter to seven" */
    WORDS_AND_HALF,     /* after an hour: "et demie", "y media" */
    WORDS_AND_QUARTER,  /* after an hour: "et quart", "y cuarto" */
    WORDS_LESS_QUARTER, /* after an hour: "moins le quart", "menos cuarto" */
    WORDS_NOON,
    WORDS_MIDNIGHT,
    WORDS_PLACE_IN, /* between the time and the place: "in the Village Hall" */
    WORDS_MINUTE,   /* units of a duration */
    WORDS_HOUR,
    WORDS_CLASS_COUNT
};

/* Returns the length of the longest phrase of a class with which the text begins, or 0. */
size_t words_at(enum words_class words, const char *text, size_t length);

/* Reports whether the text is a phrase of the class, apart from blanks, a "." and a ":" at its
 * ends. */
bool words_is(enum words_class words, const char *text, size_t length);

/* Finds the first phrase of a class that begins at the beginning of a word. Returns false if the
 * text has none. Only the first WORDS_FIND_MAX bytes are searched. */
enum {
    WORDS_FIND_MAX = 20000
};
bool words_find(enum words_class words, const char *text, size_t length, size_t *ret_start,
                size_t *ret_length);

/* Reports whether words_find finds a phrase. */
bool words_has(enum words_class words, const char *text, size_t length);

/* Like words_at, for the phrases of one language. */
size_t words_at_in(enum words_language language, enum words_class words, const char *text,
                   size_t length);

/* Like words_at, for one phrase: lower-case letters of ASCII, digits, and single blanks. */
size_t words_phrase_at(const char *phrase, const char *text, size_t length);

/* Reports whether the text is this one phrase, as words_is does. */
bool words_same(const char *phrase, const char *text, size_t length);

/* Returns the length of the name of a month with which the text begins, or 0. *ret_month is 1 to
 * 12. An abbreviation includes the "." after it. */
size_t words_month_at(const char *text, size_t length, unsigned *ret_month);

/* Returns the length of the name of a weekday with which the text begins, or 0. *ret_day is 1
 * (Monday) to 7. */
size_t words_weekday_at(const char *text, size_t length, unsigned *ret_day);

/* Returns the length of the number in words at the beginning of a text, "vingt-sept", and its value
 * from 1 to WORDS_COUNTED_COUNT; or 0. */
enum {
    WORDS_COUNTED_COUNT = 59, /* minutes of an hour, and years until 2059 */
    WORDS_DAY_COUNT = 31
};
size_t words_counted_at(const char *text, size_t length, unsigned *ret_value);

/* Likewise for the day of a month: "twenty-seventh", "siebenundzwanzigsten", "premier". */
size_t words_day_at(const char *text, size_t length, unsigned *ret_day);

/* Likewise for a year from 2000 to 2059: "two thousand and twenty-six", "twenty twenty-six". */
size_t words_year_at(const char *text, size_t length, unsigned *ret_year);

/* Returns the number that a text says in one word, at most twelve, or -1. */
enum {
    WORDS_NUMBER_COUNT = 13, /* from 0 */
    WORDS_ORDINAL_COUNT = 12 /* from the first */
};
int words_number(const char *text, size_t length);

/* Returns the length of the ordinal number in words at the beginning of a text, "first" or
 * "zweitens", and its value, from 1; or 0. */
size_t words_ordinal_at(const char *text, size_t length, unsigned *ret_value);

/* Reports whether a word in small letters may be a verb in the present tense, third person: it ends
 * as such verbs do in one of the languages, and is neither an article nor a preposition. */
bool words_may_be_verb(const char *text, size_t length);

/* Returns the length of the blank with which the text begins, or 0: a space, a tab, a line end,
 * U+00A0, U+202F, U+2000 to U+200B, or U+FEFF. */
size_t words_blank_at(const char *text, size_t length);

/* Moves the beginning and the end of a text to its first and last character that is not blank. */
void words_trim(const char **text, size_t *length);
