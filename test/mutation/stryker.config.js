/** Every rule of `libs/domain` is changed in small ways; a specification must notice each. */
export default {
  testRunner: 'rules',
  plugins: [`${import.meta.dirname}/runner.mjs`],
  mutate: [
    'libs/domain/src/**/*.ts',
    '!libs/domain/src/**/*.spec.ts',
    '!libs/domain/src/testing.ts',
    '!libs/domain/src/testing/**',
    '!libs/domain/src/index.ts',
    // words, no rules
    '!libs/domain/src/workflow/names.ts',
  ],
  ignorePatterns: ['**', '!libs/domain/**', '!package.json'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // on a busy machine the specifications take a while
  dryRunTimeoutMinutes: 60,
  timeoutMS: 5_000,
  timeoutFactor: 1,
  disableTypeChecks: false,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: {
    allowColor: false,
    allowEmojis: false,
    logTests: false,
    reportTests: false,
    reportScoreTable: true,
  },
  jsonReporter: { fileName: 'data/mutation/report.json' },
  tempDirName: 'data/mutation/sandbox',
  thresholds: { high: 90, low: 85, break: 85 },
};
