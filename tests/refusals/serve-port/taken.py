"""Runs a command while port 38917 is taken."""

import contextlib
import socket
import subprocess
import sys

with contextlib.ExitStack() as stack:
    with contextlib.suppress(OSError):  # then somebody else has it
        stack.enter_context(socket.create_server(("127.0.0.1", 38917)))
    sys.exit(subprocess.run(sys.argv[1:], check=False).returncode)
