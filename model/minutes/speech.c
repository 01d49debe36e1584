#include "minutes/speech.h"

#include "base/array.h"
#include "outcomes/decision.h"
#include "wording/words.h"

#include <stdlib.h>

enum {
    WHO_BYTES_MAX = 70,
    WHO_WORDS_MAX = 6,
    FORMS_MIN = 5,       /* known speakers in a form that make it a form of speakers (S3) */
    OCCURRENCES_MIN = 2, /* of an unknown speaker */
    OCCURRENCES_WEAK = 3 /* of one in a weak form (S4) */
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* Returns the length of a time such as "15:04" or "[5:36]" at the beginning of a text. */
static size_t time_length(struct text_span text)
{
    size_t at = 0, colons = 0;
    const bool bracket = text.length && text.text[0] == '[';
    at += bracket;
    const size_t start = at;
    while (at < text.length && (is_digit(text.text[at]) || text.text[at] == ':'))
        colons += text.text[at++] == ':';
    if (at == start || !colons || !is_digit(text.text[start]) || text.text[at - 1] == ':')
        return 0;
    if (bracket) {
        if (at >= text.length || text.text[at] != ']')
            return 0;
        at++;
    }
    return at < text.length && text.text[at] == ' ' ? at + 1 : 0;
}

/* Returns the length of "…" or "..." with a colon after it, or 0. */
static size_t ellipsis_length(struct text_span text)
{
    size_t at = text_span_begins(text, "\xe2\x80\xa6") ? 3 : text_span_begins(text, "...") ? 3 : 0;
    if (at && at < text.length && text.text[at] == ':')
        at++;
    return at;
}

/* Reports whether a text could be a name: few words, no digit at its beginning, no other marks. */
static bool could_be_name(struct text_span who)
{
    size_t words = 1;
    if (!who.length || who.length > WHO_BYTES_MAX || is_digit(*who.text))
        return false;
    for (size_t i = 0; i < who.length; i++) {
        const char byte = who.text[i];
        words += byte == ' ';
        if (strchr("\"?!;=<>{}|\\#`*\t", byte) || (byte == '(' && i == 0))
            return false;
        if (byte == '.' && i + 1 < who.length && who.text[i + 1] == ' ' && i > 4)
            return false;
    }
    return words <= WHO_WORDS_MAX;
}

static bool is_number(struct text_span text)
{
    text = text_span_strip(text, " .%");
    size_t digits = 0;
    while (digits < text.length && is_digit(text.text[digits]))
        digits++;
    return text.length && digits == text.length;
}

/* Takes the text up to a mark as the name. Returns false if it cannot be a name. */
static bool take_who(struct speech *speech, struct text_span text, size_t from, size_t to,
                     size_t after, enum speech_form form)
{
    speech->who = text_span_strip(text_span_part(text, from, to), " *_");
    if (speech->who.length && speech->who.text[speech->who.length - 1] == ':')
        speech->who.length--;
    after = after > text.length ? text.length : after;
    while (after < text.length && strchr(" *_:", text.text[after]))
        after++;
    speech->text = text_span_trim(text_span_part(text, after, text.length));
    speech->form = form;
    return could_be_name(speech->who) && !is_number(speech->text);
}

/* Reads a name in brackets. */
static bool read_brackets(struct text_span text, char open, char close, enum speech_form form,
                          struct speech *speech)
{
    if (!text.length || *text.text != open)
        return false;
    size_t end = 1;
    while (end < text.length && end < WHO_BYTES_MAX && text.text[end] != close)
        end++;
    if (end >= text.length || text.text[end] != close ||
        (end + 1 < text.length && text.text[end + 1] == '('))
        return false;
    const size_t from = text_span_begins(text, "[name=") ? 6 : 1;
    return take_who(speech, text, from, end, end + 1, form) && speech->text.length;
}

/* Reads "NAME:" at the beginning of a text. */
static bool read_colon(struct text_span text, struct speech *speech)
{
    const size_t limit = text.length < WHO_BYTES_MAX ? text.length : WHO_BYTES_MAX;
    size_t colon = 0;
    while (colon < limit && text.text[colon] != ':')
        colon++;
    if (!colon || colon >= limit)
        return false;
    const size_t after = colon + 1;
    if (after < text.length && !strchr(" *_", text.text[after]))
        return false;
    return take_who(speech, text, 0, colon, after, SPEECH_COLON);
}

/* Reads "NAME - text". */
static bool read_dash(struct text_span text, struct speech *speech)
{
    static const char *const dashes[] = {" - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " -- ", NULL};
    const struct text_span head =
        text_span_part(text, 0, text.length < WHO_BYTES_MAX ? text.length : WHO_BYTES_MAX);
    for (size_t i = 0; dashes[i]; i++) {
        const size_t at = text_span_find(head, 0, dashes[i]);
        if (at && at < head.length)
            return take_who(speech, text, 0, at, at + strlen(dashes[i]), SPEECH_DASH) &&
                   speech->text.length;
    }
    return false;
}

bool speech_read(struct text_span text, const struct markdown_line *line, bool nested,
                 struct speech *ret_speech)
{
    struct speech *speech = ret_speech;
    const size_t time = time_length(text);
    *speech = (struct speech){0};
    const size_t bold = line->bold > time ? line->bold - time : 0;
    text = text_span_trim(text_span_part(text, time, text.length));
    const size_t ellipsis = ellipsis_length(text);
    if (ellipsis) {
        speech->form = SPEECH_CONTINUED;
        speech->text = text_span_trim(text_span_part(text, ellipsis, text.length));
        return speech->text.length > 0;
    }
    if (read_brackets(text, '<', '>', SPEECH_CHAT, speech) ||
        read_brackets(text, '[', ']', SPEECH_BRACKETS, speech) ||
        read_brackets(text, '(', ')', SPEECH_PARENTHESES, speech))
        return true;
    if (read_colon(text, speech)) {
        if (nested && !speech->text.length)
            speech->form = SPEECH_ALONE;
        return true;
    }
    const size_t blank = text_span_find(text, 0, " ");
    if (text.length && *text.text == '@' && blank < text.length && blank > 1)
        return take_who(speech, text, 0, blank, blank, SPEECH_HANDLE);
    if (bold && bold < text.length && take_who(speech, text, 0, bold, bold, SPEECH_BOLD) &&
        speech->text.length)
        return true;
    if (read_dash(text, speech))
        return true;
    return nested && line->entry &&
           take_who(speech, text, 0, text.length, text.length, SPEECH_ALONE);
}

bool speech_find_next(struct text_span text, size_t from, size_t *ret_at, struct speech *ret_speech)
{
    for (size_t at = from; at + 4 < text.length; at++) {
        const bool dots = text.text[at] == '\xa6' && at > 1 && text.text[at - 1] == '\x80';
        if (!dots && !strchr(".?!", text.text[at]) &&
            !(text.text[at] == '"' && at && strchr(".?!", text.text[at - 1])))
            continue;
        size_t start = at + 1;
        if (start < text.length && text.text[start] == '"')
            start++;
        if (start >= text.length || text.text[start] != ' ')
            continue;
        start++;
        if (start < text.length &&
            (is_capital(text.text[start]) || text.text[start] == '@' ||
             (unsigned char)text.text[start] == 0xc3) &&
            read_colon(text_span_part(text, start, text.length), ret_speech) &&
            text_span_find(ret_speech->who, 0, ". ") == ret_speech->who.length) {
            *ret_at = start;
            return true;
        }
    }
    return false;
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

/* Reports whether every word of a name begins with a capital, or it is one word like a handle. */
static bool is_name_like(struct text_span who)
{
    if (is_initials(who) || *who.text == '@')
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

/* Reports whether a label without a "/" can be no speaker (S2). */
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
    return words_at(WORDS_FUNCTION_WORD, who.text, who.length) > 0 ||
           block_label_read((struct text_span){who.text, who.length}, NULL, NULL) != LABEL_NONE;
}

/* Reports whether a label can be no speaker (S2), unless the attendance has it. One of two words
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
    *voice = (struct voice){.who = who, .initials = is_initials(who)};
    voice->match = find_voice(minutes, who);
    voice->collective = words_is(WORDS_COLLECTIVE, who.text, who.length);
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
    if (voice->match.person)
        voices->forms[speech->form]++;
}

void voices_decide(struct voices *voices)
{
    for (size_t i = 0; i < voices->count; i++) {
        struct voice *voice = &voices->list[i];
        if (voice->match.person)
            voice->accepted = !voice->stopped;
        else if (voice->stopped || !is_name_like(voice->who))
            continue;
        else
            voice->accepted = voice->collective || voice->count >= OCCURRENCES_MIN ||
                              (voice->initials && voices->forms[SPEECH_COLON] >= FORMS_MIN);
    }
}

struct voice *voices_find(struct voices *voices, const struct speech *speech)
{
    struct voice *voice = speech->who.length ? voices_get(voices, speech->who) : NULL;
    if (!voice || !voice->accepted)
        return NULL;
    const bool weak = speech->form == SPEECH_BRACKETS || speech->form == SPEECH_PARENTHESES ||
                      speech->form == SPEECH_DASH || speech->form == SPEECH_ALONE ||
                      speech->form == SPEECH_BOLD;
    if (voice->match.person || !weak)
        return voice->collective && weak ? NULL : voice;
    return voice->count >= OCCURRENCES_WEAK && !voice->collective ? voice : NULL;
}
