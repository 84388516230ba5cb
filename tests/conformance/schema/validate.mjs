// validate.mjs SCHEMA CASES.jsonl...: holds a schema against what the reader of the program says of files.
// A line of CASES: {"name": …, "text": …, "codes": […], "change": …}; codes are those of the findings of the reader
// (docs/spec/cli.md), none where it takes the file.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { parseAllDocuments } from "yaml";

// The reader refuses the shape of a case by F108 to F116, all of an organisation by F602; then the schema must refuse it too.
const SHAPE = /^(F1(08|09|1[0-6])|F602)$/;

// What the schema cannot see, because of what is left of a value when YAML has read it: the reason, and of which changes
// it is told (the path of the value and what it became).
const UNSEEN = [
  ["a text without a value may be the name Null", (change, isText) => isText && / (null|tilde|list of nothing)$/.test(change)],
  ["`Null` is no value to YAML", (change) => change.endsWith(" name Null")],
  ["a number has lost the zeros before it", (change) => /(v_nummer|kenmerk) number/.test(change)],
  ["`True` is true to YAML", (change) => change.endsWith(" plain True")],
  ["a name of a device of Windows has the form of a kenmerk", (change) => change === "zaak.kenmerk kenmerk device"],
];

const [schemaFile, ...files] = process.argv.slice(2);
const ajv = new Ajv({ strict: false, allErrors: false, logger: false });
const valid = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
const tally = { taken: 0, refused: 0, shape: 0, unseen: new Map(), broken: 0 };
const faults = [];
for (const file of files) {
  for (const line of readFileSync(file, "utf8").split("\n").filter((line) => line !== "")) {
    const { name, text, codes, change, text_key: isText } = JSON.parse(line);
    const [document] = parseAllDocuments(text, { version: "1.2", logLevel: "silent" });
    if (document === undefined || document.errors?.length > 0) {
      tally.broken += 1;
      if (codes.length === 0) faults.push(`${name}: ${change}: no YAML, and the reader takes it`);
      continue;
    }
    const fits = valid(document.toJS({ maxAliasCount: -1 }));
    if (fits) tally.taken += 1;
    else tally.refused += 1;
    const shape = codes.filter((code) => SHAPE.test(code));
    if (!fits && codes.length === 0) {
      const why = valid.errors.map((error) => `${error.instancePath} ${error.schemaPath}`).join("; ");
      faults.push(`${name}: ${change}: refused, and the reader takes it: ${why}`);
    }
    if (shape.length > 0) tally.shape += 1;
    if (fits && shape.length > 0) {
      const known = UNSEEN.find(([, tells]) => tells(change, isText));
      if (known === undefined) faults.push(`${name}: ${change}: taken, and the reader refuses it: ${shape}`);
      else tally.unseen.set(known[0], (tally.unseen.get(known[0]) ?? 0) + 1);
    }
  }
}
for (const fault of faults.slice(0, 40)) console.log(fault);
const unseen = [...tally.unseen].map(([why, count]) => `${count} ${why}`).join(", ") || "none";
console.log(
  `${schemaFile}: taken ${tally.taken}, refused ${tally.refused}, refused by the reader for their shape ${tally.shape},` +
    ` unseen: ${unseen}; no YAML ${tally.broken}; faults ${faults.length}`,
);
process.exit(faults.length === 0 && tally.taken > 0 && tally.refused > 0 ? 0 : 1);
