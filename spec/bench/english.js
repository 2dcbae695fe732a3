// node spec/bench/english.js MODULES CASES FILE...
// What spec/bench/english.lua prints, of @microsoft/recognizers-text-suite and
// chrono-node, installed in the folder MODULES.

const fs = require("fs");
const path = require("path");

const [folder, cases, ...files] = process.argv.slice(2);

function load(name) {
  try {
    return require(path.resolve(folder, name));
  } catch {
    return null;
  }
}

const suite = load("@microsoft/recognizers-text-suite");
const chrono = load("chrono-node");

const two = (n) => String(n).padStart(2, "0");
const dayOf = (d) => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
const dateOf = (c) => new Date((c.date || "2019-10-15T00:00:00").slice(0, 19));
const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

// Each: the spans and values of a text, for the kinds that it knows.
const readers = {};
if (suite) {
  const en = suite.Culture.English;
  const numbers = (f) => (text) => f(text, en).map((r) => ({
    start: r.start, end: r.end, value: parseFloat(r.resolution && r.resolution.value) }));
  const times = (text, date) => suite.recognizeDateTime(text, en, undefined, date).map((r) => ({
    start: r.start, end: r.end, values: (r.resolution && r.resolution.values) || [] }));
  readers["recognizers-text"] = {
    number: numbers(suite.recognizeNumber), percent: numbers(suite.recognizePercentage),
    money: numbers(suite.recognizeCurrency), quantity: numbers(suite.recognizeDimension),
    time: times, duration: times,
  };
}
if (chrono) {
  readers["chrono-node"] = {
    time: (text, date) => chrono.parse(text, date).map((r) => ({
      start: r.index, end: r.index + r.text.length - 1, from: dayOf(r.start.date()) })),
  };
}

function fits(found, e) {
  if (found.start >= e.end || found.end < e.start) return false;
  if (e.kind === "duration") return found.values.some((v) => v.timex === e.value);
  if (e.kind !== "time") return near(found.value, Number(e.value));
  const day = e.from && e.from.slice(0, 10);
  return found.values ? found.values.some((v) => (v.start || v.value || "").slice(0, 10) === day)
    : found.from === day;
}

// A peer that fails has it wrong.
function tried(read, text, date) {
  try {
    return read(text, date);
  } catch {
    return [];
  }
}

const lines = files.flatMap((file) => fs.readFileSync(file, "utf8").split("\n"));
const bytes = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
const expected = fs.existsSync(cases)
  ? fs.readFileSync(cases, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line)) : [];

for (const [name, kinds] of Object.entries(readers)) {
  for (const [kind, read] of Object.entries(kinds)) {
    let right = 0, all = 0;
    for (const c of expected) {
      for (const e of (c.expect || []).filter((one) => one.kind === kind)) {
        all++;
        if (tried(read, c.input, dateOf(c)).some((found) => fits(found, e))) right++;
      }
    }
    console.log([name, kind, right, all].join("\t"));
  }
  const today = new Date(2019, 9, 15);
  const works = [...new Set(Object.values(kinds))];
  const pass = () => lines.forEach((line) => works.forEach((read) => tried(read, line, today)));
  pass();
  const start = process.hrtime.bigint();
  pass();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log([name, "MB/s", (bytes / 1e6 / seconds).toFixed(3)].join("\t"));
}
