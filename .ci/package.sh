#!/usr/bin/env bash
# The sdist and the wheel, built from the committed files, install and import away from the checkout.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/source"
git archive HEAD | tar x -C "$work/source"
log="$work/build.log"
python -m build --outdir "$work/dist" "$work/source" > "$log" 2>&1 || { tail -20 "$log"; exit 1; }
for kind in tar.gz whl; do
  pip install -q --no-deps --target "$work/$kind" "$work"/dist/*."$kind"
  (cd "$work" && PYTHONPATH="$work/$kind" python - "$work/$kind" <<'PY'
import sys
from pathlib import Path
import ciard, ciard.cli, ciard.viz
assert Path(ciard.__file__).is_relative_to(sys.argv[1]), ciard.__file__
PY
)
done
echo "package ok: sdist and wheel"
