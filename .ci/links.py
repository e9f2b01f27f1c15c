"""Every link of the built site and of the Markdown files leads somewhere; nothing is left as raw Markdown.

`python .ci/links.py` after `smalldocs render _proc`: pages and anchors inside the site, files of the
repository; addresses on other hosts are not asked for.
"""
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

root = Path(__file__).resolve().parent.parent
site = root/'_proc/_docs'

class Page(HTMLParser):
    "Links, anchors and the text outside code of a page."
    def __init__(self, text):
        super().__init__()
        self.links, self.anchors, self.prose, self.quiet = [], set(), [], 0
        self.feed(text)
    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.anchors |= {attrs[k] for k in ('id', 'name') if attrs.get(k)}
        self.links += [attrs[k] for k in ('href', 'src') if attrs.get(k)]
        if tag in ('code', 'pre', 'script', 'style', 'math', 'svg'): self.quiet += 1
    def handle_endtag(self, tag):
        if tag in ('code', 'pre', 'script', 'style', 'math', 'svg'): self.quiet -= 1
    def handle_data(self, data):
        if not self.quiet: self.prose.append(data)

def trouble(file, page)->list:
    "What is wrong with a page, a line each."
    found = []
    for link in page.links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc: continue
        path = unquote(parts.path)
        target = file if not path else (site/path.lstrip('/') if path.startswith('/') else file.parent/path)
        target = target.resolve()
        if target.is_dir(): target /= 'index.html'
        if not target.is_file(): found.append(f'{link}: no such page')
        elif parts.fragment and target.suffix == '.html':
            there = pages.get(target) or Page(target.read_text(encoding='utf-8'))
            there = unquote(parts.fragment) in there.anchors
            if not there: found.append(f'{link}: no such place on that page')
    text = ' '.join(page.prose)
    found += [f'raw Markdown: {m[0]}' for m in re.finditer(r'\[[^\]\n]{1,60}\]\([^)\s]{1,80}\)', text)]
    return found + [f'raw formula: {m[0]}' for m in re.finditer(r'\$[^$\n]*\\[a-z]+[^$\n]*\$', text)]

pages = {f.resolve(): Page(f.read_text(encoding='utf-8')) for f in sorted(site.rglob('*.html'))}
first = 'run nbdev_proc_nbs and smalldocs render _proc first'
if not pages: raise SystemExit(f'links: no pages in {site}: {first}')
bad = [f'{file.relative_to(site)}: {what}' for file, page in pages.items() for what in trouble(file, page)]
for file in root.glob('*.md'):
    for target in re.findall(r'\]\(([^)#\s]+)', file.read_text(encoding='utf-8')):
        inside = not urlsplit(target).scheme
        if inside and not (root/target).exists(): bad.append(f'{file.name}: {target}: no such file')
count = sum(len(p.links) for p in pages.values())
print('\n'.join(bad) or f'links ok: {count} on {len(pages)} pages')
raise SystemExit(bool(bad))
