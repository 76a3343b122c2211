// Jest finds, reads and compiles every module anew for every specification. Here each is found, read and compiled once a
// process, and run anew in each.
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime'); // comes with Jest

// or what was compiled would be forgotten while another specification runs
setFlagsFromString('--no-flush-bytecode');

const scripts = new Map();
const texts = new Map();
const places = new Map();
const resolvers = new WeakSet();

module.exports = class extends Runtime {
  constructor(...settings) {
    super(...settings);
    const [, , resolver, , , , , { watch, watchAll }] = settings;
    if (!watch && !watchAll) {
      this.readOnce();
      findOnce(resolver);
    }
    const { executor } = this; // within Jest: its version is pinned
    const compile = executor.compile.bind(executor);
    executor.compile = (source, filename) => {
      const context = executor.environment.getVmContext();
      if (context === null || filename === this._testPath) return compile(source, filename);
      try {
        return scriptOf(source, filename, executor.injectedModuleParameters).runInContext(context);
      } catch (error) {
        if (error.name !== 'SyntaxError') throw error;
        return compile(source, filename); // which says what to do
      }
    };
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
      if (transformed !== undefined) {
        // by which a stack finds its lines
        transformCache.transforms.set(filename, transformed);
        if (transformed.sourceMapPath) transformCache.sourceMaps.set(filename, transformed.sourceMapPath);
      }
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
  const opening = `(function(${parameters.join(',')}){`;
  // as if the module stood alone: also the columns of its first line
  const script = new Script(`${opening}${source}\n})`, { filename, columnOffset: -opening.length });
  scripts.set(filename, { source, script });
  return script;
}
