/* Whether a record is called by a name: by its label, or by another text that the search takes for
 * its title, such as another form of the name of a person. Private to the folder. */
#pragma once

#include "archive/archive.h"
#include "requests/conversation.h"

enum called {
    CALLED_NOT,
    CALLED_PARTLY, /* each word of the name begins a word of these texts */
    CALLED_EXACTLY /* the name is one of these texts */
};

/* Compares a name with those of a record, without case, accents and punctuation. */
enum called called_compare(struct mcp *mcp, const struct record *record, const char *name);
