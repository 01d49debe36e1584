/* usage: sqlite_rival PATH <QUERIES - measures queries on the same archive in SQLite.
 *
 * Loads a data file or a folder of them (PATH) into tables in memory, with an index on each column
 * that queries use, and an FTS5 table of the texts. Then reads queries from standard input, one per
 * line, as "REPEATS<tab>SQL", and writes for each the CPU nanoseconds of all repeats with all rows
 * read. ?1 in the SQL is the number of the repeat, from 0. */
#include <dirent.h>
#include <jansson.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    TEXT_MAX_BYTES = 1 << 20
};

static const char *const collections[] = {
    "meetings",  "sessions", "agenda_items", "people",  "papers", "organizations", "discussions",
    "proposals", "topics",   "decisions",    "actions", "events", "documents"};
static const char *const columns[] = {"id", "kind", "status", "country", "number", "title"};
static const char *const titles[] = {"title", "name", "label"};
static const char *const texts[] = {"text",        "abstract", "summary",
                                    "description", "outcome",  "conditions"};

enum {
    COLLECTION_COUNT = sizeof collections / sizeof *collections,
    COLUMN_COUNT = sizeof columns / sizeof *columns
};

/* Lists of references; each has its own table. */
static const struct {
    const char *collection, *field;
} lists[] = {{"papers", "presenters"},
             {"papers", "topics"},
             {"discussions", "topics"},
             {"proposals", "topics"},
             {"decisions", "topics"}};

enum {
    LIST_COUNT = sizeof lists / sizeof *lists
};

static sqlite3 *database;
static sqlite3_stmt *inserts[COLLECTION_COUNT], *list_inserts[LIST_COUNT], *search_insert,
    *ballot_insert;
static sqlite3_int64 ordinals[COLLECTION_COUNT];

static void fail(const char *what)
{
    fprintf(stderr, "sqlite_rival: %s: %s\n", what, database ? sqlite3_errmsg(database) : "");
    exit(1);
}

__attribute__((format(printf, 1, 2))) static void execute(const char *format, ...)
{
    char sql[1000];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sql, sizeof sql, format, arguments);
    va_end(arguments);
    if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK)
        fail(sql);
}

__attribute__((format(printf, 1, 2))) static sqlite3_stmt *prepare(const char *format, ...)
{
    char sql[1000];
    sqlite3_stmt *statement;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sql, sizeof sql, format, arguments);
    va_end(arguments);
    if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK)
        fail(sql);
    return statement;
}

static void create_tables(void)
{
    execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY");
    for (size_t i = 0; i < COLLECTION_COUNT; i++) {
        execute("CREATE TABLE %s(ordinal INTEGER PRIMARY KEY, id TEXT, kind TEXT, status TEXT, "
                "country TEXT, number INTEGER, title TEXT, json TEXT)",
                collections[i]);
        inserts[i] = prepare("INSERT INTO %s VALUES(?, ?, ?, ?, ?, ?, ?, ?)", collections[i]);
    }
    for (size_t i = 0; i < LIST_COUNT; i++) {
        execute("CREATE TABLE %s_%s(owner INTEGER, value TEXT)", lists[i].collection,
                lists[i].field);
        list_inserts[i] =
            prepare("INSERT INTO %s_%s VALUES(?, ?)", lists[i].collection, lists[i].field);
    }
    execute("CREATE TABLE ballots(owner INTEGER, person TEXT, option TEXT)");
    ballot_insert = prepare("INSERT INTO ballots VALUES(?, ?, ?)");
    execute("CREATE VIRTUAL TABLE search USING fts5(title, text, notes, content='', "
            "tokenize='porter unicode61 remove_diacritics 2')");
    search_insert = prepare("INSERT INTO search(rowid, title, text, notes) VALUES(?, ?, ?, ?)");
    execute("BEGIN");
}

static void create_indexes(void)
{
    for (size_t i = 0; i < COLLECTION_COUNT; i++)
        for (size_t j = 0; j < COLUMN_COUNT; j++)
            execute("CREATE INDEX %s_by_%s ON %s(%s)", collections[i], columns[j], collections[i],
                    columns[j]);
    for (size_t i = 0; i < LIST_COUNT; i++) {
        const char *name = lists[i].collection, *field = lists[i].field;
        execute("CREATE INDEX %s_%s_by_owner ON %s_%s(owner)", name, field, name, field);
        execute("CREATE INDEX %s_%s_by_value ON %s_%s(value, owner)", name, field, name, field);
    }
    execute("CREATE INDEX ballots_by_person ON ballots(person, option, owner)");
    execute("INSERT INTO search(search) VALUES('optimize'); COMMIT; ANALYZE");
}

static void bind_text(sqlite3_stmt *statement, int index, const char *text)
{
    if (text)
        sqlite3_bind_text(statement, index, text, -1, SQLITE_TRANSIENT);
    else
        sqlite3_bind_null(statement, index);
}

static void step(sqlite3_stmt *statement)
{
    if (sqlite3_step(statement) != SQLITE_DONE || sqlite3_reset(statement) != SQLITE_OK)
        fail("insert");
}

static void append(char *all, const json_t *text)
{
    const size_t used = strlen(all);
    if (json_is_string(text))
        snprintf(all + used, TEXT_MAX_BYTES - used, "%s\n", json_string_value(text));
}

static void append_members(char *all, const json_t *list, const char *member)
{
    size_t i;
    json_t *item;
    json_array_foreach(list, i, item) append(all, json_object_get(item, member));
}

static void insert_search(size_t collection, sqlite3_int64 ordinal, const json_t *record)
{
    static char title[TEXT_MAX_BYTES], text[TEXT_MAX_BYTES], notes[TEXT_MAX_BYTES];
    *title = *text = *notes = '\0';
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        append(title, json_object_get(record, titles[i]));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        append(text, json_object_get(record, texts[i]));
    append_members(text, json_object_get(record, "arguments"), "text");
    append_members(text, json_object_get(record, "related"), "note");
    append_members(notes, json_object_get(record, "notes"), "text");
    sqlite3_bind_int64(search_insert, 1, (sqlite3_int64)collection << 32 | ordinal);
    bind_text(search_insert, 2, title);
    bind_text(search_insert, 3, text);
    bind_text(search_insert, 4, notes);
    step(search_insert);
}

static void insert_lists(const char *collection, sqlite3_int64 ordinal, const json_t *record)
{
    size_t j;
    json_t *item;
    for (size_t i = 0; i < LIST_COUNT; i++) {
        if (strcmp(lists[i].collection, collection) != 0)
            continue;
        json_array_foreach(json_object_get(record, lists[i].field), j, item)
        {
            sqlite3_bind_int64(list_inserts[i], 1, ordinal);
            bind_text(list_inserts[i], 2, json_string_value(item));
            step(list_inserts[i]);
        }
    }
}

static void insert_ballots(sqlite3_int64 ordinal, const json_t *record)
{
    size_t i, j;
    json_t *vote, *ballot;
    json_array_foreach(json_object_get(record, "votes"), i, vote)
        json_array_foreach(json_object_get(vote, "ballots"), j, ballot)
    {
        sqlite3_bind_int64(ballot_insert, 1, ordinal);
        bind_text(ballot_insert, 2, json_string_value(json_object_get(ballot, "person")));
        bind_text(ballot_insert, 3, json_string_value(json_object_get(ballot, "option")));
        step(ballot_insert);
    }
}

static void insert_record(size_t collection, const json_t *record)
{
    const sqlite3_int64 ordinal = ordinals[collection]++;
    sqlite3_stmt *insert = inserts[collection];
    char *text = json_dumps(record, JSON_COMPACT);
    sqlite3_bind_int64(insert, 1, ordinal);
    for (int i = 0; i < COLUMN_COUNT; i++) {
        const json_t *value = json_object_get(record, columns[i]);
        if (json_is_integer(value))
            sqlite3_bind_int64(insert, i + 2, json_integer_value(value));
        else
            bind_text(insert, i + 2, json_string_value(value));
    }
    bind_text(insert, COLUMN_COUNT + 2, text);
    step(insert);
    free(text);
    insert_lists(collections[collection], ordinal, record);
    if (strcmp(collections[collection], "decisions") == 0)
        insert_ballots(ordinal, record);
    insert_search(collection, ordinal, record);
}

static void load_file(const char *path)
{
    size_t j;
    json_t *record;
    json_error_t error;
    json_t *top = json_load_file(path, 0, &error);
    if (!top) {
        fprintf(stderr, "sqlite_rival: %s: %s\n", path, error.text);
        exit(1);
    }
    for (size_t i = 0; i < COLLECTION_COUNT; i++)
        json_array_foreach(json_object_get(top, collections[i]), j, record)
            insert_record(i, record);
    json_decref(top);
}

static int is_data_file(const struct dirent *entry)
{
    const size_t length = strlen(entry->d_name);
    return length > 5 && strcmp(entry->d_name + length - 5, ".json") == 0;
}

static void load(const char *path)
{
    struct dirent **entries;
    char file[4096];
    const int count = scandir(path, &entries, is_data_file, alphasort);
    if (count < 0)
        load_file(path);
    for (int i = 0; i < count; i++) {
        snprintf(file, sizeof file, "%s/%s", path, entries[i]->d_name);
        load_file(file);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

static long cpu_nanoseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1000000000L + time.tv_nsec;
}

static void read_rows(sqlite3_stmt *statement)
{
    static volatile int bytes;
    int result;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(statement); i++)
            if (sqlite3_column_text(statement, i))
                bytes += sqlite3_column_bytes(statement, i) > 0;
    if (result != SQLITE_DONE)
        fail("query");
    sqlite3_reset(statement);
}

/* Prepares the statement once, as a server would, and runs it `repeats` times. */
static void measure(long repeats, const char *sql)
{
    sqlite3_stmt *statement = prepare("%s", sql);
    const long before = cpu_nanoseconds();
    for (long i = 0; i < repeats; i++) {
        sqlite3_bind_int64(statement, 1, i);
        read_rows(statement);
    }
    printf("%ld\n", cpu_nanoseconds() - before);
    fflush(stdout);
    sqlite3_finalize(statement);
}

int main(int argc, char **argv)
{
    char line[1000];
    if (argc != 2) {
        fputs("usage: sqlite_rival PATH <QUERIES\n", stderr);
        return 2;
    }
    if (sqlite3_open(":memory:", &database) != SQLITE_OK)
        fail("open");
    create_tables();
    load(argv[1]);
    create_indexes();
    while (fgets(line, sizeof line, stdin)) {
        char *sql;
        const long repeats = strtol(line, &sql, 10);
        measure(repeats, sql);
    }
    return 0;
}
