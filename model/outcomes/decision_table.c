/* Tables of votes: a column for each option, a row for each option or candidate, or a row for each
 * voter (V4, V6). */
#include "members/member.h"
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    PROPOSAL_WORDS = 3, /* of a proposal in a cell, unless its column says that it is one */
    CELL_DIGITS_MAX = 4
};

/* The cells of a row. */
struct cells {
    struct text_span list[TABLE_COLUMNS_MAX];
    size_t count;
};

static void read_cells(struct text_span row, struct cells *ret)
{
    ret->count = 0;
    for (size_t at = 0, end; at < row.length && ret->count < TABLE_COLUMNS_MAX; at = end + 1) {
        end = text_span_find(row, at, "\t");
        ret->list[ret->count++] = text_span_strip(text_span_part(row, at, end), ":*_");
    }
}

/* Returns a cell, or an empty text if the row has none. */
static struct text_span cell_at(const struct cells *cells, size_t column)
{
    return column < cells->count ? cells->list[column] : (struct text_span){NULL, 0};
}

/* Returns the number that is all of a cell, or -1. */
static int cell_number(struct text_span cell)
{
    int value = 0;
    const size_t digits = cell.length ? text_span_digits(cell, 0, &value) : 0;
    return digits && digits == cell.length && digits <= CELL_DIGITS_MAX ? value : -1;
}

/* Returns the option that a cell names, or NULL. */
static const char *cell_option(struct text_span cell)
{
    return cell.length ? ballot_label(cell) : NULL;
}

/* Finds the columns of a table with one for each option: "Motion | For | Against | Result". */
static bool read_option_columns(const struct cells *head, struct vote_table *table)
{
    size_t options = 0;
    for (size_t i = 0; i < head->count; i++) {
        table->options[i] = cell_option(head->list[i]);
        options += table->options[i] != NULL;
        if (table->options[i])
            continue;
        if (span_is(WORDS_CONCLUSION, head->list[i]))
            table->result = i + 1;
        else if (!table->name) {
            table->name = i + 1;
            table->proposals = span_is(WORDS_PROPOSAL, head->list[i]);
        }
    }
    return options > 1;
}

/* Finds the columns of a table whose rows are options, candidates or voters, from its head and its
 * first row. */
static enum table_shape read_row_columns(const struct cells *head, const struct cells *row,
                                         struct vote_table *table)
{
    for (size_t i = 0; i < head->count; i++) {
        const bool votes = span_is(WORDS_VOTE, head->list[i]);
        if (!votes && !table->name)
            table->name = i + 1;
        if (votes && !table->value)
            table->value = i + 1;
    }
    if (!table->name || !table->value)
        return TABLE_NONE;
    struct sentence sentence;
    sentence_read_all(head->list[table->name - 1], &sentence);
    table->election = pattern_is_in(PATTERN_CANDIDATE, &sentence);
    const struct text_span value = cell_at(row, table->value - 1);
    if (cell_number(value) >= 0)
        return TABLE_CHOICES;
    return cell_option(value) && member_is_name(cell_at(row, table->name - 1), false)
               ? TABLE_BALLOTS
               : TABLE_NONE;
}

/* Finds the columns of a table of motions: "Motion | Mover | Seconder | Result". */
static bool read_motion_columns(const struct cells *head, struct vote_table *table)
{
    *table = (struct vote_table){.id = table->id, .first = table->first};
    for (size_t i = 0; i < head->count; i++) {
        const struct text_span cell = head->list[i];
        if (span_is(WORDS_SECONDER, cell))
            table->seconder = i + 1;
        else if (span_is(WORDS_MOVER, cell) || pattern_is(PATTERN_MOVED_BY, cell))
            table->mover = i + 1;
        else if (span_is(WORDS_VOTE, cell))
            table->value = i + 1;
        else if (span_is(WORDS_CONCLUSION, cell) && table->name)
            table->result = i + 1;
        else if (span_is(WORDS_PROPOSAL, cell) || span_is(WORDS_CONCLUSION, cell))
            table->name = i + 1;
    }
    return table->name && (table->mover || table->seconder || table->result || table->value);
}

/* Decides what a table is, from its first rows. */
static void begin_table(struct decision_reader *reader, size_t block)
{
    const unsigned id = reader->blocks[block].table;
    struct cells head, row = {.count = 0};
    struct vote_table table = {.id = id, .first = block};
    read_cells(reader->blocks[block].text, &head);
    if (block + 1 < reader->count && reader->blocks[block + 1].table == id)
        read_cells(reader->blocks[block + 1].text, &row);
    if (head.count > 1 && cell_option(head.list[0]) && cell_number(head.list[1]) >= 0) {
        table.shape = TABLE_CHOICES;
        table.name = 1;
        table.value = 2;
        table.headless = true;
    } else if (read_option_columns(&head, &table))
        table.shape = TABLE_OPTIONS;
    else if (read_motion_columns(&head, &table))
        table.shape = TABLE_MOTIONS;
    else {
        table = (struct vote_table){.id = id, .first = block};
        table.shape = read_row_columns(&head, &row, &table);
    }
    reader->table = table;
}

/* Begins a decision without a text, unless the votes are those of the open one. Returns false if
 * out of memory. */
static bool open_for_votes(struct decision_reader *reader, size_t block)
{
    if (reader->table.opened)
        return true;
    reader->table.opened = true;
    if (decision_reader_in_reach(reader) && !reader->state.option_count && !reader->state.named)
        return true;
    return decision_reader_open(reader, block, (struct text_span){NULL, 0});
}

/* Reads a row of a table with a column for each option. */
static bool read_options(struct decision_reader *reader, size_t block, const struct cells *cells)
{
    const struct vote_table *table = &reader->table;
    struct vote_counts counts = {0};
    struct sentence sentence;
    const struct text_span text =
        table->name ? cell_at(cells, table->name - 1) : (struct text_span){NULL, 0};
    for (size_t i = 0; i < cells->count && counts.count < VOTE_COUNTS_MAX; i++)
        if (table->options[i] && cell_number(cells->list[i]) >= 0)
            counts.list[counts.count++] =
                (struct vote_count){table->options[i], cell_number(cells->list[i])};
    if (!counts.count)
        return false;
    sentence_read_all(text, &sentence);
    const bool proposal = sentence.count && (table->proposals || sentence.count >= PROPOSAL_WORDS);
    if (proposal ? !decision_reader_open(reader, block, text) : !open_for_votes(reader, block))
        return true;
    decision_reader_add_counts(reader, block, &counts);
    const struct text_span result =
        table->result ? cell_at(cells, table->result - 1) : (struct text_span){NULL, 0};
    if (result.length)
        decision_read_sentences(reader, block, result);
    return true;
}

/* Reads a row with an option or a candidate and the votes for it. */
static bool read_choice(struct decision_reader *reader, size_t block, const struct cells *cells)
{
    struct vote_table *table = &reader->table;
    const struct text_span name = cell_at(cells, table->name - 1);
    const int value = cell_number(cell_at(cells, table->value - 1));
    const char *option = cell_option(name);
    if (value < 0 || !name.length || !open_for_votes(reader, block))
        return false;
    struct decision *decision = decision_reader_current(reader);
    if (option) {
        const struct vote_counts counts = {.count = 1, .list = {{option, value}}};
        decision_reader_add_counts(reader, block, &counts);
        return true;
    }
    decision_reader_add_part(reader, block, PART_COUNT, name, NULL, value);
    reader->state.named = decision->voted = true;
    for (size_t i = 0; i < cells->count; i++)
        if (i + 1 != table->name && span_is(WORDS_ADOPTED, cells->list[i])) {
            decision_reader_add_part(reader, block, PART_ELECTED, name, NULL, 0);
            decision->result = "adopted";
            table->election = true;
        }
    if (table->election)
        decision->kind = "election";
    return true;
}

/* Reads a row with a voter and the option that the voter chose. */
static bool read_ballot(struct decision_reader *reader, size_t block, const struct cells *cells)
{
    const struct text_span name = cell_at(cells, reader->table.name - 1);
    const char *option = cell_option(cell_at(cells, reader->table.value - 1));
    if (!option || !member_is_name(name, false) || !open_for_votes(reader, block))
        return false;
    decision_reader_add_part(reader, block, PART_BALLOT, name, option, 0);
    reader->state.named = decision_reader_current(reader)->voted = true;
    reader->state.ballots++;
    return true;
}

/* Adds the name in a cell, if there is one. Returns true if there is. */
static bool add_name(struct decision_reader *reader, size_t block, const struct cells *cells,
                     size_t column, enum decision_part_role role)
{
    const struct text_span name = column ? cell_at(cells, column - 1) : (struct text_span){NULL, 0};
    if (!name.length || !member_is_name(name, false))
        return false;
    decision_reader_add_part(reader, block, role, name, NULL, 0);
    return true;
}

/* Reads the cell of a vote: "3-0-0", "2 for, 1 against", "unanimous". */
static void read_vote_cell(struct decision_reader *reader, size_t block, struct text_span cell)
{
    struct vote_counts counts = {0};
    struct sentence sentence;
    sentence_read_all(cell, &sentence);
    if (sentence.count)
        vote_counts_read(&sentence, true, &counts);
    if (counts.count)
        decision_reader_add_counts(reader, block, &counts);
    else if (sentence.count)
        decision_read_sentences(reader, block, cell);
}

/* Reads a row with a motion. */
static bool read_motion(struct decision_reader *reader, size_t block, const struct cells *cells)
{
    const struct vote_table *table = &reader->table;
    const struct text_span text = cell_at(cells, table->name - 1);
    const struct text_span result =
        table->result ? cell_at(cells, table->result - 1) : (struct text_span){NULL, 0};
    if (!text.length || !decision_reader_open(reader, block, text))
        return false;
    reader->state.moved = add_name(reader, block, cells, table->mover, PART_MOVER);
    reader->state.seconded = add_name(reader, block, cells, table->seconder, PART_SECONDER);
    reader->state.statement = true;
    decision_reader_current(reader)->kind = "motion";
    if (result.length)
        decision_read_sentences(reader, block, result);
    if (table->value)
        read_vote_cell(reader, block, cell_at(cells, table->value - 1));
    return true;
}

bool decision_read_table(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    struct cells cells;
    if (at->form != BLOCK_ROW || !at->table || at->narrative || at->listed)
        return false;
    if (at->table != reader->table.id)
        begin_table(reader, block);
    if (reader->table.shape == TABLE_NONE)
        return false;
    if (block == reader->table.first && !reader->table.headless)
        return true;
    read_cells(at->text, &cells);
    switch (reader->table.shape) {
    case TABLE_OPTIONS:
        return read_options(reader, block, &cells);
    case TABLE_CHOICES:
        return read_choice(reader, block, &cells);
    case TABLE_MOTIONS:
        return read_motion(reader, block, &cells);
    default:
        return read_ballot(reader, block, &cells);
    }
}
