/* Fuzzes the formats: loads a data file and, if it is valid, requests all collections in all
 * formats. libFuzzer gets its inputs from record_mutator.c. */
#include "answer.h"
#include "answer/snapshot_data.h"
#include "formats/format.h"
#include "input.h"
#include "load/load.h"
#include "search/searcher.h"

/* Requests each collection in each format. */
static void request_all(const struct snapshot_view *view)
{
    size_t count;
    const struct format *format;
    const struct collection *collections = archive_collections(view->archive, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; collections[i].count && (format = format_at(j)); j++) {
            char target[100];
            snprintf(target, sizeof target, "/%s%s", collections[i].name, format->suffix);
            const struct request request = {.method = METHOD_GET, .target = target};
            const unsigned status = answer(view, &request);
            MUST(status == (format_is_for(format, collections[i].type, true) ? 200 : 404));
        }
}

/* Sends a search that matches many texts. */
static void search(const struct snapshot_view *view)
{
    const struct request request = {.method = METHOD_GET, .target = "/search?q=t*"};
    MUST(answer(view, &request) == 200);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct archive *archive = NULL;
    struct faults faults;
    faults_init(&faults);
    if (load_archive_text("record.json", (const char *)data, size, &faults, &archive) ==
        LOAD_SUCCEEDED) {
        struct progress progress = {.step = NULL};
        struct snapshot_data loaded;
        MUST(snapshot_data_init(&loaded, archive, &progress));
        struct searcher *searcher = searcher_create(loaded.search_index);
        const struct snapshot_view view = snapshot_data_view(&loaded, searcher);
        MUST(searcher);
        request_all(&view);
        search(&view);
        searcher_destroy(searcher);
        snapshot_data_finish(&loaded);
    }
    faults_finish(&faults);
    return 0;
}
