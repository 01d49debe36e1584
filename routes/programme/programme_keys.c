#include "programme/programme_keys.h"

#include "base/sha256_text.h"
#include "programme/programme_value.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ACRONYM_LENGTH_MIN = 4,
    NUMBER_DIGITS_MAX = 15, /* which a number of JSON holds exactly */
    GUID_LENGTH = PROGRAMME_GUID_BYTES - 1
};

static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
static const char digits[] = "0123456789";

/* Returns the first identifier of a scheme, or value_absent. */
static const struct value *programme_identifier(const struct record *record, const char *scheme)
{
    const struct value *all = record_value(record, ROLE_IDENTIFIERS);
    for (size_t i = 0; i < all->count; i++)
        if (programme_is_word(
                programme_member(record, ROLE_IDENTIFIERS, &all->items[i], ROLE_SCHEME), scheme))
            return programme_member(record, ROLE_IDENTIFIERS, &all->items[i], ROLE_IDENTIFIER);
    return &value_absent;
}

static bool is_hyphen_of_guid(size_t position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

bool programme_guid_find(const struct record *record, char guid[PROGRAMME_GUID_BYTES])
{
    const struct value *value = programme_identifier(record, "guid");
    if (value->count != GUID_LENGTH)
        return false;
    for (size_t i = 0; i < GUID_LENGTH; i++)
        if (is_hyphen_of_guid(i) ? value->text[i] != '-' : !isxdigit((unsigned char)value->text[i]))
            return false;
    snprintf(guid, PROGRAMME_GUID_BYTES, "%s", value->text);
    return true;
}

/* Writes the SHA-256 of the type and the id of a record. */
static void programme_hash(const struct record *record, char text[SHA256_TEXT_BYTES])
{
    char name[PROGRAMME_KEY_BYTES + 40];
    const int length =
        snprintf(name, sizeof name, "%s/%s", record->type->collection, record_id(record));
    sha256_text(name, (size_t)length, text);
}

void programme_guid_make(const struct record *record, char guid[PROGRAMME_GUID_BYTES])
{
    char hash[SHA256_TEXT_BYTES];
    programme_hash(record, hash);
    hash[12] = '8';                  /* the version (RFC 9562, section 5.8) */
    hash[16] = "89ab"[hash[16] % 4]; /* the variant */
    snprintf(guid, PROGRAMME_GUID_BYTES, "%.8s-%.4s-%.4s-%.4s-%.12s", hash, hash + 8, hash + 12,
             hash + 16, hash + 20);
}

int64_t programme_number_find(const struct record *record)
{
    const struct value *value = programme_identifier(record, "id");
    if (!value->count || value->count > NUMBER_DIGITS_MAX || *value->text == '0' ||
        strspn(value->text, digits) != value->count)
        return 0;
    return strtoll(value->text, NULL, 10);
}

int64_t programme_number_make(const struct record *record)
{
    char hash[SHA256_TEXT_BYTES];
    programme_hash(record, hash);
    hash[8] = '\0';
    return (int64_t)(strtoul(hash, NULL, 16) % PROGRAMME_NUMBER_MAX) + 1;
}

const char *programme_code(const struct record *record, size_t length)
{
    const struct value *value = programme_identifier(record, "code");
    for (size_t i = 0; i < value->count; i++)
        if (!isupper((unsigned char)value->text[i]) && !isdigit((unsigned char)value->text[i]))
            return NULL;
    return value->count && (!length || value->count == length) ? value->text : NULL;
}

/* Reports whether a text in lower case, with a hyphen for all between its words, is an id. */
static bool is_written_like(const char *text, const char *id)
{
    bool between = false;
    const char *const start = id;
    for (; *text; text++) {
        const bool in_word = isalnum((unsigned char)*text);
        if (in_word && between && id > start && *id++ != '-')
            return false;
        if (in_word && *id++ != tolower((unsigned char)*text))
            return false;
        between = !in_word;
    }
    return !*id;
}

const char *programme_acronym_printed(const struct record *meeting)
{
    const struct value *abbreviation = record_value(meeting, ROLE_ABBREVIATION);
    return abbreviation->count && is_written_like(abbreviation->text, record_id(meeting))
               ? abbreviation->text
               : record_id(meeting);
}

/* Copies a text with other bytes than letters, digits and those in `allowed` replaced, and makes it
 * as long as an acronym must be. */
static void programme_acronym_copy(const char *text, const char *allowed, char other,
                                   char acronym[PROGRAMME_KEY_BYTES])
{
    size_t length = 0;
    for (; text[length] && length + ACRONYM_LENGTH_MIN < PROGRAMME_KEY_BYTES; length++)
        acronym[length] = strchr(letters, text[length]) || strchr(digits, text[length]) ||
                                  strchr(allowed, text[length])
                              ? text[length]
                              : other;
    while (length < ACRONYM_LENGTH_MIN)
        acronym[length++] = '_';
    acronym[length] = '\0';
}

void programme_acronym(const struct record *meeting, char acronym[PROGRAMME_KEY_BYTES])
{
    char copy[PROGRAMME_KEY_BYTES];
    const char *printed = programme_acronym_printed(meeting);
    programme_acronym_copy(printed, "_-", '-', copy);
    programme_acronym_copy(strcmp(copy, printed) == 0 ? printed : record_id(meeting), "_-", '-',
                           acronym);
}

void programme_acronym_json(const struct record *meeting, char acronym[PROGRAMME_KEY_BYTES])
{
    char copy[PROGRAMME_KEY_BYTES];
    programme_acronym(meeting, copy);
    programme_acronym_copy(copy, "_", '_', acronym);
}

void programme_slug(const struct record *paper, char slug[PROGRAMME_KEY_BYTES])
{
    const char *id = record_id(paper);
    snprintf(slug, PROGRAMME_KEY_BYTES, "%s%s", id[1] ? "" : "event-", id);
    for (char *byte = slug; *byte; byte++)
        *byte = *byte == '.' ? '-' : *byte;
}

/* Returns the id of a record without that of the meeting, with which those of schedules begin. */
static const char *programme_local_id(const struct record *meeting, const struct record *record)
{
    const char *id = record_id(record), *prefix = record_id(meeting);
    const size_t length = strlen(prefix);
    return strncmp(id, prefix, length) == 0 && id[length] == '-' ? id + length + 1 : id;
}

void programme_person_slug(const struct record *meeting, const struct record *person,
                           char slug[PROGRAMME_KEY_BYTES])
{
    snprintf(slug, PROGRAMME_KEY_BYTES, "%s", programme_local_id(meeting, person));
}

bool programme_track_slug(const struct record *meeting, const struct record *topic,
                          char slug[PROGRAMME_KEY_BYTES])
{
    const char *id = programme_local_id(meeting, topic);
    snprintf(slug, PROGRAMME_KEY_BYTES, "%s", id);
    return id[1] && strchr(letters, *id) && !strpbrk(id, "._");
}
