#!/usr/bin/env node
// Opens HTML reports as people do, from file:// in Chromium, and fails on anything a report must not do: a console
// error, a refusal of its content security policy, a request to anything but itself, a search or a theme switch that does
// not work, a page wider than a phone.
//
//   node tools/check-html.mjs [--screenshots DIR] FILE...
//
// CHROMIUM names the browser (default /usr/bin/chromium).
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values, positionals } = parseArgs({ options: { screenshots: { type: 'string' } }, allowPositionals: true });
if (positionals.length === 0) {
  console.error('usage: check-html.mjs [--screenshots DIR] FILE...');
  process.exit(6);
}
if (values.screenshots !== undefined) mkdirSync(values.screenshots, { recursive: true });

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
/** A page that takes longer than this to react to a key press is not usable, whatever its content. */
const MAX_FILTER_MS = 2000;
const MAX_LOAD_MS = 8000;
/** A screenshot of a longer page would show nothing. */
const MAX_SHOT_HEIGHT = 20_000;

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
let problems = 0;
try {
  for (const file of positionals) {
    const found = await check(path.resolve(file));
    for (const one of found.problems) console.error(`FAIL ${path.basename(file)}: ${one}`);
    if (found.problems.length === 0) console.log(`ok ${path.basename(file)}: ${found.facts.join(', ')}`);
    problems += found.problems.length;
  }
} finally {
  await browser.close();
}
process.exit(problems === 0 ? 0 : 1);

async function check(file) {
  const problems = [];
  const facts = [];
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: DESKTOP, colorScheme: 'light' });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== url) problems.push(`request: ${request.url()}`);
  });
  const expect = (truth, what) => {
    if (!truth) problems.push(what);
  };
  const shoot = async (name, fullPage = false) => {
    if (values.screenshots === undefined) return;
    if (fullPage && (await page.evaluate(() => document.documentElement.scrollHeight)) > MAX_SHOT_HEIGHT) return;
    const shot = `${path.basename(file, '.html')}-${name}.png`;
    await page.screenshot({ path: path.join(values.screenshots, shot), fullPage });
  };

  const begun = Date.now();
  await page.goto(url, { waitUntil: 'load' });
  const took = Date.now() - begun;
  expect(took < MAX_LOAD_MS, `took ${took} ms to load`);
  facts.push(`loaded in ${took} ms`);
  await page.evaluate(() => {
    globalThis.refusals = [];
    document.addEventListener('securitypolicyviolation', (event) => globalThis.refusals.push(event.violatedDirective));
  });

  for (const landmark of ['header', 'main', 'footer', 'nav', 'h1']) {
    expect((await page.locator(landmark).count()) === 1, `not exactly one <${landmark}>`);
  }
  expect((await page.title()) !== '', 'no title');
  expect(
    (await page.locator('script').count()) === 1 && (await page.locator('style').count()) === 1,
    'not exactly one script and one style sheet',
  );
  const handlers = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((one) =>
        [...one.attributes].some(({ name }) => /^on|^style$/.test(name)),
      ).length,
  );
  expect(handlers === 0, `${handlers} elements with a handler or a style attribute`);
  await shoot('desktop-light');
  await shoot('desktop-light-full', true);

  await search(page, expect, facts, shoot);

  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.locator('#theme').click();
  const dark = await background();
  expect(light !== dark, 'the theme switch changes nothing');
  expect(
    (await page.locator('#theme').getAttribute('aria-pressed')) === 'true',
    'the theme switch does not say that it is on',
  );
  await page.evaluate(() => scrollTo(0, 0));
  await shoot('desktop-dark');
  await shoot('desktop-dark-full', true);
  await page.reload();
  expect((await background()) === dark, 'the theme is forgotten on reload');

  await page.setViewportSize(PHONE);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width <= PHONE.width, `the page is ${width} px wide on a phone of ${PHONE.width} px`);
  await shoot('phone-dark');
  await page.locator('#theme').click();
  await shoot('phone-light');
  await shoot('phone-light-full', true);

  expect(
    (await page.evaluate(() => (globalThis.refusals ?? []).length)) === 0,
    'the security policy refused something',
  );
  await context.close();

  // As Jenkins serves it: the report must be complete without scripts.
  const bare = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'dark', viewport: DESKTOP });
  const still = await bare.newPage();
  await still.goto(url);
  expect(await still.locator('h1').isVisible(), 'no verdict without script');
  expect(!(await still.locator('#theme').isVisible()), 'a switch that does nothing without script');
  await bare.close();
  return { problems, facts };
}

async function search(page, expect, facts, shoot) {
  const rows = page.locator('[data-row]');
  const all = await rows.count();
  const visible = () => page.evaluate(() => document.querySelectorAll('[data-row]:not([hidden])').length);
  if (all === 0) {
    expect(!(await page.locator('.toolbar').isVisible()), 'a search over nothing');
    return;
  }
  const box = page.locator('#q');
  const settle = async (text) => {
    const begun = Date.now();
    await box.fill(text);
    await page.waitForFunction(() => document.querySelector('#result').textContent !== '', undefined, {
      timeout: 20_000,
    });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return Date.now() - begun;
  };
  await page.keyboard.press('/');
  expect(await box.evaluate((one) => one === document.activeElement), 'the / key does not go to the search');
  const none = await settle('zzz-nothing-holds-this-zzz');
  expect((await visible()) === 0, 'a search for what is nowhere leaves rows');
  await box.fill('');
  await page.waitForFunction((count) => document.querySelectorAll('[data-row]:not([hidden])').length === count, all);

  const word = await page.evaluate(() => {
    // The longest word of the last row, which is likely to be in the fewest other rows.
    const texts = [...document.querySelectorAll('[data-row="a"] .path, [data-row="f"] .what')].map(
      (one) => one.textContent,
    );
    const words = (texts.at(-1) ?? '').match(/[a-z0-9-]{3,40}/g) ?? [];
    return words.sort((a, b) => b.length - a.length)[0] ?? '';
  });
  if (word !== '') {
    const took = await settle(word);
    const left = await visible();
    expect(left > 0 && left <= all, `a search for ${word} leaves ${left} of ${all} rows`);
    const wrong = await page.evaluate(
      (wanted) =>
        [...document.querySelectorAll('[data-row]:not([hidden])')].filter(
          (row) =>
            !`${row.textContent} ${row.closest('[data-group]')?.firstElementChild.textContent ?? ''}`
              .toLowerCase()
              .includes(wanted),
        ).length,
      word,
    );
    expect(wrong === 0, `${wrong} rows do not hold ${word}`);
    expect(Math.max(took, none) < MAX_FILTER_MS, `a search takes ${Math.max(took, none)} ms`);
    facts.push(`search for "${word}" leaves ${left} of ${all} rows in ${took} ms`);
    await page.evaluate(() => scrollTo(0, 0));
    await shoot('search');
    await page.locator('#clear').click();
    expect((await visible()) === all, 'clearing the search does not bring all rows back');
  }
  const errors = page.locator('input[data-filter="s"][value="error"]');
  await errors.check({ force: true });
  const kept = await page.evaluate(() =>
    [...document.querySelectorAll('[data-row="f"]:not([hidden])')].every((one) => one.dataset.s === 'error'),
  );
  expect(kept, 'the filter for errors leaves other findings');
  await page.locator('#clear').click();
}
