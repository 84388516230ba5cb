// What the Nu checker of the W3C says of letters: errors of HTML and of ARIA in it.
//
// It checks all files in one run, because starting Java takes longer than checking a letter.

import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import vnu from "vnu-jar";

/** The faults of each file by its path. */
export function nuFaults(files) {
  const paths = files.map((file) => resolve(file));
  const { stderr, error } = spawnSync("java", ["-jar", vnu, "--errors-only", "--format", "json", ...paths], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  const found = new Map();
  for (const { url, message, lastLine } of JSON.parse(stderr).messages) {
    const path = fileURLToPath(url);
    found.set(path, [...(found.get(path) ?? []), `nu: line ${lastLine}: ${message}`]);
  }
  return found;
}
