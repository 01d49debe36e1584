#include "minutes/voices.h"

#include "base/array.h"
#include "members/member_role.h"
#include "outcomes/decision.h"
#include "phrases/sentence.h"
#include "wording/words.h"

#include <stdlib.h>

enum {
    FORMS_MIN = 5,        /* known speakers in a form that make it a form of speakers (S3) */
    OCCURRENCES_MIN = 2,  /* of an unknown speaker */
    OCCURRENCES_WEAK = 3, /* of one in a weak form (S4) */
    LABEL_WORDS_MAX = 4
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static uint32_t who_hash(struct text_span who)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < who.length; i++)
        hash = (hash ^ (unsigned char)who.text[i]) * 16777619u;
    return hash;
}

static bool voice_matches(const void *items, uint32_t place, const void *key)
{
    const struct voice *voice = (const struct voice *)items + place;
    const struct text_span *who = key;
    return voice->who.length == who->length && memcmp(voice->who.text, who->text, who->length) == 0;
}

void voices_finish(struct voices *voices)
{
    free(voices->list);
    hash_table_finish(&voices->table);
    *voices = (struct voices){0};
}

static struct voice *voices_get(struct voices *voices, struct text_span who)
{
    const uint32_t place =
        hash_table_find(&voices->table, who_hash(who), voice_matches, voices->list, &who);
    return place == HASH_TABLE_ABSENT ? NULL : &voices->list[place];
}

static bool is_initials(struct text_span who)
{
    for (size_t i = 0; i < who.length; i++)
        if (!is_capital(who.text[i]))
            return false;
    return who.length >= 2 && who.length <= 4;
}

/* Reports whether a text is like a nick of a chat: one word that has a letter and a digit. */
static bool is_nick(struct text_span who)
{
    bool letter = false, digit = false;
    for (size_t i = 0; i < who.length; i++) {
        const char byte = who.text[i], lower = (char)(byte | 0x20);
        letter |= lower >= 'a' && lower <= 'z';
        digit |= is_digit(byte);
        if (!(lower >= 'a' && lower <= 'z') && !is_digit(byte) && !strchr("_-^|`[]", byte))
            return false;
    }
    return letter && digit;
}

/* Reports whether every word of a name begins with a capital, or it is one word like a handle. */
static bool is_name_like(struct text_span who)
{
    if (is_initials(who) || *who.text == '@' || is_nick(who))
        return true;
    bool start = true;
    size_t words = 0, capitals = 0;
    for (size_t i = 0; i < who.length; i++) {
        const unsigned char byte = (unsigned char)who.text[i];
        if (start && byte != ' ' && byte != '/' && byte != '&') {
            words++;
            capitals += is_capital((char)byte) || byte >= 0x80;
        }
        start = byte == ' ' || byte == '/';
        if (is_digit((char)byte) && words > 1)
            return false;
    }
    return words && words <= 4 && (capitals == words || member_is_name(who, words == 1));
}

/* Returns the number of words of a name. */
static size_t count_words(struct text_span who)
{
    size_t words = who.length > 0;
    for (size_t i = 0; i < who.length; i++)
        words += who.text[i] == ' ';
    return words;
}

/* Reports whether a label that is not a known name ends the speech of another: it begins as names
 * and headings do, and does not begin a sentence such as "The question". */
static bool is_label(struct text_span who)
{
    const unsigned char first = (unsigned char)*who.text;
    return (is_capital((char)first) || first >= 0x80 || first == '@') &&
           count_words(who) <= LABEL_WORDS_MAX &&
           (count_words(who) == 1 || !words_at(WORDS_FUNCTION_WORD, who.text, who.length));
}

bool voice_has_full_name(const struct voice *voice)
{
    return count_words(voice->who) > 1 && member_is_name(voice->who, false) &&
           !member_is_organization(voice->who);
}

/* Reports whether a text is the name of somebody: then "President: N" says who has the office. */
static bool names_somebody(struct minutes *minutes, struct text_span text)
{
    const bool sentence = text.length && strchr(".!?", text.text[text.length - 1]);
    return roster_find(&minutes->roster, text_span_strip(text, ".")).person ||
           (!sentence && count_words(text) > 1 && member_is_name(text, false));
}

/* Reports whether a label is a letter or a number after a word that does not name a speaker:
 * "Option A", "Step 2". */
static bool is_numbered_stop(struct text_span who)
{
    const size_t word = words_at(WORDS_NO_SPEAKER, who.text, who.length);
    size_t at = word;
    while (at < who.length && who.text[at] == ' ')
        at++;
    if (!word || at == word || at >= who.length)
        return false;
    const struct text_span number = text_span_part(who, at, who.length);
    bool digits = true;
    for (size_t i = 0; i < number.length; i++)
        digits &= is_digit(number.text[i]);
    return digits || (number.length == 1 && is_capital(*number.text));
}

/* Reports whether a label without a "/" cannot be a speaker (S2). */
static bool is_stop_word(struct text_span who)
{
    static const enum words_class stops[] = {
        WORDS_NO_SPEAKER,   WORDS_OFFICE,     WORDS_VICE_CHAIR, WORDS_SECRETARY, WORDS_YES,
        WORDS_NO,           WORDS_ABSTAIN,    WORDS_VOTE,       WORDS_ACTION,    WORDS_ACTIONS,
        WORDS_DATE,         WORDS_PLACE,      WORDS_TIME,       WORDS_PRESENT,   WORDS_REGRETS,
        WORDS_MOVER,        WORDS_SECONDER,   WORDS_DECISION,   WORDS_PROPOSAL,  WORDS_PRESENTER,
        WORDS_COMMENT,      WORDS_ADOPTED,    WORDS_REJECTED,   WORDS_DEFERRED,  WORDS_NEXT_MEETING,
        WORDS_MINUTE_TAKER, WORDS_NEXT_STEPS, WORDS_DURATION,   WORDS_SUMMARY,   WORDS_PART,
        WORDS_START,        WORDS_END,
    };
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (words_is(stops[i], who.text, who.length))
            return true;
    return words_at(WORDS_FUNCTION_WORD, who.text, who.length) > 0 || is_numbered_stop(who) ||
           words_at(WORDS_ACTION, who.text, who.length) > 0 ||
           block_label_read((struct text_span){who.text, who.length}, NULL, NULL) != LABEL_NONE;
}

/* Reports whether a label cannot be a speaker (S2), unless the attendance has it. One of two words
 * that a "/" divides is enough: "Place / link". */
static bool is_stopped(struct text_span who)
{
    const size_t slash = text_span_find(who, 0, "/");
    if (slash == who.length)
        return is_stop_word(who);
    return is_stop_word(text_span_trim(text_span_part(who, 0, slash))) ||
           is_stop_word(text_span_trim(text_span_part(who, slash + 1, who.length)));
}

/* Finds who a voice is. Two names that are printed together fit two people. */
static struct roster_match find_voice(struct minutes *minutes, struct text_span who)
{
    struct roster_match match = roster_find(&minutes->roster, who);
    if (match.person)
        return match;
    const size_t slash = text_span_find(who, 0, "/"), comma = text_span_find(who, 0, ",");
    const size_t bracket = text_span_find(who, 0, " (");
    size_t end = slash < comma ? slash : comma;
    end = bracket < end ? bracket : end;
    for (size_t i = 1; i < end; i++)
        if (who.text[i] == ' ') {
            const size_t word = words_at(WORDS_AND, who.text + i + 1, who.length - i - 1);
            if (word || who.text[i + 1] == '&')
                end = i;
        }
    if (!end || end >= who.length)
        return match;
    match = roster_find(&minutes->roster, text_span_part(who, 0, end));
    size_t rest = end;
    while (rest < who.length && strchr(" /,&", who.text[rest]))
        rest++;
    rest += rest < who.length ? words_at(WORDS_AND, who.text + rest, who.length - rest) : 0;
    struct roster_match second = {.person = ROSTER_NOBODY};
    if (end != bracket)
        second = roster_find(&minutes->roster, text_span_part(who, rest, who.length));
    if (match.person && second.person && second.person != match.person)
        match.other = second.person; /* two people speak: the name stays as it is printed */
    return match;
}

/* Makes the holder of an office the speaker (S1). If several people or no one have the office, the
 * office itself speaks if it leads the meeting. */
static void set_office(struct voice *voice, const struct roster *roster)
{
    if (voice->match.person)
        return;
    const struct text_span office = roster_office_of(voice->who);
    if (!office.length)
        return;
    voice->match.person = roster_holder(roster, office);
    voice->office = voice->match.person != ROSTER_NOBODY;
    if (words_is(WORDS_CHAIR, office.text, office.length) ||
        words_is(WORDS_MODERATOR, office.text, office.length))
        voice->office = voice->collective = true;
}

/* Adds a voice that is new. Returns NULL if out of memory. */
static struct voice *voices_add(struct voices *voices, struct minutes *minutes,
                                struct text_span who)
{
    struct voice *list =
        array_reserve(voices->list, &voices->capacity, voices->count + 1, sizeof *list);
    if (list)
        voices->list = list;
    if (!list || !hash_table_reserve(&voices->table, voices->count + 1)) {
        voices->out_of_memory = true;
        return NULL;
    }
    hash_table_add(&voices->table, who_hash(who), (uint32_t)voices->count);
    struct voice *voice = &list[voices->count++];
    *voice = (struct voice){.who = who, .initials = is_initials(who), .nick = is_nick(who)};
    voice->match = find_voice(minutes, who);
    voice->collective = words_is(WORDS_COLLECTIVE, who.text, who.length);
    set_office(voice, &minutes->roster);
    voice->stopped = !voice->match.person && !voice->collective && is_stopped(who);
    if (voice->match.person && voice->match.form == ROSTER_INITIALS && voice->match.other == 0 &&
        words_is(WORDS_ACTION, who.text, who.length))
        voice->stopped = true; /* "AI", "AP" need the attendance (S7) */
    return voice;
}

void voices_count(struct voices *voices, struct minutes *minutes, const struct speech *speech)
{
    if (!speech->who.length)
        return;
    struct voice *voice = voices_get(voices, speech->who);
    if (!voice)
        voice = voices_add(voices, minutes, speech->who);
    if (!voice)
        return;
    voice->count++;
    voice->timed = voice->timed || speech->timed;
    voice->chats = voice->chats || speech->form == SPEECH_CHAT;
    if (voice->match.person)
        voices->forms[speech->form]++;
}

/* Decides what a voice is that S1 to S4 do not accept. */
static void decide_label(struct voice *voice, const struct voices *voices)
{
    const bool sentence = words_at(WORDS_FUNCTION_WORD, voice->who.text, voice->who.length) > 0;
    voice->label = *voice->who.text != '[' && ((voice->stopped && !sentence) || voice->timed ||
                                               voice->nick || is_label(voice->who));
    voice->stranger = voice->label && !voice->stopped && is_name_like(voice->who) &&
                      (voice->initials || voice->timed || voice->nick ||
                       voice_has_full_name(voice) || voices->forms[SPEECH_COLON] >= FORMS_MIN);
}

void voices_decide(struct voices *voices)
{
    for (size_t i = 0; i < voices->count; i++) {
        struct voice *voice = &voices->list[i];
        if (voice->match.person)
            voice->accepted = !voice->stopped;
        else if (!voice->stopped &&
                 (voice->office || voice->collective || is_name_like(voice->who)))
            voice->accepted = voice->collective || voice->chats ||
                              voice->count >= OCCURRENCES_MIN ||
                              (voice->initials && voices->forms[SPEECH_COLON] >= FORMS_MIN);
        if (!voice->accepted)
            decide_label(voice, voices);
    }
}

/* Reports whether a form alone does not tell a speaker (S4). */
static bool is_weak(enum speech_form form)
{
    return form == SPEECH_BRACKETS || form == SPEECH_PARENTHESES || form == SPEECH_DASH ||
           form == SPEECH_ALONE || form == SPEECH_BOLD;
}

struct voice *voices_find(struct voices *voices, struct minutes *minutes,
                          const struct speech *speech)
{
    struct voice *voice = speech->who.length ? voices_get(voices, speech->who) : NULL;
    const bool weak = is_weak(speech->form);
    if (!voice || !voice->accepted || (voice->collective && weak) ||
        (voice->office && (weak || names_somebody(minutes, speech->text) ||
                           decision_is_election(speech->who, speech->text))))
        return NULL;
    if (voice->match.person || !weak)
        return voice;
    return voice->count >= OCCURRENCES_WEAK ? voice : NULL;
}

struct voice *voices_find_label(struct voices *voices, const struct speech *speech)
{
    struct voice *voice =
        speech->who.length && !is_weak(speech->form) ? voices_get(voices, speech->who) : NULL;
    return voice && (voice->label || voice->office) ? voice : NULL;
}
