#include "sandbox/sandbox.h"

#include "base/error_text.h"
#include "sandbox/landlock.h"
#include "sandbox/paths.h"
#include "sandbox/privileges.h"
#include "sandbox/seccomp.h"

#include <errno.h>
#include <sys/prctl.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED true
#elif defined(__has_feature)
#define SANITIZED                                                           \
    (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
     __has_feature(memory_sanitizer))
#else
#define SANITIZED false
#endif

/* What is in force, and why the rest is not. */
struct force {
    int landlock_abi;   /* 0: none */
    int landlock_error; /* why not */
    int seccomp_error;  /* 0: in force */
};

static void restrict_files(const struct options *options, struct force *force)
{
    force->landlock_abi = landlock_abi();
    if (force->landlock_abi > 0 && landlock_restrict(options, force->landlock_abi))
        return;
    force->landlock_error = errno;
    force->landlock_abi = 0;
}

static void restrict_calls(const struct options *options, bool log_only, struct force *force)
{
    const bool origins = options_has_url(options);
    const struct seccomp_needs needs = {origins, origins && options->state, log_only};
    force->seccomp_error = seccomp_filter_load(&needs);
}

static void write_part(const char *name, int error)
{
    if (error)
        fprintf(stderr, "no %s (%s)", name, error_text(error));
    else
        fputs(name, stderr);
}

/* "Landlock ABI 7, seccomp", or what is missing instead. */
static void write_parts(const struct force *force)
{
    char landlock[32] = "Landlock";
    if (force->landlock_abi > 0)
        snprintf(landlock, sizeof landlock, "Landlock ABI %d", force->landlock_abi);
    write_part(landlock, force->landlock_error);
    fputs(", ", stderr);
    write_part("seccomp", force->seccomp_error);
    fputc('\n', stderr);
}

static bool enforce(const struct options *options)
{
    struct force force = {0};
    restrict_files(options, &force);
    restrict_calls(options, false, &force);
    const bool whole = !force.landlock_error && !force.seccomp_error;
    const bool nothing = force.landlock_error && force.seccomp_error;
    if (!whole && options->sandbox == SANDBOX_ENFORCE) {
        fputs("rapporteur: --sandbox enforce is more than this kernel can: ", stderr);
        write_parts(&force);
        return false;
    }
    fprintf(stderr, "rapporteur: %s: ",
            whole     ? "sandbox enforced"
            : nothing ? "no sandbox"
                      : "sandbox enforced in part");
    write_parts(&force);
    return true;
}

static void warn(const struct options *options)
{
    struct force force = {0};
    restrict_calls(options, true, &force);
    if (force.seccomp_error)
        fprintf(stderr, "rapporteur: no sandbox: no seccomp (%s)\n",
                error_text(force.seccomp_error));
    else
        fputs(
            "rapporteur: sandbox warns: the kernel logs what seccomp would deny; Landlock is left "
            "out\n",
            stderr);
}

bool sandbox_enter(const struct options *given)
{
    struct options options = *given;
    if (SANITIZED && options.sandbox == SANDBOX_IF_POSSIBLE)
        options.sandbox = SANDBOX_OFF;
    if (!privileges_give_up(&options))
        return false;
    if (options.sandbox == SANDBOX_OFF) {
        fputs("rapporteur: sandbox off\n", stderr);
        return true;
    }
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        fprintf(stderr, "rapporteur: cannot give up privileges: %s\n", error_text(errno));
        return false;
    }
    if (options.sandbox != SANDBOX_WARN)
        return enforce(&options);
    warn(&options);
    return true;
}
