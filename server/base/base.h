/* Building blocks of the server that know neither records nor HTTP: IP addresses and networks,
 * counters and events between threads, memory, signals, the figures of the process, the service
 * manager and the exit statuses.
 *
 * May include: nothing.
 */
#pragma once

#include "base/address.h"
#include "base/counter.h"
#include "base/event.h"
#include "base/exit_status.h"
#include "base/memory.h"
#include "base/network.h"
#include "base/notify.h"
#include "base/process.h"
#include "base/signals.h"
