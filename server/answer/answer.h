/* Answers requests on the threads of libmicrohttpd: reads and checks the head of a request, and
 * takes the response from the thread's cache or has the routes build it from the current snapshot.
 *
 * This folder owns the snapshots and their replacement, the caches, and the request metrics. It
 * uses the requests and responses of libmicrohttpd, but not its connections or sockets.
 *
 * May include: base.
 */
#pragma once

#include "answer/bodies.h"
#include "answer/request_head.h"
#include "answer/snapshot.h"
#include "answer/snapshot_data.h"
#include "answer/stream.h"
#include "answer/traffic.h"
#include "answer/worker.h"
#include "answer/worker_send.h"
