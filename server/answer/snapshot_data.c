#include "answer/snapshot_data.h"

#include "http/target.h"
#include "router.h"
#include "search/index.h"
#include "search/searcher.h"

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

/* Makes the indexes of a list, and those for sorting it by its titles, dates and numbers. */
static void index_list(const struct snapshot_view *view, const struct publication *publication,
                       const struct collection *collection)
{
    static const enum field_role sorted[] = {ROLE_TITLE, ROLE_START, ROLE_ISSUED, ROLE_NUMBER};
    char target[TARGET_BYTES_MAX];
    snprintf(target, sizeof target, "/%s.html", collection->name);
    answer_page(view, publication, target);
    for (size_t i = 0; i < sizeof sorted / sizeof *sorted; i++) {
        const struct field *field = field_list_with_role(collection->type->fields, sorted[i]);
        if (!field || field->list)
            continue;
        snprintf(target, sizeof target, "/%s.html?limit=1&sort=%s", collection->name, field->name);
        answer_page(view, publication, target);
    }
}

void snapshot_data_index_lists(const struct snapshot_data *data,
                               const struct publication *publication)
{
    struct searcher *searcher = searcher_create(data->search_index);
    const struct snapshot_view view = snapshot_data_view(data, searcher);
    size_t count, indexed = 0;
    const struct collection *collections = archive_collections(data->archive, &count);
    const bool pages = publication->pages != PAGES_OFF;
    for (size_t i = 0; pages && i < count; i++) {
        if (collections[i].count < SNAPSHOT_LONG_LIST)
            continue;
        index_list(&view, publication, &collections[i]);
        indexed++;
    }
    if (searcher && indexed) /* its examples filter and search */
        answer_page(&view, publication, "/docs");
    searcher_destroy(searcher);
}

void snapshot_data_finish(struct snapshot_data *data)
{
    search_index_destroy(data->search_index);
    selector_destroy(data->selector);
    archive_destroy(data->archive);
    *data = (struct snapshot_data){NULL, NULL, NULL};
}
