// Prints a letter from Chromium and says what is wrong with its pages.
//
// Reads them back with pdftotext, so what is checked is where the words stand on the paper.

import { execFileSync } from "node:child_process";

/** Points in a millimetre. */
const MM = 72 / 25.4;

/** The window of the envelope and the edges of the text, in mm; as in the PDF (src/render/pdf/). */
const WINDOW = { left: 20, right: 120, top: 45, bottom: 73 };
const TEXT = { firstTop: 97, top: 29, bottom: 277.5 };

const plain = (text) => text.replace(/\s+/gu, " ").trim();

/** The words of each page with their boxes in mm. */
function read(pdf) {
  const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'", nbsp: " " };
  const xml = execFileSync("pdftotext", ["-raw", "-bbox", pdf, "-"], { encoding: "utf8" });
  return xml.split("<page ").slice(1).map((part) => {
    const [, width, height] = part.match(/width="([\d.]+)" height="([\d.]+)"/);
    const words = [...part.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/gs)];
    const boxes = words.map(([, left, top, right, bottom, text]) => ({
      left: left / MM,
      top: top / MM,
      right: right / MM,
      bottom: bottom / MM,
      text: text.replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole),
    }));
    return { width: width / MM, height: height / MM, boxes };
  });
}

/** The words in a part of a page. */
function within(page, { left = 0, right = 210, top = 0, bottom = 297 }) {
  const inside = (box) => box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;
  return plain(page.boxes.filter(inside).map((box) => box.text).join(" "));
}

/** What the HTML says: facts that must stand on the printed pages. */
function facts(page) {
  return page.evaluate(() => {
    const text = (element) => element?.textContent ?? "";
    const all = (selector) => [...document.querySelectorAll(selector)];
    const kenmerk = all("dl dt").find((label) => text(label) === "Ons kenmerk");
    return {
      kenmerk: text(kenmerk?.nextElementSibling),
      date: text(document.querySelector("dl time")),
      address: (document.querySelector(".adres")?.innerText ?? "").split("\n"),
      headings: all("h1, h2, h3").map(text),
      signature: text(document.querySelector(".ondertekening p")),
      tables: all("table").map((table) => ({
        head: [...table.querySelectorAll("thead th")].map(text),
        rows: [...table.querySelectorAll("tbody tr")].map((row) => [...row.cells].map(text).join(" ")),
      })),
    };
  });
}

/** Prints the page that is open, and gives the faults of the printed pages. */
export async function paperFaults(page, path) {
  await page.emulateMedia({ media: "print", colorScheme: "dark", forcedColors: "none" });
  const { kenmerk, date, address, headings, signature, tables } = await facts(page);
  await page.pdf({ path, preferCSSPageSize: true });
  const pages = read(path);
  const faults = [];
  const demand = (holds, fault) => holds || faults.push(fault);

  demand(kenmerk && date && address.length >= 2 && signature, "facts: no kenmerk, date, address or signature");
  const window = within(pages[0], WINDOW);
  for (const line of address) demand(window.includes(plain(line)), "window: the address is not all in it");
  const between = within(pages[0], { right: WINDOW.right, top: WINDOW.bottom, bottom: TEXT.firstTop });
  demand(between === "", "window: there are words below it that the envelope may show");

  pages.forEach((sheet, index) => {
    const fault = (text) => `page ${index + 1}: ${text}`;
    const a4 = Math.abs(sheet.width - 210) < 0.5 && Math.abs(sheet.height - 297) < 0.5;
    demand(a4, fault(`not A4 but ${sheet.width} x ${sheet.height} mm`));
    const foot = { top: TEXT.bottom };
    demand(within(sheet, { ...foot, right: 105 }) === kenmerk, fault("no kenmerk at its foot"));
    const number = `Pagina ${index + 1} van ${pages.length}`;
    demand(within(sheet, { ...foot, left: 105 }) === number, fault("no number at its foot"));
    const first = index === 0;
    const head = within(sheet, { bottom: TEXT.top });
    demand(first || (head.includes(kenmerk) && head.includes(date)), fault("no kenmerk and date at its head"));

    const text = within(sheet, { top: first ? TEXT.firstTop : TEXT.top, bottom: TEXT.bottom });
    demand(text !== "", fault("empty"));
    demand(!headings.some((heading) => text.endsWith(plain(heading))), fault("ends with a heading"));
    demand(!text.startsWith(plain(signature)), fault("begins with the signature"));
    for (const { head, rows } of tables) {
      const shown = rows.some((row) => text.includes(plain(row)));
      const headed = head.every((cell) => text.includes(plain(cell)));
      demand(!shown || headed, fault("rows of a table without their heads"));
    }
  });
  return faults;
}

/** Prints an explanation that is open, and gives the faults of the printed pages. */
export async function sheetFaults(page, path) {
  await page.emulateMedia({ media: "print", colorScheme: "dark", forcedColors: "none" });
  const blocks = await page.evaluate(() => [...document.querySelectorAll(".tekst, h2, h3, .naam code")].map((it) => it.innerText));
  await page.pdf({ path, preferCSSPageSize: true });
  const pages = read(path);
  const faults = [];
  const demand = (holds, fault) => holds || faults.push(fault);
  pages.forEach((sheet, index) => {
    const fault = (text) => `page ${index + 1}: ${text}`;
    const a4 = Math.abs(sheet.width - 210) < 0.5 && Math.abs(sheet.height - 297) < 0.5;
    demand(a4, fault(`not A4 but ${sheet.width} x ${sheet.height} mm`));
    demand(within(sheet, { bottom: TEXT.bottom }) !== "", fault("empty"));
    demand(within(sheet, { top: TEXT.bottom, left: 105 }) === `${index + 1} / ${pages.length}`, fault("no number at its foot"));
  });
  // A block may go on over a page and a word over a line, so words are looked for one by one in the text without its breaks.
  const joined = (text) => text.replace(/[\s\u00ad\u2010-]+/gu, "");
  const printed = joined(pages.map((sheet) => within(sheet, {})).join(" "));
  for (const block of blocks) {
    const lost = block.split(/\s+/u).filter((word) => !printed.includes(joined(word)));
    demand(lost.length === 0, `not on paper: ${lost.slice(0, 3).join(" ")}`);
  }
  return faults;
}
