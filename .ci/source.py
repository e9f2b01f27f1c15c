"""Source code, folded, behind every signature of the site's reference pages.

`python .ci/source.py` reads the notebooks in nbs/ and adds to those that `nbdev_proc_nbs` has made in _proc/.
"""
import ast, re
from pathlib import Path

import nbformat

root = Path(__file__).resolve().parent.parent

def sources(notebook)->dict:
    "name -> source of everything a notebook exports; a patched method goes by Class.method."
    found = {}
    for cell in notebook.cells:
        if cell.cell_type != 'code' or not re.search(r'^#\| *export\b', cell.source, re.M): continue
        lines = cell.source.split('\n')
        for node in ast.parse(cell.source).body:
            if not isinstance(node, (ast.FunctionDef, ast.ClassDef)): continue
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            name = node.name
            if any('patch' in ast.unparse(d) for d in node.decorator_list):
                name = f'{ast.unparse(node.args.args[0].annotation)}.{name}'
            found[name] = '\n'.join(lines[first - 1:node.end_lineno])
    return found

def folded(code)->str:
    "A code block that opens on a click."
    return '```{.python .cell-code code-fold="true" code-summary="Source"}\n' + code + '\n```'

count = 0
for path in sorted((root/'_proc').glob('[0-9]*.ipynb')):
    page, known, cells = nbformat.read(path, 4), sources(nbformat.read(root/'nbs'/path.name, 4)), []
    for cell in page.cells:
        cells.append(cell)
        shown = re.search(r'show_doc\(([\w.]+)\)', cell.source) if cell.cell_type == 'code' else None
        if not shown or shown[1] not in known: continue
        cells.append(nbformat.v4.new_markdown_cell(folded(known.pop(shown[1]))))
        count += 1
    page.cells = cells
    nbformat.write(page, path)
if not count: raise SystemExit('no signature found in _proc: run nbdev_proc_nbs first')
print(f'source of {count} definitions folded behind their signatures')
