/* The limit of a snippet's length. A word of a text can be as long as the text, so a snippet of few
 * words can be too long for a list of hits.
 */
#pragma once

#include "base/buffer.h"

/* The bytes around each match in a snippet. Texts of records hold no control characters, so the
 * marks are unambiguous. */
#define SEARCH_MARK_BEGIN '\x01'
#define SEARCH_MARK_END '\x02'

enum {
    SNIPPET_BYTES_MAX = 2048,   /* without the ellipses and the mark that are added by a cut */
    SNIPPET_BYTES_BEFORE = 512, /* before the first match, if the snippet is cut */
    SNIPPET_CLUSTER_MAX = 128   /* bytes of a grapheme cluster that are never cut apart */
};

/* Cuts a snippet that has more than SNIPPET_BYTES_MAX bytes: the fragment with the first match
 * stays, with an ellipsis where text is omitted. It is cut between grapheme clusters; a cluster of
 * more than SNIPPET_CLUSTER_MAX bytes is cut between characters. Each match keeps both its marks.
 */
void snippet_cut(struct buffer *out);
