// node spec/bench/recognizers.js MODULES FILE...
// Measures @microsoft/recognizers-text-suite, installed in the folder MODULES,
// with its models for Chinese of what jilu reads in one go: numbers, ordinals,
// percentages, money, ages, measures, temperatures, dates and times. Prints the
// seconds that the second pass over the files took, and how many entities it
// found; the first warms the compiler up. It is given line by line, as it is
// faster on short texts.

const fs = require("fs");
const path = require("path");

const [folder, ...files] = process.argv.slice(2);
const suite = require(path.resolve(folder, "@microsoft/recognizers-text-suite"));

const MODELS = [
  suite.recognizeNumber, suite.recognizeOrdinal, suite.recognizePercentage,
  suite.recognizeCurrency, suite.recognizeAge, suite.recognizeDimension,
  suite.recognizeTemperature, suite.recognizeDateTime,
];

const lines = files.flatMap((file) => fs.readFileSync(file, "utf8").split("\n"));

function pass() {
  let found = 0;
  for (const line of lines) {
    for (const model of MODELS) found += model(line, suite.Culture.Chinese).length;
  }
  return found;
}

pass();
const start = process.hrtime.bigint();
const found = pass();
console.log(Number(process.hrtime.bigint() - start) / 1e9, found);
