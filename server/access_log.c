#include "access_log.h"

#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    TARGET_SHOWN_MAX = 2000,
    LINE_MAX_BYTES = TARGET_SHOWN_MAX + 300
};

void logged_request_begin(struct logged_request *logged, const char *method, const char *version)
{
    *logged = (struct logged_request){.status = 0};
    snprintf(logged->method, sizeof logged->method, "%s", method);
    snprintf(logged->version, sizeof logged->version, "%s", version);
}

static void escape(const char *text, char *escaped, size_t size)
{
    size_t used = 0;
    for (; *text && used + 5 < size; text++) {
        const unsigned char c = (unsigned char)*text;
        if (c > ' ' && c < 0x7f && c != '"' && c != '\\')
            escaped[used++] = (char)c;
        else
            used += (size_t)snprintf(escaped + used, size - used, "\\x%02x", c);
    }
    escaped[used] = '\0';
}

static void client_name(const struct sockaddr *client, char name[64])
{
    const socklen_t length = client && client->sa_family == AF_INET6 ? sizeof(struct sockaddr_in6)
                                                                     : sizeof(struct sockaddr_in);
    if (!client || getnameinfo(client, length, name, 64, NULL, 0, NI_NUMERICHOST) != 0)
        strcpy(name, "-");
}

void access_log_write(const struct logged_request *logged, const char *target,
                      const struct sockaddr *client)
{
    char line[LINE_MAX_BYTES], name[64], date[40], method[64], shown[TARGET_SHOWN_MAX];
    const time_t now = time(NULL);
    struct tm broken_down;
    gmtime_r(&now, &broken_down);
    strftime(date, sizeof date, "%d/%b/%Y:%H:%M:%S +0000", &broken_down);
    client_name(client, name);
    escape(logged->method, method, sizeof method);
    escape(target, shown, sizeof shown);
    const int length = snprintf(line, sizeof line, "%s - - [%s] \"%s %s %s\" %u %zu\n", name, date,
                                method, shown, logged->version, logged->status, logged->bytes);
    if (length > 0 && write(STDOUT_FILENO, line, (size_t)length) < 0)
        return; /* a reader that is gone does not stop the server */
}
