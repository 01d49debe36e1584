/* Files with the whole expected output of tests.
 *
 * If TEST_ACCEPT=1 is in the environment, the tests write these files. Read their differences
 * before you commit them. */
#pragma once

/* Returns the text of a file of at most 8 MiB, "" if there is no such file. Fails the test if it
 * cannot be read. The caller frees the text. */
char *expected_file_text(const char *path);

/* Expects a file to have exactly the bytes of `actual`. The message names the first line that
 * differs. */
void expected_file_check(const char *path, const char *actual);

/* Calls `check` with the path of each file in a folder, which is given below the source tree. Fails
 * the test if there is none. */
void expected_files_visit(const char *folder, void (*check)(const char *path));
