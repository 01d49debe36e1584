#include "sandbox/sandbox.h"

#include "base/error_text.h"
#include "base/server_log.h"
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

/* The restrictions that are in force. */
enum {
    RESTRICTION_MAX = 160
};

struct restrictions {
    int landlock_abi;   /* 0 if Landlock is not in force */
    int landlock_error; /* the reason why not, or 0 */
    int seccomp_error;  /* 0 if seccomp is in force */
};

static void restrict_files(const struct options *options, struct restrictions *restrictions)
{
    restrictions->landlock_abi = landlock_abi();
    if (restrictions->landlock_abi > 0 && landlock_restrict(options, restrictions->landlock_abi))
        return;
    restrictions->landlock_error = errno;
    restrictions->landlock_abi = 0;
}

static void restrict_system_calls(const struct options *options, bool log_only,
                                  struct restrictions *restrictions)
{
    const bool urls = options_has_url(options);
    const struct seccomp_needs needs = {urls, options->state && options->data_count, log_only};
    restrictions->seccomp_error = seccomp_filter_load(&needs);
}

static void write_restriction(const char *name, int error, char text[RESTRICTION_MAX])
{
    if (error)
        snprintf(text, RESTRICTION_MAX, "no %s (%s)", name, error_text(error));
    else
        snprintf(text, RESTRICTION_MAX, "%s", name);
}

/* Logs `beginning` and "Landlock ABI 7, seccomp", or which of them is missing and why. */
static void log_restrictions(enum server_log_level level, const char *beginning,
                             const struct restrictions *restrictions)
{
    char name[32] = "Landlock", landlock[RESTRICTION_MAX], seccomp[RESTRICTION_MAX];
    if (restrictions->landlock_abi > 0)
        snprintf(name, sizeof name, "Landlock ABI %d", restrictions->landlock_abi);
    write_restriction(name, restrictions->landlock_error, landlock);
    write_restriction("seccomp", restrictions->seccomp_error, seccomp);
    server_log(level, "%s: %s, %s", beginning, landlock, seccomp);
}

static bool sandbox_enforce(const struct options *options)
{
    struct restrictions restrictions = {0};
    restrict_files(options, &restrictions);
    restrict_system_calls(options, false, &restrictions);
    const bool whole = !restrictions.landlock_error && !restrictions.seccomp_error;
    const bool nothing = restrictions.landlock_error && restrictions.seccomp_error;
    if (!whole && options->sandbox == SANDBOX_ENFORCE) {
        log_restrictions(SERVER_LOG_ERROR, "cannot enforce the sandbox on this kernel",
                         &restrictions);
        return false;
    }
    log_restrictions(whole ? SERVER_LOG_INFO : SERVER_LOG_WARNING,
                     whole     ? "sandbox enforced"
                     : nothing ? "no sandbox"
                               : "sandbox enforced in part",
                     &restrictions);
    return true;
}

static void sandbox_warn(const struct options *options)
{
    struct restrictions restrictions = {0};
    restrict_system_calls(options, true, &restrictions);
    if (restrictions.seccomp_error)
        server_log(SERVER_LOG_WARNING, "no sandbox: seccomp is unavailable (%s)",
                   error_text(restrictions.seccomp_error));
    else
        server_log(SERVER_LOG_INFO,
                   "sandbox in warn mode: the kernel logs what seccomp would deny; Landlock "
                   "is not "
                   "used");
}

bool sandbox_enter(const struct options *given)
{
    struct options options = *given;
    if (SANITIZED && options.sandbox == SANDBOX_IF_POSSIBLE)
        options.sandbox = SANDBOX_OFF;
    if (!privileges_give_up(&options))
        return false;
    if (options.sandbox == SANDBOX_OFF) {
        server_log(SERVER_LOG_INFO, "sandbox off");
        return true;
    }
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        server_log(SERVER_LOG_ERROR, "cannot set no_new_privs: %s", error_text(errno));
        return false;
    }
    if (options.sandbox != SANDBOX_WARN)
        return sandbox_enforce(&options);
    sandbox_warn(&options);
    return true;
}
