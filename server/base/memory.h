/* How the program gets memory from the system, and returns it (glibc's malloc). */
#pragma once

/* Sets how malloc(3) uses memory. Call it before the first thread starts. */
void memory_configure(void);

/* Returns free memory to the system. Takes some milliseconds if much is free, in which other
 * threads may wait for memory. */
void memory_return(void);
