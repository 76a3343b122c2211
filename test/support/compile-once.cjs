// Jest finds, reads, compiles and runs every module anew for every specification. Here each is once a process, in the world
// that its specifications share (one-world.cjs): what a module keeps is a cache, but on the page, whose modules are run anew.
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
// these come with Jest
const { handlePotentialSyntaxError } = require('@jest/transform');
const { default: Runtime } = require('jest-runtime');

// or what was compiled would be forgotten while another specification runs
setFlagsFromString('--no-flush-bytecode');

const scripts = new Map();
const texts = new Map();
const places = new Map();
const resolvers = new WeakSet();
const modules = new Map();
const sourceMaps = new Map();
/** The specification that runs: a module that has been loaded by another asks it for what is still to be loaded. */
let running;

module.exports = class extends Runtime {
  constructor(...settings) {
    super(...settings);
    running = this;
    const [, , resolver, , , , , { watch, watchAll }] = settings;
    if (!watch && !watchAll) {
      this.loadOnce();
      this.readOnce();
      findOnce(resolver);
    }
    const { executor } = this; // within Jest: its version is pinned
    executor.compile = (source, filename) => {
      const compile = filename === this._testPath ? newScript : scriptOf;
      try {
        return compile(source, filename, executor.injectedModuleParameters).runInThisContext();
      } catch (error) {
        throw handlePotentialSyntaxError(error); // which says what to do
      }
    };
  }

  loadOnce() {
    this.registries.moduleRegistry = new Loaded();
    // by which a stack finds its lines, also in what others have loaded
    this.transformCache.sourceMaps = sourceMaps;
    const { requireBuilder } = this;
    const ask = requireBuilder.requireDispatch;
    requireBuilder.requireDispatch = (from, name) =>
      isShared(from) ? running.requireModuleOrMock(from, name) : ask(from, name);
  }

  readOnce() {
    const { transformCache } = this;
    const transform = transformCache.transform.bind(transformCache);
    transformCache.transform = (filename, options) => {
      if (filename === this._testPath) return transform(filename, options); // once anyway
      const key = `${filename}\0${options?.isInternalModule ?? false}`;
      const known = texts.get(key);
      if (known === undefined) {
        const code = transform(filename, options);
        texts.set(key, { code, transformed: transformCache.transforms.get(filename) });
        return code;
      }
      const { code, transformed } = known;
      if (transformed !== undefined) transformCache.transforms.set(filename, transformed);
      return code;
    };
  }
};

/** A name of `moduleNameMapper` is the only one that Jest looks for again. */
function findOnce(resolver) {
  if (resolvers.has(resolver)) return;
  resolvers.add(resolver);
  const find = resolver.resolveStubModuleName.bind(resolver);
  resolver.resolveStubModuleName = (from, name, options) => {
    const key = `${path.dirname(from)}\0${name}\0${options?.conditions?.join() ?? ''}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = find(from, name, options);
    places.set(key, place);
    return place;
  };
}

function scriptOf(source, filename, parameters) {
  const known = scripts.get(filename);
  if (known?.source === source) return known.script;
  const script = newScript(source, filename, parameters);
  scripts.set(filename, { source, script });
  return script;
}

function newScript(source, filename, parameters) {
  const opening = `(function(${parameters.join(',')}){`;
  // as if the module stood alone: also the columns of its first line
  return new Script(`${opening}${source}\n})`, { filename, columnOffset: -opening.length });
}

function isShared(file) {
  return !/\.spec\.tsx?$/.test(file) && !file.includes('/apps/web/');
}

/** The modules that a specification finds loaded; those of all outlive it. */
class Loaded extends Map {
  get(file) {
    return isShared(file) ? modules.get(file) : super.get(file);
  }

  has(file) {
    return isShared(file) ? modules.has(file) : super.has(file);
  }

  set(file, module) {
    if (!isShared(file)) return super.set(file, module);
    modules.set(file, module);
    return this;
  }

  delete(file) {
    return isShared(file) ? modules.delete(file) : super.delete(file);
  }
}
