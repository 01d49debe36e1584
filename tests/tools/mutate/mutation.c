/* Linked into the mutated program and the test programs. Selects the mutation, and records for each
 * test the mutations that it reaches. Variables of the environment:
 *
 *   MUTATION          the number of the selected mutation
 *   MUTATION_SECONDS  the time limit of a test; 0 for none
 *   MUTATION_REACH    the folder for the maps of reached mutations: SUITE::TEST
 *   MUTATION_TEST     the name of the test that started this process; set here
 *   MUTATION_CREATED  the file for the names of temporary files that tests create
 *
 * The program opens its map before it enters its sandbox. */
#include "mutation.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum {
    MAP_SIZE = 1 << 16
};

/* The first members of Criterion's struct criterion_test. */
struct running_test {
    const char *name;
    const char *suite;
};

/* Defined by Criterion; its address is NULL in a program that is not linked with Criterion. */
extern const struct running_test *criterion_current_test __attribute__((weak));

unsigned mutation_selected;
unsigned char *mutation_map;

/* The map while the name of the test is unknown. */
static unsigned char unnamed[MAP_SIZE];
static atomic_flag is_named = ATOMIC_FLAG_INIT;

static const struct running_test *running_test(void)
{
    return &criterion_current_test ? criterion_current_test : NULL;
}

/* Gives the map its size, although a test may have limited the size of files. */
static bool map_set_size(int file)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_FSIZE, &limit) != 0)
        return false;
    const struct rlimit highest = {limit.rlim_max, limit.rlim_max};
    if (setrlimit(RLIMIT_FSIZE, &highest) != 0)
        return false;
    const bool is_set = ftruncate(file, MAP_SIZE) == 0;
    return setrlimit(RLIMIT_FSIZE, &limit) == 0 && is_set;
}

static void map_open(const char *test)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", getenv("MUTATION_REACH"), test);
    const int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0 || !map_set_size(file))
        abort();
    unsigned char *map = mmap(NULL, MAP_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (map == MAP_FAILED)
        abort();
    close(file);
    for (size_t i = 0; i < MAP_SIZE; i++)
        map[i] |= unnamed[i];
    mutation_map = map;
}

static void test_name(char *name, size_t size)
{
    snprintf(name, size, "%s::%s", running_test()->suite, running_test()->name);
}

/* Opens the map once the test is known. This precedes every fork and every change of the user or of
 * a limit, as files may not be opened or grow after it. */
static void map_open_for_test(void)
{
    char name[NAME_MAX];
    if (mutation_map != unnamed || !running_test() || atomic_flag_test_and_set(&is_named))
        return;
    test_name(name, sizeof name);
    map_open(name);
}

int mutation_reach(unsigned number, int differs)
{
    map_open_for_test();
    mutation_map[number] |= differs ? 3 : 1;
    return 0;
}

/* Passes the name of the test to a process that the test starts. */
static void pass_test_name(void)
{
    char name[NAME_MAX];
    if (!running_test())
        return;
    test_name(name, sizeof name);
    setenv("MUTATION_TEST", name, 1);
}

static unsigned number_of(const char *variable)
{
    const char *value = getenv(variable);
    return value ? (unsigned)strtoul(value, NULL, 10) : 0;
}

/* Ends this process after the time. After Criterion's own time limit its runner hangs. */
static void limit_time(unsigned seconds)
{
    struct sigevent kill = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGKILL};
    timer_t timer;
    if (timer_create(CLOCK_MONOTONIC, &kill, &timer) == 0)
        timer_settime(timer, 0, &(struct itimerspec){.it_value.tv_sec = (time_t)seconds}, NULL);
}

/* BXFI_MAP is set in the process that Criterion starts for a test. */
__attribute__((constructor)) static void mutation_init(void)
{
    const char *test = getenv("MUTATION_TEST");
    mutation_selected = number_of("MUTATION");
    if (&criterion_current_test && getenv("BXFI_MAP"))
        limit_time(number_of("MUTATION_SECONDS"));
    if (!getenv("MUTATION_REACH"))
        return;
    mutation_map = unnamed;
    if (&criterion_current_test)
        pthread_atfork(map_open_for_test, NULL, pass_test_name);
    else
        map_open(test ? test : "unnamed");
}

/* Records a temporary file or folder, as a test that fails does not remove it. */
static void note_created(const char *made)
{
    const char *path = getenv("MUTATION_CREATED");
    FILE *file = made && path && &criterion_current_test ? fopen(path, "ae") : NULL;
    if (!file)
        return;
    fprintf(file, "%s\n", made);
    fclose(file);
}

/* These replace the functions of the C library, and call them. */
int setrlimit(__rlimit_resource_t resource, const struct rlimit *limit)
{
    int (*set)(__rlimit_resource_t, const struct rlimit *) =
        (int (*)(__rlimit_resource_t, const struct rlimit *))dlsym(RTLD_NEXT, "setrlimit");
    map_open_for_test();
    return set(resource, limit);
}

/* The name of setrlimit in a program with _FILE_OFFSET_BITS=64. */
int setrlimit64(__rlimit_resource_t resource, const struct rlimit64 *limit)
    __attribute__((alias("setrlimit")));

int seteuid(uid_t user)
{
    int (*set)(uid_t) = (int (*)(uid_t))dlsym(RTLD_NEXT, "seteuid");
    map_open_for_test();
    return set(user);
}

char *mkdtemp(char *template)
{
    char *(*make)(char *) = (char *(*)(char *))dlsym(RTLD_NEXT, "mkdtemp");
    char *made = make(template);
    note_created(made);
    return made;
}

int mkstemp(char *template)
{
    int (*make)(char *) = (int (*)(char *))dlsym(RTLD_NEXT, "mkstemp");
    const int file = make(template);
    note_created(file >= 0 ? template : NULL);
    return file;
}

/* The name of mkstemp in a program with _FILE_OFFSET_BITS=64. */
int mkstemp64(char *template) __attribute__((alias("mkstemp")));
