/* The record of a decision. decision_title.c sets its title and its text. */
#pragma once

#include "minutes/proceedings.h"

/* Adds the record of a decision of the blocks from `first` on, with its parts, and cites its lines.
 * Warns of a result that is doubtful. Returns NULL if out of memory. */
json_t *decision_record_add(struct proceedings *proceedings, size_t first,
                            const struct decisions *decisions, const struct decision *decision);

/* Returns the text of a decision: a part of a block, or several blocks. */
struct text_span decision_record_text(const struct proceedings *proceedings, size_t first,
                                      const struct decision *decision);

/* Sets the title and the text. The title is that of the item if the text names the mover only, or
 * is nothing but a vote; else the beginning of the text. */
void decision_record_set_text(struct proceedings *proceedings, json_t *record, size_t first,
                              const struct decisions *decisions, const struct decision *decision,
                              struct text_span text);

/* Cites the lines of a block, and marks it as a part of a decision. A heading is neither. */
void decision_record_cite(struct proceedings *proceedings, json_t *record, size_t block);
