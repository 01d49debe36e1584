"""Roots with a bare Debian, in which packages are built, installed and removed. Needs root and mmdebstrap.

A root is an overlay over a base system, which is kept in a folder and made once. Call enter_namespace first: the mounts of this process
end with it then."""
import ctypes
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

PATIENCE = 1800  # seconds; a base system is fetched, and a program compiled
CLONE_NEWNS = 0x00020000
DEFAULT_MIRROR = "http://deb.debian.org/debian"


class Failure(Exception):
    pass


def enter_namespace():
    """Gives this process mounts of its own."""
    if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNS) != 0:
        raise Failure(f"cannot unshare mounts: {os.strerror(ctypes.get_errno())}")
    run("mount", "--make-rprivate", "/")


def run(*command, **options):
    """Returns what a command printed; fails with it if the command does."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=PATIENCE, errors="replace",
                          stdin=subprocess.DEVNULL, **options)
    if done.returncode != 0:
        raise Failure(f"{' '.join(map(str, command))}: exit status {done.returncode}\n{done.stdout[-4000:]}")
    return done.stdout


def mirror():
    """The mirror that this machine uses."""
    for path in sorted(Path("/etc/apt").glob("sources.list*")) + sorted(Path("/etc/apt/sources.list.d").glob("*")):
        if path.is_file():
            found = re.search(r"(?:^URIs:|^deb(?: \[[^]]*\])?)\s*(\S+/debian/?)(?:\s|$)", path.read_text(), re.MULTILINE)
            if found:
                return found[1].rstrip("/")
    return DEFAULT_MIRROR


def base(suite, folder, packages=()):
    """Returns the folder of a base system, which is made if it does not exist."""
    path = Path(folder, suite + ("-build" if packages else ""))
    if not (path / "bin/sh").exists():
        shutil.rmtree(path, ignore_errors=True)
        address = mirror()
        sources = [f"deb {address} {suite} main", f"deb {address} {suite}-updates main", f"deb {address}-security {suite}-security main"]
        run("mmdebstrap", "--variant=minbase", "--include=" + ",".join(("usr-is-merged",) + tuple(packages)),
            "--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr", suite, path, *sources)
    return path


class Root:
    """A changed copy of a base system, which is removed at the end."""

    def __init__(self, base_path, folder):
        self.work = Path(tempfile.mkdtemp(prefix="root-", dir=folder))
        self.path = self.work / "root"
        for name in ("upper", "work", "root"):
            (self.work / name).mkdir()
        self.mount("-t", "overlay", "-o", f"lowerdir={base_path},upperdir={self.work / 'upper'},workdir={self.work / 'work'}", "overlay", self.path)
        self.mounted = [self.path]
        for kind, place in (("proc", "proc"), ("tmpfs", "tmp")):
            self.mount("-t", kind, kind, self.path / place)
            self.mounted.append(self.path / place)
        self.mount("--rbind", "/dev", self.path / "dev")
        self.mounted.append(self.path / "dev")
        shutil.copy("/etc/resolv.conf", self.path / "etc/resolv.conf")

    @staticmethod
    def mount(*arguments):
        run("mount", *arguments)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for place in reversed(self.mounted):
            run("umount", "--recursive", "--lazy", place)
        shutil.rmtree(self.work, ignore_errors=True)

    @staticmethod
    def command(*command, **variables):
        settings = {"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
        return ["env", "-i", *(f"{name}={value}" for name, value in {**settings, **variables}.items()), *command]

    def run(self, *command, **variables):
        return run("chroot", self.path, *self.command(*command, **variables))

    def start(self, log, *command, **variables):
        """Starts a command in the background."""
        with open(log, "w") as out:
            return subprocess.Popen(["chroot", self.path, *self.command(*command, **variables)], stdout=out, stderr=out, stdin=subprocess.DEVNULL)

    def files(self, *left_out):
        """All names, except those below the folders that are left out."""
        leave = [word for folder in left_out for word in ("-path", "./" + folder, "-prune", "-o")]
        return set(run("find", ".", "-xdev", *leave, "-print", cwd=self.path).split("\n"))
