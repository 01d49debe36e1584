/* How formats are recognised. Private to model/import. */
#pragma once

#include "draft/draft.h"

/* Reports whether a name ends in one of the suffixes of a list, whatever their case. The list may
 * be NULL. The query and the fragment of a URL do not count. */
bool recognise_suffix(const char *suffixes, const char *name);

/* Reports whether a media type, with or without parameters, is in a list. Either may be NULL. */
bool recognise_media_type(const char *media_types, const char *media_type);

/* Reports whether the first character that is not white space is '{' or '['. */
bool recognise_json(const struct draft_source *source);
