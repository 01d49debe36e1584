/* What a server says of itself when it is asked: of the moment, not of the record. */
#pragma once

#include "archive/archive.h"
#include "base/buffer.h"

#include <stdbool.h>

struct condition {
    void *context; /* handed to each */

    /* Whether no more requests are wanted, as the server is about to stop. */
    bool (*is_draining)(void *context);

    /* Appends lines, "[+]what: how" for what is well and "[!]what: why" for what is not. */
    void (*write_checks)(void *context, struct buffer *out);

    /* Appends what is counted and measured, in Prometheus' text format, with what there is to say
     * of the archive that is served (NULL before the first). */
    void (*write_metrics)(void *context, const struct archive *archive, struct buffer *out);
};
