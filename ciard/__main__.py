"Entry points of the commands; written by hand, so that nothing heavy is loaded before ctrl-C can be answered."
import importlib, sys

COMMANDS = {'ciard_quickstart': 'cli', 'ciard_teacher': 'cli', 'ciard_train': 'cli', 'ciard_eval': 'cli',
            'ciard_compare': 'cli', 'ciard_report': 'cli', 'ciard_export': 'cli', 'ciard_bench': 'bench'}

def _run(name):
    "Load a command and run it."
    try: return getattr(importlib.import_module(f'ciard.{COMMANDS[name]}'), name)()
    except KeyboardInterrupt:
        print(f'\n{name}: stopped; what was finished is in place', file=sys.stderr)
        return 130

def ciard_quickstart(): return _run('ciard_quickstart')
def ciard_teacher(): return _run('ciard_teacher')
def ciard_train(): return _run('ciard_train')
def ciard_eval(): return _run('ciard_eval')
def ciard_compare(): return _run('ciard_compare')
def ciard_report(): return _run('ciard_report')
def ciard_export(): return _run('ciard_export')
def ciard_bench(): return _run('ciard_bench')

def main():
    "What `python -m ciard` says."
    print(f"ciard: say which command: {', '.join(COMMANDS)} (each has --help)", file=sys.stderr)
    return 2

if __name__ == '__main__': sys.exit(main())
