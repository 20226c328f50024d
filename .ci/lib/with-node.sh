#!/usr/bin/env bash
# with-node.sh MAJOR COMMAND… : runs the command in the root of the project with that Node first on PATH
. "$(dirname "$0")/check.sh"

use_node "$1"
cd "$ROOT" || exit
node --version
"${@:2}"
