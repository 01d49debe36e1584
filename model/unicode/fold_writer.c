#include "unicode/fold_writer.h"

#include "unicode/character.h"
#include "unicode/fold.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

enum {
    CHARACTER_BYTES_MAX = 4,
    CYRILLIC_I = 0x438,
    COMBINING_BREVE = 0x306,
    COMBINING_SOLIDUS = 0x338,
    THAI_NIKHAHIT = 0xe4d, /* its class is 0, but it is drawn below the tone mark beside it */
    LAO_NIGGAHITA = 0xecd, /* the same */
    REPLACEMENT_CHARACTER = 0xfffd,
    MARKS_MAX = FOLD_MARKS_MAX + CHARACTER_PARTS_MAX + 1
};

/* Marks in the order of their classes. */
struct mark_list {
    uint32_t at[MARKS_MAX];
    size_t count;
};

void fold_writer_init(struct fold_writer *writer, struct buffer *out, size_t start)
{
    *writer = (struct fold_writer){.out = out, .start = start, .cluster.end = SIZE_MAX};
}

static void append_utf8(struct buffer *out, uint32_t character)
{
    uint8_t bytes[CHARACTER_BYTES_MAX];
    const int length = u8_uctomb(bytes, character, sizeof bytes);
    if (length > 0)
        buffer_append(out, (const char *)bytes, (size_t)length);
}

/* Returns the character before `*at` in the fold, which begins at `start`, and moves there. */
static uint32_t previous_character(const struct buffer *out, size_t start, size_t *at)
{
    ucs4_t character = REPLACEMENT_CHARACTER;
    const uint8_t *begin = (const uint8_t *)out->bytes;
    const uint8_t *before = u8_prev(&character, begin + *at, begin + start);
    *at = before ? (size_t)(before - begin) : start;
    return character;
}

/* Returns true for the marks above and below, strokes, and the points of Hebrew, Arabic and Syriac.
 */
static bool class_is_accent(int class)
{
    return class == UC_CCC_OV || class >= 200 || (class >= 10 && class <= 36);
}

/* Returns true if an accent makes another character of its base: Cyrillic "й", or a symbol with a
 * stroke such as "≠". */
static bool accent_is_significant(uint32_t accent, uint32_t base)
{
    return accent == COMBINING_BREVE ? base == CYRILLIC_I
                                     : accent == COMBINING_SOLIDUS && character_is_symbol(base);
}

bool fold_mark_is_dropped(uint32_t character)
{
    return class_is_accent(character_combining_class(character)) && character != COMBINING_BREVE &&
           character != COMBINING_SOLIDUS;
}

static void mark_list_insert(struct mark_list *marks, size_t place, uint32_t mark)
{
    memmove(marks->at + place + 1, marks->at + place, (marks->count++ - place) * sizeof mark);
    marks->at[place] = mark;
}

/* Inserts a mark after those of its class and of lower ones. */
static void mark_list_add(struct mark_list *marks, uint32_t mark, int class)
{
    size_t place = marks->count;
    while (place > 0 && character_combining_class(marks->at[place - 1]) > class)
        place--;
    mark_list_insert(marks, place, mark);
}

/* Separates the base from the marks that it is composed with. */
static void decompose_base(struct fold_cluster *cluster, struct mark_list *marks)
{
    uint32_t parts[CHARACTER_PARTS_MAX];
    for (int i = 0; i < CHARACTER_PARTS_MAX; i++) {
        if (character_decompose(cluster->base, parts) != 2 ||
            character_combining_class(parts[1]) == 0)
            return;
        cluster->base = parts[0];
        mark_list_insert(marks, 0, parts[1]); /* in reverse, so before the marks of its class */
    }
}

/* Reads the base and the marks at the end of the fold. Returns where they begin. */
static size_t read_cluster(const struct fold_writer *writer, struct fold_cluster *cluster,
                           struct mark_list *marks)
{
    size_t at = writer->out->length;
    cluster->has_base = false;
    marks->count = 0;
    while (at > writer->start && !cluster->has_base && marks->count <= FOLD_MARKS_MAX) {
        const uint32_t character = previous_character(writer->out, writer->start, &at);
        cluster->has_base = character_combining_class(character) == 0;
        if (cluster->has_base)
            cluster->base = cluster->composed = character;
        else
            mark_list_insert(marks, 0, character);
    }
    cluster->count = marks->count;
    cluster->last_class = marks->count ? character_combining_class(marks->at[marks->count - 1]) : 0;
    if (cluster->has_base)
        decompose_base(cluster, marks);
    return at;
}

/* Makes the members of the cluster true of the end of the fold. */
static void update_cluster(struct fold_writer *writer)
{
    struct mark_list marks;
    if (writer->cluster.end == writer->out->length)
        return;
    read_cluster(writer, &writer->cluster, &marks);
    writer->cluster.end = writer->out->length;
}

/* Composes the base with the marks that are not blocked by others, and drops those beyond
 * FOLD_MARKS_MAX. */
static void compose_base(struct fold_cluster *cluster, struct mark_list *marks)
{
    size_t kept = 0;
    int last_class = 0;
    cluster->composed = cluster->base;
    for (size_t i = 0; i < marks->count; i++) {
        const int class = character_combining_class(marks->at[i]);
        const uint32_t composed =
            cluster->has_base && last_class < class ? character_compose(cluster->composed,
                                                                        marks->at[i])
                                                    : 0;
        if (composed) {
            cluster->composed = composed;
            continue;
        }
        if (kept < FOLD_MARKS_MAX)
            cluster->last_class = class;
        last_class = class;
        marks->at[kept++] = marks->at[i];
    }
    cluster->count = marks->count = kept < FOLD_MARKS_MAX ? kept : FOLD_MARKS_MAX;
}

/* Writes the end of the fold again, with one more mark. */
static void rewrite_cluster(struct fold_writer *writer, uint32_t mark, int class)
{
    struct mark_list marks;
    struct fold_cluster *cluster = &writer->cluster;
    writer->out->length = read_cluster(writer, cluster, &marks);
    mark_list_add(&marks, mark, class);
    compose_base(cluster, &marks);
    if (cluster->has_base)
        append_utf8(writer->out, cluster->composed);
    for (size_t i = 0; i < marks.count; i++)
        append_utf8(writer->out, marks.at[i]);
    cluster->end = writer->out->length;
}

/* Returns true if a mark composes with the base, or belongs before marks that are there. */
static bool mark_changes_cluster(const struct fold_cluster *cluster, uint32_t mark, int class)
{
    if (class <= cluster->last_class)
        return class < cluster->last_class;
    return cluster->has_base &&
           (character_compose(cluster->composed, mark) || character_compose(cluster->base, mark));
}

static bool is_nikhahit(uint32_t character)
{
    return character == THAI_NIKHAHIT || character == LAO_NIGGAHITA;
}

/* Returns true for one of the four tone marks of the script of a nikhahit. */
static bool is_tone_mark(uint32_t mark, uint32_t nikhahit)
{
    return is_nikhahit(nikhahit) && mark >= nikhahit - 5 && mark <= nikhahit - 2;
}

/* Inserts a tone mark before the nikhahit at the end of the fold, and the marks on that. So a
 * letter with its tone mark is a part of the same with a vowel. No other nikhahit is before it, so
 * this is not repeated. */
static void insert_tone_mark(struct fold_writer *writer, uint32_t mark)
{
    char nikhahit[FOLD_CLUSTER_MAX];
    struct mark_list marks;
    struct buffer *out = writer->out;
    const size_t begin = read_cluster(writer, &writer->cluster, &marks);
    const size_t length = out->length - begin;
    if (out->failed || length > sizeof nikhahit)
        return;
    memcpy(nikhahit, out->bytes + begin, length);
    out->length = begin;
    writer->cluster.end = SIZE_MAX;
    fold_writer_append_mark(writer, mark);
    buffer_append(out, nikhahit, length);
    writer->cluster.end = SIZE_MAX;
}

/* Marks that are in order are appended at once. Others are inserted, but of one cluster only
 * FOLD_MARKS_MAX for each class: then the cluster is full of marks of lower classes. So the time is
 * linear. */
void fold_writer_append_mark(struct fold_writer *writer, uint32_t mark)
{
    struct fold_cluster *cluster = &writer->cluster;
    if (fold_mark_is_dropped(mark))
        return;
    update_cluster(writer);
    if (cluster->has_base && is_tone_mark(mark, cluster->base)) {
        insert_tone_mark(writer, mark);
        return;
    }
    const int class = character_combining_class(mark);
    if (class_is_accent(class) &&
        !(cluster->has_base && accent_is_significant(mark, cluster->base)))
        return;
    if (mark_changes_cluster(cluster, mark, class)) {
        rewrite_cluster(writer, mark, class);
    } else if (cluster->count < FOLD_MARKS_MAX) {
        append_utf8(writer->out, mark);
        cluster->count++;
        cluster->last_class = class;
        cluster->end = writer->out->length;
    }
}

/* Appends a nikhahit, unless the cluster at the end is one: they are drawn in the same place. */
static void append_nikhahit(struct fold_writer *writer, uint32_t nikhahit)
{
    update_cluster(writer);
    if (!writer->cluster.has_base || !is_nikhahit(writer->cluster.base))
        append_utf8(writer->out, nikhahit);
}

void fold_writer_append_following(struct fold_writer *writer, uint32_t character)
{
    size_t at = writer->out->length;
    if (is_nikhahit(character)) {
        append_nikhahit(writer, character);
        return;
    }
    if (at > writer->start) {
        const uint32_t last = previous_character(writer->out, writer->start, &at);
        const uint32_t composed = character_compose(last, character);
        if (composed) {
            writer->out->length = at;
            writer->cluster.end = SIZE_MAX;
            character = composed;
        }
    }
    append_utf8(writer->out, character);
}

void fold_writer_append_space(struct fold_writer *writer)
{
    if (fold_writer_takes_space(writer))
        buffer_append_byte(writer->out, ' ');
}

void fold_writer_end(struct fold_writer *writer)
{
    if (writer->out->length > writer->start && !fold_writer_takes_space(writer))
        writer->out->length--;
}

void fold_writer_append(struct fold_writer *writer, uint32_t character)
{
    if (character == ' ')
        fold_writer_append_space(writer);
    else if (character_combining_class(character) != 0)
        fold_writer_append_mark(writer, character);
    else if (character_may_follow(character))
        fold_writer_append_following(writer, character);
    else
        append_utf8(writer->out, character);
}

size_t fold_writer_settled_length(const struct buffer *out)
{
    size_t at = out->length;
    uint32_t character = 0;
    while (at > 0) {
        character = previous_character(out, 0, &at);
        if (character_combining_class(character) == 0 && !is_nikhahit(character))
            break;
    }
    return at;
}
