#!/usr/bin/env bash
# The wheel and the sdist, built from the committed files, each installed into an empty environment with
# nothing but what it declares, and a short quickstart away from the checkout.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/source"
git archive HEAD | tar x -C "$work/source"
log="$work/build.log"
python -m build --outdir "$work/dist" "$work/source" > "$log" 2>&1 || { tail -20 "$log"; exit 1; }
python -m venv "$work/empty"
pip="$work/empty/bin/pip"
"$pip" install -q "$work"/dist/*.whl
try() {
  local log="$work/$1.log"
  (cd "$work" && empty/bin/ciard_quickstart --epochs 2 --device cpu --out "$1" > "$log" 2>&1) \
    || { tail -20 "$log"; exit 1; }
  (cd "$work" && "$work/empty/bin/python" -c "
import ciard.all, pathlib
assert pathlib.Path(ciard.__file__).is_relative_to('$work/empty'), ciard.__file__")
}
try wheel
"$pip" uninstall -q -y ciard
"$pip" install -q --no-deps "$work"/dist/*.tar.gz      # it has what the wheel declared, and no more
try sdist
echo "package ok: wheel and sdist"
