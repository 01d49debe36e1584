"""Builds the program and its tests with all mutations: build-mutate/source is a copy of the tree that holds them, build-mutate/build
its build. The tree itself is never written to."""
import fcntl
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
TARGETS = ("rapporteur", "tests/unit_tests", "tests/http_tests")
LEFT_OUT = re.compile(r"\.git|build|build-.*|node_modules|__pycache__")
# Warnings and speed do not matter here; assertions do. A variable without a value has one that is useless, so that the tests notice a
# missing initialisation; ./dev sanitize does the same. An index beyond an array ends the program, as there.
OPTIONS = ("-Dtests=enabled", "-Dc_args=-w -ftrivial-auto-var-init=pattern -fsanitize=bounds -fsanitize-undefined-trap-on-error",
           "-Doptimization=1", "-Ddebug=false", "-Db_ndebug=false")
ATTEMPTS_MAX = 8
OUTPUT_SHOWN = 4000  # characters of a failed command's output, the last


def fail(text):
    sys.exit(f"mutate: {text}")


class Build:
    def __init__(self, root):
        self.root = Path(root)
        self.source = self.root / "build-mutate" / "source"
        self.folder = self.root / "build-mutate" / "build"

    def lock(self):
        """Returns an open file. Ends the program if another one holds it, as two cannot build here at once."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = open(self.folder.parent / "lock", "w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            fail("another ./dev mutate is running in this tree")
        for leftover in (*self.folder.glob("run-*"), *self.folder.glob("reach-*")):
            shutil.rmtree(leftover)
        return file

    def configure(self):
        """Sets up the build, so that commands() knows the compiler's arguments for each file."""
        self.copy()
        # A new name whenever its source or the options change: ninja does not know that the programs depend on it.
        version = hashlib.sha256((HERE / "mutation.c").read_bytes() + repr(OPTIONS).encode()).hexdigest()[:16]
        linked = self.folder.parent / f"mutation-{version}.o"
        is_configured = (self.folder / "build.ninja").exists()
        if not is_configured or not linked.exists():
            self.run("cc", "-std=c17", "-O1", "-fPIC", "-D_GNU_SOURCE", "-c", HERE / "mutation.c", "-o", linked)
            command = ("configure", self.folder) if is_configured else ("setup", self.folder, self.source)
            self.run("meson", *command, *OPTIONS, f"-Dc_link_args={linked}")
        # Applies changes of a copied meson.build.
        self.run("ninja", "-C", self.folder, "build.ninja")

    def run(self, *command):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            fail(f"{command[0]} failed:\n{done.stdout[-OUTPUT_SHOWN:]}")

    def commands(self):
        """Yields each source of the tree and libclang's arguments for it."""
        # Without this libclang 19 does not find its own headers on Debian.
        headers = subprocess.run(("clang", "-print-resource-dir"), stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
        for entry in json.loads((self.folder / "compile_commands.json").read_text()):
            path = self.in_tree(entry["file"])
            if path.is_relative_to(self.root) and not path.is_relative_to(self.folder):
                yield str(path), ["-resource-dir", headers] + [
                    f"-I{self.in_tree(word[2:])}" if word.startswith("-I") else word
                    for word in shlex.split(entry["command"]) if word.startswith(("-I", "-D", "-U", "-std="))]

    def in_tree(self, path):
        """Returns the original of a file in the copy, whose path is relative to the build folder."""
        path = (self.folder / path).resolve()
        return self.root / path.relative_to(self.source) if path.is_relative_to(self.source) else path

    def copy(self, changed=None):
        """Updates the copy, with the changed text of some files. Without any, the C sources in it stay as they are. A file whose text
        is the same keeps its time, so that it is not compiled again."""
        kept = set()
        for folder, folders, files in os.walk(self.root):
            folders[:] = [name for name in folders if not LEFT_OUT.fullmatch(name)]
            for name in files:
                path = Path(folder, name).relative_to(self.root)
                kept.add(path)
                if name == ".git" or (changed is None and path.suffix in (".c", ".h") and (self.source / path).exists()):
                    continue
                content = (changed or {}).get(str(path)) or (self.root / path).read_bytes()
                write_if_changed(self.source / path, content, self.root / path)
        # Folders follow their files, so that an empty one is removed, too.
        for path in sorted(self.source.rglob("*"), reverse=True):
            if path.is_dir() and not path.is_symlink():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path.relative_to(self.source) not in kept and "__pycache__" not in path.parts:
                path.unlink()

    def build(self, mutations, jobs):
        """Builds the programs without the mutations that the compiler refuses. Returns the others."""
        for _ in range(ATTEMPTS_MAX):
            self.copy(mutated_files(self.root, mutations))
            done = subprocess.run(("ninja", "-k", "0", "-j", str(jobs), "-C", str(self.folder), *TARGETS),
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            if done.returncode == 0:
                return mutations
            refused = refused_by_compiler(done.stdout, mutations)
            if not refused:
                fail(f"the mutated program does not build:\n{done.stdout[-OUTPUT_SHOWN:]}")
            for mutation in refused:
                print(f"mutate: left out, as the compiler refuses it: {mutation.path}:{mutation.line} {mutation.text}", file=sys.stderr)
            mutations = [mutation for mutation in mutations if mutation not in refused]
        fail("the mutated program does not build")


def write_if_changed(path, content, original):
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(original.stat().st_mode)


def refused_by_compiler(output, mutations):
    """Returns the mutations on lines that have an error."""
    errors = {(found[1], int(found[2])) for found in re.finditer(r"(\S+?):(\d+):\d+: error:", output)}
    return [mutation for mutation in mutations
            if any(path.endswith("/" + mutation.path) and mutation.line <= line <= mutation.last_line for path, line in errors)]


def mutated_files(root, mutations):
    """Returns the new text of each file that has mutations, by path."""
    of_file = {}
    for mutation in mutations:
        of_file.setdefault(mutation.path, []).append(mutation)
    header = f'#include "{HERE.resolve() / "mutation.h"}"\n#line 1\n'.encode()
    return {path: header + mutated((Path(root) / path).read_bytes(), here) for path, here in of_file.items()}


def mutated(text, mutations):
    # An outer expression precedes those within it.
    return rewrite(text, 0, len(text), sorted(mutations, key=lambda mutation: (mutation.start, -mutation.end, mutation.number)))


def rewrite(text, start, end, mutations):
    """Returns the text of a range with its mutations. They may be nested: then the inner ones are in the original of the outer one."""
    out, at = [], start
    while mutations:
        first, *rest = mutations
        inside = [mutation for mutation in rest if mutation.start < first.end]
        mutations = rest[len(inside):]
        out += [text[at:first.start], first.render(rewrite(text, first.start, first.end, inside).decode()).encode()]
        at = first.end
    return b"".join(out) + text[at:end]
