// Runs the specifications of the rules inside one process, again and again: the rules are pure, so nothing is left
// behind, and a changed rule is tried in milliseconds instead of the seconds that a new Jest takes.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'expect';

/** Of each property: fewer than Jest tries, so that the score is rather too low than too high, and always the same ones. */
const PROPERTY = { seed: 20_220_101, numRuns: 25, endOnFailure: true };

const compiled = new Map();

/** Of one folder, with everything that it loads. */
export class Specifications {
  /** Paths below the folder. */
  files;
  #require;
  #root;

  constructor(folder) {
    this.#root = resolve(folder);
    this.files = readdirSync(this.#root, { recursive: true }).filter((name) => name.endsWith('.spec.ts'));
    this.#require = createRequire(pathToFileURL(join(process.cwd(), 'package.json')));
    acceptTypeScript(this.#require('@swc/core'));
    shortenProperties(this.#require('fast-check'));
  }

  /** What is loaded from now on is loaded afresh; tests that are there keep what they loaded. */
  forget() {
    for (const path of Object.keys(this.#require.cache))
      if (path.startsWith(this.#root)) delete this.#require.cache[path];
  }

  /** @returns its tests: `{ id, name, file, run }` */
  load(file) {
    const path = join(this.#root, file);
    delete this.#require.cache[path];
    return collected(file, () => this.#require(path));
  }
}

function shortenProperties(fc) {
  const { assert } = fc;
  const shortened = (property, parameters = {}) =>
    assert(property, {
      ...parameters,
      ...PROPERTY,
      numRuns: Math.min(parameters.numRuns ?? PROPERTY.numRuns, PROPERTY.numRuns),
    });
  fc.default = { ...fc.default, assert: shortened };
}

function acceptTypeScript({ transformSync }) {
  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = (request, parent, ...rest) =>
    resolveFilename(/^\.{1,2}\/.*\.js$/.test(request) ? request.replace(/\.js$/, '.ts') : request, parent, ...rest);
  Module._extensions['.ts'] = (module, path) => {
    let code = compiled.get(path);
    if (code === undefined) {
      ({ code } = transformSync(readFileSync(path, 'utf8'), {
        swcrc: false,
        filename: path,
        module: { type: 'commonjs' },
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      }));
      compiled.set(path, code);
    }
    module._compile(code, path);
  };
}

/** What Jest gives to a specification, as far as those of the rules use it. */
function collected(file, load) {
  const tests = [];
  const path = [];
  const each = (define) => (rows) => (name, work) =>
    rows.forEach((row) => define(name, () => work(...(Array.isArray(row) ? row : [row]))));
  const describe = (name, work) => {
    path.push(name);
    work();
    path.pop();
  };
  const it = (name, run) => tests.push({ id: `${file}#${tests.length}`, name: [...path, name].join(' › '), file, run });
  Object.assign(globalThis, {
    expect,
    describe: Object.assign(describe, { each: each(describe) }),
    it: Object.assign(it, { each: each(it) }),
  });
  load();
  return tests;
}
