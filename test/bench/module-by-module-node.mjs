// `traguardo node` as it was built, module by module.
process.argv.splice(2, 0, 'node');
await import('../../dist/apps/cli/src/main.js');
