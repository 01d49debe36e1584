/* Who speaks: the names that the proceedings print before a speech (S1 to S4, S7). */
#pragma once

#include "minutes/speech.h"

/* Somebody who is printed as a speaker. */
struct voice {
    struct text_span who;
    struct roster_match match;
    size_t count;
    bool form_known; /* true if it was seen in a form that known speakers use */
    bool stopped;    /* true if it cannot be a speaker (S2) */
    bool collective; /* "All", "Group" */
    bool office;     /* "Chair", "Moderator": `match` is the one who has it, if there is one */
    bool chats;      /* true if it was seen in a line of a chat log */
    bool timed;      /* true if it was seen after a time */
    bool accepted;
    bool label;    /* true if it ends the speech of another, though it is not accepted */
    bool stranger; /* true if it is a label, and like the name of a person */
    bool initials;
    bool nick; /* true if it is like the nick of a chat, with a digit: "bruno_2" */
    bool warned;
};

struct voices {
    struct voice *list;
    size_t count, capacity;
    struct hash_table table;
    size_t forms[SPEECH_FORM_COUNT]; /* speeches of known speakers, by their form */
    bool out_of_memory;
};

void voices_finish(struct voices *voices);

/* Counts a speech. */
void voices_count(struct voices *voices, struct minutes *minutes, const struct speech *speech);

/* Decides which voices are accepted (S1 to S4, S7). */
void voices_decide(struct voices *voices);

/* Returns the voice of a speech if it is accepted, else NULL. */
struct voice *voices_find(struct voices *voices, struct minutes *minutes,
                          const struct speech *speech);

/* Returns the voice of a speech if it is not accepted but ends the speech of another (S5), else
 * NULL. */
struct voice *voices_find_label(struct voices *voices, const struct speech *speech);

/* Reports whether a voice is printed as a name of several words. */
bool voice_has_full_name(const struct voice *voice);
