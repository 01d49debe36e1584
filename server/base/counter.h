/* Counters that one thread writes and others read, without a lock. */
#pragma once

#include <stdatomic.h>
#include <stdint.h>

typedef _Atomic(uint64_t) counter;

/* Adds to a counter that only the calling thread writes, or whose lock it holds. */
static inline void counter_add(counter *counted, uint64_t more)
{
    const uint64_t before = atomic_load_explicit(counted, memory_order_relaxed);
    atomic_store_explicit(counted, before + more, memory_order_relaxed);
}

static inline void counter_set(counter *counted, uint64_t value)
{
    atomic_store_explicit(counted, value, memory_order_relaxed);
}

static inline uint64_t counter_read(const counter *counted)
{
    return atomic_load_explicit(counted, memory_order_relaxed);
}
