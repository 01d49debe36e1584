#define _GNU_SOURCE /* memmem */
#include "assistant/called.h"

#include "unicode/fold.h"

#include <ctype.h>
#include <string.h>

enum {
    NAME_MAX_BYTES = 1000, /* a longer name is no one's */
    WORDS_MAX = 64         /* of a name, of which a set of bits says what was found */
};

/* Replaces the punctuation of ASCII by spaces, except apostrophes, and several spaces by one. */
static void drop_punctuation(struct buffer *text)
{
    size_t used = 0;
    for (size_t i = 0; i < text->length; i++) {
        const char byte = text->bytes[i];
        const bool blank = byte == ' ' || (ispunct((unsigned char)byte) && byte != '\'');
        if (!blank)
            text->bytes[used++] = byte;
        else if (used > 0 && text->bytes[used - 1] != ' ')
            text->bytes[used++] = ' ';
    }
    text->length = used > 0 && text->bytes[used - 1] == ' ' ? used - 1 : used;
}

/* Appends the words of a text: its fold without punctuation. */
static bool fold_words(const char *text, size_t length, struct buffer *out)
{
    if (!text_fold(text, length, out))
        return false;
    drop_punctuation(out);
    return true;
}

/* Reports whether a word begins one of the words of a text. A letter that is not ASCII may come
 * before it: there are scripts without spaces. */
static bool begins_word(const struct buffer *text, const char *word, size_t length)
{
    const char *at = text->bytes, *end = text->bytes + text->length;
    for (; (at = memmem(at, (size_t)(end - at), word, length)); at++)
        if (at == text->bytes || !isalnum((unsigned char)at[-1]))
            return true;
    return false;
}

/* The words of a name, each of which is to be found. */
struct wanted {
    const struct buffer *name;
    bool exact;
    uint64_t found; /* a set of the numbers of the words */
    size_t count;
};

/* Looks for the words in one text of the record. Returns false if out of memory. */
static bool look_in(struct wanted *wanted, const struct value *text)
{
    struct buffer folded;
    const struct buffer *name = wanted->name;
    buffer_init(&folded, (size_t)FOLD_BYTES_PER_BYTE * text->count + 1);
    const bool done = fold_words(text->text, text->count, &folded);
    if (done && folded.length > 0) {
        wanted->exact |=
            folded.length == name->length && memcmp(folded.bytes, name->bytes, name->length) == 0;
        wanted->count = 0;
        for (size_t at = 0, length; at < name->length; at += length + 1) {
            const char *space = memchr(name->bytes + at, ' ', name->length - at);
            length = space ? (size_t)(space - name->bytes) - at : name->length - at;
            if (begins_word(&folded, name->bytes + at, length))
                wanted->found |= UINT64_C(1) << (wanted->count % WORDS_MAX);
            wanted->count++;
        }
    }
    buffer_finish(&folded);
    return done;
}

static bool look_in_record(struct wanted *wanted, const struct record *record)
{
    const struct field_list *fields = &record->type->fields;
    for (size_t i = 0; i < fields->count; i++) {
        size_t count;
        const struct value *items = record_items(&fields->at[i], record_field(record, i), &count);
        if (fields->at[i].kind != FIELD_TEXT || fields->at[i].search != SEARCH_TITLE)
            continue;
        for (size_t j = 0; j < count; j++)
            if (items[j].count && !look_in(wanted, &items[j]))
                return false;
    }
    return true;
}

enum called called_compare(struct mcp *mcp, const struct record *record, const char *name)
{
    struct buffer words;
    struct wanted wanted = {.name = &words};
    buffer_init(&words, (size_t)FOLD_BYTES_PER_BYTE * NAME_MAX_BYTES);
    if (strlen(name) > NAME_MAX_BYTES)
        return CALLED_NOT;
    const bool done = fold_words(name, strlen(name), &words) &&
                      (!words.length || look_in_record(&wanted, record));
    mcp->is_unavailable |= !done;
    buffer_finish(&words);
    if (wanted.exact)
        return CALLED_EXACTLY;
    if (wanted.count == 0 || wanted.count > WORDS_MAX)
        return CALLED_NOT;
    return wanted.found == UINT64_MAX >> (WORDS_MAX - wanted.count) ? CALLED_PARTLY : CALLED_NOT;
}
