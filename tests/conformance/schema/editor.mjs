// editor.mjs SCHEMA_ZAAK SCHEMA_ORGANISATIE: what a real language server makes of the schemas: what it offers, tells and
// refuses at places of a case file. `@` marks the place. The schema is found by the first line of the file, with a
// relative path.
import { mkdtempSync, mkdirSync, copyFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Server } from "./server.mjs";

const MODELINE = "# yaml-language-server: $schema=../schema/";

// [what, text with the place, the labels that must be offered, those that must not]
const OFFERED = [
  ["keys at the top", "zaak:\n  kenmerk: RTB-1\n@", ["bekendmaking", "vreemdeling", "feiten", "stap", "afwijking"], ["zaak", "kenmerk"]],
  ["a whole case", "@", ["Nieuwe zaak", "zaak"], []],
  ["keys of zaak", "zaak:\n  @", ["kenmerk", "behandelaar", "dagtekening"], ["datum"]],
  ["words of soort", "stap:\n  soort: @", ["stickerlocatie", "triage", "grens", "niet_gemeld", "herbeoordeling"], ["null"]],
  ["a step without soort", "stap:\n  @", ["soort", "datum", "Stap: triage", "Stap: herbeoordeling"], ["gemeente"]],
  ["keys of stickerlocatie", "stap:\n  soort: stickerlocatie\n  @", ["locatie", "uitkomst", "maatwerk", "Stap: stickerlocatie"], ["gemeente", "fase", "Stap: triage"]],
  ["keys of triage", "stap:\n  soort: triage\n  @", ["gemeente", "asielwens", "land_van_terugkeer"], ["locatie", "fase"]],
  ["keys of grens", "stap:\n  soort: grens\n  @", ["doorlaatpost", "doorverwijzing"], ["gemeente", "land_van_terugkeer"]],
  ["keys of niet_gemeld", "stap:\n  soort: niet_gemeld\n  @", ["herstel", "vertrektermijn"], ["gronden", "uitkomst"]],
  ["keys of herbeoordeling", "stap:\n  soort: herbeoordeling\n  @", ["fase", "voornemen", "gehoor"], ["uitkomst"]],
  ["words of an outcome", "stap:\n  soort: triage\n  uitkomst: @", ["positief", "negatief"], ["weigering", "null"]],
  ["grounds", "stap:\n  soort: triage\n  gronden:\n    - grond: @", ["inreisstempel", "fraude", "openbare_orde"], []],
  ["keys of a ground with details", "stap:\n  soort: triage\n  gronden:\n    - grond: openbare_orde\n      @", ["veroordeling", "evenredigheid", "motivering"], ["ontbrekend"]],
  ["keys of a ground without details", "stap:\n  soort: triage\n  gronden:\n    - grond: fraude\n      @", ["motivering"], ["veroordeling", "ontbrekend"]],
  ["forms of an address", "vreemdeling:\n  adres: @", ["onbekend", "Een adres in Nederland", "Een adres in het buitenland"], []],
  ["keys of an address", "vreemdeling:\n  adres:\n    @", ["straat", "huisnummer", "regels", "land"], []],
  ["countries by code and by name", "feiten:\n  asielstatus_elders: @", ["POL", "Polen", "UKR", "Oekraïne"], ["staatloos"]],
  ["nationalities", "vreemdeling:\n  nationaliteiten:\n    - @", ["UKR", "staatloos", "onbekend"], []],
  ["yes and no", "feiten:\n  dienstplichtig: @", ["true", "false"], ["null"]],
  ["nothing for a name", "vreemdeling:\n  achternaam: @", [], ["true", "false", "null"]],
];

// [what, text with the place, what must be told]
const TOLD = [
  ["a key", "stap:\n  so@ort: triage", ["Welke stap.", "`niet_gemeld`: De vreemdeling kwam niet"]],
  ["a word", "stap:\n  soort: tri@age", ["* `triage`: Onderzoek waar een gemeente om vraagt"]],
  ["a ground", "stap:\n  soort: triage\n  gronden:\n    - grond: frau@de", ["* `fraude`: De bescherming is verkregen"]],
  ["a country", "feiten:\n  asielstatus_elders: P@OL", ["Land dat de asielvergunning gaf.", "* `POL`: Polen"]],
  ["a date", "feiten:\n  toegekend_op: 2024@-02-01", ["Dag waarop de bescherming is toegekend."]],
  ["an address in keys", "vreemdeling:\n  ad@res:\n    straat: Kade", ["Adres, of `onbekend`."]],
];

const WHOLE = `zaak: {kenmerk: RTB-2026-000123}
bekendmaking: {wijze: uitreiking, datum: 2026-11-20}
vreemdeling:
  v_nummer: 2801234567
  achternaam: Null
  geslacht: man
  geboortedatum: 1987
  nationaliteiten: [UKR]
  adres: {straat: Stationsplein, huisnummer: 1, postcode: 3818 LE, plaats: Amersfoort}
stap: {soort: grens, datum: 2026-11-20, doorlaatpost: Schiphol}
`;

// [what, what of WHOLE is replaced, by what (with the place), the messages; none where nothing is wrong]
const REFUSED = [
  ["a whole case", "", "", []],
  ["a wrong word", "geslacht: man", "geslacht: @heer", ["Kies uit: `man`, `vrouw`, `onbekend`."]],
  ["an unknown key", "geslacht: man", "geslacht: man\n  @voornammen: Oleksandr", [/^Deze sleutel hoort hier niet\. Hier kunnen: `v_nummer`/]],
  ["a missing key", "{kenmerk: RTB-2026-000123}", "{behandelaar: S. Bakker}", ["`kenmerk` ontbreekt: kenmerk van de zaak."]],
  ["a wrong date", "datum: 2026-11-20}\nvree", "datum: @20-11-2026}\nvree", ["Schrijf de datum als jaar-maand-dag: jjjj-mm-dd."]],
  ["a day that is none", "datum: 2026-11-20}\nvree", "datum: @2026-02-30}\nvree", ["Schrijf de datum als jaar-maand-dag: jjjj-mm-dd."]],
  ["a text for a list", "[UKR]", "@UKR", [/^Zet de waarden tussen `\[` en `\]`/]],
  ["an unknown country", "[UKR]", "[@UKA]", ["Schrijf een landcode, `staatloos` of `onbekend`."]],
  ["a V-nummer that is too short", "2801234567", '@"280123456"', [/^Een V-nummer heeft tien cijfers/]],
  ["half an address", ", plaats: Amersfoort", "", ["`plaats` ontbreekt: plaats."]],
  ["a list for a text", "Null", "@[A, B]", ["Hier hoort één tekst, en die is niet leeg."]],
  ["a block without its keys", "stap: {soort: grens, datum: 2026-11-20, doorlaatpost: Schiphol}", "stap: @grens", [/^Zet de sleutels op eigen regels eronder/]],
  ["a key of another step", "doorlaatpost: Schiphol", "doorlaatpost: Schiphol, gemeente: @Westland", [/^Deze sleutel hoort hier niet/]],
  ["a refusal without grounds", "soort: grens, datum: 2026-11-20, doorlaatpost: Schiphol", "soort: triage, datum: 2026-11-20, gemeente: Westland, uitkomst: negatief", [/^`gronden` ontbreekt/]],
  ["an empty list key", "soort: grens, datum: 2026-11-20, doorlaatpost: Schiphol", "soort: triage, datum: 2026-11-20, gemeente: Westland, uitkomst: negatief, @gronden: ", [/^`gronden` ontbreekt/]],
  ["the detail of another ground", "doorlaatpost: Schiphol", "doorlaatpost: Schiphol, gronden: [{grond: fraude, ontbrekend: @[x]}]", [/^Deze sleutel hoort hier niet\. Hier kunnen: `grond`, `motivering`\.$/]],
  ["niet_gemeld without brp_inschrijving", "soort: grens, datum: 2026-11-20, doorlaatpost: Schiphol", "soort: niet_gemeld, datum: 2026-11-20", [/^`brp_inschrijving` ontbreekt onder `feiten`/]],
];

const ORGANISATION = [
  ["keys of huisstijl", "huisstijl:\n  @", ["accentkleur", "venster"], ["naam"]],
  ["envelopes", "huisstijl:\n  venster:\n    profiel: @", ["ea5-6", "dl", "c5"], []],
  ["rules that can be confirmed", "bevestigd:\n  - regel: @", ["termijn.beroep_kort"], []],
];

const [zaak, organisatie] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "rtbrief-schema-"));
mkdirSync(join(folder, "schema"));
mkdirSync(join(folder, "zaken"));
copyFileSync(zaak, join(folder, "schema/zaak.schema.json"));
copyFileSync(organisatie, join(folder, "schema/organisatie.schema.json"));
const server = new Server();
let faults = 0;
let files = 0;

function wrong(what, why) {
  faults += 1;
  console.log(`${what}: ${why}`);
}

/** Opens a text with its first line; where its `@` stands and what is wrong with it. */
async function opened(marked, schema = "zaak") {
  const lines = `${MODELINE}${schema}.schema.json\n${marked}`.split("\n");
  const line = lines.findIndex((line) => line.includes("@"));
  const column = line < 0 ? -1 : lines[line].indexOf("@");
  if (line >= 0) lines[line] = lines[line].replace("@", "");
  files += 1;
  const file = join(folder, "zaken", `${files}.yaml`);
  return { file, line, column, found: await server.open(file, lines.join("\n")) };
}

async function offers(rows, schema) {
  for (const [what, text, there, absent] of rows) {
    const { file, line, column } = await opened(text, schema);
    const labels = (await server.complete(file, line, column)).map(({ label }) => label);
    const missing = there.filter((label) => !labels.includes(label));
    const extra = absent.filter((label) => labels.includes(label));
    const twice = labels.filter((label, place) => labels.indexOf(label) !== place);
    if (missing.length + extra.length + twice.length > 0) {
      wrong(what, `not offered: ${missing}; offered and wrong: ${extra}; twice: ${twice}; offered: ${labels.slice(0, 40)}`);
    }
  }
}

try {
  await server.start(folder);
  await offers(OFFERED, "zaak");
  await offers(ORGANISATION, "organisatie");
  for (const [what, text, parts] of TOLD) {
    const { file, line, column } = await opened(text);
    const told = await server.hover(file, line, column);
    for (const part of parts.filter((part) => !told.includes(part))) wrong(what, `does not tell ${part}: ${told}`);
  }
  for (const [what, old, marked, messages] of REFUSED) {
    if (!WHOLE.includes(old)) wrong(what, `nothing to replace: ${old}`);
    const { line, column, found } = await opened(WHOLE.replace(old, marked));
    const fits = (message, expected) => (expected instanceof RegExp ? expected.test(message) : message === expected);
    const same = found.length === messages.length && messages.every((expected, place) => fits(found[place].message, expected));
    if (!same) wrong(what, `expected ${messages}; found ${JSON.stringify(found)}`);
    else if (line >= 0 && (found[0].line !== line || found[0].column !== column)) wrong(what, `at ${found[0].line}:${found[0].column}`);
  }
} finally {
  server.stop();
  rmSync(folder, { recursive: true });
}
console.log(`yaml-language-server: ${files} files opened, faults ${faults}`);
process.exit(faults === 0 ? 0 : 1);
