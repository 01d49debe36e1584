/* The contents that can be read. */
#include "mcp/mcp.h"

#include <string.h>
#include <strings.h>

bool mcp_takes_type(const struct content *content)
{
    static const char json[] = MCP_MEDIA_TYPE;
    const size_t length = sizeof json - 1;
    const char *type = content->type;
    if (!type)
        return true;
    if (strncasecmp(type, json, length) != 0)
        return false;
    const char *rest = type + length + strspn(type + length, " \t");
    return *rest == '\0' || *rest == ';';
}

bool mcp_takes_coding(const struct content *content)
{
    return !content->coding || strcasecmp(content->coding, "identity") == 0;
}
