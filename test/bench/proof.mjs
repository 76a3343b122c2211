// The proof of duty separation over a lived year, and over as many rows as a body has in decades.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { openDatabase, openPool, startPostgres } from '../../dist/libs/postgres/src/index.js';
import { separationChecks } from '../../dist/libs/read-model/src/index.js';

const TIMES = 15;
const MANY = 10_000;
const PAGE = 50;

export async function benchProof() {
  console.log('living a year …');
  const out = mkdtempSync(join(tmpdir(), 'traguardo-bench-'));
  const folder = livedYear(out);
  const postgres = await startPostgres({ data: join(folder, 'postgres'), port: 0 });
  const db = openDatabase(openPool(postgres.url, { max: 2 }));
  try {
    console.log(
      `\n| proof of duty separation, a page of ${PAGE}, ${TIMES} times | rows | first | median | slowest | processor, median |\n|---|---|---|---|---|---|`,
    );
    console.log(await measured(db, 'a lived year'));
    await multiply(postgres.url);
    console.log(await measured(db, 'the same, many times'));
  } finally {
    await db.destroy();
    await postgres.stop();
    rmSync(dirname(folder), { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
  }
}

function livedYear(out) {
  const command = ['run', '-s', 'traguardo', '--', 'simulate', '--example', 'comune', '--out', out, '--keep'];
  const { status, stdout } = spawnSync('npm', command, { encoding: 'utf8' });
  const folder = /^Written: (.*traguardo-simulation-.*)$/m.exec(stdout)?.[1];
  if (status !== 0 || folder === undefined) throw new Error(`The year was not lived: ${stdout.slice(-500)}`);
  return folder;
}

async function measured(db, what) {
  const took = [];
  const processor = [];
  let checked = 0;
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    const before = process.cpuUsage();
    ({ checked } = await separationChecks(db, {}, null, PAGE));
    took.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }
  const [first] = took;
  const columns = [first, median(took), Math.max(...took), median(processor)].map((ms) => `${ms.toFixed(0)} ms`);
  return `| ${what} | ${checked} | ${columns.join(' | ')} |`;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** The rows of the year again and again, each time after the last of them. */
async function multiply(url) {
  const client = new pg.Client(url);
  await client.connect();
  const table = 'read.separation_check';
  const { rows } = await client.query(`select count(*)::int as rows, max(position) + 1 as next from ${table}`);
  const [year] = rows;
  await client.query(
    `insert into ${table} select (jsonb_populate_record(one, jsonb_build_object('position', one.position + copy * $1::bigint))).*
     from ${table} as one, generate_series(1, $2::int) as copy`,
    [year.next, Math.ceil(MANY / year.rows) - 1],
  );
  await client.query('analyze');
  await client.end();
}
