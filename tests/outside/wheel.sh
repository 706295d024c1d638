#!/bin/bash
# The wheel: built, installed where nothing else is, its module held to its types and tried; the notebook run where the wheel
# and what a notebook needs are, and nothing else: wheel.sh BPASIM
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source=$here/../../src/python
tools=$BPASIM_OUTSIDE/wheel/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The program that is tried is the wheel's own.
unset BPASIM PYTHONPATH
# With the flags of the program under test, which is there already: nothing is compiled, and nothing taken from other tests.
(cd "$source" && "$tools/maturin" build --quiet --release --locked --out "$work/dist")

python3 -m venv "$work/empty"
"$work/empty/bin/pip" install --quiet --no-index --no-deps "$work"/dist/bpasim-*.whl
mkdir "$work/alone" "$work/read"
(cd "$work/alone" && "$work/empty/bin/python" "$here/wheel_alone.py")

"$tools/pip" install --quiet --no-index --no-deps --force-reinstall "$work"/dist/bpasim-*.whl
(cd "$work/read" && "$tools/python" "$here/wheel.py")
(cd "$work/read" && "$tools/mypy" --config-file "$source/pyproject.toml" --cache-dir "$work/mypy" --package bpasim)
(cd "$work/read" && "$tools/python" "$here/notebook.py" "$source/notebook.ipynb")
