// Opens a web page of klausul in Chromium and uses it as a reader would. check_page.cjs REVIEW.html REVIEW.json HOSTILE.html
// Ends with 77 when there is no browser to use, with 1 and the reasons when something is not as it should be.
"use strict";
const fs = require("fs");
const path = require("path");

const chromium = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((program) => fs.existsSync(program));
let playwright;
try {
  playwright = require("playwright-core");
} catch {
  playwright = null;
}
if (!chromium || !playwright) {
  console.log(chromium ? "playwright-core is not there" : "chromium is not there");
  process.exit(77);
}

const [review, json, hostile] = process.argv.slice(2).map((name) => path.resolve(name));
const findings = JSON.parse(fs.readFileSync(json, "utf8")).documents.flatMap((document) => document.findings);
const failures = [];
const expect = (holds, sentence) => {
  if (!holds) failures.push(sentence);
};

const open = async (browser, file, options = {}) => {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 900 }, ...options })).newPage();
  page.on("console", (message) => expect(false, `the console is silent, not: ${message.text()}`));
  page.on("pageerror", (error) => expect(false, `no error: ${error.message}`));
  page.on("dialog", (dialog) => { expect(false, `no dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => expect(request.url() === `file://${file}`, `nothing is loaded: ${request.url()}`));
  await page.goto(`file://${file}`);
  return page;
};
const visible = (page) => page.locator(".finding:visible").count();
const focused = (page, selector) => page.evaluate((wanted) => document.activeElement.matches(wanted), selector);

const checkFilters = async (page) => {
  const shows = async (expected, what) => {
    expect((await visible(page)) === expected, `${what}: ${expected} findings are shown, not ${await visible(page)}`);
    expect((await page.textContent("#shown")) === String(expected), `${what}: the number says ${expected}`);
  };
  await shows(findings.length, "without filters");
  await page.click(".filter summary");
  await page.uncheck("input[name=severity][value=critical]");
  await shows(findings.filter((finding) => finding.severity !== "critical").length, "without critical ones");
  const marks = await page.locator("mark.critical:not(.off)").count();
  const both = await page.evaluate(() => Array.from(document.querySelectorAll("mark.critical:not(.off)")).every(
    (mark) => mark.dataset.findings.split(" ").some((id) => !document.getElementById(id).hidden)));
  expect(both, `marks of hidden findings are hidden (${marks})`);
  await page.uncheck("input[name=status][value=missing]");
  await shows(findings.filter((finding) => finding.severity !== "critical" && finding.status !== "missing").length,
    "without missing ones too");
  await page.click("#show-all");
  await shows(findings.length, "after Show all");
  const family = findings[0].id.split(".")[0];
  await page.selectOption("#family", family);
  await shows(findings.filter((finding) => finding.id.startsWith(`${family}.`)).length, `only ${family}`);
  await page.click("#show-all");
  await page.keyboard.press("Escape");
  expect(!(await page.locator("#family").isVisible()), "Escape closes the filters");
  expect(await focused(page, ".filter summary"), "and leads back to their button");
};

const checkLanguage = async (page) => {
  for (const [language, other] of [["en", "sv"], ["sv", "en"]]) {
    await page.click(`button[data-language=${language}]`);
    const title = findings[0].title;
    const shown = await page.locator(".finding h4").first().innerText();
    expect(shown.includes(title[language]) && !shown.includes(title[other]), `in ${language} the title is ${title[language]}`);
    expect((await page.getAttribute("html", "lang")) === language, `the page says that it is in ${language}`);
    expect((await page.getAttribute(`button[data-language=${language}]`, "aria-pressed")) === "true", "the button is pressed");
  }
};

const checkWays = async (page) => {
  const reference = page.locator(".contract .ref").nth(3);
  const id = (await reference.getAttribute("href")).slice(1);
  await reference.click();
  expect(await focused(page, `#${id} h4 a`), "a number in the text leads to its finding");
  expect(await page.locator(`#${id}`).evaluate((finding) => {
    const box = finding.getBoundingClientRect();
    return box.top < innerHeight && box.bottom > 0;
  }), "which is in sight");
  await page.locator(`#${id} figcaption a.place`).first().click();
  expect(await focused(page, ".contract .at"), "its place leads to the passage");
  expect((await page.locator(`mark.current[data-findings~="${id}"]`).count()) > 0, "which is framed");
  await page.keyboard.press("Escape");
  expect(await focused(page, `#${id} h4 a`), "Escape leads back");
  await page.locator(".finding h4 a").first().focus();
  await page.keyboard.press("ArrowDown");
  expect(await focused(page, ".finding:nth-child(2) h4 a"), "the arrow leads to the next finding");
  await page.keyboard.press("End");
  expect(await focused(page, ".finding:last-child h4 a"), "End leads to the last");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  const first = await page.locator(".finding").first().locator("a.place").count();
  expect(first === 0 || (await focused(page, ".contract .at")), "Enter leads to the passage");
  await page.locator("mark").first().click();
  expect(await focused(page, ".finding h4 a"), "a click on a passage leads to its finding");
};

const checkShapes = async (browser) => {
  const phone = await open(browser, review, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "a phone need not scroll sideways");
  const paper = await open(browser, review);
  await paper.emulateMedia({ media: "print" });
  expect(!(await paper.locator(".filter").isVisible()), "filters are not printed");
  expect((await visible(paper)) === findings.length, "every finding is printed");
  const bare = await open(browser, review, { javaScriptEnabled: false });
  expect((await visible(bare)) === findings.length, "without script every finding is shown");
  expect(!(await bare.locator(".language").isVisible()), "and no button that would do nothing");
  for (const scheme of ["light", "dark"]) {
    const page = await open(browser, review, { colorScheme: scheme });
    expect(await page.evaluate(worstContrast) >= 4.5, `${scheme}: text has a contrast of 4.5`);
  }
};

// The least contrast between a text and what is behind it.
function worstContrast() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = ([red, green, blue]) => [red, green, blue].map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (channels(colour)[3] !== 0) return channels(colour);
    }
    return [255, 255, 255];
  };
  let worst = 21;
  for (const element of document.querySelectorAll("body *")) {
    if (!Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim() !== "")) continue;
    if (!element.checkVisibility()) continue;
    const [one, other] = [light(channels(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a);
    worst = Math.min(worst, (one + 0.05) / (other + 0.05));
  }
  return worst;
}

const checkNames = async (page) => {
  const nameless = await page.evaluate(() => Array.from(document.querySelectorAll("button, select, input, a, summary, nav, section, [role=group]"))
    .filter((element) => {
      const named = (element.getAttribute("aria-labelledby") || "").split(" ").map((id) => document.getElementById(id)).filter(Boolean);
      const words = [element, ...(element.labels || []), ...named].map((each) => each.textContent).join("").trim();
      return words === "" || (element.matches("section, nav, [role=group]") && named.length === 0 && !element.matches(".errors"));
    }).map((element) => element.outerHTML.slice(0, 80)));
  expect(nameless.length === 0, `everything to use has a name: ${nameless.join(" ")}`);
  const levels = await page.evaluate(() => Array.from(document.querySelectorAll("h1, h2, h3, h4, h5, h6")).map((heading) => Number(heading.tagName[1])));
  expect(levels.every((level, index) => index === 0 || level <= levels[index - 1] + 1), "headings skip no level");
};

const checkHostile = async (browser) => {
  const page = await open(browser, hostile);
  expect(await page.evaluate(() => document.scripts.length === 1 && window.hostile === undefined), "no foreign script ran");
  expect((await page.locator("img, iframe, object, link, [onerror], [onclick], .contract script").count()) === 0, "no foreign element");
  expect((await page.locator(".contract").innerText()).includes("<script>window.hostile"), "the hostile text is shown as text");
};

(async () => {
  const browser = await playwright.chromium.launch({ executablePath: chromium, args: ["--no-sandbox"] });
  try {
    const page = await open(browser, review);
    await checkNames(page);
    await checkFilters(page);
    await checkLanguage(page);
    await checkWays(page);
    await checkShapes(browser);
    await checkHostile(browser);
  } finally {
    await browser.close();
  }
  for (const failure of failures) console.log(failure);
  process.exit(failures.length === 0 ? 0 : 1);
})().catch((error) => {
  console.log(error.message);
  process.exit(1);
});
