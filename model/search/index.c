#include "search/index.h"

#include "search/text.h"
#include "search/vocabulary.h"
#include "subjects/subjects.h"
#include "words/fts5.h"
#include "words/stemmer.h"
#include "words/tokenizer.h"
#include "words/word_cache.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>

struct search_index {
    const struct archive *archive;
    sqlite3 *owner;             /* the database that built `bytes` and frees them */
    struct tokenizer tokenizer; /* of the owner */
    uint32_t languages;         /* of the texts, as a set of 1 << stem_language */
    struct vocabulary *vocabulary;
    struct search_subjects *subjects;
    unsigned char *bytes;
    sqlite3_int64 size;
};

#define TOKENIZER_NAME "rapporteur"

/* The size above which SQLite refuses to grow the index. */
#define INDEX_CEILING ((sqlite3_int64)4 << 30)

/* Turns off the counting of allocations, which takes a lock that all threads share; SQLite accepts
 * this only before its first use. */
static void configure_sqlite(void)
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* Opens a database without a lock, because each connection belongs to one thread. */
static sqlite3 *open_database(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    sqlite3 *database = NULL;
    pthread_once(&once, configure_sqlite);
    if (sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) ==
        SQLITE_OK)
        return database;
    sqlite3_close(database);
    return NULL;
}

static bool execute_sql(sqlite3 *database, const char *sql)
{
    return sqlite3_exec(database, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* Moves the database into one growing block of memory, whose bytes become the index. */
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

/* Creates the table. Its hash size is large enough for all words, so FTS5 sorts once and writes one
 * segment, and need not merge segments while the index is built or searched. */
static bool create_table(sqlite3 *database)
{
    return execute_sql(database,
                       "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA secure_delete=OFF;"
                       "PRAGMA cache_size=-1000;"
                       "CREATE VIRTUAL TABLE search USING fts5(title, text, notes, content='',"
                       " tokenize='" TOKENIZER_NAME "');"
                       "INSERT INTO search(search, rank) VALUES('hashsize', 1000000000);"
                       "INSERT INTO search(search, rank) VALUES('automerge', 0);"
                       "BEGIN");
}

static bool insert_record(sqlite3_stmt *insert, struct buffer texts[SEARCH_COLUMN_COUNT],
                          const struct record *record)
{
    sqlite3_bind_int64(insert, 1,
                       (sqlite3_int64)record->type->ordinal << SEARCH_TYPE_SHIFT | record->ordinal);
    for (int column = SEARCH_TITLE; column < SEARCH_COLUMN_COUNT; column++) {
        struct buffer *text = &texts[column];
        if (!search_text_write(text, record, (enum search_column)column))
            return false;
        sqlite3_bind_text64(insert, column + 1, text->length ? text->bytes : "", text->length,
                            SQLITE_STATIC, SQLITE_UTF8);
    }
    sqlite3_step(insert);
    return sqlite3_reset(insert) == SQLITE_OK;
}

/* Makes the tokenizer read the texts of a record in their language. */
static void set_language(struct search_index *index, const struct record *record)
{
    index->tokenizer.language = search_text_language(record);
    index->languages |= UINT32_C(1) << index->tokenizer.language;
}

static bool insert_records(struct search_index *index, sqlite3_stmt *insert,
                           struct progress *progress)
{
    struct buffer texts[SEARCH_COLUMN_COUNT];
    bool added = true;
    for (size_t i = 0; i < SEARCH_COLUMN_COUNT; i++)
        buffer_init(&texts[i], SEARCH_TEXT_CEILING);
    for (size_t type = 0; type < TYPE_COUNT && added; type++) {
        size_t count;
        const struct record *const *records =
            archive_all(index->archive, record_types[type], &count);
        for (size_t i = 0; i < count && added; i++, progress->done++) {
            set_language(index, records[i]);
            added = insert_record(insert, texts, records[i]);
        }
    }
    for (size_t i = 0; i < SEARCH_COLUMN_COUNT; i++)
        buffer_finish(&texts[i]);
    return added;
}

static void begin_progress(const struct archive *archive, struct progress *progress)
{
    size_t count, total = 0;
    for (size_t type = 0; type < TYPE_COUNT; type++) {
        archive_all(archive, record_types[type], &count);
        total += count;
    }
    progress_begin(progress, "indexing texts", total);
}

static bool register_tokenizer(struct search_index *index)
{
    fts5_api *api = fts5_find_api(index->owner);
    return api && tokenizer_init(&index->tokenizer, index->owner, WORD_CACHE_LARGE) &&
           fts5_register_tokenizer(api, TOKENIZER_NAME, &index->tokenizer);
}

static bool build_index(struct search_index *index, struct progress *progress)
{
    sqlite3_stmt *insert = NULL;
    bool built = register_tokenizer(index) && use_growing_memory(index->owner) &&
                 create_table(index->owner) &&
                 sqlite3_prepare_v2(index->owner,
                                    "INSERT INTO search(rowid, title, text, notes)"
                                    " VALUES(?1, ?2, ?3, ?4)",
                                    -1, &insert, NULL) == SQLITE_OK &&
                 insert_records(index, insert, progress);
    sqlite3_finalize(insert);
    built = built && execute_sql(index->owner, "COMMIT");
    if (built)
        index->vocabulary = vocabulary_create(index->owner);
    tokenizer_finish(&index->tokenizer);
    sqlite3_db_release_memory(index->owner);
    return index->vocabulary != NULL;
}

struct search_index *search_index_create(const struct archive *archive, struct progress *progress)
{
    struct search_index *index = calloc(1, sizeof *index);
    if (!index)
        return NULL;
    index->archive = archive;
    index->owner = open_database();
    begin_progress(archive, progress);
    index->subjects = search_subjects_create(archive);
    if (index->owner && index->subjects && build_index(index, progress))
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
    tokenizer_finish(&index->tokenizer);
    sqlite3_close(index->owner);
    vocabulary_destroy(index->vocabulary);
    search_subjects_destroy(index->subjects);
    free(index);
}

size_t search_index_bytes(const struct search_index *index)
{
    return (size_t)index->size + search_subjects_bytes(index->subjects);
}

/* Sets mmap_size, so that SQLite reads pages directly from the bytes; otherwise each connection
 * would copy them to its own cache. */
sqlite3 *search_index_open(const struct search_index *index)
{
    sqlite3 *database = open_database();
    fts5_api *api = database ? fts5_find_api(database) : NULL;
    if (api && fts5_register_verbatim(api, TOKENIZER_NAME) &&
        sqlite3_deserialize(database, "main", index->bytes, index->size, index->size,
                            SQLITE_DESERIALIZE_READONLY) == SQLITE_OK &&
        execute_sql(database, "PRAGMA mmap_size=2147418112"))
        return database;
    sqlite3_close(database);
    return NULL;
}

const struct vocabulary *search_index_vocabulary(const struct search_index *index)
{
    return index->vocabulary;
}

const struct search_subjects *search_index_subjects(const struct search_index *index)
{
    return index->subjects;
}

uint32_t search_index_languages(const struct search_index *index)
{
    return index->languages;
}

const struct record *search_index_record(const struct search_index *index, int64_t row)
{
    const int64_t ordinal = row & ((INT64_C(1) << SEARCH_TYPE_SHIFT) - 1);
    size_t count;
    return archive_all(index->archive, record_types[row >> SEARCH_TYPE_SHIFT], &count)[ordinal];
}
