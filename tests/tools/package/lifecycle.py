#!/usr/bin/env python3
"""usage: lifecycle.py SUITE FOLDER PACKAGE - installs, starts, upgrades, removes and purges a .deb in a bare Debian.

SUITE is the release of Debian; FOLDER is for its base system, which is kept. The service is started as its unit starts it, with its
user and its environment, since there is no systemd that runs. Checked is that
- the files are where Debian wants them, the user exists, and systemd finds nothing wrong with the unit;
- the service serves the built-in record at first, and then the data that /etc/default/rapporteur names;
- an upgrade keeps the changed settings and the data, and the service starts again with them;
- after a purge nothing is left of the package and of what the service wrote, but the data and the user are."""
import json
import re
import shlex
import socket
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from bare_root import Failure, Root, base, enter_namespace, run

PATIENCE = 60  # seconds
FILES = """/etc/default/rapporteur /etc/rapporteur /usr/bin/rapporteur UNITS/rapporteur.service /usr/lib/sysusers.d/rapporteur.conf
/usr/share/bash-completion/completions/rapporteur /usr/share/fish/vendor_completions.d/rapporteur.fish
/usr/share/man/man1/rapporteur.1.gz /usr/share/zsh/vendor-completions/_rapporteur
/usr/share/doc/rapporteur/README.md.gz /usr/share/doc/rapporteur/production.md.gz /usr/share/doc/rapporteur/changelog.gz
/usr/share/doc/rapporteur/changelog.Debian.gz /usr/share/doc/rapporteur/copyright /usr/share/doc/rapporteur/rapporteur.spdx.json.gz
/usr/share/doc/rapporteur/examples/beijing-2006.json""".split()
# What apt, dpkg and systemd write for themselves.
NOT_OURS = ("dev", "proc", "sys", "tmp", "run", "var/cache", "var/lib/apt", "var/lib/dpkg", "var/log")
SETTINGS = "/etc/default/rapporteur"
MINUTES = (Path(__file__).resolve().parents[2] / "cases/import/minutes/lighthouse.md").read_text()


def expect(holds, what):
    if not holds:
        raise Failure(what)


class Life:
    def __init__(self, root, work, package):
        self.root, self.work, self.package = root, Path(work), package
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def file(self, name):
        return self.root.path / name.lstrip("/")

    def install(self, package):
        name = Path("/tmp", Path(package).name)
        self.file(str(name)).write_bytes(Path(package).read_bytes())
        self.root.run("apt-get", "-qy", "--no-install-recommends", "install", str(name))

    def install_dependencies(self):
        self.root.run("apt-get", "-q", "update")
        wanted = run("dpkg-deb", "-f", self.package, "Depends").strip()
        self.root.run("apt-get", "-qy", "--no-install-recommends", "satisfy", wanted)

    def higher_version(self):
        """The same package with a higher version, and with settings that the package changes itself."""
        folder, copy = self.work / "unpacked", self.work / "higher.deb"
        run("dpkg-deb", "-R", self.package, folder)
        control = folder / "DEBIAN/control"
        control.write_text(re.sub(r"^Version: (.*)$", r"Version: \1+1", control.read_text(), flags=re.MULTILINE))
        with open(folder / SETTINGS.lstrip("/"), "a") as settings:
            settings.write("# A new line of the package.\n")
        run("dpkg-deb", "--root-owner-group", "-b", folder, copy)
        return copy

    def check_installed(self):
        owned = set(self.root.run("dpkg", "-L", "rapporteur").splitlines())
        units = next((folder for folder in ("/lib/systemd/system", "/usr/lib/systemd/system") if folder + "/rapporteur.service" in owned), None)
        missing = [name for name in FILES if name.replace("UNITS", str(units)) not in owned]
        expect(not missing, f"the package has no {' '.join(missing)}")
        version = run("dpkg-deb", "-f", self.package, "Version").strip()
        printed = self.root.run("rapporteur", "--version")
        expect(re.match(rf"rapporteur {re.escape(version.split('-')[0])} \(commit (\w+(-dirty)?),", printed), f"--version prints {printed}")
        self.unit = self.file(units + "/rapporteur.service")
        self.root.run("getent", "passwd", "rapporteur")
        faults = [line for line in self.root.run("systemd-analyze", "--man=no", "verify", "rapporteur.service").splitlines() if "rapporteur" in line]
        expect(not faults, "\n".join(faults))

    def environment(self):
        """The variables of the unit, and of the file that it names, which override them."""
        text = self.unit.read_text()
        lines = re.findall(r"^Environment=(.*)$", text, re.MULTILINE)
        for name in re.findall(r"^EnvironmentFile=-?(\S+)$", text, re.MULTILINE):
            lines += [line for line in self.file(name).read_text().splitlines() if line and not line.startswith("#")]
        return dict(shlex.split(line)[0].split("=", 1) for line in lines)

    def serves(self, name):
        """Starts the service, and checks the name of its first meeting and that it stops."""
        command = re.search(r"^ExecStart=(.*)$", self.unit.read_text(), re.MULTILINE)[1].split()
        log = self.work / "service.log"
        service = self.root.start(log, "setpriv", "--reuid=rapporteur", "--regid=rapporteur", "--clear-groups", "--no-new-privs", *command,
                                  **self.environment())
        try:
            end = time.monotonic() + PATIENCE
            while not self.is_ready():
                expect(service.poll() is None and time.monotonic() < end, f"the service does not start: {log.read_text()}")
                time.sleep(0.1)
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/meetings", timeout=PATIENCE) as answer:
                found = json.load(answer)["data"][0]["name"]
            expect(name in found, f"the service serves {found!r}, not {name!r}")
        finally:
            service.terminate()
            status = service.wait(PATIENCE)
        expect(status == 0, f"the service ends with status {status}: {log.read_text()}")

    def is_ready(self):
        try:
            self.root.run("rapporteur", "ready", f"http://127.0.0.1:{self.port}")
            return True
        except Failure:
            return False

    def configure(self):
        """Changes the settings as an administrator does."""
        settings = self.file(SETTINGS)
        settings.write_text(re.sub(r"^#(RAPPORTEUR_DATA=)", r"\1", settings.read_text(), flags=re.MULTILINE))
        self.file("/etc/rapporteur/minutes.md").write_text(MINUTES)

    def listen(self):
        with open(self.file(SETTINGS), "a") as settings:
            settings.write(f"RAPPORTEUR_LISTEN=127.0.0.1:{self.port}\n")

    def run(self):
        self.install_dependencies()
        before = self.root.files(*NOT_OURS)
        self.install(self.package)
        self.check_installed()
        self.listen()
        self.serves("Third Expert Meeting")
        print("lifecycle: installed; serves the built-in record")

        self.configure()
        self.serves("Harbour Council")
        settings = self.file(SETTINGS).read_text()
        higher = self.higher_version()
        self.root.run("apt-get", "-qy", "check")
        self.install_keeping(higher)
        expect(self.file(SETTINGS).read_text() == settings, "the upgrade changed the settings")
        expect(self.file("/etc/rapporteur/minutes.md").read_text() == MINUTES, "the upgrade changed the data")
        self.serves("Harbour Council")
        print("lifecycle: upgraded; serves the same data with the same settings")

        self.root.run("apt-get", "-qy", "remove", "rapporteur")
        expect(not self.file("/usr/bin/rapporteur").exists() and self.file(SETTINGS).read_text() == settings, "remove did not keep the settings only")
        self.file("/var/lib/private/rapporteur").mkdir(parents=True)
        self.file("/var/lib/private/rapporteur/copy.json").write_text("{}")
        self.file("/var/lib/rapporteur").symlink_to("private/rapporteur")
        self.root.run("apt-get", "-qy", "purge", "rapporteur")
        left = self.root.files(*NOT_OURS) - before - {"./var/lib/private"}
        expect(left == {"./etc/rapporteur", "./etc/rapporteur/minutes.md"}, f"after the purge there are {sorted(left)}")
        gone = before - self.root.files(*NOT_OURS)
        expect(not gone, f"the purge removed {sorted(gone)}")
        self.root.run("getent", "passwd", "rapporteur")
        print("lifecycle: purged; only the data and the user are left")

    def install_keeping(self, package):
        name = "/tmp/higher.deb"
        self.file(name).write_bytes(package.read_bytes())
        # dpkg asks which settings to keep, as the package and the administrator have changed them; the default is the administrator's.
        self.root.run("dpkg", "--force-confdef", "--force-confold", "-i", name)


def main():
    suite, folder, package = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    enter_namespace()
    try:
        with tempfile.TemporaryDirectory() as work, Root(base(suite, folder), folder) as root:
            Life(root, work, package).run()
    except Failure as failure:
        sys.exit(f"lifecycle: {suite}: {failure}")


main()
