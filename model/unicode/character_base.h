/* The bases of characters that look like others but that Unicode does not decompose. Private to
 * the folder. */
#pragma once

#include <stdint.h>

struct character_base {
    uint32_t character;
    const char *base; /* ASCII or UTF-8 */
};

/* Returns the base of a character that is folded by case, or NULL. */
const char *character_base(uint32_t character);
