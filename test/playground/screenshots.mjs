// Takes the pictures of the README from the real page, answered by the real bot: npm run screenshots.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PICTURES = path.join(ROOT, 'src/playground/screenshots');

const playground = spawn(process.execPath, ['dist/src/playground/playground.js'], {
  cwd: ROOT,
  env: { ...process.env, PORT: '0' },
});
const url = await new Promise((resolve, reject) => {
  let said = '';
  playground.stdout.on('data', (chunk) => {
    said += chunk;
    const [found] = /http:\S+/.exec(said) ?? [];
    if (found) resolve(found);
  });
  playground.once('exit', () => reject(new Error(`The playground ended: ${said}`)));
});
mkdirSync(PICTURES, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? (await sparticuz.executablePath()),
  args: ['--no-sandbox'],
});

/** Opens the page and does something on it; takes a picture of the page, or of the last message alone. */
async function picture(name, { width = 1200, height = 760, colorScheme = 'dark', whole = false }, act) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, deviceScaleFactor: 1 });
  await page.goto(url);
  const box = page.getByRole('combobox', { name: /^Message/ });
  await box.waitFor();
  await act(page, box);
  await page.waitForTimeout(600);
  const target = whole ? page : page.locator('article').last();
  await target.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  await page.close();
}

const command =
  (text, options = {}) =>
  async (page, box) => {
    await box.fill(`/${text}`);
    await box.press('Enter');
    for (const [name, value] of Object.entries(options))
      await page.getByRole('combobox', { name }).fill(value);
    await page.getByRole('button', { name: 'Run' }).click();
  };

const say = (text) => async (page, box) => {
  await page.getByRole('button', { name: '@ Kitabkhana' }).click();
  await box.fill(text);
  await box.press('Enter');
};

const message = { width: 1100, height: 1400 };
await picture('playground', { whole: true }, say('wen was the akhundov libary fonded?'));
await picture(
  'kazakh-light',
  { whole: true, colorScheme: 'light' },
  say('Астана кітапханасында қанша кітап бар?'),
);
await picture('phone', { whole: true, width: 390, height: 760 }, say('hansı kitabxana daha qədimdir?'));
await picture('compare', message, command('compare', { topic: 'founding' }));
await picture('library', message, command('library', { name: 'Astana' }));
await picture('timeline', message, command('timeline'));
await picture('events', message, command('events'));
await picture('did-you-mean', message, command('ask', { question: 'books in the corner or the library' }));
await browser.close();
playground.kill('SIGINT');
