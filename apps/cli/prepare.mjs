// Installs and builds what is missing. Needs no package: it runs before there is any.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILD_STEPS } from './build-steps.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

const INSTALLED = join(ROOT, 'node_modules/.traguardo-installed');
const BUILT = join(ROOT, 'dist/.traguardo-built');
/** Whose turn it is to change node_modules or dist; outside both, as either may be taken away. */
const TURN = join(ROOT, '.traguardo-building');
const BUILD_INPUTS = ['apps', 'libs', 'nest-cli.json', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Makes node_modules match package-lock.json and dist match the sources; does nothing where they do.
 *
 * @param {{ out?: NodeJS.WriteStream, build?: boolean }} options  where progress goes, and whether dist is wanted
 * @returns {Promise<{ installMs: number, buildMs: number }>}  0 for what was not needed
 */
export async function prepare({ out = process.stdout, build = true } = {}) {
  const installMs = await once(INSTALLED, installState, fitsLock, 'Installing packages', out, install);
  const buildMs = build ? await once(BUILT, buildState, never, 'Building', out, () => runBuild('pipe')) : 0;
  return { installMs, buildMs };
}

/**
 * Builds, whatever there is already, after any other build here, and marks it as done.
 *
 * @param {NodeJS.WriteStream} out
 */
export async function buildNow(out) {
  await oneAtATime(
    TURN,
    async () => {
      rmSync(BUILT, { force: true });
      const state = buildState();
      await runBuild('inherit');
      mark(BUILT, state);
    },
    out,
  );
}

function mark(stamp, state) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

/** Runs a step unless the stamp shows, or a closer look finds, that it has been done in this state; one process at a time. */
async function once(stamp, stateNow, isDone, title, out, run) {
  const done = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === stateNow();
  if (done()) return 0;
  return oneAtATime(TURN, () => (done() ? 0 : doneNow(stamp, stateNow(), isDone, title, out, run)), out);
}

async function doneNow(stamp, state, isDone, title, out, run) {
  if (!existsSync(stamp) && isDone()) {
    mark(stamp, state);
    return 0;
  }
  rmSync(stamp, { force: true });
  const begun = performance.now();
  const end = showProgress(title, out);
  try {
    await run();
  } catch (error) {
    end('failed');
    throw error;
  }
  mark(stamp, state);
  end('done');
  return performance.now() - begun;
}

/** Packages fit the lock they were installed from, the platform, and the binary interface of Node. */
function installState() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  return [lock, process.platform, process.arch, process.versions.modules].join(' ');
}

const never = () => false;

/** Did somebody run `npm ci` by hand? npm lists what it installed, as the last thing it does. */
function fitsLock() {
  const list = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const fits = ([path, { version, optional }]) => {
    if (path === '') return true;
    return installed[path] === undefined ? optional === true : installed[path].version === version;
  };
  return Object.entries(locked).every(fits) && Object.keys(installed).every((path) => path in locked);
}

/** Names, sizes and times of every file that a build reads. */
function buildState() {
  const hash = createHash('sha256').update(installState());
  const add = (path) => {
    const { mtimeMs, size } = statSync(join(ROOT, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  const walk = (path) => {
    for (const entry of readdirSync(join(ROOT, path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (entry.isDirectory()) walk(`${path}/${entry.name}`);
      else if (!entry.name.endsWith('.spec.ts')) add(`${path}/${entry.name}`);
    }
  };
  for (const path of BUILD_INPUTS.filter((input) => existsSync(join(ROOT, input))))
    if (statSync(join(ROOT, path)).isDirectory()) walk(path);
    else add(path);
  return hash.digest('hex');
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

// A build needs what production does not: the caller's NODE_ENV and npm settings must not leave it out.
const install = () => npm(['ci', '--include=dev', '--include=optional']);

/** @param {'inherit' | 'pipe'} output  shown as it comes, or only where a step fails */
async function runBuild(output) {
  for (const [program, ...args] of BUILD_STEPS)
    await ran(process.execPath, [join(ROOT, program), ...args], [program, ...args].join(' '), output);
}

function npm(args) {
  // Under npm, its own script is at hand; else whatever the path holds.
  const script = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const [program, first] = script === undefined ? ['npm', []] : [process.execPath, [script]];
  return ran(program, [...first, ...args], `npm ${args.slice(0, 2).join(' ')}`, 'pipe');
}

function ran(program, args, name, output) {
  const env = { ...process.env };
  for (const variable of Object.keys(env))
    if (/^npm_config_(omit|only|production|include|dry_run|loglevel|silent)$/i.test(variable)) delete env[variable];
  delete env.NODE_ENV;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', output, output] });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (told += chunk));
    const leave = (signal) => {
      child.kill(signal);
      process.exit(130);
    };
    for (const signal of SIGNALS) process.once(signal, leave);
    child.once('error', (error) => reject(new Error(`${name} could not be run (${error.message}): install npm.`)));
    child.once('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, leave);
      if (code === 0) resolve();
      else reject(new Error(`${name} failed${told === '' ? '.' : `:\n${told.trimEnd()}`}`));
    });
  });
}

/** On a terminal, one line that counts the seconds; elsewhere a line now and then. */
function showProgress(title, out) {
  const begun = performance.now();
  const seconds = () => Math.round((performance.now() - begun) / 1000);
  if (!out.isTTY) out.write(`${title} …\n`);
  const tick = () => out.write(out.isTTY ? `\r${title} … ${seconds()} s ` : `${title} … ${seconds()} s\n`);
  const timer = setInterval(tick, out.isTTY ? 1_000 : 15_000);
  if (out.isTTY) tick();
  return (outcome) => {
    clearInterval(timer);
    const taken = ((performance.now() - begun) / 1000).toFixed(1);
    out.write(`${out.isTTY ? '\r' : ''}${title}: ${outcome} in ${taken} s\n`);
  };
}
