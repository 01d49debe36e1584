/* The door of a server that is about to end: its listening socket hears nobody any more.
 *
 * It hears only what has passed no router and was sent with the highest hop limit there is (RFC
 * 5082), which no ordinary client's packets are. Who tries to connect is told nothing, tries again
 * by himself a second later, and is then refused, or let in by the next server. What the library
 * has for this, MHD_quiesce_daemon, aborts the program where one of the library's threads notices
 * at the same time that it is to listen no longer. */
#pragma once

#include <stdbool.h>

/* False, with the reason in errno, where it stays open. */
bool door_close(int listener);

/* For a connection that was on its way in when the door closed, and has become as deaf. What it
 * missed meanwhile is sent again. */
void door_open(int connection);
