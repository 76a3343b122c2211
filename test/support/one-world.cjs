// Jest gives every specification a world of its own: nothing is loaded in it, and each look at a global is intercepted.
// Here the specifications of a process share the process's own; what one has changed in it is put right after it.
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers'); // these come with Jest
const { ModuleMocker } = require('jest-mock');

/** What Jest itself leaves, by which the next specification would be run twice. What a package leaves stays, as it does. */
const OF_JEST =
  /^(?:(?:before|after)(?:All|Each)|[fx]?(?:it|test|describe)|expect|EVENT_HANDLERS|JEST_.*|RETRY_.*|TEST_TIMEOUT.*)$/;

/** The timers of Node are objects already. */
const timerConfig = { idToRef: (id) => id, refToId: (timer) => timer };

module.exports = class {
  global = globalThis;
  exportConditions = () => ['node', 'node-addons'];
  getVmContext = () => globalThis;

  constructor({ projectConfig: config }) {
    this.before = asItIs();
    const { global } = this;
    this.moduleMocker = new ModuleMocker(global);
    this.fakeTimers = new LegacyFakeTimers({ config, global, moduleMocker: this.moduleMocker, timerConfig });
    this.fakeTimersModern = new ModernFakeTimers({ config, global });
  }

  async setup() {}

  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    putRight(this.before);
  }
};

function asItIs() {
  const { env, exitCode } = process;
  const exit = Object.getOwnPropertyDescriptor(process, 'exit');
  return { globals: globals(), env: { ...env }, exit, exitCode, folder: process.cwd() };
}

function putRight({ globals: before, env, exit, exitCode, folder }) {
  for (const [key, now] of globals()) {
    const was = before.get(key);
    if (was === undefined && OF_JEST.test(key.description ?? key)) delete globalThis[key];
    if (was !== undefined && !Object.is(was.value, now.value)) Object.defineProperty(globalThis, key, was);
  }
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  Object.defineProperty(process, 'exit', exit);
  process.exitCode = exitCode;
  if (process.cwd() !== folder) process.chdir(folder);
}

function globals() {
  return new Map(Reflect.ownKeys(globalThis).map((key) => [key, Object.getOwnPropertyDescriptor(globalThis, key)]));
}
