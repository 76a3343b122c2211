// Loaded before the suite: its containers become ours, its client the published one that Traguardo uses.
const Module = require('node:module');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../../..');
const CLUSTER = path.join(__dirname, 'cluster.cjs');
const found = Module._resolveFilename;

Module._resolveFilename = (request, parent, ...rest) => {
  if (request === './Cluster') return CLUSTER;
  if (request.startsWith('@eventstore/db-client'))
    return found(path.join(ROOT, 'node_modules', request), parent, ...rest);
  return found(request, parent, ...rest);
};
