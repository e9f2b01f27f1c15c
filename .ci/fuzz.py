"""A paranoid user: damaged files, absurd command lines, kills; from a fixed seed, each case its own process.

A case holds when it ends in time with exit code 0 or 2, says at most one line on standard error, shows no
traceback and touches nothing but the folder it was given. A killed run holds when it ends, taken up again, in
the very results of the run that was never killed, with no file missing and none left over.

    python .ci/fuzz.py --files 300 --lines 300 --kills 130
"""
import argparse, io, json, os, pickle, random, shutil, signal, sys, tempfile, time, traceback, zipfile
from collections import Counter
from pathlib import Path

os.environ.setdefault('OMP_NUM_THREADS', '1')
import numpy as np
import torch
from PIL import Image

from ciard import cli
from ciard.all import *

torch.set_num_threads(1)
SECONDS = 60          # for one case

# ------------------------------------------------------------------ one case

def spawn(argv, cwd, prepare=None):
    "Start a command in a child process; its output goes to files in `cwd`'s parent."
    pid = os.fork()
    if pid: return pid
    code = 1
    try:
        os.chdir(cwd)
        for fd, name in ((1, 'stdout'), (2, 'stderr')):
            file = os.open(cwd.parent/name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(file, fd)
        sys.stdout, sys.stderr = io.TextIOWrapper(io.FileIO(1, 'w'),
                                                  write_through=True), open(2, 'w', buffering=1)
        if prepare: prepare()
        sys.argv = [argv[0], *map(str, argv[1:])]
        code = getattr(cli, argv[0])() or 0
    except SystemExit as e: code = e.code if isinstance(e.code, int) else 1
    except BaseException: traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)

def wait(pid, seconds=SECONDS)->int:
    "Its exit code, negative for a signal; None when it had to be stopped."
    end = time.time() + seconds
    while time.time() < end:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done: return os.waitstatus_to_exitcode(status)
        time.sleep(.01)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return None

def listing(folder, without=()):
    "What lies in a folder: name -> size and time, links not followed."
    found = {}
    for base, folders, files in os.walk(folder):
        folders[:] = [f for f in folders if Path(base)/f not in without]
        for name in files + folders:
            info = os.lstat(os.path.join(base, name))
            found[os.path.join(base, name)] = (info.st_size, info.st_mtime_ns) if name in files else None
    return found

def case(argv, work, out)->str:
    "Run one; '' when it holds, else what is wrong."
    before = listing(work, {out})
    code = wait(spawn(argv, work))
    said = (work.parent/'stderr').read_text(errors='replace')
    if code is None: return 'hangs'
    if 'Traceback' in said: return 'traceback: ' + said.strip().splitlines()[-1][:150]
    if code not in (0, 2): return f'exit code {code}: {said[:150]}'
    if said.strip().count('\n') or (code == 2 and not said.strip()): return f'not one line: {said[:200]!r}'
    if code == 0 and said.strip(): return f'speaks though it succeeds: {said[:150]!r}'
    now = listing(work, {out})
    def by_design(k):
        return '.ciard/' in k or k.endswith('.ciard') or '/tiny-imagenet-200' in k and k not in before
    changed = {k for k in before.keys() | now.keys() if before.get(k) != now.get(k) and not by_design(k)}
    if now.keys() & {k for k in now if '/.ciard-' in k}: return 'leaves a temporary file'
    return f'touches {sorted(changed)[:2]}' if changed else ''

# ------------------------------------------------------------------ damaged files

def flip(data, rng, n=8):
    "Some bytes changed."
    data = bytearray(data)
    for _ in range(rng.randint(1, n)): data[rng.randrange(len(data))] ^= rng.randint(1, 255)
    return bytes(data)

def cut(data, rng): return data[:rng.randrange(len(data))]

def nest(depth): return '{"a":'*depth + '1' + '}'*depth

def weights_file(work, rng):
    "Somebody's weights: header, spec or tensors of the wrong kind."
    net = create_model('convnet_s', in_channels=1, seed=0)
    state, meta = net.state_dict(), dict(format='ciard', spec=net.spec, classes=[str(k) for k in range(10)],
                                         data='digits')
    kind = rng.choice(['flip', 'cut', 'spec', 'state', 'pt', 'ptcut', 'ptflip', 'header', 'keys', 'object'])
    path = work/('w.pt' if kind.startswith(('pt', 'object', 'keys')) else 'w.safetensors')
    if kind == 'spec':
        bad = [
            10**9, -1, 'x', None, [1], {}, 1.5, True, '', 'wrn_60004_10', 'wrn_10_99999',
            float(7), 'e'*10**4
        ]
        meta['spec'] = rng.choice([
            *bad, {
                **net.spec,
                rng.choice(['name', 'num_classes', 'in_channels', 'normalize', 'q']): rng.choice(bad)
            }
        ])
    if kind == 'header':
        text = rng.choice(
            [nest(5000), '[]', '{"__metadata__":{"ciard":"' + 'x'*50 + '"}}', '{}', 'null', '"'])
        path.write_bytes(len(text).to_bytes(8, 'little') + text.encode())
        return path
    if kind == 'state':
        name = rng.choice(list(state))
        change = rng.choice([
            lambda t: t.flatten()[:0], lambda t: t.to(torch.complex64), lambda t: t.bool(),
            lambda t: t.float()*torch.nan, lambda t: t.float()/0 - 1, lambda t: -t.float() - 1,
            lambda t: t.unsqueeze(0).repeat(2, *[1]*t.dim()), lambda t: t.double(), lambda t: t.int()
        ])
        state = {**state, name: change(state[name])}
        if rng.random() < .2: state.pop(rng.choice(list(state)))
    if kind == 'keys': state = {rng.choice([5, None, ('a', 1)]): torch.ones(3)}
    if kind == 'object':
        state = rng.choice([[1, 2], 'text', 5, {
            'state_dict': 7
        }, {
            'a': {
                'b': torch.ones(1)
            }
        }, {}, None,
                            torch.ones(2), {
                                'w': torch.ones(2, 2).to_sparse()
                            }, {
                                'state_dict': {
                                    'x': 'y'
                                }
                            }])
    if path.suffix == '.pt': torch.save(state, path)
    else: save_tensors(state, path, meta)
    data = path.read_bytes()
    if kind.endswith('flip'): path.write_bytes(flip(data, rng))
    if kind.endswith('cut'): path.write_bytes(cut(data, rng))
    return path

def cifar_folder(work, rng):
    "A CIFAR-10 archive with something wrong in one of its files."
    d = work/'c/cifar-10-batches-py'
    d.mkdir(parents=True)
    g = np.random.default_rng(rng.randrange(10**6))
    def batch(n=20):
        return dict(data=g.integers(0, 255, (n, 3072), dtype=np.uint8), labels=[i % 10 for i in range(n)])
    files = {f'data_batch_{i}': batch() for i in range(1, 6)} | {'test_batch': batch()}
    files['batches.meta'] = dict(label_names=[f'c{k}' for k in range(10)])
    name = rng.choice(list(files))
    key = rng.choice(list(files[name]))
    bad = [
        None, 5, 'text', [], [1.5]*20, [99]*20, [-1]*20,
        g.random((20, 3072)),
        g.integers(0, 9, (20, 5), dtype=np.uint8),
        g.integers(0, 255, (19, 3072), dtype=np.uint8), {
            'a': 1
        },
        list(range(3))
    ]
    how = rng.choice(['value', 'missing', 'flip', 'cut', 'whole', 'evil'])
    if how == 'value': files[name][key] = rng.choice(bad)
    if how == 'missing': files[name].pop(key)
    if how == 'whole': files[name] = rng.choice(bad)
    for f, content in files.items(): (d/f).write_bytes(pickle.dumps(content, protocol=2))
    if how == 'flip': (d/name).write_bytes(flip((d/name).read_bytes(), rng, 40))
    if how == 'cut': (d/name).write_bytes(cut((d/name).read_bytes(), rng))
    if how == 'evil': (d/name).write_bytes(b"cos\nsystem\n(S'touch pwned'\ntR.")
    return work/'c'

def tiny_zip(work, rng):
    "tiny-imagenet-200.zip with something wrong in it."
    root, wnids = work/'src/tiny-imagenet-200', ['n01443537', 'n01629819']
    for w in wnids:
        (root/'train'/w/'images').mkdir(parents=True)
        for i in range(3): Image.new('RGB', (64, 64), 40*i).save(root/'train'/w/'images'/f'{w}_{i}.JPEG')
    (root/'val/images').mkdir(parents=True)
    for i, w in enumerate(wnids): Image.new('RGB', (64, 64), 20*i).save(root/'val/images'/f'val_{i}.JPEG')
    (root/'val/val_annotations.txt').write_text(''.join(
        f'val_{i}.JPEG\t{w}\t0\n' for i, w in enumerate(wnids)))
    (root/'wnids.txt').write_text('\n'.join(wnids))
    how = rng.choice(['flip', 'cut', 'notes', 'wnids', 'missing', 'image', 'empty', 'other'])
    if how == 'notes':
        (root/'val/val_annotations.txt').write_bytes(rng.choice([b'', b'\xff\xfe', b'x\ty\n', b'a\n', b'\0']))
    if how == 'wnids': (root/'wnids.txt').write_bytes(rng.choice([b'', b'\xff', b'../x ../y', b'n01443537']))
    if how == 'missing': rng.choice([f for f in root.rglob('*') if f.is_file()]).unlink()
    if how == 'image': rng.choice(list(root.rglob('*.JPEG'))).write_bytes(flip(bytes(300), rng))
    z = work/'tiny-imagenet-200.zip'
    with zipfile.ZipFile(z, 'w') as f:
        if how != 'empty':
            for p in sorted((work/'src').rglob('*')):
                f.write(p, ('other/' if how == 'other' else '') + str(p.relative_to(work/'src')))
    shutil.rmtree(work/'src')
    if how == 'flip': z.write_bytes(flip(z.read_bytes(), rng, 60))
    if how == 'cut': z.write_bytes(cut(z.read_bytes(), rng))
    return z

def image_folder(work, rng):
    "Somebody's folder of images with something odd in it."
    root, g = work/'mine', np.random.default_rng(rng.randrange(10**6))
    for part, n in (('train', 6), ('test', 2)):
        for c in ('a', 'b'):
            (root/part/c).mkdir(parents=True)
            for i in range(n):
                Image.fromarray(g.integers(0, 255, (8, 8, 3), dtype=np.uint8)).save(root/part/c/f'{i}.png')
    spot = root/rng.choice(['train', 'test'])/'a'
    how = rng.choice([
        'fifo', 'link', 'loop', 'text', 'flip', 'cut', 'ppm', 'huge', 'name', 'folder', 'empty', 'device',
        'size', 'cache', 'dot', 'unreadable'
    ])
    if how == 'fifo': os.mkfifo(spot/'x.png')
    if how == 'link': (spot/'x.png').symlink_to('/nowhere.png')
    if how == 'loop': (spot/'x').symlink_to(spot), (root/'train/loop').symlink_to(root/'train/loop')
    if how == 'text': (spot/'x.png').write_text('a poem')
    if how == 'flip': (spot/'0.png').write_bytes(flip((spot/'0.png').read_bytes(), rng))
    if how == 'cut': (spot/'0.png').write_bytes(cut((spot/'0.png').read_bytes(), rng))
    if how == 'ppm':
        (spot/'x.ppm').write_bytes(rng.choice([b'P6\n-1 8\n255\n', b'P6\n8 8\n0\n', b'P6',
                                               b'P6\na b\n255\n']))
    if how == 'huge': (spot/'x.ppm').write_bytes(b'P6\n60000 60000\n255\n')
    if how == 'name':
        (Path(os.fsdecode(os.fsencode(spot) + b'/\xff.png'))).write_bytes((spot/'0.png').read_bytes())
    if how == 'folder': (spot/'x.png').mkdir()
    if how == 'empty': (spot/'x.png').write_bytes(b'')
    if how == 'device': (spot/'x.png').symlink_to('/dev/zero')
    if how == 'size': Image.new('RGB', (9, 7)).save(spot/'x.png')
    if how == 'cache':
        cache = work/'mine.ciard'
        cache.mkdir()
        junk = [b'', b'\0'*100, b'{}', b'[]', b'\x93NUMPY', flip(bytes(500), rng)]
        for name in ('about.json', 'train.npy', 'test.npy'):
            if rng.random() < .7: (cache/name).write_bytes(rng.choice(junk))
    if how == 'dot': (root/'train/.hidden').mkdir(), (root/'train/.hidden/x.png').write_text('no')
    if how == 'unreadable': (spot/'x.png').write_bytes(b'\x89PNG\r\n\x1a\n'+bytes(30))
    return root

def run_folder(work, rng, sample):
    "A finished run with one of its files damaged."
    run = work/'run'
    shutil.copytree(sample, run)
    file = rng.choice([
        'config.json', 'report.json', 'state.safetensors', 'state.json', 'history.csv', 'teacher.safetensors'
    ])
    path, how = run/file, rng.choice(['cut', 'flip', 'empty', 'gone', 'other', 'key', 'nest'])
    data = path.read_bytes()
    if how == 'cut': path.write_bytes(cut(data, rng))
    if how == 'flip': path.write_bytes(flip(data, rng))
    if how == 'empty': path.write_bytes(b'')
    if how == 'gone': path.unlink()
    if how == 'other': path.write_bytes(rng.choice([b'[]', b'{}', b'null', b'5', b'\xff\xfe', b'"x"']))
    if how == 'nest' and path.suffix == '.json': path.write_text(nest(3000))
    if how == 'key':
        if path.suffix == '.json':
            d = json.loads(data)
            d[rng.choice(list(d))] = rng.choice([None, 5, 'x', [], {}])
            path.write_text(json.dumps(d))
        if path.suffix == '.safetensors':
            tensors, meta = load_tensors(path)
            name = rng.choice(list(tensors))
            tensors[name] = rng.choice([torch.ones(3), torch.zeros(0), torch.ones(2, 2, 2)])
            save_tensors(tensors, path, meta if rng.random() < .7 else {})
    return run

TEACH = [
    '--model', 'convnet_s', '--epochs', 1, '--steps', 1, '--attacks', 'clean', '--n-test', 10, '--device',
    'cpu', '--val', 2, '--batch-size', 4, '--limit', 30
]

def file_case(work, rng, sample):
    "(what kind, command line, folder given to it)"
    out = work/'out'
    kind = rng.choice(['weights', 'weights', 'cifar', 'zip', 'folder', 'folder', 'run', 'run'])
    if kind == 'weights':
        file = weights_file(work, rng)
        argv = rng.choice(
            [['ciard_eval', file, '--data', 'digits', '--attacks', 'clean', '--n-test', 10, '--out', out],
             ['ciard_export', file, '--out', out]])
    if kind == 'cifar':
        argv = ['ciard_teacher', '--data', 'cifar10', '--root', cifar_folder(work, rng), *TEACH, '--out', out]
    if kind == 'zip':
        argv = [
            'ciard_teacher', '--data', 'tiny-imagenet', '--root',
            tiny_zip(work, rng), *TEACH[:-2], '--out', out
        ]
    if kind == 'folder':
        argv = [
            'ciard_teacher', '--data', 'folder', '--root',
            image_folder(work, rng), *TEACH[:-2], '--out', out
        ]
        if rng.random() < .5: argv += ['--size', rng.choice([8, 16, 100000, 3])]
    if kind == 'run':
        run = run_folder(work, rng, sample)
        argv = rng.choice([['ciard_teacher', '--data', 'digits', *TEACH, '--out', run], ['ciard_report', run],
                           ['ciard_eval', run, '--attacks', 'clean', '--n-test', 10, '--out', out],
                           ['ciard_export', run, '--out', out]])
        if argv[0] in ('ciard_teacher', 'ciard_report'): out = run
    return kind, argv, out

# ------------------------------------------------------------------ absurd command lines

NASTY = [
    '', ' ', '0', '-1', '1', '2', '3', 'inf', '-inf', 'nan', '1e309', '10'*20, '99999999999999999999', '1/0',
    '8/255', '9/8', 'x', 'digits', 'folder', 'cifar10', '/dev/null', '/nowhere/x', '~', 'a\nb', 'a\tb',
    '\x1b[31m', 'ü', 'x'*300, '../x', 'clean', 'clean,fgsm', ',', 'all', 'sat', 'ciard', 'igdm:',
    'igdm:plain', 'convnet_s', 'wrn_10_1', 'wrn_9_1', '=', '--', '0.1', '1e-3', 'true', 'None', '\udcff',
    '%s', '{}', '/', '.', 'con', 'resnet18=', '=x'
]
COMMANDS = [
    'ciard_quickstart', 'ciard_teacher', 'ciard_train', 'ciard_eval', 'ciard_compare', 'ciard_report',
    'ciard_export'
]

def line_case(work, rng, sample):
    "(the command's name, command line, folder given to it)"
    name, out = rng.choice(COMMANDS), work/'out'
    parser = cli._parser(getattr(cli, name).__wrapped__)
    flags = [
        a for a in parser._actions if a.option_strings and a.dest not in ('help', 'version', 'out', 'device')
    ]
    argv = [name]
    if name in ('ciard_eval', 'ciard_report', 'ciard_export'):
        run = work/'run'
        shutil.copytree(sample, run)
        argv.append(rng.choice([run, run, run, rng.choice(NASTY)]))
        if name == 'ciard_report': out = run
    quick = {
        'ciard_quickstart': ['--epochs', 1],
        'ciard_teacher': [*TEACH, '--data', 'digits'],
        'ciard_train': [
            '--data', 'digits', '--epochs', 1, '--steps', 1, '--attacks', 'clean', '--n-test', 10, '--limit',
            40, '--method', 'sat'
        ],
        'ciard_eval': ['--attacks', 'clean', '--n-test', 10],
        'ciard_compare': [
            '--methods', 'sat', '--epochs', 1, '--seeds', 1, '--steps', 1, '--limit', 40, '--attacks',
            'clean', '--n-test', 10, '--clean-teacher', sample, '--robust-teacher', sample
        ]
    }
    argv += quick.get(name, [])
    for a in rng.sample(flags, rng.randint(1, 3)):
        argv.append(a.option_strings[0])
        if a.nargs != 0: argv.append(rng.choice(NASTY))
    if rng.random() < .1: argv.append(rng.choice(['--nonsense', '--epochs', 'stray', '--out']))
    if name != 'ciard_report':
        given = out if rng.random() < .9 else rng.choice(NASTY)
        argv += ['--out', given]
        out = work/given
    return name, argv, out

# ------------------------------------------------------------------ kills

def die(): os.kill(os.getpid(), signal.SIGKILL)

def at_file_operation(n):
    "Die at the n-th flush, rename, making of a folder or removal."
    left = [n]
    def count(real):
        def call(*a, **kw):
            left[0] -= 1
            if left[0] < 0: die()
            return real(*a, **kw)
        return call
    def prepare():
        for name in ('fsync', 'replace', 'mkdir', 'rmdir', 'unlink'):
            setattr(os, name, count(getattr(os, name)))
    return prepare

def kill_commands(sample):
    "name -> command line without --out; short, and with everything a long one has."
    train = [
        'ciard_train', '--data', 'digits', '--limit', 200, '--student', 'convnet_s', '--epochs', 4, '--steps',
        2, '--checkpoint-every', 0, '--attacks', 'clean,fgsm', '--n-test', 20, '--device', 'cpu',
        '--clean-teacher', sample, '--robust-teacher', sample
    ]
    return {
        'ciard_train': train,
        'ciard_eval': [
            'ciard_eval', sample, '--attacks', 'clean,fgsm,pgd_sat,autoattack', '--n-test', 12, '--device',
            'cpu', '--save-samples'
        ],
        'ciard_compare': [
            'ciard_compare', '--methods', 'sat,rslad', '--epochs', 2, '--seeds', 1, '--steps', 1, '--limit',
            200, '--attacks', 'clean,fgsm', '--n-test', 20, '--device', 'cpu', '--clean-teacher', sample,
            '--robust-teacher', sample
        ],
        'ciard_quickstart': ['ciard_quickstart', '--epochs', 1, '--device', 'cpu']
    }

TIMES = ('seconds', 'minutes', 'images_per_s', 'spent')

def results(folder):
    "What a run left, times apart: file -> content."
    def without_times(v):
        if isinstance(v, dict):
            return {k: without_times(w) for k, w in v.items() if k not in TIMES and k != 'beard'}
        return [without_times(w) for w in v] if isinstance(v, list) else v
    found = {}
    for p in sorted(Path(folder).rglob('*')):
        if not p.is_file(): continue
        name = str(p.relative_to(folder))
        if p.suffix == '.json': found[name] = without_times(json.loads(p.read_text()))
        elif p.suffix == '.safetensors' and p.name != 'state.safetensors':
            found[name] = {k: v.tolist() for k, v in load_tensors(p)[0].items()}
        elif p.name == 'history.csv':
            found[name] = History.load(p).frame.drop(columns=[*TIMES[:1], TIMES[2]]).to_csv()
        else: found[name] = None
    return found

def kills(n, rng, work, sample):
    "Kill at random moments and at file operations; another process takes it up. Problems, and counts."
    problems, counts, commands = [], Counter(), kill_commands(sample)
    names = sorted(commands)
    whole, took = {}, {}
    for name in names:
        start = time.time()
        code = wait(spawn([*commands[name], '--out', work/f'whole-{name}'], work), 600)
        took[name] = time.time() - start
        if code != 0: return [f'{name} ends with {code}: {(work.parent/"stderr").read_text()[-200:]}'], counts
        whole[name] = results(work/f'whole-{name}')
    turn = 0
    while sum(counts.values()) < n:
        name, out = names[turn % len(names)], work/f'run{turn}'
        for attempt in range(3):
            by_time = rng.random() < .77
            prepare = None if by_time else at_file_operation(rng.randint(0, 40))
            pid = spawn([*commands[name], '--out', out], work, prepare)
            code = wait(pid, rng.uniform(.02, took[name])) if by_time else wait(pid, 600)
            if code == 0: break
            if code not in (None, -9):
                problems.append(f'{name}: {code} {(work.parent/"stderr").read_text()[-200:]}')
            counts['at random moments' if by_time else 'at file operations'] += 1
        code = wait(spawn([*commands[name], '--out', out], work), 600)
        if code != 0:
            problems.append(
                f'{name}, taken up, ends with {code}: {(work.parent/"stderr").read_text()[-200:]}')
        elif (now := results(out)) != whole[name]:
            differ = [k for k in now.keys() | whole[name].keys() if now.get(k, 0) != whole[name].get(k, 0)]
            problems.append(f'{name}, taken up, differs in {differ[:4]}')
        shutil.rmtree(out, ignore_errors=True)
        turn += 1
    first = spawn([*commands['ciard_quickstart'], '--out', work/'both'], work)
    while not (work/'both/config.json').is_file(): time.sleep(.01)
    code = wait(spawn([*commands['ciard_quickstart'], '--out', work/'both'], work))
    said = (work.parent/'stderr').read_text()
    if code != 2 or 'is in use by process' not in said:
        problems.append(f'a second process is not told: {code} {said}')
    wait(first, 600)
    return problems, counts

# ------------------------------------------------------------------ all of it

def main():
    p = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    for name, n in (('files', 300), ('lines', 300), ('kills', 130), ('seed', 0)):
        p.add_argument(f'--{name}', type=int, default=n)
    a = p.parse_args()
    base = Path(tempfile.mkdtemp())
    try:
        (base/'sample').mkdir()
        code = wait(
            spawn(['ciard_teacher', '--data', 'digits', *TEACH, '--out', base/'sample/run'], base/'sample'),
            300)
        assert code == 0, (base/'stderr').read_text()
        sample, problems = base/'sample/run', []
        for what, n, make in (('files', a.files, file_case), ('command lines', a.lines, line_case)):
            kinds = Counter()
            for i in range(n):
                work = base/f'{what[:4]}{i}/work'
                work.mkdir(parents=True)
                kind, argv, out = make(work, random.Random(f'{a.seed} {what} {i}'), sample)
                wrong = case(argv, work, out)
                kinds[kind] += 1
                if wrong:
                    problems.append(wrong)
                    shown = ' '.join(repr(str(v)) for v in argv).encode(errors='backslashreplace').decode()
                    print(
                        f'{what} {i} ({kind}): {wrong}\n    {shown[:300]}'.encode(
                            errors='backslashreplace').decode(), flush=True)
                shutil.rmtree(work.parent, ignore_errors=True)
            print(f'{n} {what}: {dict(sorted(kinds.items()))}', flush=True)
        if a.kills:
            (base/'kills/work').mkdir(parents=True)
            found, counts = kills(a.kills, random.Random(a.seed), base/'kills/work', sample)
            problems += found
            for f in found: print(f, flush=True)
            print(f'{sum(counts.values())} kills: {dict(counts)}; two processes in one folder tried',
                  flush=True)
        print(f'{len(problems)} problems')
        return 1 if problems else 0
    finally: shutil.rmtree(base, ignore_errors=True)

if __name__ == '__main__': sys.exit(main())
