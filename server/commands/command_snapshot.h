/* The data of a command that answers requests without a server: loaded once, used by one thread. */
#pragma once

#include "commands/commands.h"
#include "data/load.h"
#include "http/snapshot_view.h"

struct command_snapshot {
    struct snapshot_data data;
    struct snapshot_view view; /* of the data, with a searcher that the snapshot owns */
};

/* Loads the data that the options name. Returns EXIT_DONE if it succeeds, and the caller finishes
 * the snapshot. Otherwise returns the exit status, with the reason written to standard error. */
enum exit_status command_snapshot_init(struct command_snapshot *snapshot,
                                       const struct options *options);
void command_snapshot_finish(struct command_snapshot *snapshot);
