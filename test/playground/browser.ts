import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A real browser: one that is installed, else on Linux the one that comes in a package. Throws with what to install elsewhere. */
export async function openBrowser(): Promise<Browser> {
  const installed = [process.env.CHROME_PATH, ...INSTALLED].find(
    (file) => file !== undefined && existsSync(file),
  );
  if (installed !== undefined) return chromium.launch({ executablePath: installed });
  if (process.platform !== 'linux')
    throw new Error(
      'The tests of the page need a browser: install Google Chrome, or set CHROME_PATH to a Chromium.',
    );
  // Its own flags are for another place: they let one closed page end the whole browser.
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'] });
}
