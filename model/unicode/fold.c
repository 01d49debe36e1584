/* Most characters are inert: their fold does not depend on those before them. The folds of inert
 * characters are cached in a table that fills as they occur, so that a text of any script is
 * folded by look-ups. A mark that is not inert is combined with the end of the fold so far, by the
 * canonical composition of Unicode 3.11.
 */
#include "unicode/fold.h"

#include "unicode/character_fold.h"

#include <stdatomic.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

enum {
    TABLE_SIZE = 0x20000, /* characters: planes 0 and 1 */
    CELL_TEXT_MAX = 7,
    CELL_FOLLOWS = 0xfd, /* the fold is one character that may compose with the one before it */
    CELL_MARK = 0xfe,    /* the fold is one mark that is not an accent */
    CELL_OTHER = 0xff,   /* the fold is made each time */
    CHARACTER_BYTES_MAX = 4,
    CUT_DISTANCE_MAX = 256,
    CLUSTER_MAX = FOLD_MARKS_MAX + 2 * UC_DECOMPOSITION_MAX_LENGTH,
    REPLACEMENT_CHARACTER = 0xfffd
};

/* The fold of a character. */
struct fold_cell {
    char text[CELL_TEXT_MAX]; /* of an inert character; of CELL_FOLLOWS and CELL_MARK a uint32_t */
    unsigned char tag;        /* 0: not known yet; 1 + the length of the text; or CELL_... */
};

/* A cell as one word, which is read and written at once. */
union fold_word {
    uint64_t word;
    struct fold_cell cell;
};

_Static_assert(sizeof(union fold_word) == sizeof(uint64_t), "a cell is a word");

/* Threads that fill the same cell write the same value. */
static _Atomic uint64_t fold_cells[TABLE_SIZE];

/* A character and the marks on it, sorted by their canonical combining classes. */
struct cluster {
    bool has_base;
    uint32_t base;
    uint32_t marks[FOLD_MARKS_MAX + UC_DECOMPOSITION_MAX_LENGTH + 1];
    size_t count; /* of marks */
};

/* Returns true if the character may compose with one before it. */
static bool character_may_follow(uint32_t character)
{
    return uc_is_general_category(character, UC_CATEGORY_M) ||
           (character >= 0x1160 && character < 0x1200); /* vowels and finals of Hangul */
}

static void append_utf8(struct buffer *out, uint32_t character)
{
    uint8_t bytes[CHARACTER_BYTES_MAX];
    const int length = u8_uctomb(bytes, character, sizeof bytes);
    if (length > 0)
        buffer_append(out, (const char *)bytes, (size_t)length);
}

/* Removes the last character from the fold and returns it. The fold, which begins at `start`, is
 * not empty. */
static uint32_t take_last(struct buffer *out, size_t start)
{
    ucs4_t character = REPLACEMENT_CHARACTER;
    const uint8_t *begin = (const uint8_t *)out->bytes;
    const uint8_t *at = u8_prev(&character, begin + out->length, begin + start);
    out->length = at ? (size_t)(at - begin) : start;
    return character;
}

/* Inserts a mark after the marks of its class and of lower ones. */
static void cluster_insert(struct cluster *cluster, uint32_t mark)
{
    const int mark_class = uc_combining_class(mark);
    size_t place = cluster->count;
    while (place > 0 && uc_combining_class(cluster->marks[place - 1]) > mark_class)
        place--;
    for (size_t i = cluster->count++; i > place; i--)
        cluster->marks[i] = cluster->marks[i - 1];
    cluster->marks[place] = mark;
}

/* Separates the base from the marks that it is composed with. */
static void cluster_decompose(struct cluster *cluster)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    for (int i = 0; i < UC_DECOMPOSITION_MAX_LENGTH; i++) {
        if (uc_canonical_decomposition(cluster->base, parts) != 2 ||
            uc_combining_class(parts[1]) == 0)
            return;
        cluster->base = parts[0];
        /* In reverse, so before the marks of its class. */
        memmove(cluster->marks + 1, cluster->marks, cluster->count++ * sizeof *cluster->marks);
        cluster->marks[0] = parts[1];
    }
}

/* Moves the last character with its marks from the end of the fold to the cluster. The fold has at
 * most FOLD_MARKS_MAX marks on a character. */
static void cluster_take(struct cluster *cluster, struct buffer *out, size_t start)
{
    cluster->has_base = false;
    cluster->count = 0;
    while (out->length > start && !cluster->has_base && cluster->count <= FOLD_MARKS_MAX) {
        const uint32_t character = take_last(out, start);
        cluster->has_base = uc_combining_class(character) == 0;
        if (cluster->has_base) {
            cluster->base = character;
        } else {
            memmove(cluster->marks + 1, cluster->marks, cluster->count++ * sizeof character);
            cluster->marks[0] = character;
        }
    }
    if (cluster->has_base)
        cluster_decompose(cluster);
}

/* Composes the base with the marks that are not blocked by others. */
static void cluster_compose(struct cluster *cluster)
{
    size_t kept = 0;
    int last_class = 0;
    for (size_t i = 0; i < cluster->count; i++) {
        const int mark_class = uc_combining_class(cluster->marks[i]);
        const ucs4_t composed =
            last_class < mark_class ? uc_composition(cluster->base, cluster->marks[i]) : 0;
        if (composed) {
            cluster->base = composed;
            continue;
        }
        last_class = mark_class;
        cluster->marks[kept++] = cluster->marks[i];
    }
    cluster->count = kept;
}

static void cluster_append(const struct cluster *cluster, struct buffer *out)
{
    if (cluster->has_base)
        append_utf8(out, cluster->base);
    for (size_t i = 0; i < cluster->count && i < FOLD_MARKS_MAX; i++)
        append_utf8(out, cluster->marks[i]);
}

/* Returns true if an accent makes another character of its base: Cyrillic "й", or a symbol with a
 * stroke such as "≠". */
static bool accent_is_significant(uint32_t accent, uint32_t base)
{
    return accent == COMBINING_BREVE
               ? base == CYRILLIC_I
               : accent == COMBINING_SOLIDUS && uc_is_general_category(base, UC_CATEGORY_S);
}

/* Appends a mark to the fold, or drops an accent. */
static void append_mark(struct buffer *out, size_t start, uint32_t mark)
{
    struct cluster cluster;
    const bool is_accent = combining_class_is_accent(uc_combining_class(mark));
    if (is_accent && mark != COMBINING_BREVE && mark != COMBINING_SOLIDUS)
        return;
    cluster_take(&cluster, out, start);
    if (!is_accent || (cluster.has_base && accent_is_significant(mark, cluster.base)))
        cluster_insert(&cluster, mark);
    if (cluster.has_base)
        cluster_compose(&cluster);
    cluster_append(&cluster, out);
}

/* Appends a character of class 0 that may compose with the one before it. */
static void append_following(struct buffer *out, size_t start, uint32_t character)
{
    const size_t length = out->length;
    if (length > start) {
        const uint32_t composed = uc_composition(take_last(out, start), character);
        if (composed) {
            append_utf8(out, composed);
            return;
        }
    }
    out->length = length;
    append_utf8(out, character);
}

/* Appends the fold of a character, which depends on the end of the fold if it is not inert. */
static void append_character_fold(struct buffer *out, size_t start, uint32_t character)
{
    uint32_t folded[CHARACTER_FOLD_MAX];
    const size_t count = character_fold(character, folded);
    for (size_t i = 0; i < count && !out->failed; i++)
        if (uc_combining_class(folded[i]) != 0)
            append_mark(out, start, folded[i]);
        else if (character_may_follow(folded[i]))
            append_following(out, start, folded[i]);
        else
            append_utf8(out, folded[i]);
}

/* Returns true if the fold does not compose with the text before it, and is not dropped. */
static bool fold_begins_part(const uint32_t *folded, size_t count)
{
    return count > 0 && uc_combining_class(folded[0]) == 0 && !character_may_follow(folded[0]);
}

/* Returns true if the fold of the character does not depend on the text before it. */
static bool character_is_inert(uint32_t character)
{
    uint32_t folded[CHARACTER_FOLD_MAX];
    const size_t count = character_fold(character, folded);
    if (fold_begins_part(folded, count))
        return true;
    for (size_t i = 0; i < count; i++)
        if (!combining_class_is_accent(uc_combining_class(folded[i])) ||
            folded[i] == COMBINING_BREVE || folded[i] == COMBINING_SOLIDUS)
            return false;
    return true; /* only accents, which are dropped */
}

/* Makes the cell of a character that is not inert. */
static struct fold_cell make_following_cell(uint32_t character)
{
    struct fold_cell cell = {.tag = CELL_OTHER};
    uint32_t folded[CHARACTER_FOLD_MAX];
    if (character_fold(character, folded) != 1 ||
        combining_class_is_accent(uc_combining_class(folded[0])))
        return cell;
    memcpy(cell.text, folded, sizeof folded[0]);
    cell.tag = uc_combining_class(folded[0]) == 0 ? CELL_FOLLOWS : CELL_MARK;
    return cell;
}

static struct fold_cell make_cell(uint32_t character)
{
    struct fold_cell cell = {.tag = CELL_OTHER};
    char memory[CHARACTER_FOLD_MAX * CHARACTER_BYTES_MAX];
    struct buffer out = {.bytes = memory, .capacity = sizeof memory, .ceiling = sizeof memory};
    if (!character_is_inert(character))
        return make_following_cell(character);
    append_character_fold(&out, 0, character);
    if (out.failed || out.length > CELL_TEXT_MAX)
        return cell;
    memcpy(cell.text, out.bytes, out.length);
    cell.tag = (unsigned char)(out.length + 1);
    return cell;
}

static struct fold_cell cell_of(uint32_t character)
{
    if (character >= TABLE_SIZE)
        return (struct fold_cell){.tag = CELL_OTHER};
    union fold_word known = {
        .word = atomic_load_explicit(&fold_cells[character], memory_order_relaxed)};
    if (known.cell.tag)
        return known.cell;
    known.cell = make_cell(character);
    atomic_store_explicit(&fold_cells[character], known.word, memory_order_relaxed);
    return known.cell;
}

/* Appends the fold of a character of which the cell is known. */
static void append_cell(struct buffer *out, size_t start, uint32_t character, struct fold_cell cell)
{
    uint32_t folded;
    memcpy(&folded, cell.text, sizeof folded);
    if (cell.tag == CELL_OTHER)
        append_character_fold(out, start, character);
    else if (cell.tag == CELL_MARK)
        append_mark(out, start, folded);
    else if (cell.tag == CELL_FOLLOWS)
        append_following(out, start, folded);
    else if (out->capacity - out->length < sizeof cell)
        buffer_append(out, cell.text, (size_t)cell.tag - 1);
    else {
        /* A copy of constant size is quicker; what is beyond the length is overwritten later. */
        memcpy(out->bytes + out->length, &cell, sizeof cell);
        out->length += (size_t)cell.tag - 1;
    }
}

/* Reads a character that is not ASCII. Returns the number of its bytes. */
static inline size_t read_character(const char *text, size_t length, uint32_t *ret_character)
{
    const unsigned char *at = (const unsigned char *)text;
    if (length > 1 && at[0] >= 0xc2 && at[0] < 0xe0 && (at[1] & 0xc0) == 0x80) {
        *ret_character = (uint32_t)(at[0] & 0x1f) << 6 | (at[1] & 0x3f);
        return 2;
    }
    if (length > 2 && at[0] >= 0xe0 && at[0] < 0xf0 && (at[1] & 0xc0) == 0x80 &&
        (at[2] & 0xc0) == 0x80) {
        const uint32_t three =
            (uint32_t)(at[0] & 0xf) << 12 | (uint32_t)(at[1] & 0x3f) << 6 | (at[2] & 0x3f);
        if (three >= 0x800 && (three < 0xd800 || three >= 0xe000)) {
            *ret_character = three;
            return 3;
        }
    }
    ucs4_t character;
    const int bytes = u8_mbtoucr(&character, at, length);
    *ret_character = bytes > 0 ? character : REPLACEMENT_CHARACTER;
    return bytes > 0 ? (size_t)bytes : 1;
}

/* Appends the lower case of the ASCII bytes at the beginning of the text. Returns their number.
 * Eight bytes are one word (SWAR): adding to each byte sets its highest bit if it is at least 'A',
 * and if it is above 'Z'. */
static size_t fold_ascii(const char *text, size_t length, struct buffer *out)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones * 0x80;
    size_t done = 0;
    for (uint64_t word; done + sizeof word <= length; done += sizeof word) {
        memcpy(&word, text + done, sizeof word);
        if (word & tops)
            break;
        const uint64_t capitals = (word + ones * (0x80 - 'A')) ^ (word + ones * (0x7f - 'Z'));
        word |= (capitals & tops) >> 2;
        buffer_append(out, (const char *)&word, sizeof word);
    }
    for (; done < length && (unsigned char)text[done] < 0x80; done++)
        buffer_append_byte(
            out, (char)(text[done] >= 'A' && text[done] <= 'Z' ? text[done] | 0x20 : text[done]));
    return done;
}

bool text_fold(const char *text, size_t length, struct buffer *out)
{
    const size_t start = out->length;
    size_t done = 0;
    while (done < length && !out->failed) {
        if ((unsigned char)text[done] < 0x80) {
            done += fold_ascii(text + done, length - done, out);
            continue;
        }
        uint32_t character;
        done += read_character(text + done, length - done, &character);
        append_cell(out, start, character, cell_of(character));
    }
    return !out->failed;
}

size_t text_fold_cut(const char *text, size_t length, size_t max)
{
    size_t fallback = max;
    for (size_t cut = max; cut > max - CUT_DISTANCE_MAX; cut--) {
        const unsigned char first = (unsigned char)text[cut];
        if (first < 0x80)
            return cut;
        if ((first & 0xc0) == 0x80)
            continue;
        uint32_t character, folded[CHARACTER_FOLD_MAX];
        read_character(text + cut, length - cut, &character);
        if (fold_begins_part(folded, character_fold(character, folded)))
            return cut;
        if (fallback == max)
            fallback = cut;
    }
    return fallback;
}
