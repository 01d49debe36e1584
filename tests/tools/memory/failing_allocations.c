/* A library for LD_PRELOAD that replaces the C library's allocator. It counts the allocations of
 * the program and of all libraries that it uses, and makes some of them fail. The environment
 * variable FAILING_ALLOCATIONS names a file with a struct control, which the test maps, too. */
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* allocations.py has the same layout. */
struct control {
    _Atomic int64_t until;   /* the allocation that fails, counted from 1; 0: none, -1: all */
    _Atomic int64_t lasting; /* not 0 if all later ones fail, too */
    _Atomic int64_t refused; /* allocations that failed */
    _Atomic int64_t live;    /* blocks that are allocated and not freed */
    _Atomic int64_t asked;   /* allocations while `until` was not 0 */
};

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *block);

void *memalign(size_t alignment, size_t size);
void *aligned_alloc(size_t alignment, size_t size);
int posix_memalign(void **ret_block, size_t alignment, size_t size);

static struct control *control;

__attribute__((constructor)) static void open_control(void)
{
    const char *name = getenv("FAILING_ALLOCATIONS");
    const int file = name ? open(name, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    void *mapped = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (mapped != MAP_FAILED)
        control = mapped;
}

/* Counts `until` down. Reports whether the current allocation must fail. */
static bool is_refused(void)
{
    int64_t until = atomic_load_explicit(&control->until, memory_order_relaxed);
    int64_t next;
    do {
        if (until == 0)
            return false;
        next = until > 1 ? until - 1 : until < 0 || atomic_load(&control->lasting) ? -1 : 0;
    } while (!atomic_compare_exchange_weak(&control->until, &until, next));
    atomic_fetch_add_explicit(&control->asked, 1, memory_order_relaxed);
    return until <= 1;
}

static bool refuse(void)
{
    if (!control || !is_refused())
        return false;
    atomic_fetch_add(&control->refused, 1);
    errno = ENOMEM;
    return true;
}

static void *counted(void *block)
{
    if (block && control)
        atomic_fetch_add_explicit(&control->live, 1, memory_order_relaxed);
    return block;
}

void *malloc(size_t size)
{
    return refuse() ? NULL : counted(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
    return refuse() ? NULL : counted(__libc_calloc(count, size));
}

void *realloc(void *block, size_t size)
{
    if (refuse())
        return NULL;
    void *moved = __libc_realloc(block, size);
    if (!block)
        return counted(moved);
    if (size == 0 && control)
        atomic_fetch_sub_explicit(&control->live, 1, memory_order_relaxed);
    return moved;
}

void *reallocarray(void *block, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) {
        errno = ENOMEM;
        return NULL;
    }
    return realloc(block, count * size);
}

void *memalign(size_t alignment, size_t size)
{
    return refuse() ? NULL : counted(__libc_memalign(alignment, size));
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int posix_memalign(void **ret_block, size_t alignment, size_t size)
{
    void *block = memalign(alignment, size);
    if (!block)
        return ENOMEM;
    *ret_block = block;
    return 0;
}

void free(void *block)
{
    if (block && control)
        atomic_fetch_sub_explicit(&control->live, 1, memory_order_relaxed);
    __libc_free(block);
}
