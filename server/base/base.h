/* Building blocks of the server that know no records: IP addresses and networks, counters and
 * events between threads, memory, signals, the figures of the process, the service manager, the log
 * on standard error, the exit statuses, and what the Accept of a client counts as.
 *
 * May include: nothing.
 */
#pragma once

#include "base/address.h"
#include "base/client_preference.h"
#include "base/counter.h"
#include "base/event.h"
#include "base/exit_status.h"
#include "base/log_stream.h"
#include "base/memory.h"
#include "base/network.h"
#include "base/notify.h"
#include "base/process.h"
#include "base/server_log.h"
#include "base/signals.h"
