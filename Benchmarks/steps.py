"""How many instructions a command executes, as valgrind counts them: what a busy machine, its caches and its memory do not
change. Time grows faster than work where what is large leaves the caches of the processor."""
import pathlib
import re
import shutil
import subprocess
import tempfile


def available():
    """Whether instructions can be counted here."""
    return shutil.which("valgrind") is not None and shutil.which("strip") is not None


class Counter:
    """Counts the instructions of a binary; valgrind does not read its debug information, so a copy goes without."""

    def __init__(self, binary):
        self.folder = tempfile.TemporaryDirectory()
        self.binary = pathlib.Path(self.folder.name) / pathlib.Path(binary).name
        subprocess.run(["strip", "-g", binary, "-o", self.binary], check=True)
        self.start = self.raw(["--version"], ".")

    def raw(self, arguments, folder):
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", self.binary, *arguments], cwd=folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        found = re.search(rb"Collected : (\d+)", done.stderr)
        if not found:
            raise SystemExit("valgrind: " + done.stderr[-400:].decode(errors="replace"))
        return int(found.group(1))

    def count(self, arguments, folder):
        """The instructions of a run, less those of one that does nothing."""
        return max(1, self.raw(arguments, folder) - self.start)
