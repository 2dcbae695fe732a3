// node spec/view/browser.js CHROMIUM PAGE [SCREENSHOT...]
// Opens a page of `jilu view` in headless Chromium as a reader would, and prints
// one line of JSON: console messages, requests, how many records were clicked,
// how many lit nothing in the text, and what is seen of toggles and the index.
"use strict";
const { chromium } = require("playwright-core");

async function clickRecords(page, report) {
  const docs = await page.locator(".doc").count();
  for (let k = 1; k <= docs; k++) {
    await page.evaluate((k) => { location.hash = "#d" + k; }, k);
    await page.waitForFunction((k) => document.getElementById("d" + k).classList.contains("shown"), k);
    // all of one document in the page itself: a call for each would take minutes
    const found = await page.evaluate((k) => {
      const doc = document.getElementById("d" + k);
      doc.querySelectorAll("details").forEach((d) => { d.open = true; });
      const rows = Array.from(doc.querySelectorAll("tr.go"));
      let dead = 0, silent = 0;
      rows.forEach((row) => {
        row.querySelector("td").click();
        if (!doc.querySelector(".s.on") && doc.querySelector(`.s[data-a~="${row.dataset.n}"]`)) dead++;
        if (!document.getElementById("details").textContent) silent++;
      });
      return { rows: rows.length, dead, silent, pieces: doc.querySelectorAll(".s").length };
    }, k);
    report.records += found.rows;
    report.dead += found.dead;
    report.silent += found.silent;
    report.pieces += found.pieces;
  }
}

(async () => {
  const [executable, file, ...shots] = process.argv.slice(2);
  const browser = await chromium.launch({ executablePath: executable, args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  const report = { messages: [], requests: 0, records: 0, dead: 0, silent: 0, pieces: 0 };
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("console", (m) => report.messages.push(m.text()));
  page.on("pageerror", (e) => report.messages.push(String(e)));
  page.on("request", (r) => { if (!r.url().startsWith("file:")) report.requests++; });
  page.on("dialog", (d) => { report.messages.push("dialog " + d.message()); d.dismiss(); });
  await page.goto("file://" + file);
  report.index = await page.locator("#index tbody tr").count();
  await clickRecords(page, report);
  await page.check("#repaired");
  report.repaired = await page.evaluate(() => document.body.classList.contains("repaired"));
  await page.uncheck("#repaired");
  if (shots[0]) await page.screenshot({ path: shots[0] });
  if (shots[1]) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.screenshot({ path: shots[1] });
  }
  await browser.close();
  console.log(JSON.stringify(report));
})().catch((e) => { console.error(e); process.exit(1); });
