// Loaded before the suite, whose environments of tests start clusters too: its containers become ours.
const Module = require('node:module');
const path = require('node:path');

const found = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  request === './Cluster' ? path.join(__dirname, 'cluster.cjs') : found(request, ...rest);
