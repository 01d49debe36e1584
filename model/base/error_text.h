/* What an error number of the C library means, in words. */
#pragma once

/* In place of strerror, so that what asks for functions that are not safe in threads asks here
 * only. The text stays until the calling thread asks again. */
const char *error_text(int error);
