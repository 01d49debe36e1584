/* Tables of votes: a column for each option, a row for each option or candidate, or a row for each
 * voter (V4, V6). */
#include "members/member.h"
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    PROPOSAL_WORDS = 3, /* of a proposal in a cell, unless its column says that it is one */
    CELL_DIGITS_MAX = 9,
    GROUP_DIGITS = 3 /* of a number in groups: "1,041" */
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

/* Returns the length of the mark between two groups of digits at an offset, or 0. */
static size_t group_mark(struct text_span cell, size_t at)
{
    static const char *const marks[] = {",", ".", "'", " ", "\xE2\x80\x99"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_span_begins(text_span_part(cell, at, cell.length), marks[i]))
            return strlen(marks[i]);
    return 0;
}

/* Returns the number that is all of a cell, perhaps in groups, "1,041", or before a share in
 * brackets, "41 (95 %)"; or -1. */
static int cell_number(struct text_span cell)
{
    const size_t bracket = text_span_find(cell, 0, "(");
    if (text_span_find(cell, bracket, "%") < cell.length)
        cell = text_span_trim(text_span_part(cell, 0, bracket));
    int value = 0, group = 0;
    size_t digits = cell.length ? text_span_digits(cell, 0, &value) : 0, at = digits;
    if (!digits || (digits > GROUP_DIGITS && digits < cell.length))
        return -1;
    while (at < cell.length) {
        const size_t mark = group_mark(cell, at);
        digits += GROUP_DIGITS;
        if (!mark || digits > CELL_DIGITS_MAX ||
            text_span_digits(cell, at + mark, &group) != GROUP_DIGITS)
            return -1;
        value = value * 1000 + group;
        at += mark + GROUP_DIGITS;
    }
    return value;
}

static bool has_digit(struct text_span cell)
{
    for (size_t i = 0; i < cell.length; i++)
        if (cell.text[i] >= '0' && cell.text[i] <= '9')
            return true;
    return false;
}

/* Returns the option that a cell names, or NULL. */
static const char *cell_option(struct text_span cell)
{
    return cell.length ? ballot_label(cell) : NULL;
}

/* Returns true if a column has shares, "%", or the numbers of rows: it has no votes and no names.
 */
static bool is_beside(struct text_span head)
{
    return text_span_find(head, 0, "%") < head.length || text_span_begins(head, "#") ||
           pattern_is(PATTERN_NUMBER, head);
}

/* Finds the columns of the names and the results: the first column of a table may name resolutions,
 * which is a word for results, too. `first_option` is the first column of an option. */
static void find_name_and_result(const struct cells *head, size_t first_option,
                                 struct vote_table *table)
{
    size_t proposal = 0, first = 0, last = 0, other = 0;
    for (size_t i = 0; i < head->count; i++) {
        if (table->options[i] || is_beside(head->list[i]))
            continue;
        if (span_is(WORDS_CONCLUSION, head->list[i])) {
            first = first ? first : i + 1;
            last = i + 1;
        } else if (span_is(WORDS_PROPOSAL, head->list[i]))
            proposal = proposal ? proposal : i + 1;
        else
            other = other ? other : i + 1;
    }
    const bool resolutions =
        first && (first < last || (first < first_option && (!other || other > first_option)));
    table->proposals = proposal || resolutions;
    table->name = proposal ? proposal : resolutions ? first : other;
    table->result = last == table->name ? 0 : last;
}

/* Finds the columns of a table with one for each option: "Motion | For | Against | Result". */
static bool read_option_columns(const struct cells *head, struct vote_table *table)
{
    size_t options = 0, first = 0;
    for (size_t i = 0; i < head->count; i++) {
        const struct text_span cell = head->list[i];
        const bool number = is_beside(cell) && cell.text[cell.length - 1] == '.'; /* "No." */
        table->options[i] = number ? NULL : cell_option(cell);
        if (!table->options[i])
            continue;
        options++;
        first = first ? first : i + 1;
    }
    find_name_and_result(head, first, table);
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

/* Reads the counts of a row. Returns false if it has none, or one that is not a number. */
static bool read_counts(const struct vote_table *table, const struct cells *cells,
                        struct vote_counts *ret)
{
    *ret = (struct vote_counts){0};
    for (size_t i = 0; i < cells->count && ret->count < VOTE_COUNTS_MAX; i++) {
        const int value = table->options[i] ? cell_number(cells->list[i]) : -1;
        if (value >= 0)
            ret->list[ret->count++] = (struct vote_count){table->options[i], value};
        else if (table->options[i] && has_digit(cells->list[i]))
            return false;
    }
    return ret->count > 0;
}

/* Reads a row of a table with a column for each option. */
static bool read_options(struct decision_reader *reader, size_t block, const struct cells *cells)
{
    const struct vote_table *table = &reader->table;
    const struct text_span none = {NULL, 0};
    struct vote_counts counts;
    struct sentence sentence;
    const struct text_span text = table->name ? cell_at(cells, table->name - 1) : none;
    const struct text_span result = table->result ? cell_at(cells, table->result - 1) : none;
    if (!read_counts(table, cells, &counts))
        return false;
    sentence_read_all(text, &sentence);
    const bool proposal =
        sentence.count && (table->proposals || result.length || sentence.count >= PROPOSAL_WORDS);
    if (proposal ? !decision_reader_open(reader, block, text) : !open_for_votes(reader, block))
        return true;
    decision_reader_add_counts(reader, block, &counts);
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
    if (at->form != BLOCK_ROW || !at->table || at->narrative)
        return false;
    if (at->table != reader->table.id)
        begin_table(reader, block);
    if (reader->table.shape == TABLE_NONE || (at->listed && reader->table.shape != TABLE_OPTIONS))
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
