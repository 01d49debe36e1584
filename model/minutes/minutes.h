/* The reader of minutes in Markdown.
 *
 * A text is divided into lines of the document (model/markdown), whose zones and items are found
 * (model/outline). The head is the meeting (model/meeting), the attendance gives the people
 * (model/attendance), the items their contributions,
 * decisions and actions (proceedings.h). All of them are added to a draft, with the lines that they
 * were read from. The names of the rules, such as "I1" or "S3", are explained in docs/minutes.md.
 *
 * May include: base, values, schema, draft, wording, phrases, members, actions,
 * outcomes, markdown, outline, meeting, attendance.
 */
#pragma once

#include "draft/draft.h"

enum {
    /* Lines with text, at most; of a long day of a parliament there are 10,000. Each becomes a
     * record of about 4 kB at most. */
    MINUTES_LINES_MAX = 100000
};

/* Fills a draft from minutes in Markdown. Refuses a text that is not minutes, by what it is. */
void minutes_read(struct draft *draft);
