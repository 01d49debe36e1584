#include "answer/snapshot_data.h"

#include "http/target.h"
#include "router.h"
#include "search/index.h"

#include <stdio.h>

bool snapshot_data_init(struct snapshot_data *data, struct archive *archive,
                        struct progress *progress)
{
    data->archive = archive;
    data->selector = selector_create(archive);
    data->search_index = data->selector ? search_index_create(archive, progress) : NULL;
    if (data->search_index)
        return true;
    snapshot_data_finish(data);
    return false;
}

struct snapshot_view snapshot_data_view(const struct snapshot_data *data, struct searcher *searcher)
{
    return (struct snapshot_view){
        .archive = data->archive, .selector = data->selector, .searcher = searcher};
}

static void answer_page(const struct snapshot_view *view, const struct publication *publication,
                        const char *target)
{
    const struct request request = {.method = METHOD_GET,
                                    .target = target,
                                    .publication = publication,
                                    .accept = "text/html",
                                    .version = "HTTP/1.1"};
    struct response response;
    response_init(&response);
    router_answer(view, &request, &response);
    response_finish(&response);
}

void snapshot_data_index_lists(const struct snapshot_data *data,
                               const struct publication *publication)
{
    const struct snapshot_view view = snapshot_data_view(data, NULL);
    size_t count;
    const struct collection *collections = archive_collections(data->archive, &count);
    if (publication && publication->pages == PAGES_OFF)
        return;
    for (size_t i = 0; i < count; i++) {
        char target[TARGET_BYTES_MAX];
        if (collections[i].count < SNAPSHOT_LONG_LIST)
            continue;
        snprintf(target, sizeof target, "/%s.html", collections[i].name);
        answer_page(&view, publication, target);
    }
}

void snapshot_data_finish(struct snapshot_data *data)
{
    search_index_destroy(data->search_index);
    selector_destroy(data->selector);
    archive_destroy(data->archive);
    *data = (struct snapshot_data){NULL, NULL, NULL};
}
