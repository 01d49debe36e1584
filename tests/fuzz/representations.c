/* Feeds a data file, and what becomes of it, where it is sound, to every representation.
 * record_mutator.c makes such files up. */
#include "answer.h"
#include "formats/format.h"
#include "input.h"

/* Each collection in each of its forms. */
static void ask_for_all(const struct archive *archive, struct searcher *searcher)
{
    size_t count;
    const struct format *form;
    const struct collection *collections = archive_collections(archive, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; collections[i].count && (form = format_at(j)); j++) {
            char target[100];
            snprintf(target, sizeof target, "/%s%s", collections[i].name, form->suffix);
            const struct request request = {.method = METHOD_GET, .target = target};
            const unsigned status = answer(archive, searcher, &request);
            MUST(status == (format_is_for(form, collections[i].type) ? 200 : 404));
        }
}

/* One that reads all texts. */
static void search(const struct archive *archive, struct searcher *searcher)
{
    const struct request request = {.method = METHOD_GET, .target = "/search?q=t*"};
    MUST(answer(archive, searcher, &request) == 200);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct archive *archive = NULL;
    struct archive_progress progress = {.step = NULL};
    struct faults faults;
    faults_init(&faults);
    if (archive_load_text("record.json", (const char *)data, size, &faults, &archive) ==
        ARCHIVE_LOADED) {
        MUST(archive_make_searchable(archive, &progress));
        struct searcher *searcher = searcher_create(archive_search_index(archive));
        MUST(searcher);
        ask_for_all(archive, searcher);
        search(archive, searcher);
        searcher_destroy(searcher);
    }
    archive_destroy(archive);
    faults_finish(&faults);
    return 0;
}
