/* Writes decisions as texts that tests compare. */
#pragma once

#include "outcomes/decision.h"

struct listing {
    char text[4096];
    size_t length;
};

/* Appends each decision as a line: "#number (kind) result [method] unanimous inferred parts |
 * text".
 */
void list_decisions(const struct decisions *decisions, struct listing *out);
