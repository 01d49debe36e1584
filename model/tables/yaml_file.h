/* Data files in YAML, with the fields of those in JSON.
 *
 * The file is written as the text of a data file with one value on each line, so that faults have
 * its lines. Plain scalars are those of the core schema of YAML 1.2, except that the field decides:
 * a field of text takes `no`, `2031-05-03`, `12:30` and `1.10` as they are printed. Comments are
 * ignored. Aliases, tags of other schemas, several documents and keys that are given twice are
 * refused.
 */
#pragma once

#include "draft/draft.h"

enum {
    YAML_FILE_DEPTH_MAX = 16,      /* of lists and mappings; a data file needs 8 */
    YAML_FILE_VALUES_MAX = 1000000 /* with keys; a file that is written by hand has less */
};

/* Reads the source of a draft as a data file in YAML. */
void yaml_file_read(struct draft *draft);
