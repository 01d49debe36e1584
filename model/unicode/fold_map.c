#include "unicode/fold_map.h"

#include "base/array.h"
#include "unicode/character.h"

#include <stdlib.h>
#include <unistr.h>

enum {
    CHARACTER_FOLD_BYTES = 256 /* holds the fold of a character */
};

void fold_map_init(struct fold_map *map)
{
    *map = (struct fold_map){0};
    buffer_init(&map->folded, UINT32_MAX);
}

void fold_map_finish(struct fold_map *map)
{
    buffer_finish(&map->folded);
    free(map->parts);
    map->parts = NULL;
    map->count = map->capacity = 0;
}

void fold_map_clear(struct fold_map *map)
{
    buffer_clear(&map->folded);
    map->count = 0;
}

static size_t character_length(const char *text, size_t length)
{
    const int bytes = (unsigned char)*text < 0x80 ? 1 : u8_mblen((const uint8_t *)text, length);
    return bytes > 0 ? (size_t)bytes : 1;
}

/* Returns the first character of the fold of a text's first character; 0 if that is not visible. */
static uint32_t first_folded(const char *text, size_t length)
{
    char memory[CHARACTER_FOLD_BYTES];
    struct buffer folded = {.bytes = memory, .capacity = sizeof memory, .ceiling = sizeof memory};
    ucs4_t character;
    if ((unsigned char)*text < 0x80)
        return (unsigned char)*text;
    if (!text_fold_keeping_spaces(text, character_length(text, length), &folded) || !folded.length)
        return 0;
    u8_mbtouc(&character, (const uint8_t *)memory, folded.length);
    return character;
}

/* Returns true if a folded character may combine with one before it, of which the last visible one
 * is `before`, or if it is not visible. */
static bool follows(uint32_t character, uint32_t before)
{
    if (character > 0 && character < 0x80)
        return false;
    if (character_doubles(character))
        return character == before;
    return character == 0 || character_combining_class(character) != 0 ||
           character_may_follow(character);
}

/* Returns the end of the part that begins at `at` with the folded character *first, and replaces
 * that by the one after the part. */
static size_t find_part_end(const char *text, size_t at, size_t end, uint32_t *first)
{
    uint32_t before = *first;
    for (at += character_length(text + at, end - at); at < end;
         at += character_length(text + at, end - at)) {
        *first = first_folded(text + at, end - at);
        if (!follows(*first, before))
            break;
        before = *first ? *first : before;
    }
    return at;
}

bool fold_map_append(struct fold_map *map, const char *text, size_t begin, size_t end)
{
    uint32_t first = begin < end ? first_folded(text + begin, end - begin) : 0;
    for (size_t at = begin; at < end && !map->failed;) {
        const size_t part_end = find_part_end(text, at, end, &first);
        struct fold_part *parts =
            array_reserve(map->parts, &map->capacity, map->count + 1, sizeof *parts);
        map->failed |= !parts || !text_fold_keeping_spaces(text + at, part_end - at, &map->folded);
        if (!parts)
            break;
        map->parts = parts;
        parts[map->count++] = (struct fold_part){(uint32_t)map->folded.length, (uint32_t)part_end};
        at = part_end;
    }
    return !map->failed;
}
