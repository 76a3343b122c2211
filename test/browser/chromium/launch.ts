import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import type { Candidate } from './candidate.js';
import { shippedChromium } from './shipped.js';

/**
 * Starts a Chromium without a window, on any machine: the one that `CHROME_PATH` names; else the one that comes with
 * the packages, which is the same for everybody; else one that is installed.
 *
 * @throws Error with a sentence that says what was tried and what to install
 */
export async function launchChromium(): Promise<Browser> {
  const named = process.env['CHROME_PATH'];
  if (named)
    return launch({ program: named, env: {} }).catch((error: unknown) =>
      fail([`CHROME_PATH, ${because(named, error)}`]),
    );
  const tried: string[] = [];
  const attempt = async (title: string, find: () => Promise<Candidate>) => {
    try {
      return await launch(await find());
    } catch (error) {
      tried.push(because(title, error));
      return undefined;
    }
  };
  const shipped = await attempt('the one of the package @sparticuz/chromium', shippedChromium);
  if (shipped !== undefined) return shipped;
  for (const program of installed()) {
    const browser = await attempt(program, async () => ({ program, env: {} }));
    if (browser !== undefined) return browser;
  }
  return fail(tried);
}

/** The pages are our own: a sandbox would only keep the tests from running as root or in a container. */
function launch({ program, env }: Candidate): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...process.env, ...env },
  });
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function installed(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE].filter(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The line in which the browser itself, or its loader, says what is missing. */
function because(title: string, error: unknown): string {
  const lines = String((error as Error).message).split('\n');
  const telling = lines.find((line) => /error while loading|cannot open|not found|ENOENT|FATAL|denied/i.test(line));
  return `${title} (${(telling ?? lines[0] ?? '').replace(/^.*?\[err\]\s*/, '').trim()})`;
}

function fail(tried: readonly string[]): never {
  throw new Error(
    `No browser runs here. Tried: ${tried.join('; ')}. Install Chromium or Google Chrome (on Debian and Ubuntu: ` +
      `apt-get install chromium), or name its program in CHROME_PATH.`,
  );
}
