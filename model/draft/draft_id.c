#include "draft/draft_id.h"

#include "base/buffer.h"
#include "base/sha256_text.h"
#include "draft/draft_private.h"
#include "unicode/fold.h"

#include <stdio.h>
#include <string.h>

enum {
    TITLE_BYTES_MAX = 60,           /* of a slug; a longer one is cut between two words */
    NAME_BYTES = DRAFT_ID_BYTES - 7 /* of an id without the number that may follow, with the NUL */
};

void draft_hash(const char *text, size_t length, char digits[9])
{
    char digest[SHA256_TEXT_BYTES];
    sha256_text(text, length, digest);
    memcpy(digits, digest, 8);
    digits[8] = '\0';
}

static bool is_slug_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/* Writes the words of ASCII of a fold. Returns false if it has letters of other scripts. */
static bool write_words(const struct buffer *fold, char id[DRAFT_ID_BYTES])
{
    size_t length = 0, word = 0;
    for (size_t i = 0; i < fold->length; i++) {
        const char byte = fold->bytes[i];
        if ((unsigned char)byte >= 0x80)
            return false;
        if (length == TITLE_BYTES_MAX) {
            length = word ? word : length;
            break;
        }
        if (is_slug_byte(byte))
            id[length++] = byte;
        else if (byte != '\'' && length && id[length - 1] != '-')
            word = length, id[length++] = '-';
    }
    while (length && id[length - 1] == '-')
        length--;
    id[length] = '\0';
    return length > 0;
}

const char *draft_slug(struct draft *draft, const char *text, size_t length,
                       char id[DRAFT_ID_BYTES])
{
    struct buffer fold;
    buffer_init(&fold, (size_t)FOLD_BYTES_PER_BYTE * length);
    const bool folded = !length || text_fold(text, length, &fold);
    const bool written = length && folded && write_words(&fold, id);
    buffer_finish(&fold);
    if (!folded)
        draft_set_out_of_memory(draft);
    if (written)
        return id;
    id[0] = 'x';
    id[1] = '\0';
    if (length)
        draft_hash(text, length, id + 1);
    return id;
}

/* Writes `prefix`, "-" and `name`. One that is too long is cut, and ends with its hash. */
static size_t write_id(const char *prefix, const char *name, char id[DRAFT_ID_BYTES])
{
    char whole[4 * DRAFT_ID_BYTES];
    const char *const hyphen = *prefix && *name ? "-" : "";
    const int length = snprintf(whole, sizeof whole, "%s%s%s", prefix, hyphen, name);
    if (length < NAME_BYTES) {
        memcpy(id, whole, (size_t)length + 1);
        return (size_t)length;
    }
    char digits[9];
    size_t cut = NAME_BYTES - sizeof digits - 1;
    draft_hash(whole, strlen(whole), digits);
    while (cut && !is_slug_byte(whole[cut - 1]))
        cut--;
    return (size_t)snprintf(id, DRAFT_ID_BYTES, "%.*s-%s", (int)cut, whole, digits);
}

const char *draft_write_id(const char *prefix, const char *name, char id[DRAFT_ID_BYTES])
{
    write_id(prefix, name, id);
    return id;
}

/* Appends "-" and a number to an id of `length` bytes, and reports whether a record has it. */
static bool is_taken(const struct draft *draft, const struct record_type *type, size_t length,
                     unsigned number, char id[DRAFT_ID_BYTES])
{
    snprintf(id + length, DRAFT_ID_BYTES - length, "-%u", number);
    return draft_find(draft, type, id) != NULL;
}

const char *draft_new_id(const struct draft *draft, const struct record_type *type,
                         const char *prefix, const char *name, char id[DRAFT_ID_BYTES])
{
    const size_t length = write_id(prefix, name, id);
    unsigned taken = 1, number = 2;
    if (!draft_find(draft, type, id))
        return id;
    /* The numbers up to some number are taken: search it by doubling, then between its bounds. */
    while (number < 1000000 && is_taken(draft, type, length, number, id))
        taken = number, number *= 2;
    while (number - taken > 1) {
        const unsigned middle = taken + (number - taken) / 2;
        if (is_taken(draft, type, length, middle, id))
            taken = middle;
        else
            number = middle;
    }
    is_taken(draft, type, length, number, id);
    return id;
}
