/* The patterns of sentences, which have alternatives and optional words. Phrases (words.h) do not.
 *
 * The words of a language are in its row of the table. model/phrases/sentence.h says how a pattern
 * is written.
 */
#pragma once

#include "wording/words.h"

/* The classes of patterns. */
enum words_pattern {
    /* sentences */
    PATTERN_ABBREVIATION, /* after which a point ends no sentence */
    PATTERN_ARTICLE,      /* an article, which begins no name */
    PATTERN_NOT,          /* a negation, up to two words before a participle */
    PATTERN_FEW,          /* before a part of the members, who decide nothing: "few members" */
    PATTERN_SUBORDINATE,  /* before a clause that reports or asks */
    PATTERN_EARLIER,      /* another meeting, at the beginning of a sentence about it */
    PATTERN_IN_YEAR,      /* before a year of a past result: "in" */
    PATTERN_AGENT_BY,     /* before the body that gave a result: "by" */
    PATTERN_OTHER_BODY,   /* a body that is rarely the one whose minutes these are: "bank" */
    PATTERN_EARLIER_TIME, /* a year, a month or the like in the past, at such a beginning */
    PATTERN_TELLS,        /* a verb of a person who tells what was done; alone, or with words after
                             which no conjunction is needed: "said the" */
    /* times */
    PATTERN_BREAK,           /* a break of the meeting */
    PATTERN_CALLED_TO_ORDER, /* the meeting was opened, whatever the sentence says of its end */
    PATTERN_ENDS,            /* the meeting ends, also if "siendo las" is beside it */
    PATTERN_OPENED,          /* the meeting was opened */
    PATTERN_CLOSED,          /* the meeting was closed */
    PATTERN_END_LABEL,       /* the label of the planned end */
    PATTERN_START_LABEL,     /* the label of the planned start */
    PATTERN_DRAFT,           /* before a date that is not of the meeting: "draft of" */
    PATTERN_NEXT,            /* before a time that is of another meeting: "next" */
    PATTERN_ELECTED_TO,      /* after the name of who was elected to an office: "unopposed" */
    PATTERN_RESULT_LABEL,    /* the label of a result, not of a text: "Result" */
    PATTERN_AMEND,           /* the verb "amend": a motion that has it may be an amendment */
    PATTERN_MINUTES_OF, /* below the head, before the date of an earlier meeting: "minutes of" */
    /* members */
    PATTERN_JOINED,               /* from when a member was there */
    PATTERN_LEFT,                 /* until when a member was there */
    PATTERN_REPORTS,              /* a verb that reports what somebody did: "asked", "noted" */
    PATTERN_MINUTED,              /* at the beginning of a sentence of the minute taker, whose
                                     subject is no person: "it was noted", "no questions" */
    PATTERN_GATHERED,             /* several people as the subject of such a sentence: "members" */
    PATTERN_SPOKEN,               /* a word that only a speaker says: "I", "we" */
    PATTERN_MINUTED_PARTICIPLE,   /* what was done with the subject: "received", "presented" */
    PATTERN_SESSION,              /* the meeting, as the subject of a sentence */
    PATTERN_OWN_MEETING,          /* the meeting that was cancelled: "meeting", "call" */
    PATTERN_KIND_OF_MEETING,      /* a subtitle: "Minutes of the Regular Meeting" */
    PATTERN_BODY_LABEL,           /* a label of the head: the body that meets follows */
    PATTERN_COMMON_BODY,          /* a word of a name that many bodies have: "Board of Directors" */
    PATTERN_ROOM,                 /* in a line of the head that names the place: "Hall" */
    PATTERN_REPRESENTS,           /* in the text of a proxy: the member represents the other */
    PATTERN_REPRESENTED,          /* in the text of a proxy: the other is there for the member */
    PATTERN_GIVES_PROXY,          /* in the text of a proxy: the member gives the proxy */
    PATTERN_PRONOUNS,             /* the pronouns of a person */
    PATTERN_REPRESENTATIVE,       /* after the organization that a member represents */
    PATTERN_ORGANIZATION_ARTICLE, /* at the beginning of the name of an organization */
    PATTERN_BODY_MEMBERS,         /* the label of a group: the members of the body */
    PATTERN_LED_BY,               /* before the chair */
    PATTERN_MODERATED_BY,         /* before the moderator */
    PATTERN_HOSTED_BY,            /* before the host */
    PATTERN_ACTS_AS_SECRETARY,    /* before the name of a secretary: "actúa como secretario" */
    PATTERN_AMONG,                /* before some of those who were counted: "dont", "including" */
    PATTERN_MINUTES_BY,           /* before the taker of the minutes */
    PATTERN_PRESENT_BEFORE,       /* at the beginning of a sentence, before those who were there */
    PATTERN_EXCUSED_BEFORE, /* before those who were excused: "apologies were received from" */
    PATTERN_ABSENT_BEFORE,  /* before those who were absent: "absent were" */
    PATTERN_PRESENT_AFTER,  /* at the end of a sentence, after those who were there */
    PATTERN_EXCUSED_AFTER,  /* after those who were excused: "sent their apologies" */
    PATTERN_ABSENT_AFTER,   /* after those who were absent: "were absent" */
    PATTERN_NAME_SUFFIX,    /* at the end of a name: "Jr." */
    PATTERN_PLURAL_TITLE,   /* a title before several names: "Councillors" */
    PATTERN_LETTERS_AFTER,  /* a degree or an honour after a name: "PhD" */
    PATTERN_BORN,           /* before an earlier surname: "née" */
    PATTERN_BESIDES,        /* before a number of people: "plus", "about" */
    PATTERN_HEAD_OF,        /* at the beginning of an office: "head of" */
    PATTERN_AS,             /* between a name and what the member was there as: "as" */
    PATTERN_PUBLIC,         /* people who are there besides the members: "residents" */
    PATTERN_PEOPLE,         /* those who are counted: "guests" */
    PATTERN_OFFICE,         /* an office or a profession beside a name */
    PATTERN_BESIDE_OFFICE,  /* in the words of an office that names no person: "the deputy" */
    PATTERN_DEPARTMENT,     /* what a department works on: "Parks" */
    PATTERN_REMOTE,         /* took part from elsewhere: the whole text */
    PATTERN_IN_PERSON,      /* was in the room: the whole text */
    /* roles: any word of a label */
    PATTERN_CHAIR,        /* the chair */
    PATTERN_CO_CHAIR,     /* one of several chairs */
    PATTERN_VICE_CHAIR,   /* a deputy */
    PATTERN_SECRETARY,    /* a secretary */
    PATTERN_MINUTE_TAKER, /* the taker of the minutes */
    PATTERN_MODERATOR,    /* the moderator */
    PATTERN_HOST,         /* the host */
    PATTERN_PRESENTER,    /* a presenter */
    PATTERN_OBSERVER,     /* an observer */
    PATTERN_GUEST,        /* a guest */
    PATTERN_MEMBER,       /* a member */
    /* columns of a table of members */
    PATTERN_GIVEN_NAME_COLUMN,
    PATTERN_FAMILY_NAME_COLUMN,
    PATTERN_ABBREVIATION_COLUMN,
    PATTERN_HANDLE_COLUMN,
    PATTERN_ORGANIZATION_COLUMN,
    PATTERN_STATUS_COLUMN,
    PATTERN_ROLE_COLUMN,
    PATTERN_MODE_COLUMN,
    PATTERN_NAME_COLUMN,
    PATTERN_REASON,       /* the first or last word of a reason of absence: "family emergency" */
    PATTERN_EXCUSED_CELL, /* in the cell of a member who excused herself or himself */
    PATTERN_ABSENT_CELL,  /* at the beginning of the cell of a member who was not there */
    PATTERN_PRESENT_CELL, /* at the beginning of the cell of a member who was there */
    /* decisions: labels and headings */
    PATTERN_RESOLUTION,        /* a label: the decision is a resolution */
    PATTERN_CONSENSUS,         /* a label: the decision is a consensus */
    PATTERN_MOVED_LABEL,       /* a label: the mover follows */
    PATTERN_MOTION_LABEL,      /* a label: the proposal is a motion */
    PATTERN_PROPOSAL_LABEL,    /* a label of a proposal that is not a class of words */
    PATTERN_RESOLVED_THAT,     /* at the beginning of a resolution */
    PATTERN_DECISIONS_HEADING, /* a heading below which each entry is a decision */
    PATTERN_AGREED_ALONE,      /* the whole result of a proposal: "agreed" */
    PATTERN_AGREED_TO,         /* at the beginning of a decision, in capitals: "AGREED to" */
    PATTERN_NUMBER,            /* before the number of a decision */
    /* decisions: movers and seconders */
    PATTERN_MOVES,                 /* after the name of a mover */
    PATTERN_MOVES_TO,              /* after the name of a mover, before any verb */
    PATTERN_MOVED_PLACE,           /* after PATTERN_MOVES_TO, not a verb: "moved to item 3" */
    PATTERN_PROPOSES,              /* after the name of a mover, but also common in talk */
    PATTERN_MOVED,                 /* at the end of a clause after a name, or after "so" */
    PATTERN_SO,                    /* between a name and "moved" alone */
    PATTERN_I,                     /* the speaker */
    PATTERN_I_MOVE,                /* the speaker moves */
    PATTERN_IS_PROPOSED,           /* at the beginning of a proposal that names no mover */
    PATTERN_MOTION_TO,             /* at the beginning of a motion whose mover follows */
    PATTERN_MOTION_BY,             /* before the mover of such a motion */
    PATTERN_MOVED_BY,              /* before the name of a mover */
    PATTERN_OF_MOVER,              /* the last word before the name, unless a colon is there */
    PATTERN_FIRST,                 /* in PATTERN_MOVED_BY, an ordinal number: "1st" */
    PATTERN_SECONDS,               /* a word about a seconder */
    PATTERN_SECONDED,              /* such a word that is not an ordinal number */
    PATTERN_SECONDER,              /* such a word after which a name needs no "by" */
    PATTERN_BY,                    /* between such a word and the name */
    PATTERN_AFTER_SECOND,          /* after "second" that is not an ordinal number */
    PATTERN_THE_MOTION,            /* after a word about a seconder */
    PATTERN_BETWEEN_NAME_AND_VERB, /* an adverb: "formally" */
    PATTERN_NOT_IN_NAME,           /* a word that is not part of a name, even with a capital */
    /* decisions: results */
    PATTERN_NO_DECISION,     /* there was no decision */
    PATTERN_GOES_ON,         /* the work goes on, without a decision */
    PATTERN_NO_RESULT,       /* a word of a result that may not be one: "passed on" */
    PATTERN_NOT_YET,         /* before a result that is still to come: "to be" */
    PATTERN_CASTING_VOTE,    /* the vote that decides a tie */
    PATTERN_TWO_THIRDS,      /* a majority of two thirds */
    PATTERN_THREE_QUARTERS,  /* a majority of three quarters */
    PATTERN_NO_MAJORITY,     /* the majority or the quorum that a vote needs was not there */
    PATTERN_HAS_BEEN,        /* then the result has come after all: "has been" */
    PATTERN_MODAL,           /* before a result that is only possible: "should" */
    PATTERN_DECIDED_PERFECT, /* a participle that, with an auxiliary, reports an earlier decision */
    PATTERN_AUXILIARY,       /* the auxiliary of PATTERN_DECIDED_PERFECT */
    PATTERN_VOTED_NOUN,      /* a noun that can have a result: "motion" */
    PATTERN_BUSINESS_NOUN,   /* a noun that has one only in a passive sentence: "budget" */
    PATTERN_PASSIVE,         /* the verb of a passive sentence: "was" */
    PATTERN_DEFERS,          /* after a verb that decides: to defer; or that verb itself */
    PATTERN_POSTPONES,  /* the same if PATTERN_MATTER is in the sentence: a party is postponed, too
                         */
    PATTERN_REJECTS,    /* to reject */
    PATTERN_MATTER,     /* what is deferred, not an event: "item", "vote" */
    PATTERN_GENERAL,    /* beside an outcome, a word that does not say of what: "item", "it" */
    PATTERN_PRONOUN,    /* the subject of an outcome that is named before: "it" */
    PATTERN_FORMER,     /* the first of two motions: "former" */
    PATTERN_LATTER,     /* the last one: "latter" */
    PATTERN_COUNTER,    /* a motion against another: "counter-motion" */
    PATTERN_SUBSTITUTE, /* such a motion that takes the place of the other: "substitute motion" */
    PATTERN_ORIGINAL_MOTION, /* the motion against which it is: "the original motion" */
    PATTERN_OF_MATTER,       /* after the noun of a motion, before what it is about: "to", "on" */
    PATTERN_RELATIVE,        /* begins a clause about the noun before it: "which" */
    PATTERN_RESULT_REASON,   /* after a result, before its reason: "for lack" */
    PATTERN_ALL_MOTIONS,     /* the result is that of several motions */
    PATTERN_APPROVES,        /* the body approves */
    PATTERN_AMENDED,         /* adopted with amendments */
    PATTERN_AMENDMENT,       /* an amendment is named */
    PATTERN_AMENDS,          /* at the beginning of a motion to amend another */
    PATTERN_SUBSIDIARY,      /* a motion about what to do with another: "the motion to table" */
    PATTERN_AMENDED_MOTION,  /* the motion as amended is named */
    PATTERN_DECIDES, /* the beginning of a sentence that decides, with the verb in the present or
                        the past, not in the perfect tense (V8) */
    PATTERN_DECIDES_ALONE,  /* a verb that decides at the beginning of a clause without a subject */
    PATTERN_REFUSES,        /* a body does not approve something: "the board did not approve" */
    PATTERN_REFUSED_AT_END, /* at the end of a sentence that decides: it refuses, "nicht zu" */
    PATTERN_NOT_ADOPTED,    /* a label: what follows was refused, "not agreed" */
    PATTERN_OPINION,        /* an opinion that a body gives on a request: "avis favorable" */
    PATTERN_OPERATIVE,      /* a verb at the beginning of a part of a decision, in capitals there */
    PATTERN_DELIBERATED,    /* in the clause above such parts: "après en avoir délibéré" */
    PATTERN_NOT_DECIDING,   /* in a clause whose verb does not decide: "would" */
    PATTERN_ELECTED,        /* after the name of a person who was elected */
    PATTERN_ELECTED_WORD,   /* the participle: "elected" */
    PATTERN_BEFORE_ELECTED, /* the verb before a name, after which the participle is: "ist" */
    PATTERN_MOTION,         /* a motion is named */
    PATTERN_MINUTES,        /* minutes or an agenda are named */
    /* votes */
    PATTERN_VOTE,         /* a vote is named */
    PATTERN_VOTE_NOUN,    /* beside counts */
    PATTERN_BARE_VOTES,   /* after the number of votes, and nothing that says what for: "Stimmen" */
    PATTERN_BEFORE_SCORE, /* the preposition before counts: "by" 3-0 */
    PATTERN_VOTED_SCORE,  /* a body voted, up to the score: "voted 3 to 1" */
    PATTERN_POLL,         /* a vote that asks for opinions, and decides nothing */
    PATTERN_VOTE_ON,      /* the whole label of a vote that names what it is about */
    PATTERN_VOTE_HELD,    /* a vote was held */
    PATTERN_ALL_IN_FAVOR, /* all were in favor */
    PATTERN_NOT_UNANIMOUS,  /* with votes against: "unanimously but for one vote" */
    PATTERN_BY_MAJORITY,    /* an outcome: by a majority */
    PATTERN_UNTIL,          /* between "held over" and a date */
    PATTERN_NO_SECOND,      /* why a motion lapsed: "for lack of a second" */
    PATTERN_UNANIMOUSLY,    /* at the beginning of an outcome: "unanimously carried" */
    PATTERN_CONSENT,        /* without a count */
    PATTERN_RESPONSE,       /* a sentence: what a body says of an application: "no objection" */
    PATTERN_APPLICATION,    /* near the beginning of a text: an application, such as to build */
    PATTERN_ELECTED_LABEL,  /* a label: those who were elected follow */
    PATTERN_ELECTION_LABEL, /* a label: candidates and their votes follow */
    PATTERN_CANDIDATE,      /* the column of the candidates in a table of votes */
    PATTERN_YES,            /* a count or ballot for */
    PATTERN_NO,             /* against */
    PATTERN_ABSTAIN,        /* abstentions */
    PATTERN_SCORE,          /* between the two numbers of a score */
    PATTERN_OUTCOME, /* a sentence without any of these words says nothing of a decision or vote */
    /* actions */
    PATTERN_ACTION_HEADING, /* a heading of a list of actions */
    PATTERN_REVIEW_HEADING, /* a heading of earlier actions */
    PATTERN_ACTION_FOR,     /* between the label of an action and its end */
    PATTERN_MOTION_TEXT,    /* at the beginning of the text of a motion below its mover */
    PATTERN_TAKES_ON,       /* after the name of a person who takes on a task */
    PATTERN_OPEN_OWNER,     /* the owner is not known */
    PATTERN_TASK_VERB,      /* a verb in the form of a request, or in the infinitive */
    PATTERN_NO_ACTIONS,     /* a text that says that there are no actions */
    PATTERN_UNDONE,         /* before "done": it is not, "not", "to be", "partly" */
    PATTERN_DONE,           /* at the beginning of an action that is done */
    PATTERN_DUE_TIME,       /* when an action is due, if not on a date */
    PATTERN_BEFORE_WEEKDAY, /* before the weekday when it is due */
    /* columns of a table of actions */
    PATTERN_ACTION_ITEM_COLUMN, /* the whole header */
    PATTERN_NOTES_COLUMN,       /* a header with other texts than those of actions */
    PATTERN_ACTION_NUMBER_COLUMN,
    PATTERN_ACTION_OWNER_COLUMN,
    PATTERN_ACTION_DUE_COLUMN,
    PATTERN_ACTION_OWNER_LABEL, /* below or within an action: "Owner", "Assigned to" */
    PATTERN_ACTION_DUE_LABEL,   /* likewise: "Due", "Échéance" */
    PATTERN_ACTION_STATUS_COLUMN,
    PATTERN_ACTION_TEXT_COLUMN,
    PATTERN_COUNT
};

/* Returns the patterns of a class in a language, divided by ";", or NULL. */
const char *words_pattern(enum words_language language, enum words_pattern pattern);
