"""The dashboard and the explorer in the real thing: JupyterLab in headless Chromium.

Starts JupyterLab on nbs/, opens tutorials/touch.ipynb, runs all cells, presses stop, moves the eps slider,
and checks what the page shows. Screenshots go to the folder given (default .ci/out/shots). Needs chromium
and the Python packages jupyterlab and playwright.
    python .ci/touch.py .ci/out/shots
"""
import os, re, shutil, socket, subprocess, sys, tempfile, time
from pathlib import Path

from playwright.sync_api import sync_playwright

here = Path(__file__).resolve().parent.parent
shots = Path(sys.argv[1] if len(sys.argv) > 1 else here/'.ci/out/shots')
shots.mkdir(parents=True, exist_ok=True)
chromium = shutil.which('chromium') or shutil.which('chromium-browser') or shutil.which('google-chrome')
if not chromium: sys.exit('touch: no chromium on this machine: install it (Debian: apt-get install chromium)')
with socket.socket() as s:
    s.bind(('127.0.0.1', 0)); port = s.getsockname()[1]
work = Path(tempfile.mkdtemp())
(work/'tutorials').mkdir(); shutil.copy(here/'nbs/tutorials/touch.ipynb', work/'tutorials')
env = {**os.environ, 'CIARD_TOUCH': str(work), 'CIARD_TOUCH_EPOCHS': '3000', 'OMP_NUM_THREADS': '1',
       'JUPYTER_CONFIG_DIR': str(work/'config'), 'JUPYTERLAB_SETTINGS_DIR': str(work/'settings'),
       'JUPYTERLAB_WORKSPACES_DIR': str(work/'spaces')}
command = [sys.executable, '-m', 'jupyter', 'lab', '--no-browser', '--allow-root', f'--port={port}',
           '--ServerApp.ip=127.0.0.1', '--IdentityProvider.token=', '--ServerApp.password=',
           '--LabApp.news_url=', '--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate',
           f'--ServerApp.root_dir={work}']
lab = subprocess.Popen(command, env=env, stdout=open(work/'lab.log', 'w'), stderr=subprocess.STDOUT)

def until(what, seconds, condition):
    "Wait for a condition; fail with its name."
    end = time.time() + seconds
    while time.time() < end:
        if (got := condition()): return got
        time.sleep(.25)
    if page is not None: page.screenshot(path=shots/'failed.png')
    raise SystemExit(f'touch: {what} did not happen within {seconds} s')

page = None

try:
    def answers():
        with socket.socket() as s: return s.connect_ex(('127.0.0.1', port)) == 0
    until('JupyterLab starting', 90, answers)
    with sync_playwright() as p:
        flags = ['no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking',
                 'disable-component-update', 'disable-sync']
        browser = p.chromium.launch(executable_path=chromium, args=[f'--{flag}' for flag in flags])
        page = browser.new_page(viewport={'width': 1300, 'height': 1900})
        page.goto(f'http://127.0.0.1:{port}/lab/tree/tutorials/touch.ipynb', timeout=120_000)
        page.wait_for_selector('.jp-Notebook .jp-CodeCell', timeout=120_000)
        idle = page.locator('[data-status="idle"], .jp-Notebook-ExecutionIndicator[data-status="idle"]')
        until('the kernel becoming idle', 120, idle.count)
        dialog = page.locator('.jp-Dialog button:has-text("Select")')   # Lab may ask which kernel
        time.sleep(2)
        if dialog.count(): dialog.first.click()
        def started():
            prompts = page.locator('.jp-InputArea-prompt').all_inner_texts()
            return any(re.search(r'\[[*\d]', prompt) for prompt in prompts)
        for attempt in range(4):           # on a busy machine the kernel may say idle before it listens
            page.click('.lm-MenuBar-itemLabel:text-is("Run")')
            page.click('.lm-Menu-itemLabel:text-is("Run All Cells")')
            end = time.time() + 20
            while time.time() < end and not started(): time.sleep(.25)
            if started(): break
        def board_text(): return ' '.join(page.locator('.widget-html').all_inner_texts())
        stop = page.locator('button:has-text("stop and save")').first
        until('the dashboard appearing', 90, lambda: stop.count() and stop.is_visible())
        first = int(until('a first epoch', 120, lambda: re.search(r'epoch (\d+) of 3000', board_text()))[1])
        def epoch():
            shown = re.search(r'epoch (\d+) of', board_text())
            return int(shown[1]) if shown else 0
        until('the dashboard moving on', 60, lambda: epoch() > first)
        stop.scroll_into_view_if_needed(); page.screenshot(path=shots/'dashboard-running.png')
        stop.click()
        until('the run stopping', 60, lambda: 'stopped and saved' in board_text())
        assert (work/'watched/state.safetensors').is_file(), 'no checkpoint was written'
        stopped = int(re.search(r'epoch (\d+) of', board_text())[1])
        page.screenshot(path=shots/'dashboard-stopped.png')
        page.locator('button:has-text("continue")').first.click()
        until('the run resuming', 60, lambda: epoch() > stopped)
        stop.click(); until('the run stopping again', 60, lambda: 'stopped and saved' in board_text())
        # the explorer: move eps to its end with the keyboard, and answer, numbers and image change
        sliders = [f'.widget-{kind}:has-text("eps") .noUi-handle' for kind in ('slider', 'hslider')]
        slider = page.locator(', '.join(sliders)).first
        def explorer_is_there(): return slider.count() and slider.is_visible() and 'true:' in board_text()
        until('the explorer appearing', 240, explorer_is_there)
        slider.scroll_into_view_if_needed()
        def explorer_state():
            says = [t for t in page.locator('.widget-html').all_inner_texts() if 'true:' in t][-1]
            return says, page.locator('.widget-html svg').last.evaluate('e => e.outerHTML')
        before = explorer_state(); page.screenshot(path=shots/'explorer-before.png')
        start = time.time()
        slider.focus(); page.keyboard.press('End')
        def answered(): return all(now != was for now, was in zip(explorer_state(), before))
        until('the explorer answering', 20, answered)
        took = time.time() - start
        after = explorer_state(); page.screenshot(path=shots/'explorer-after.png')
        assert 'eps 0.125' in after[0], after[0]      # four times 8/255, the slider's end
        stderr = '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"]:has-text("Error")'
        errors = page.locator(f'{stderr}, .jp-RenderedText:has-text("Traceback")').count()
        assert errors == 0, f'{errors} cells show an error'
        browser.close()
    print(f'touch: ran, stopped at epoch {stopped}, resumed, and the explorer answered within {took:.2f} s: '
          f'"{before[0]}" -> "{after[0]}"; screenshots in {shots}')
except BaseException:
    print((work/'lab.log').read_text()[-1500:], file=sys.stderr)
    raise
finally:
    lab.terminate()
    try: lab.wait(20)
    except subprocess.TimeoutExpired: lab.kill()
    shutil.rmtree(work, ignore_errors=True)
