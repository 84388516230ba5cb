"""licenties.py TARGET FOLDER: the texts of the licences of every crate in the program, in a folder for each crate.

A crate that brings no text gets a file that says its licence and where its source is.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

target, folder = sys.argv[1], Path(sys.argv[2])


def cargo(*words):
    """What a command of cargo says."""
    return subprocess.run(["cargo", *words, "--locked"], capture_output=True, text=True, check=True).stdout


tree = cargo("tree", "--edges", "normal", "--target", target, "--prefix", "none", "--format", "{p}")
used = set(re.findall(r"^(\S+) v(\S+)", tree, re.MULTILINE))
packages = json.loads(cargo("metadata", "--format-version", "1", "--filter-platform", target))["packages"]
IS_TEXT = re.compile(r"(licen[cs]e|copying|notice|unlicense|copyright)", re.IGNORECASE)
for package in packages:
    own = (package["name"], package["version"])
    if own not in used:
        continue
    used.discard(own)
    if package["source"] is None:
        continue  # the program itself
    into = folder / "-".join(own)
    into.mkdir(parents=True)
    root = Path(package["manifest_path"]).parent
    texts = [path for path in sorted(root.iterdir()) if path.is_file() and IS_TEXT.match(path.name)]
    for path in texts:
        shutil.copyfile(path, into / path.name)
    if not texts:
        said = f"{package['license']}\n{', '.join(package['authors'])}\n{package['repository'] or package['homepage'] or ''}\n"
        (into / "LICENSE.txt").write_text(said, encoding="utf-8")
if used:
    sys.exit(f"crates without a source: {', '.join(sorted(name for name, _ in used))}")
