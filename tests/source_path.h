/* The path of the source tree, for tests that read its files. */
#pragma once

/* Returns the path of a file in the source tree, in a buffer that the next call overwrites. Fails
 * the test if RAPPORTEUR_SOURCE is not set. */
const char *source_path(const char *path);
