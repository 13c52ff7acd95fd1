"""Over a real sshd on loopback: the connection is cut, and the next one has it all. Skipped where there is no sshd."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from giptui.store import load
from terminal import Terminal
from tui.person import SEED

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")

pytestmark = pytest.mark.skipif(not (SSHD and shutil.which("ssh")), reason="no sshd and ssh here")


@pytest.fixture
def ssh(tmp_path: Path) -> Iterator[list[str]]:
    """The beginning of a command line that runs something on the other end of a connection."""
    for name in ("host", "own"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / name], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = tmp_path / "sshd_config"
    config.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {tmp_path}/host\nAuthorizedKeysFile {tmp_path}/own.pub\n"
        f"PidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\n"
    )
    assert SSHD
    tried = subprocess.run([SSHD, "-t", "-f", config], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"sshd does not start here: {tried.stderr.strip()}")
    with subprocess.Popen([SSHD, "-D", "-e", "-f", config], stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(100):
                with socket.socket() as door:
                    if door.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield [
                "ssh", "-tt", "-F", "none", "-i", str(tmp_path / "own"), "-p", str(port),
                "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR",
                f"{getpass.getuser()}@127.0.0.1",
            ]  # fmt: skip
        finally:
            server.terminate()


def test_a_connection_that_is_cut_loses_nothing(ssh: list[str], tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(SEED.read_bytes())
    source = Path(__file__).parents[2] / "src"
    remote = (
        f"cd {tmp_path} && LANG=C.UTF-8 PYTHONPATH={source} XDG_STATE_HOME={tmp_path}/state"
        f" exec {sys.executable} -m giptui a.toml"
    )
    with Terminal([*ssh, remote]) as terminal:
        terminal.wait_for("错误 2", 30)
        terminal.send(b"7\r12")
        terminal.wait_for("已改 2 处")
        terminal.idle(1.3)
        terminal.kill()  # the client: to the other end the connection is gone
        terminal.exit_code()
    with Terminal([*ssh, remote]) as terminal:
        terminal.wait_for("上次有 4 处修改没有保存", 30)
        terminal.send(b"rw")
        terminal.wait_for("已保存 4 处修改")
    assert load(str(path))[1]["applications.carried_in.natural_person"] == 12
