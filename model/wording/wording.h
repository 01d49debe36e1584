/* The words of minutes in English, German, French and Spanish.
 *
 * One table (word_table.c) has a row for each language, and in it the phrases of each class, such
 * as all words for "present". The readers of minutes compare texts with the classes, and contain no
 * words themselves.
 *
 * May include: base.
 */
#pragma once

#include "wording/words.h"
