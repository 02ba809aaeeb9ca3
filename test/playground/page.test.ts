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
      .toBe(14);
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

test('something is wrong: the form is filled in, sent, thanked for, and read by the curators', async () => {
  await box().fill('@Kitabkhana ifla');
  await box().press('Enter');
  await says(/International Federation/);
  await last().getByRole('button', { name: 'Something wrong or missing?' }).click();
  const form = page.getByRole('dialog', { name: 'Something wrong or missing?' });
  const text = form.getByRole('textbox', { name: 'What is wrong or missing?' });
  await expect.poll(() => text.getAttribute('aria-describedby')).toBe('text-description');
  expect(await form.innerText()).toMatch(/without your name/);
  await form.getByRole('button', { name: 'Submit' }).click();
  // Discord, and the page, keep a form open that lacks what it must have.
  expect(await form.isVisible()).toBe(true);
  await text.fill('They joined in 1993, it says.');
  await form.getByRole('textbox', { name: 'Where does it say so?' }).fill('https://anl.az');
  const question = form.getByRole('textbox', { name: 'Your question' });
  expect(await question.inputValue()).toBe('ifla');
  await question.fill('');
  await form.getByRole('button', { name: 'Submit' }).click();
  await says(/Thank you ?! What you wrote has gone to the curators[\s\S]*Only you can see this/);
  await page.getByRole('button', { name: '# curators' }).click();
  await says(
    /From a reader They joined in 1993, it says\. Source given https:\/\/anl\.az Fact .*org-ifla-name .*bodies\.yaml/,
  );
  expect(await lastRead()).not.toMatch(/Question|You\b/);
});

test('the fact of the day is there', async () => {
  await page.getByRole('button', { name: '# fact-of-the-day' }).click();
  await says(/(Fact of the day|On this day in)[\s\S]*Sources[\s\S]* · \d{4}-\d\d-\d\d/);
});

describe('pictures', () => {
  /** What is seen of the picture in the last message: loaded or not, how wide it stands there, and its words. */
  const picture = async () => {
    const shown = last().locator('img.picture');
    if ((await shown.count()) === 0) return undefined;
    const there = await shown.boundingBox();
    const embed = await last().locator('discord-embed').boundingBox();
    return {
      pixels: await shown.evaluate((image: { naturalWidth: number }) => image.naturalWidth),
      // Below the text, not beside it.
      below: there !== null && embed !== null && there.x - embed.x < 40,
      fits: there !== null && there.x + there.width <= (page.viewportSize()?.width ?? 0),
      said: await shown.getAttribute('alt'),
    };
  };
  const shows = (said: RegExp) =>
    expect
      .poll(picture, { timeout: 10_000 })
      .toEqual({ pixels: 1200, below: true, fits: true, said: expect.stringMatching(said) });

  test('come with a comparison, a library and a timeline, and turn with its pages', async () => {
    await command('compare');
    await page.getByRole('combobox', { name: /^topic/ }).fill('holdings');
    await page.getByRole('button', { name: 'Run' }).click();
    await says(/In figures/);
    await shows(/^Bar chart: Holdings/);
    await command('library');
    await page.getByRole('combobox', { name: /^name/ }).fill('Baku');
    await page.getByRole('combobox', { name: 'private' }).selectOption('true');
    await page.getByRole('button', { name: 'Run' }).click();
    await shows(/^Azerbaijan National Library, Baku\. /);
    await last().getByRole('button', { name: 'Show to everyone' }).click();
    await expect.poll(lastRead).not.toMatch(/Only you can see this/);
    await shows(/^Azerbaijan National Library, Baku\. /);
    await command('timeline');
    await page.getByRole('button', { name: 'Run' }).click();
    await shows(/top to bottom\. 1910, Almaty/);
    await last().getByRole('button', { name: 'Next' }).click();
    await shows(/top to bottom\. 23 May 1923, Baku/);
  });

  test('on a telephone, and not where only text is wanted', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await command('library');
    await page.getByRole('combobox', { name: /^name/ }).fill('Astana');
    await page.getByRole('button', { name: 'Run' }).click();
    await shows(/^National Academic Library of Kazakhstan, Astana\. /);
    await command('library');
    await page.getByRole('combobox', { name: /^name/ }).fill('Almaty');
    await page.getByRole('combobox', { name: 'text-only' }).selectOption('true');
    await page.getByRole('button', { name: 'Run' }).click();
    await says(/National Library of Kazakhstan, Almaty/);
    await page.waitForTimeout(600);
    expect(await picture()).toBeUndefined();
  });
});

describe('a quiz', () => {
  const squeezed = (text: string) => text.replace(/\s+/g, '');

  /** Begins one, and gives its message: it stays where it is, whatever is said below it. */
  const begin = async (options: Record<string, string>) => {
    await command('quiz');
    const form = page.getByRole('form', { name: '/quiz' });
    for (const [name, value] of Object.entries(options)) {
      const field = form.getByLabel(new RegExp(`^${name}`));
      if ((await field.evaluate((node) => node.nodeName)) === 'SELECT') await field.selectOption(value);
      else await field.fill(value);
    }
    const before = await page.locator('article').count();
    await page.getByRole('button', { name: 'Run' }).click();
    await expect.poll(() => page.locator('article').count()).toBe(before + 1);
    const quiz = page.locator('article').nth(before);
    return {
      press: (name: RegExp) => quiz.getByRole('button', { name }).click(),
      there: (name: RegExp) => quiz.getByRole('button', { name }),
      /** Waits until these phrases are read in it, in this order; the page takes words apart. */
      reads: (...phrases: string[]) =>
        expect
          .poll(
            async () => {
              const text = squeezed(
                String(await page.evaluate(`read(document.querySelectorAll('article')[${before}])`)),
              );
              const missing = phrases.map(squeezed).reduce(
                ({ at, left }, phrase) => {
                  const found = text.indexOf(phrase, at);
                  return found < 0 ? { at, left: [...left, phrase] } : { at: found + phrase.length, left };
                },
                { at: 0, left: [] as string[] },
              );
              return missing.left;
            },
            { timeout: 5_000 },
          )
          .toEqual([]),
    };
  };

  test('in a channel: answered once, shown, and to the end', async () => {
    const quiz = await begin({ questions: '2' });
    await quiz.reads('Question 1 of 2');
    await quiz.press(/Show the answer/);
    await says(/Answer first[\s\S]*Only you can see this/);
    await quiz.press(/^A\b/);
    await quiz.reads('Answered: 1');
    expect(await quiz.there(/^Answered: 1/).isDisabled()).toBe(true);
    await quiz.press(/^B\b/);
    await says(/answered this question already[\s\S]*Only you can see this/);
    await quiz.press(/Show the answer/);
    await quiz.reads('Right answer:', 'Who was right', 'Sources', 'Score so far', '1. @You: ');
    expect(await quiz.there(/^A$/).isDisabled()).toBe(true);
    await quiz.press(/Next question/);
    await quiz.reads('Question 2 of 2');
    await quiz.press(/^C\b/);
    await quiz.reads('Answered: 1');
    await quiz.press(/Show the answer/);
    await quiz.reads('Final score', 'of 2', 'What was asked');
    expect(await quiz.there(/^[A-D]\b|answer|question/).count()).toBe(0);
  });

  test('alone with the bot, in Turkish', async () => {
    await inDirect();
    const quiz = await begin({ questions: '1', language: 'tr' });
    await quiz.reads('Soru 1 / 1');
    await quiz.press(/^A\b/);
    await quiz.reads('Doğru yanıt:', 'Siz', 'Kaynaklar', 'Doğru yanıtlarınız:', '/ 1', 'Neler soruldu');
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
