import { totalmem } from 'node:os';

/** Source is ESM; Jest runs it as CommonJS (Nest 12 is ESM only and Jest cannot require(esm) on Node 20). */
export default {
  testEnvironment: '<rootDir>/test/support/one-world.cjs',
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
  transform: {
    '^.+\\.(ts|tsx|m?js)$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|@fastify/cookie|cookie|file-type|lmdb|kysely|uuid|canonicalize)/)',
  ],
  moduleNameMapper: {
    '^#([a-z-]+)/testing$': '<rootDir>/libs/$1/src/testing.ts',
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^fast-check$': '<rootDir>/test/support/drawn-alike.cjs',
    // its exports name only the `import` condition, which Jest's CommonJS resolution does not ask for
    '^canonicalize$': '<rootDir>/node_modules/canonicalize/lib/canonicalize.js',
  },
  runtime: '<rootDir>/test/support/compile-once.cjs',
  reporters: ['default', '<rootDir>/test/support/closing-line.cjs'],
  // whole stacks run inside some tests and wait for disks, browsers and each other: two at a time leave two cores idle for
  // a third of the time; a further stack with its browser wants 2 GB more
  maxWorkers: totalmem() < 12e9 ? 2 : totalmem() < 20e9 ? 3 : 4,
  testSequencer: '<rootDir>/test/support/stacks-first.cjs',
  // a new process reads and compiles everything again and starts a PostgreSQL of its own
  workerIdleMemoryLimit: totalmem() < 20e9 ? '1GB' : '2GB',
  // only what never comes takes so long: a machine may have ten other things to do
  testTimeout: 120_000,
};
