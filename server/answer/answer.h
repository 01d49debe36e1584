/* How a request is answered on a thread of libmicrohttpd: its head is read and checked, and the
 * answer comes from the current snapshot, out of the thread's cache or by the routes.
 *
 * This folder owns the snapshots, their exchange while requests are answered, the caches, and the
 * figures of the requests. It knows libmicrohttpd's requests and responses, but not its connections
 * or sockets.
 *
 * May include: base.
 */
#pragma once

#include "answer/request_head.h"
#include "answer/snapshot.h"
#include "answer/snapshot_data.h"
#include "answer/traffic.h"
#include "answer/worker.h"
