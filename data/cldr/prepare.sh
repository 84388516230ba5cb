#!/bin/sh
# Makes landen.tsv (alpha-3 code, Dutch name, alpha-2 code, and the names in Ukrainian, Russian and English, with tabs
# between) and LICENSE from the Unicode CLDR packages on npm.
# Run by hand when CLDR changes; the program reads the checked-in file only. Needs npm, tar and node.
set -eu
version=48.2.0
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "cldr-localenames-full@$version" "cldr-core@$version" >/dev/null
for name in cldr-localenames-full cldr-core; do
  mkdir "$name"
  tar -xzf "$name-$version.tgz" -C "$name" --strip-components=1
done
cp cldr-core/LICENSE "$here/LICENSE"
OUT="$here/landen.tsv" node <<'JS'
const fs = require('fs');
const read = (path) => JSON.parse(fs.readFileSync(path, 'utf8'));
const namesIn = (language) =>
  read(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames.territories;
const names = namesIn('nl');
const others = ['uk', 'ru', 'en'].map(namesIn);
const codes = read('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings;
// Reserved by ISO 3166-1 for other uses, not assigned to a country.
const reserved = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'TA', 'UN', 'QO', 'XA', 'XB', 'XK', 'ZZ']);
// CLDR calls these two "SAR van China"; its short form is the usual name.
const short = new Set(['HK', 'MO']);
const rows = [];
for (const [alpha2, mapping] of Object.entries(codes)) {
  const key = short.has(alpha2) ? `${alpha2}-alt-short` : alpha2;
  const name = names[key];
  if (!/^[A-Z]{2}$/.test(alpha2) || !mapping._alpha3 || !name || reserved.has(alpha2)) continue;
  rows.push([mapping._alpha3, name, alpha2, ...others.map((other) => other[key] ?? other[alpha2])]);
}
if (rows.length !== 249) throw new Error(`ISO 3166-1 has 249 countries, found ${rows.length}`);
// Kosovo is not in ISO 3166-1; XKX is the user-assigned code that the European Union uses.
rows.push(['XKX', names.XK, 'XK', ...others.map((other) => other.XK)]);
rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));
fs.writeFileSync(process.env.OUT, rows.map((row) => row.join('\t') + '\n').join(''));
JS
