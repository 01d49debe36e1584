#include "base/token.h"

#include <string.h>

size_t token_length(const char *text)
{
    return strspn(text, "!#$%&'*+-.^_`|~0123456789"
                        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
