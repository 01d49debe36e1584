"""Runs a test program in a worker process, and leaves nothing behind: a worker becomes the parent of all processes that its tests
lose, and ends them; what tests create in /tmp is removed."""
import ctypes
import os
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

POLL_SECONDS = 0.2
PERTURB = "165"  # malloc fills memory with bytes, as under meson: tests notice a missing initialisation
MEMORY_MAX = 6 << 30
TEARDOWN = re.compile(r"`(\w+::\w+)` crashed during its setup or teardown")
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36


def begin_worker():
    prctl = ctypes.CDLL(None).prctl
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end_worker)


def end_worker(*_):
    end_children()
    os._exit(1)


def children():
    return [int(pid) for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text().split()]


def end_children(spared=None):
    while found := [pid for pid in children() if pid != spared]:
        for pid in found:
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass


def limit_resources():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run_program(build, program, options, environment, seconds):
    """Returns the exit status of unit_tests or http_tests, None if it had to be ended, and its report in TAP.

    A server that a failed test leaves behind would keep Criterion waiting, so such processes are ended at once. Criterion only warns
    of a test that dies in its teardown, even with --fail-fast; here that ends the run and the test has failed."""
    with tempfile.TemporaryDirectory(dir=build.folder, prefix="run-") as folder:
        report, created, log = Path(folder, "report"), Path(folder, "created"), Path(folder, "log")
        environment = {**os.environ, "RAPPORTEUR_PROGRAM": str(build.folder / "rapporteur"), "RAPPORTEUR_SOURCE": str(build.source),
                       "MUTATION_CREATED": str(created), "MALLOC_PERTURB_": PERTURB, **environment}
        command = [build.folder / "tests" / f"{program}_tests", f"--tap={report}", *options]
        begun = time.monotonic()
        with open(log, "w") as errors:
            process = subprocess.Popen(command, cwd=build.folder, env=environment, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True, preexec_fn=limit_resources)
        try:
            while (status := process.poll()) is None and time.monotonic() < begun + seconds:
                time.sleep(POLL_SECONDS)
                end_children(spared=process.pid)
                if "--fail-fast" in options and died_in_teardown(log):
                    break
        finally:
            end_children()
            Path(f"/tmp/criterion_{process.pid}.sock").unlink(missing_ok=True)
            remove_created(created)
        died = "".join(f"not ok - {name} unexpected signal\n" for name in died_in_teardown(log))
        return status, died + (report.read_text(errors="replace") if report.exists() else "")


def died_in_teardown(log):
    return TEARDOWN.findall(log.read_text(errors="replace"))


def remove_created(created):
    for path in created.read_text(errors="replace").splitlines() if created.exists() else ():
        if path.startswith("/tmp/rapporteur-"):
            shutil.rmtree(path) if os.path.isdir(path) else Path(path).unlink(missing_ok=True)
