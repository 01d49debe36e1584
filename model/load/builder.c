#include "load/builder.h"

#include <stdlib.h>

bool archive_builder_init(struct archive_builder *builder, struct record_files *files,
                          struct faults *faults, struct progress *progress)
{
    *builder = (struct archive_builder){.archive = archive_create(),
                                        .files = files,
                                        .faults = faults,
                                        .progress = progress,
                                        .incomplete = faults->unreadable > 0};
    arena_init(&builder->references, ARCHIVE_BYTES_MAX);
    return builder->archive;
}

void archive_builder_finish(struct archive_builder *builder)
{
    arena_finish(&builder->references);
    free(builder->extensions.at);
    archive_destroy(builder->archive);
    builder->archive = NULL;
}

struct archive *archive_builder_steal(struct archive_builder *builder)
{
    struct archive *archive = builder->archive;
    builder->archive = NULL;
    return archive;
}

const struct place *archive_builder_place(const struct archive_builder *builder,
                                          const struct record *record, struct place places[3])
{
    places[0] = place_top(&builder->files->at[record->file]);
    places[1] = place_member(&places[0], record->type->collection);
    places[2] = place_element(&places[1], record->element);
    return &places[2];
}
