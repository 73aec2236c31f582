"""Runs a module with every way to a network refused, in this process and in those it starts.

`python network_guard.py LOG MODULE ARGUMENT…` writes a line to LOG for each process and for each
attempt. Python tells audit hooks of an attempt before it is made, and no hook can be taken away.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

_REFUSED = frozenset(
    """
    socket.connect socket.bind socket.getaddrinfo socket.gethostbyname socket.gethostbyaddr
    socket.getnameinfo socket.sendto socket.sendmsg urllib.Request http.client.connect
    ftplib.connect smtplib.connect imaplib.open poplib.connect webbrowser.open
    """.split()
)
_LOOPBACK = ("127.", "::1", "localhost")
_STAND_IN = """#!{python} -I
import runpy, sys
runpy.run_path({guard!r})["refuse"]({log!r})
isolated, how, what, *rest = sys.argv[1:]
assert isolated == "-I", sys.argv
sys.argv = [what, *rest]
if how == "-c":
    exec(what)
else:
    runpy.run_module(what, run_name="__main__", alter_sys=True)
"""


def refuse(log: str) -> None:
    """Refuse the network to this process from now on; loopback stays open."""

    def note(words: str) -> None:
        with Path(log).open("a", encoding="utf-8") as lines:
            lines.write(f"{words}\n")

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in _REFUSED and not _loopback(arguments):
            note(f"refused {event} {arguments!r}")
            raise PermissionError(f"{event} is refused")

    sys.addaudithook(hook)
    note(f"started {' '.join(sys.argv)}")


def stand_in(log: str) -> str:
    """Return a program to start instead of Python: it runs `-I -m MODULE` or `-I -c CODE`."""
    program = Path(log).with_suffix(".python")
    source = str(Path(__file__).resolve())
    program.write_text(_STAND_IN.format(python=sys.executable, guard=source, log=log), "utf-8")
    program.chmod(0o700)
    return str(program)


def _loopback(arguments: tuple[object, ...]) -> bool:
    for argument in arguments:
        host = argument[0] if isinstance(argument, tuple) and argument else argument
        if isinstance(host, str):
            return host.startswith(_LOOPBACK)
    return False


if __name__ == "__main__":
    LOG, MODULE = sys.argv[1:3]
    sys.argv = [MODULE, *sys.argv[3:]]
    sys.path[0] = str(Path.cwd())
    refuse(LOG)
    sys.executable = stand_in(LOG)
    runpy.run_module(MODULE, run_name="__main__", alter_sys=True)
