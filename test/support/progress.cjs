const path = require('node:path');

/** At most so often a line about a spec that goes on. */
const EVERY_MS = 10_000;

/** Tells of a long run which spec has begun, how far it is and how long it took. */
module.exports = class Progress {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
    this.running = new Map();
    this.begun = Date.now();
  }

  onTestFileStart({ path }) {
    this.running.set(path, { begun: Date.now(), done: 0, told: Date.now() });
    this.tell(path, 'begins');
  }

  onTestCaseResult({ path }, { title, duration }) {
    const state = this.running.get(path);
    if (state === undefined) return;
    state.done += 1;
    if (Date.now() - state.told < EVERY_MS) return;
    state.told = Date.now();
    this.tell(path, `${state.done} done, the last in ${inWords(duration ?? 0)}: ${title}`);
  }

  onTestFileResult({ path }, { numFailingTests, numPassingTests, failureMessage }) {
    const took = inWords(Date.now() - (this.running.get(path)?.begun ?? this.begun));
    const failed = failureMessage ? Math.max(numFailingTests, 1) : numFailingTests;
    this.tell(path, `ends after ${took}: ${numPassingTests} passed, ${failed} failed`);
  }

  tell(spec, what) {
    process.stdout.write(`[${inWords(Date.now() - this.begun)}] ${path.relative(this.rootDir, spec)} ${what}\n`);
  }
};

function inWords(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
