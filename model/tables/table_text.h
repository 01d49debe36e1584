/* The text of a table that a spreadsheet saved in another encoding than UTF-8: UTF-16 ("Unicode
 * text") or Windows-1252 (CSV of Excel in western Europe).
 */
#pragma once

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

enum table_encoding {
    TABLE_UTF_8,
    TABLE_UTF_16,
    TABLE_WINDOWS_1252
};

/* Returns the encoding of a table: UTF-16 if it begins with its byte order mark, Windows-1252 if it
 * is not UTF-8 and has none of the five bytes that this encoding leaves out. */
enum table_encoding table_text_encoding(const char *bytes, size_t length);

/* Appends the text in UTF-8. A character that is not one, and a NUL, become U+FFFD. */
void table_text_decode(enum table_encoding encoding, const char *bytes, size_t length,
                       struct buffer *out);
