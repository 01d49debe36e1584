#include "unicode/fold_cells.h"

#include "unicode/character.h"
#include "unicode/character_fold.h"
#include "unicode/fold_writer.h"

#include <stdatomic.h>
#include <string.h>

enum {
    TABLE_SIZE = 0x20000, /* characters: planes 0 and 1 */
    CHARACTER_BYTES_MAX = 4
};

/* A cell as one word, which is read and written at once. */
union fold_word {
    uint64_t word; /* 0: not known yet */
    struct fold_cell cell;
};

_Static_assert(sizeof(union fold_word) == sizeof(uint64_t), "a cell is a word");

/* Threads that fill the same cell write the same value. */
static _Atomic uint64_t fold_cells[TABLE_SIZE];

/* Returns true if the folded characters do not depend on the text before them. */
static bool fold_is_inert(const uint32_t *folded, size_t count)
{
    if (count > 0 && character_combining_class(folded[0]) == 0 && !character_may_follow(folded[0]))
        return true;
    for (size_t i = 0; i < count; i++)
        if (!fold_mark_is_dropped(folded[i]))
            return false;
    return true;
}

static struct fold_cell make_inert_cell(const uint32_t *folded, size_t count)
{
    struct fold_cell cell = {.tag = FOLD_CELL_OTHER};
    char memory[CHARACTER_FOLD_MAX * CHARACTER_BYTES_MAX];
    struct buffer out = {.bytes = memory, .capacity = sizeof memory, .ceiling = sizeof memory};
    struct fold_writer writer;
    fold_writer_init(&writer, &out, 0);
    for (size_t i = 0; i < count; i++)
        fold_writer_append(&writer, folded[i]);
    if (out.failed || out.length > FOLD_CELL_TEXT_MAX)
        return cell;
    memcpy(cell.text, out.bytes, out.length);
    cell.tag = (unsigned char)(out.length + 1);
    return cell;
}

/* Makes the cell of a fold that begins with a space, such as that of an accent that stands alone.
 */
static struct fold_cell make_space_cell(const uint32_t *folded, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (!fold_mark_is_dropped(folded[i]))
            return (struct fold_cell){.tag = FOLD_CELL_OTHER};
    return (struct fold_cell){.tag = FOLD_CELL_SPACE};
}

static struct fold_cell make_cell(uint32_t character)
{
    struct fold_cell cell = {.tag = FOLD_CELL_OTHER};
    uint32_t folded[CHARACTER_FOLD_MAX];
    const size_t count = character_fold(character, folded);
    if (count > 0 && *folded == ' ')
        return make_space_cell(folded, count);
    if (fold_is_inert(folded, count))
        return make_inert_cell(folded, count);
    if (count != 1)
        return cell;
    memcpy(cell.text, folded, sizeof *folded);
    cell.tag = character_combining_class(*folded) ? FOLD_CELL_MARK : FOLD_CELL_FOLLOWS;
    return cell;
}

struct fold_cell fold_cell_of(uint32_t character)
{
    if (character >= TABLE_SIZE)
        return (struct fold_cell){.tag = FOLD_CELL_OTHER};
    union fold_word known = {
        .word = atomic_load_explicit(&fold_cells[character], memory_order_relaxed)};
    if (known.word)
        return known.cell;
    known.cell = make_cell(character);
    atomic_store_explicit(&fold_cells[character], known.word, memory_order_relaxed);
    return known.cell;
}
