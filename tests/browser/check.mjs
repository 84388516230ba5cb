// Opens letters in Chromium and says what is wrong with them, one line for each finding.
//
// For each letter: the Nu checker, axe-core on a wide screen, no scrolling sideways there or on a phone, and its printed pages. With
// --thorough, axe-core and the check of scrolling run in every setting below. Letters of one kind differ in their words
// only, so one letter per kind is enough for that. With --explanation the pages are no letters but explanations of letters:
// nothing is asked of the place of an address.

import axe from "axe-core";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { nuFaults } from "./nu.mjs";
import { paperFaults, sheetFaults } from "./paper.mjs";

/** What axe-core looks for: WCAG 2.0 to 2.2, A and AA, and its own rules of good practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const WIDE = { name: "wide", width: 1280 };
const PHONE = { name: "phone", width: 320 };

/** The settings in which a letter is read. A wide screen zoomed to 200% is 640 wide, zoomed to 400% it is 320 wide. */
const SETTINGS = [
  WIDE,
  PHONE,
  { name: "enlarged", width: 640 },
  { name: "dark", width: 1280, colorScheme: "dark" },
  { name: "dark phone", width: 320, colorScheme: "dark" },
  { name: "forced colours", width: 1280, forcedColors: "active" },
  { name: "print", width: 1280, media: "print", colorScheme: "dark" },
];

/** Chromium connects to nothing outside. Playwright adds a fresh profile and removes it afterwards. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

async function put(page, { width, media = "screen", colorScheme = "light", forcedColors = "none" }) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ media, colorScheme, forcedColors });
}

/** What axe-core finds, and what it could not decide: both need a person, so both are faults. */
async function axeFaults(page, onPaper) {
  const found = await page.evaluate(
    // Nobody touches a link on paper.
    ([tags, rules]) => globalThis.axe.run(document, { runOnly: tags, rules, resultTypes: ["violations", "incomplete"] }),
    [TAGS, onPaper ? { "target-size": { enabled: false } } : {}],
  );
  const told = (kind) => (rule) =>
    `${rule.id}${kind}: ${rule.nodes.map((node) => node.target.join(" ")).join(", ")} (${rule.help})`;
  return [...found.violations.map(told("")), ...found.incomplete.map(told(", undecided"))];
}

/** What axe-core has no rule for: a small table without header cells, and a page that must be scrolled sideways. */
async function ownFaults(page) {
  return page.evaluate(() => {
    const faults = [];
    for (const table of document.querySelectorAll("table")) {
      const besides = [...table.rows].every((row) => row.querySelector("th[scope=row]"));
      if (!besides && !table.querySelector("thead th[scope=col]")) faults.push("table-heads: a table without header cells");
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`sideways: ${scrollWidth} px wide, the screen is ${clientWidth}`);
    return faults;
  });
}

/** The roles that tables must have for a screen reader, whatever the style makes of their cells. */
const TABLE_ROLES = { table: "table", tr: "row", td: "cell", "thead th": "columnheader", "tbody th": "rowheader" };

/** Whether tables are tables for a screen reader: a style that stacks cells can take that away. */
async function tableFaults(page) {
  const counts = await page.evaluate((selectors) => {
    return selectors.map((selector) => document.querySelectorAll(selector).length);
  }, Object.keys(TABLE_ROLES));
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const told = (role) => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
  return Object.values(TABLE_ROLES)
    .map((role, index) => [role, counts[index], told(role)])
    .filter(([, wanted, found]) => wanted !== found)
    .map(([role, wanted, found]) => `table-roles: ${found} times ${role} instead of ${wanted}`);
}

/** Whether the decision and the overview stand above the addresses, and the link of a last day gives a calendar. */
async function readerFaults(page) {
  const faults = [];
  const top = async (selector) => (await page.locator(selector).first().boundingBox())?.y;
  const [subject, overview, letterhead] = [await top("h1"), (await page.locator(".overzicht").count()) > 0 ? await top(".overzicht") : 0, await top(".gegevens")];
  if (!(subject < letterhead && overview < letterhead)) faults.push("order: the addresses stand above the decision");
  for (const link of await page.locator("a[download]").all()) {
    const saved = page.waitForEvent("download", { timeout: 5000 });
    await link.click();
    const download = await saved.catch(() => null);
    const text = download ? readFileSync(await download.path(), "utf8") : "";
    const event = /^BEGIN:VCALENDAR\r\n[^]*DTSTART;VALUE=DATE:\d{8}\r\n[^]*END:VCALENDAR\r\n$/;
    if (!event.test(text)) faults.push("calendar: the link of a last day gives no event");
  }
  return faults;
}

/** Everything that is wrong with one file. */
async function faultsOf(page, file, { thorough, explanation }, scratch) {
  const faults = [];
  const inside = (request) => request.isNavigationRequest() || request.url().startsWith("data:");
  const requests = (request) => inside(request) || faults.push(`request: ${request.url()}`);
  const complaints = (message) => message.type() === "error" && faults.push(`console: ${message.text()}`);
  page.on("request", requests).on("console", complaints);
  await put(page, WIDE);
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.evaluate(axe.source);
  for (const setting of thorough ? SETTINGS : [WIDE, PHONE]) {
    await put(page, setting);
    const found = thorough || setting === WIDE ? await axeFaults(page, setting.media === "print") : [];
    // A printed page has the width of the paper, not of the window.
    if (setting.media !== "print") found.push(...(await ownFaults(page)), ...(await tableFaults(page)));
    if (setting === PHONE && !explanation) found.push(...(await readerFaults(page)));
    faults.push(...found.map((fault) => `[${setting.name}] ${fault}`));
  }
  const onPaper = explanation ? sheetFaults : paperFaults;
  const found = await onPaper(page, join(scratch, "letter.pdf"));
  faults.push(...found.map((fault) => `[paper] ${fault}`));
  page.off("request", requests).off("console", complaints);
  return faults;
}

const words = process.argv.slice(2);
const asked = { thorough: words.includes("--thorough"), explanation: words.includes("--explanation") };
const files = words.filter((word) => !word.startsWith("--"));
const scratch = mkdtempSync(join(tmpdir(), "letters-"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ARGUMENTS });
try {
  const page = await browser.newPage({ offline: true, acceptDownloads: true });
  const invalid = nuFaults(files);
  for (const file of files) {
    const faults = [...(invalid.get(resolve(file)) ?? []), ...(await faultsOf(page, file, asked, scratch))];
    for (const fault of faults) console.log(`FAIL ${basename(file)} ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
    else console.log(`PASS ${basename(file)}`);
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
