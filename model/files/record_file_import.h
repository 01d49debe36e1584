/* The import of a data file of another format. */
#pragma once

#include "base/arena.h"
#include "files/fault.h"

/* Recognises the format of a file, whose text is in memory. If it is not rapporteur's own JSON,
 * makes the text of a data file from it (file->draft), and takes a copy of its text for its
 * document from `arena`, which must outlive the use of file->document_text, if it has at most
 * TEXT_BYTES_MAX bytes. Adds the warnings of the reader. Returns false after a fault; after the
 * warning that a file which is only tried is skipped (file->skipped); or with *ret_out_of_memory
 * set if out of memory. */
bool record_file_import(struct record_file *file, struct arena *arena, struct faults *faults,
                        bool *ret_out_of_memory);

/* Visits the texts that the documents in a file name (record_file_visit_texts). Ignores a file that
 * cannot be read, is not a regular file, or has faults that make it unreadable. */
void record_file_find_texts(const char *path, text_path_visitor *visit, void *context);
