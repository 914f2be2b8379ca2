#!/bin/sh
# Every npm script goes through here: set up what is missing, then become the command, on the Node that
# came with the packages. `exec`, because npm hands SIGTERM to the process it started and to no other.
cd "$(dirname "$0")/.." || exit 1
# The machine's own Node: the one from the packages may be missing, or made for another machine.
"${npm_node_execpath:-node}" scripts/setup.js || exit 1
PATH="$PWD/node_modules/.bin:$PATH"
export PATH
exec "$@"
