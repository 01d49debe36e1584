/* usage: floor PORT HEAD BODY STATUS - a server that shows the cost of libmicrohttpd itself.
 *
 * Answers every request with STATUS, the header lines in the file HEAD and the body in the file
 * BODY, on one thread with epoll and the library's defaults, without any lookup or log. It answers
 * on the second call of the handler, since the library closes the connection after an answer on the
 * first. */
#include <microhttpd.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path, size_t *ret_length)
{
    FILE *in = fopen(path, "rb");
    if (!in || fseek(in, 0, SEEK_END) != 0)
        return NULL;
    const long size = ftell(in);
    rewind(in);
    char *text = calloc(1, (size_t)size + 1);
    if (text)
        *ret_length = fread(text, 1, (size_t)size, in);
    fclose(in);
    return text;
}

static void add_fields(struct MHD_Response *response, char *lines)
{
    char *rest;
    for (char *line = strtok_r(lines, "\r\n", &rest); line; line = strtok_r(NULL, "\r\n", &rest)) {
        char *colon = strstr(line, ": ");
        if (!colon)
            continue;
        *colon = '\0';
        MHD_add_response_header(response, line, colon + 2);
    }
}

static unsigned status;

static enum MHD_Result answer(void *cls, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **context)
{
    struct MHD_Response *response = cls;
    (void)url, (void)method, (void)version, (void)upload, (void)upload_size;
    if (*context)
        return MHD_queue_response(connection, status, response);
    *context = response;
    return MHD_YES;
}

int main(int argc, char **argv)
{
    size_t head_length, length;
    char *head = argc == 5 ? read_file(argv[2], &head_length) : NULL;
    char *body = argc == 5 ? read_file(argv[3], &length) : NULL;
    int received;
    sigset_t stop;
    if (!head || !body) {
        fputs("usage: floor PORT HEAD BODY STATUS\n", stderr);
        return 2;
    }
    status = (unsigned)atoi(argv[4]);
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop, NULL);
    struct MHD_Response *response =
        MHD_create_response_from_buffer(length, body, MHD_RESPMEM_PERSISTENT);
    add_fields(response, head);
    const struct sockaddr_in address = {.sin_family = AF_INET,
                                        .sin_port = htons((uint16_t)atoi(argv[1])),
                                        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, response, MHD_OPTION_SOCK_ADDR,
        (const struct sockaddr *)&address, MHD_OPTION_CONNECTION_LIMIT, 2000u, MHD_OPTION_END);
    if (!daemon) {
        fputs("floor: cannot listen\n", stderr);
        return 1;
    }
    sigwait(&stop, &received);
    MHD_stop_daemon(daemon);
    MHD_destroy_response(response);
    free(head);
    free(body);
    return 0;
}
