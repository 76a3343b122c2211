// Runs the specifications of the rules inside one process, again and again: the rules are pure, so nothing is left
// behind, and a changed rule is tried in milliseconds instead of the seconds that a new Jest takes.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'expect';

const compiled = new Map();

/** Of one folder, with everything that it loads. */
export class Specifications {
  #files;
  #require;
  #root;

  constructor(folder) {
    this.#root = resolve(folder);
    this.#files = readdirSync(this.#root, { recursive: true })
      .filter((name) => name.endsWith('.spec.ts'))
      .map((name) => join(this.#root, name));
    this.#require = createRequire(pathToFileURL(join(process.cwd(), 'package.json')));
    acceptTypeScript(this.#require('@swc/core'));
  }

  /** Loads them afresh. @returns their tests: `{ id, name, run }` */
  load() {
    for (const path of Object.keys(this.#require.cache))
      if (path.startsWith(this.#root)) delete this.#require.cache[path];
    const tests = [];
    for (const file of this.#files) collecting(tests, file.slice(this.#root.length + 1), () => this.#require(file));
    return tests;
  }
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
function collecting(tests, file, load) {
  const path = [];
  const each = (define) => (rows) => (name, work) =>
    rows.forEach((row) => define(name, () => work(...(Array.isArray(row) ? row : [row]))));
  const describe = (name, work) => {
    path.push(name);
    work();
    path.pop();
  };
  const it = (name, run) => {
    const id = `${file}#${tests.length}`;
    tests.push({ id, name: [...path, name].join(' › '), run });
  };
  Object.assign(globalThis, {
    expect,
    describe: Object.assign(describe, { each: each(describe) }),
    it: Object.assign(it, { each: each(it) }),
  });
  load();
}
