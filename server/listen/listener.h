/* A socket on which the server listens, and its URL. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

enum {
    LISTENER_URL_MAX = 128
};

struct listener {
    int socket;  /* -1 for none */
    bool passed; /* true if it is of the service manager and must not be shut down */
    char url[LISTENER_URL_MAX];
};

/* Listens on an address that address_split (base/address.h) accepts; an empty host means every
 * address of the machine. Writes the URL with the actual port to `ret_url`. Returns the socket,
 * which the caller owns. Returns -1 on failure, with the reason written to `errors`. */
int listener_open(const char *address, const char *scheme, char ret_url[LISTENER_URL_MAX],
                  FILE *errors);

/* Starts to listen on an address as listener_open does, or on the socket `passed` of the service
 * manager if that is not negative: a listening TCP socket, which gets the same options. Takes
 * ownership of `passed`. Returns false on failure, with the reason written to `errors`. */
bool listener_start(struct listener *ret_listener, const char *address, int passed,
                    const char *scheme, FILE *errors);

/* Writes a warning if the socket is one that the service manager has passed, and its address is not
 * the one that a flag names. `named` may be NULL. */
void listener_warn_of_address(const struct listener *listener, const char *flag, const char *named,
                              FILE *warnings);
