#include "commands/command_snapshot.h"

#include "search/searcher.h"

#include <stdio.h>

enum exit_status command_snapshot_init(struct command_snapshot *snapshot,
                                       const struct options *options)
{
    const enum exit_status status =
        load_once(options, options->data, options->data_count, &snapshot->data);
    if (status != EXIT_DONE)
        return status;
    snapshot->view =
        snapshot_data_view(&snapshot->data, searcher_create(snapshot->data.search_index));
    if (snapshot->view.searcher)
        return EXIT_DONE;
    fputs("rapporteur: out of memory\n", stderr);
    command_snapshot_finish(snapshot);
    return EXIT_COULD_NOT;
}

void command_snapshot_finish(struct command_snapshot *snapshot)
{
    searcher_destroy(snapshot->view.searcher);
    snapshot_data_finish(&snapshot->data);
}
