#include "answer/snapshot_data.h"

#include "search/index.h"

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

void snapshot_data_finish(struct snapshot_data *data)
{
    search_index_destroy(data->search_index);
    selector_destroy(data->selector);
    archive_destroy(data->archive);
    *data = (struct snapshot_data){NULL, NULL, NULL};
}
