#include "minutes/speech.h"

enum {
    WHO_BYTES_MAX = 70,
    WHO_WORDS_MAX = 6
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

/* Reports whether a text could be the nick of a chat: one word of any marks, with a letter. */
static bool could_be_nick(struct text_span who)
{
    bool letter = false;
    for (size_t i = 0; i < who.length; i++) {
        const unsigned char byte = (unsigned char)who.text[i];
        letter |= ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || byte >= 0x80;
        if (strchr(" \t<>\"/=", byte))
            return false;
    }
    return letter && who.length <= WHO_BYTES_MAX;
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
    return (could_be_name(speech->who) ||
            ((form == SPEECH_CHAT || speech->timed) && could_be_nick(speech->who))) &&
           !is_number(speech->text);
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

/* Reads what follows the time of a line of a chat log in which somebody acts: "* nick waves". */
static bool read_chat_act(struct text_span text, struct speech *speech)
{
    if (!text_span_begins(text, "* "))
        return false;
    const struct text_span rest = text_span_part(text, 2, text.length);
    const size_t blank = text_span_find(rest, 0, " ");
    return blank < rest.length && take_who(speech, rest, 0, blank, blank, SPEECH_CHAT) &&
           speech->text.length;
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
    if (time && read_chat_act(text, speech))
        return true;
    speech->timed = time > 0;
    if (read_colon(text, speech)) {
        if (nested && !speech->text.length)
            speech->form = SPEECH_ALONE;
        return true;
    }
    speech->timed = false;
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

/* Reports whether a point ends an initial, such as the one of "B. Salt". */
static bool is_initial(struct text_span text, size_t point)
{
    return text.text[point] == '.' && point && is_capital(text.text[point - 1]) &&
           (point == 1 || text.text[point - 2] == ' ');
}

bool speech_find_next(struct text_span text, size_t from, size_t *ret_at, struct speech *ret_speech)
{
    for (size_t at = from; at + 4 < text.length; at++) {
        const bool dots = text.text[at] == '\xa6' && at > 1 && text.text[at - 1] == '\x80';
        if (!dots && !strchr(".?!", text.text[at]) &&
            !(text.text[at] == '"' && at && strchr(".?!", text.text[at - 1])))
            continue;
        size_t start = at + 1;
        if (is_initial(text, at))
            continue;
        if (start < text.length && text.text[start] == '"')
            start++;
        if (start >= text.length || text.text[start] != ' ')
            continue;
        start++;
        *ret_speech = (struct speech){0};
        if (start < text.length &&
            (is_capital(text.text[start]) || text.text[start] == '@' ||
             (unsigned char)text.text[start] == 0xc3) &&
            read_colon(text_span_part(text, start, text.length), ret_speech) &&
            text_span_find(ret_speech->who, 2, ". ") == ret_speech->who.length) {
            *ret_at = start;
            return true;
        }
    }
    return false;
}
