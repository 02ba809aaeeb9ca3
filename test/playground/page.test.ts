import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Program } from '../e2e/discord.ts';
import { FACTS } from '../knowledge.ts';
import { openBrowser } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let facts: string;
let playground: Program;
let browser: Browser;
let url: string;
let page: Page;
const outside: string[] = [];

beforeAll(async () => {
  facts = mkdtempSync(path.join(tmpdir(), 'facts-'));
  cpSync(FACTS, facts, { recursive: true });
  playground = new Program('src/playground/playground.js', [], { FACTS_DIR: facts, PORT: '0' });
  await playground.until(/The playground is at/);
  url = /http:\S+/.exec(playground.output)?.[0] ?? '';
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  expect(await playground.stop('SIGINT')).toBe(0);
  rmSync(facts, { recursive: true });
  expect(outside).toEqual([]);
});
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) outside.push(request.url());
  });
  page.on('pageerror', (error) => outside.push(String(error)));
  await page.addInitScript(READ);
  await page.goto(url);
  await box().waitFor();
});

const box = () => page.getByRole('combobox', { name: /^Message/ });
const last = () => page.locator('article').last();
const inDirect = () => page.getByRole('button', { name: '@ Kitabkhana' }).click();

/** Opens a command by typing its name. */
async function command(name: string) {
  await box().fill(`/${name}`);
  await box().press('Enter');
}

/** Reads an element as its reader does, in the shadow of its web components too. */
const READ = `globalThis.read = (node) =>
  node.nodeType === Node.TEXT_NODE ? node.data
  : node.nodeName === 'STYLE' ? ''
  : node.nodeName === 'SLOT' ? node.assignedNodes({ flatten: true }).map(read).join(' ')
  : [...(node.shadowRoot ?? node).childNodes].map(read).join(' ')`;

/** The last message, as it is read. */
const lastRead = async () =>
  String(await page.evaluate(`read([...document.querySelectorAll('article')].at(-1))`)).replace(/\s+/g, ' ');

const says = (text: RegExp) => expect.poll(lastRead, { timeout: 5_000 }).toMatch(text);

describe('asking', () => {
  test('by a command, its question completed', async () => {
    await box().fill('/');
    await expect
      .poll(() => page.getByRole('listbox', { name: 'Commands' }).getByRole('option').count())
      .toBe(13);
    await command('ask');
    await page.getByRole('combobox', { name: /^question/ }).fill('architect of');
    await page.getByRole('option', { name: /^Architect of/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await says(/Mikayil Useynov[\s\S]*az-architect/);
    await expect.poll(() => page.getByRole('tabpanel').innerText()).toMatch(/understood in/);
  });

  test('in a direct message', async () => {
    await inDirect();
    await box().fill('when was the Baku library founded?');
    await box().press('Enter');
    await says(/23 May 1923/);
  });

  test('in a direct message, following on what was answered', async () => {
    await inDirect();
    for (const [asked, answered] of [
      ['what is the memorandum of 2024 about?', /evt-mou/],
      ['who signed it?', /Karim Tahirov[\s\S]*evt-mou-signatory/],
      ['says who?', /^.*Sources/],
    ] as const) {
      await box().fill(asked);
      await box().press('Enter');
      await says(answered);
    }
  });

  test('by a mention, and only so', async () => {
    await box().fill('@Kitabkhana ifla');
    await box().press('Enter');
    await says(/International Federation/);
    const before = await page.locator('article').count();
    await box().fill('nobody in particular: ifla');
    await box().press('Enter');
    await expect.poll(() => page.locator('article').count()).toBe(before + 1);
    await page.waitForTimeout(300);
    expect(await page.locator('article').count()).toBe(before + 1);
  });

  test('in Kazakh', async () => {
    await box().fill('@Kitabkhana Астана кітапханасы қашан құрылды?');
    await box().press('Enter');
    await says(/Құрылуы[\s\S]*Дереккөздер/);
  });
});

describe('what is on a message', () => {
  test('a button, a menu, a private reply and showing it to everyone', async () => {
    await command('holdings');
    await page.getByRole('combobox', { name: 'library' }).selectOption('azerbaijan-national-library');
    await page.getByRole('combobox', { name: 'private' }).selectOption('true');
    await page.getByRole('button', { name: 'Run' }).click();
    await says(/Over 5 million[\s\S]*Only you can see this/);
    await last().getByRole('button', { name: 'Same for Astana' }).click();
    await says(/National Academic Library of Kazakhstan, Astana · Holdings/);
    await last().getByRole('button', { name: 'Show to everyone' }).click();
    await expect.poll(lastRead).not.toMatch(/Only you can see this/);
    await last().getByRole('combobox', { name: 'More on this' }).selectOption({ index: 1 });
    await says(/Only you can see this/);
  });

  test('its own menu of apps', async () => {
    await box().fill('when was the Baku library founded?');
    await box().press('Enter');
    await says(/when was/);
    await last().getByRole('button', { name: 'Apps for this message' }).click();
    await last().getByRole('button', { name: 'Look up in the facts' }).click();
    await says(/23 May 1923[\s\S]*Only you can see this/);
  });
});

test('a Russian client names the commands in Russian', async () => {
  await page.getByRole('combobox', { name: 'Discord’s language' }).selectOption('ru');
  await box().fill('/фон');
  await page.getByRole('option', { name: /\/фонд/ }).waitFor();
  await box().press('Enter');
  await page.getByRole('button', { name: 'Run' }).click();
  await says(/Holdings|Фонд/);
});

test('requests can be read, with what Discord would refuse', async () => {
  await command('help');
  await page.getByRole('button', { name: 'Run' }).click();
  await says(/What I can do/);
  await page.getByRole('tab', { name: 'Requests' }).click();
  const request = page.locator('.requests details').first();
  await request.click();
  await expect.poll(() => request.innerText()).toMatch(/callback 204[\s\S]*"embeds"/);
});

test('a fact file broken and mended', async () => {
  await inDirect();
  const file = path.join(facts, 'azerbaijan-national-library/founding.yaml');
  const good = readFileSync(file, 'utf8');
  const ask = async () => {
    await box().fill('az-founding-opening-1923');
    await box().press('Enter');
  };
  writeFileSync(file, good.replace('statement:', 'statment:'));
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toMatch(
    /founding\.yaml:\d+:\d+ error: unknown key "statment"[\s\S]*Did you mean "statement"/,
  );
  await playground.until(/founding\.yaml:\d+:\d+ error: unknown key \\?"statment/);
  await ask();
  await says(/officially opened on 23 May 1923/);
  writeFileSync(
    file,
    good.replaceAll('was officially opened on 23 May 1923', 'opened its doors on 23 May 1923'),
  );
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await expect
    .poll(
      async () => {
        await ask();
        await page.waitForTimeout(200);
        return lastRead();
      },
      { timeout: 10_000 },
    )
    .toMatch(/opened its doors on 23 May 1923/);
});

describe.each(['dark', 'light'] as const)('%s', (colorScheme) => {
  test.each([1280, 390])('nobody is kept out of it, %i pixels wide', async (width) => {
    await page.close();
    page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
    await page.addInitScript(READ);
    await page.goto(url);
    await box().waitFor();
    await inDirect();
    await box().fill('baku holdings');
    await box().press('Enter');
    await says(/Over 5 million/);
    await command('ask');
    await page.addScriptTag({ content: axe });
    const problems = await page.evaluate(`axe.run().then(({ violations }) =>
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`);
    expect(problems).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});

describe('it is for this machine alone', () => {
  const status = (headers: Record<string, string>, method = 'GET', at = '/page/state') =>
    new Promise<number>((resolve) => {
      request(`${url}${at}`, { headers, method }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      }).end();
    });

  test('another host’s name or another origin is refused', async () => {
    expect(await status({})).toBe(200);
    expect(await status({ host: 'evil.example' })).toBe(403);
    expect(await status({ origin: 'http://evil.example' })).toBe(403);
    expect(await status({ origin: 'http://evil.example' }, 'POST', '/page/say')).toBe(403);
    expect(await status({}, 'GET', '/../package.json')).toBe(404);
  });
});
