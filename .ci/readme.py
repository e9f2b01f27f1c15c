"""README.md from nbs/index.ipynb, by nbconvert.

`python .ci/readme.py` writes it, `--check` fails when it is out of date.
"""
import sys
from pathlib import Path

import nbformat
from nbconvert import MarkdownExporter

root = Path(__file__).resolve().parent.parent
nb = nbformat.read(root/'nbs/index.ipynb', 4)
cells = []
for cell in nb.cells:
    lines = cell.source.splitlines()
    flags = [line[2:].strip() for line in lines if line.startswith('#|')]
    if 'hide' in flags: continue
    # plain text reads better on a code host
    for out in cell.get('outputs', []): out.get('data', {}).pop('text/html', None)
    cell.source = '\n'.join(line for line in lines if not line.startswith('#|'))
    if 'echo: false' in flags:  # show what the cell printed, not the cell
        for out in cell.outputs: cells.append(nbformat.v4.new_markdown_cell(out['data']['text/markdown']))
    else: cells.append(cell)
nb.cells, nb.metadata['language_info'] = cells, {'name': 'python', 'nbconvert_exporter': 'python'}
text, _ = MarkdownExporter().from_notebook_node(nb)
for folder in ('images', 'tutorials', 'reports'): text = text.replace(f']({folder}/', f'](nbs/{folder}/')
for page in sorted((root/'nbs').glob('*.ipynb')):
    text = text.replace(f']({page.name})', f'](nbs/{page.name})')
text = '<!-- made from nbs/index.ipynb by .ci/readme.py: edit the notebook -->\n\n' + text.strip() + '\n'
readme = root/'README.md'
if '--check' in sys.argv:
    same = readme.read_text(encoding='utf-8') == text
    sys.exit(0 if same else 'README.md is out of date: run python .ci/readme.py')
readme.write_text(text, encoding='utf-8')
