#!/usr/bin/env bash
# What is published must work where it is installed: the sdist and the wheel, each alone in an empty folder.
# Needs no network: setuptools (with bdist_wheel) and ciard's requirements come from the environment of `python`.
set -euo pipefail
cd "$(dirname "$0")/.."
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INDEX=1 MPLBACKEND=agg
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/source" "$work/dist" "$work/elsewhere"

# a clean copy: the files git knows, as they are now; without git, everything but what builds leave behind
if git rev-parse --is-inside-work-tree > /dev/null 2>&1; then git ls-files -z --cached > "$work/files"
else find . -type f -not -path '*/.*' -not -path '*/__pycache__/*' -not -path './build/*' -not -path './dist/*' \
  -not -path '*.egg-info/*' -print0 > "$work/files"; fi
tar --null -T "$work/files" -c | tar -x -C "$work/source"

# run quietly, but show everything when it fails
quietly() { "$@" > "$work/log" 2>&1 || { cat "$work/log"; echo "failed: $*"; exit 1; }; }

cd "$work/source"
quietly python -c "from setuptools import build_meta; build_meta.build_sdist('$work/dist')"
cd "$work/elsewhere"
sdist=$(ls "$work"/dist/ciard-*.tar.gz)
quietly python -m pip wheel --no-deps --no-build-isolation --wheel-dir "$work/dist" "$sdist"
wheel=$(ls "$work"/dist/ciard-*.whl)

for made in "$sdist" "$wheel"; do
  target=$work/installed-${made##*.}
  quietly python -m pip install --no-deps --no-build-isolation --target "$target" "$made"
  PYTHONPATH=$target python - "$target" <<'PY'
import sys
from importlib.metadata import distribution
from pathlib import Path

import ciard, ciard.cli

target = Path(sys.argv[1]).resolve()
found = Path(ciard.__file__).resolve()
assert found.is_relative_to(target), f'ciard was imported from {found}, not from {target}'
dist = distribution('ciard')
assert Path(dist.locate_file('ciard')).resolve().is_relative_to(target), 'the metadata are those of another installation'
assert dist.version == ciard.__version__, f'{dist.version} in the metadata, {ciard.__version__} in the package'
for script in dist.entry_points.select(group='console_scripts'): script.load()
PY
done
echo 'package ok: sdist and wheel'
