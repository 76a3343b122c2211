// Jest compiles every module anew for every specification. Here each is compiled once a process, and run anew in each.
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime'); // comes with Jest

// or what was compiled would be forgotten while another specification runs
setFlagsFromString('--no-flush-bytecode');

const scripts = new Map();

module.exports = class extends Runtime {
  constructor(...settings) {
    super(...settings);
    const { executor } = this; // within Jest: its version is pinned
    const compile = executor.compile.bind(executor);
    executor.compile = (source, filename) => {
      const context = executor.environment.getVmContext();
      if (context === null || filename === executor.testPath) return compile(source, filename);
      try {
        return scriptOf(source, filename, executor.injectedModuleParameters).runInContext(context);
      } catch (error) {
        if (error.name !== 'SyntaxError') throw error;
        return compile(source, filename); // which says what to do
      }
    };
  }
};

function scriptOf(source, filename, parameters) {
  const known = scripts.get(filename);
  if (known?.source === source) return known.script;
  const opening = `(function(${parameters.join(',')}){`;
  // as if the module stood alone: also the columns of its first line
  const script = new Script(`${opening}${source}\n})`, { filename, columnOffset: -opening.length });
  scripts.set(filename, { source, script });
  return script;
}
