/* The words of minutes in English, German, French and Spanish.
 *
 * One table (word_table.c) has a row for each language, which is a file of its own (english.c). A
 * row has the phrases of each class, such as all words for "present" (words.h), and the patterns of
 * sentences, such as "moved by" (patterns.h). The readers of minutes compare texts with the
 * classes, and contain no words themselves. To add a language, write its row.
 *
 * May include: base.
 */
#pragma once

#include "wording/patterns.h"
#include "wording/words.h"
