// Makes the sample that the next release must be able to take over. With the release that is about to be left behind
// running for a new body (`npm start -- --body vecchio-borgo`), from the root of the repository:
//
//   node test/upgrade/make-sample.mjs live http://127.0.0.1:3000 data/vecchio-borgo
//   (stop it with Ctrl-C)
//   node test/upgrade/make-sample.mjs pack data/vecchio-borgo
//
// `live` lets a body live a little over HTTP and writes what it answers to expected.json; `pack` archives the folder.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const PASSWORD = 'campanile-di-prova-7';
const RELEASE = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
const PLAN = '/plans/2022';
const ACT = { kind: 'DGC', number: '103', date: '2022-05-16' };
const PEOPLE = {
  admin: ['amministratore'],
  'segretario-generale': ['segretario', 'responsabile'],
  vicesegretario: ['vicesegretario'],
  nucleo: ['nucleo'],
  giunta: ['giunta'],
  revisore: ['revisore'],
  'affari-generali': ['responsabile'],
  'polizia-locale': ['responsabile'],
};

const [what, ...args] = process.argv.slice(2);
if (what === 'live') await live(...args);
else if (what === 'pack') pack(...args);
else throw new Error('Say "live ADDRESS FOLDER" or "pack FOLDER".');

async function live(url, folder) {
  const tokens = { operatore: readFileSync(join(folder, 'operator.token'), 'utf8').trim() };
  const ask = async (user, method, path, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(tokens[user] !== undefined && { authorization: `Bearer ${tokens[user]}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        'idempotency-key': randomUUID(),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const send = (user, path, body = {}) => ask(user, 'POST', path, body);

  for (const [user, roles] of Object.entries(PEOPLE)) {
    const known = (await ask('operatore', 'GET', '/accounts')).accounts.some((account) => account.user === user);
    // the first administrator is made by the first start, with a password that nobody keeps
    const name = known ? `${user}-di-prova` : user;
    await send('operatore', '/accounts', { user: name, password: PASSWORD, office: user, roles });
    tokens[user] = (await send(user, '/sessions', { user: name, password: PASSWORD })).token;
  }

  const text = readFileSync(join(ROOT, 'examples/comune/piano-2022.md'), 'utf8');
  await send('segretario-generale', '/plans', { text, acceptProposals: true });
  const tree = await until(
    () => ask('giunta', 'GET', `${PLAN}?minPosition=0`),
    (answer) => sharesOf(answer).length > 40,
  );
  await send('giunta', `${PLAN}/approval`, { act: ACT });
  await send('giunta', `${PLAN}/entry-into-force`, { from: ACT.date });
  await until(
    () => ask('giunta', 'GET', PLAN),
    ({ status }) => status === 'in-force',
  );

  const own = sharesOf(tree).filter(({ areaId }) => areaId === 'affari-generali' || areaId === 'polizia-locale');
  for (const { path, areaId } of own) {
    await send('segretario-generale', `${path}/assignment`, { office: areaId });
    await send(areaId, `${path}/acknowledgement`);
  }
  for (const [index, { path, areaId }] of own.entries()) {
    const note = 'Avanzamento di prova, perché così è.';
    await send(areaId, `${path}/progress`, { value: String(10 + 5 * index), note, evidence: [] });
  }
  const [reported] = own.filter(({ weight }) => weight !== null);
  const detail = await ask('giunta', 'GET', reported.path.replace(/\/shares\/.*/, ''));
  const indicators = detail.indicators.filter(({ shareIds }) => shareIds.includes(reported.shareId));
  await send(reported.areaId, `${reported.path}/rendicontazione`, {
    measurements: indicators.map(({ id }) => ({ indicatorId: id, value: 'fatto' })),
    selfDegree: '95',
    note: 'Rendicontazione di prova.',
  });
  await send('segretario-generale', `${reported.path}/rendicontazione/approval`, { step: 'verifica' });

  const trail = () => ask('revisore', 'GET', '/audit-trail?limit=500');
  const { events } = await quiet(trail, (answer) => answer.events.length);
  const { accounts } = await ask('operatore', 'GET', '/accounts');
  const expected = {
    release: RELEASE,
    body: basename(resolve(folder)),
    arch: process.arch,
    platform: process.platform,
    password: PASSWORD,
    accounts: accounts.map(({ id, user, office, roles }) => ({ id, user, office, roles })),
    reported: { path: reported.path, areaId: reported.areaId },
    dashboard: await ask('giunta', 'GET', '/dashboard?planId=2022'),
    table: (await ask('giunta', 'GET', `${PLAN}/table`)).missions,
    trail: events.map(({ position, type, hash }) => `${position} ${type} ${hash}`),
  };
  writeFileSync(join(HERE, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  console.log(`${events.length} events, ${own.length} shares. Stop the stack, then pack.`);
}

function sharesOf({ missions }) {
  return missions.flatMap(({ strategicObjectives }) =>
    strategicObjectives.flatMap(({ objectives }) =>
      objectives.flatMap(({ objectiveId, shares }) =>
        shares.map((share) => ({ ...share, path: `/objectives/${objectiveId}/shares/${share.shareId}` })),
      ),
    ),
  );
}

async function until(ask, good) {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined && good(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What happens by itself (missed deadlines, reminders) has happened when nothing comes for a while. */
async function quiet(ask, measure) {
  for (let last, since = Date.now(); ;) {
    const answer = await ask();
    if (measure(answer) !== last) [last, since] = [measure(answer), Date.now()];
    else if (Date.now() - since > 15_000) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Brotli comes with Node on every machine that will have to unpack it, and makes it a fifth of what gzip does. */
function pack(folder) {
  const { body, release, arch } = JSON.parse(readFileSync(join(HERE, 'expected.json'), 'utf8'));
  const tar = ['-C', dirname(resolve(folder)), '--owner=0', '--group=0', '-cf', '-', basename(resolve(folder))];
  const { status, stdout } = spawnSync('tar', tar, { maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error('tar failed');
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: stdout.length };
  const archive = join(HERE, `${body}-${release}-${arch}.tar.br`);
  writeFileSync(archive, brotliCompressSync(stdout, { params }));
  console.log(`${archive}: ${(statSync(archive).size / 2 ** 20).toFixed(2)} MiB`);
}
