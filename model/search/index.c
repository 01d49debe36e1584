#include "search/index.h"

#include "archive/archive_private.h"
#include "search/text.h"
#include "search/word_cache.h"
#include "search/words.h"

#include <pthread.h>
#include <stdlib.h>

struct search_index {
    const struct archive *archive;
    sqlite3 *owner;               /* the database that built the bytes, and frees them */
    struct search_memory *memory; /* of the owner's tokenizer */
    unsigned char *bytes;
    sqlite3_int64 size;
};

/* Above this SQLite refuses to grow the index. */
#define INDEX_CEILING ((sqlite3_int64)4 << 30)

/* SQLite counts its allocations under one lock for all threads unless told not to, which must be
 * before its first use. */
static void configure(void)
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* No lock in a connection either: each is one thread's. The lookaside of small blocks, where the
 * library has it, is a connection's own. */
static sqlite3 *open_database(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    sqlite3 *database = NULL;
    pthread_once(&once, configure);
    if (sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) ==
        SQLITE_OK)
        return database;
    sqlite3_close(database);
    return NULL;
}

static bool execute(sqlite3 *database, const char *sql)
{
    return sqlite3_exec(database, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* A database in one growing block of memory, whose bytes are what is searched later. */
static bool use_growing_memory(sqlite3 *database)
{
    enum {
        FIRST_BYTES = 1 << 16
    };
    sqlite3_int64 ceiling = INDEX_CEILING;
    unsigned char *bytes = sqlite3_malloc(FIRST_BYTES);
    return bytes &&
           sqlite3_deserialize(database, "main", bytes, 0, FIRST_BYTES,
                               SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) ==
               SQLITE_OK &&
           sqlite3_file_control(database, "main", SQLITE_FCNTL_SIZE_LIMIT, &ceiling) == SQLITE_OK;
}

/* With room for all words FTS5 sorts once and writes one segment: nothing to be merged, while it is
 * built nor when it is searched. */
static bool create_table(sqlite3 *database)
{
    return execute(database,
                   "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA secure_delete=OFF;"
                   "PRAGMA cache_size=-1000;"
                   "CREATE VIRTUAL TABLE search USING fts5(title, text, notes, content='',"
                   " tokenize='" SEARCH_TOKENIZER "');"
                   "INSERT INTO search(search, rank) VALUES('hashsize', 1000000000);"
                   "INSERT INTO search(search, rank) VALUES('automerge', 0);"
                   "BEGIN");
}

static bool add_record(sqlite3_stmt *insert, struct search_text texts[SEARCH_COLUMN_COUNT],
                       const struct record *record)
{
    sqlite3_bind_int64(insert, 1,
                       (sqlite3_int64)record->type->index << SEARCH_TYPE_SHIFT | record->ordinal);
    for (int column = SEARCH_TITLE; column < SEARCH_COLUMN_COUNT; column++) {
        struct search_text *text = &texts[column];
        if (!search_text_write(text, record, (enum search_column)column))
            return false;
        sqlite3_bind_text64(insert, column + 1, text->length ? text->bytes : "", text->length,
                            SQLITE_STATIC, SQLITE_UTF8);
    }
    sqlite3_step(insert);
    return sqlite3_reset(insert) == SQLITE_OK;
}

static bool add_records(const struct archive *archive, sqlite3_stmt *insert,
                        struct archive_progress *progress)
{
    struct search_text texts[SEARCH_COLUMN_COUNT] = {0};
    bool added = true;
    for (size_t type = 0; type < TYPE_COUNT && added; type++)
        for (size_t i = 0; i < archive->records[type].count && added; i++, progress->done++)
            added = add_record(insert, texts, archive->records[type].at[i]);
    for (size_t i = 0; i < SEARCH_COLUMN_COUNT; i++)
        search_text_finish(&texts[i]);
    return added;
}

static void begin(const struct archive *archive, struct archive_progress *progress)
{
    size_t total = 0;
    for (size_t type = 0; type < TYPE_COUNT; type++)
        total += archive->records[type].count;
    progress->done = 0;
    progress->total = total;
    progress->step = "indexing texts";
}

static bool build(struct search_index *index, struct archive_progress *progress)
{
    sqlite3_stmt *insert = NULL;
    index->memory = search_memory_create(index->owner);
    bool built = index->memory && use_growing_memory(index->owner) && create_table(index->owner) &&
                 sqlite3_prepare_v2(index->owner,
                                    "INSERT INTO search(rowid, title, text, notes)"
                                    " VALUES(?1, ?2, ?3, ?4)",
                                    -1, &insert, NULL) == SQLITE_OK &&
                 add_records(index->archive, insert, progress);
    sqlite3_finalize(insert);
    built = built && execute(index->owner, "COMMIT");
    sqlite3_db_release_memory(index->owner);
    return built;
}

struct search_index *search_index_create(const struct archive *archive,
                                         struct archive_progress *progress)
{
    struct search_index *index = calloc(1, sizeof *index);
    if (!index)
        return NULL;
    index->archive = archive;
    index->owner = open_database();
    begin(archive, progress);
    if (index->owner && build(index, progress))
        index->bytes =
            sqlite3_serialize(index->owner, "main", &index->size, SQLITE_SERIALIZE_NOCOPY);
    if (index->bytes)
        return index;
    search_index_destroy(index);
    return NULL;
}

void search_index_destroy(struct search_index *index)
{
    if (!index)
        return;
    sqlite3_close(index->owner);
    search_memory_destroy(index->memory);
    free(index);
}

size_t search_index_bytes(const struct search_index *index)
{
    return (size_t)index->size;
}

/* SQLite reads pages straight out of the bytes where it is allowed to map the file that they are to
 * it; otherwise each connection would copy them into a cache of its own. */
sqlite3 *search_index_open(const struct search_index *index)
{
    sqlite3 *database = open_database();
    if (database &&
        sqlite3_deserialize(database, "main", index->bytes, index->size, index->size,
                            SQLITE_DESERIALIZE_READONLY) == SQLITE_OK &&
        execute(database, "PRAGMA mmap_size=2147418112"))
        return database;
    sqlite3_close(database);
    return NULL;
}

const struct record *search_index_record(const struct search_index *index, int64_t row)
{
    const int64_t ordinal = row & ((INT64_C(1) << SEARCH_TYPE_SHIFT) - 1);
    return index->archive->records[row >> SEARCH_TYPE_SHIFT].at[ordinal];
}
