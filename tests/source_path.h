/* Where the project's source is, for tests that read its files. */
#pragma once

/* The path of a file of the project's source, in a buffer that the next call overwrites. */
const char *source_path(const char *path);
