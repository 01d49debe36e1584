/* Fuzzes the loader with a data file and checks the archive or the faults that result. libFuzzer
 * gets its inputs from record_mutator.c. */
#include "input.h"
#include "load/load.h"

#include <string.h>

static void write_faults(const struct faults *faults)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    MUST(out);
    faults_write(faults, out);
    fclose(out);
    MUST(length > 0);
    free(text);
}

static void check_relations(const struct archive *archive, const struct record *record)
{
    size_t count, members;
    const struct relation *relations = archive_relations(archive, record->type, &count);
    for (size_t i = 0; i < count; i++) {
        const struct record *const *at = relation_members(&relations[i], record, &members);
        MUST(members <= 1 || !relations[i].to_one);
        for (size_t j = 0; j < members; j++)
            MUST(at[j]->type == relations[i].member);
    }
}

static void check_records(const struct archive *archive, const struct collection *collection)
{
    for (size_t i = 0; i < collection->count; i++) {
        const struct record *record = collection->records[i];
        const char *id = record_id(record);
        MUST(archive_find(archive, collection, id, strlen(id)) == record);
        check_relations(archive, record);
    }
}

static void check_archive(const struct archive *archive)
{
    size_t count;
    const struct collection *collections = archive_collections(archive, &count);
    for (size_t i = 0; i < count; i++)
        check_records(archive, &collections[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct archive *archive = NULL;
    struct faults faults;
    faults_init(&faults);
    const enum load_status status =
        load_archive_text("record.json", (const char *)data, size, &faults, &archive);
    MUST(status == LOAD_SUCCEEDED || status == LOAD_FAULTY);
    MUST((status == LOAD_SUCCEEDED) == (archive != NULL));
    MUST((status == LOAD_SUCCEEDED) == (faults.errors.count == 0));
    if (archive)
        check_archive(archive);
    else
        write_faults(&faults);
    archive_destroy(archive);
    faults_finish(&faults);
    return 0;
}
