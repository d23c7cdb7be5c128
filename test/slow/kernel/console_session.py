"""A session at `jupyter console`, typed by a program."""

import sys
import time

import pexpect

console = pexpect.spawn(
    sys.executable,
    ["-m", "jupyter_console", "--kernel", "proxylab", "--simple-prompt"],
    encoding="utf-8",
    timeout=60,
    dimensions=(40, 120),
    env={**__import__("os").environ, "TERM": "dumb", "JUPYTER_CONSOLE_TEST": "1"},
)
console.logfile_read = sys.stdout


def cell(text, *expected):
    console.expect(r"In \[\d+\]: ")
    console.sendline(text)
    for pattern in expected:
        console.expect(pattern)


cell("let n = 6", "")
cell("n * 7", r"Out\[\d+\]: *42")
cell("throw new RangeError('no')", "line 1", "RangeError.*: no")
cell("await input('name? ') + '!'", r"name\? ")
console.sendline("Ada")
console.expect("'Ada!'")
cell("while (true) {}", "")
time.sleep(1.5)
console.sendintr()
console.expect("Interrupted")
cell("n", r"Out\[\d+\]: *6")
console.expect(r"In \[\d+\]: ")
console.sendeof()
console.expect("exit|Shutting|Do you")
console.sendline("y")
console.expect(pexpect.EOF)
