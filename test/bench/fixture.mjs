// A stack of its own with many objectives ready for progress reports.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../dist/libs/engine/src/index.js';
import { eventStoreDb } from '../../dist/libs/event-store/src/index.js';
import { httpClient } from './http-client.mjs';

const OFFICE = 'area-di-prova';
const PASSWORD = randomUUID();
const system = { id: 'system', office: 'system' };

/** Defines, assigns and acknowledges `count` objectives of one share each, straight through the engine. */
export async function objectivesReady(stack, body, count) {
  const store = eventStoreDb(stack.eventStoreUrl);
  const engine = createEngine({ store, body });
  const at = new Date().toISOString();
  const by = { id: 'system', office: OFFICE };
  const send = (id, command) => {
    const commandId = randomUUID();
    return engine.execute('objective', id, command, { commandId, correlationId: commandId, causationId: commandId });
  };
  const ids = Array.from({ length: count }, (_, n) => `2022-1.1.${n + 1}`);
  const queue = [...ids];
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
        const shareId = `${id.slice(5)}-${OFFICE}`;
        await send(id, {
          type: 'objective.define',
          planId: '2022',
          horizon: '2099-12-31',
          by: system,
          at,
          objective: planned(id, shareId),
        });
        await send(id, { type: 'objective.assign', shareId, office: OFFICE, by: system, at });
        await send(id, { type: 'objective.acknowledge', shareId, by, at });
      }
    }),
  );
  await store.close();
  return ids;
}

function planned(id, shareId) {
  return {
    id: id.slice(5),
    mission: 1,
    strategicObjective: 1,
    number: id.slice(9),
    title: `Obiettivo di prova ${id}`,
    shares: [{ id: shareId, areaId: OFFICE, unit: null, weight: '1', funding: null, source: { line: 1 } }],
    indicators: [{ id: 'i1', shareIds: [shareId], text: 'Pratiche concluse', target: null, source: { line: 1 } }],
    deadlines: [{ id: 'd1', shareIds: [shareId], text: '', kind: 'horizon', on: '2099-12-31' }],
    participants: [],
    acts: [],
    source: { line: 1 },
  };
}

/** Signs in as the office that reports; returns a function that reports progress on the nth objective and gives its answer. */
export async function reporter(stack, ids, connections) {
  const client = httpClient(stack.apiUrl, connections);
  const operator = readFileSync(join(stack.folder, 'operator.token'), 'utf8').trim();
  const user = `bench-${randomUUID().slice(0, 8)}`;
  await client.send('POST', '/api/v1/accounts', {
    token: operator,
    headers: { 'idempotency-key': randomUUID() },
    body: { user, password: PASSWORD, office: OFFICE, roles: ['responsabile'] },
  });
  const { body: session } = await client.send('POST', '/api/v1/sessions', { body: { user, password: PASSWORD } });
  const report = (n) => {
    const id = ids[n % ids.length];
    const shareId = `${id.slice(5)}-${OFFICE}`;
    return client.send('POST', `/api/v1/objectives/${id}/shares/${shareId}/progress`, {
      token: session.token,
      headers: { 'idempotency-key': randomUUID() },
      body: { value: String(n % 101), note: 'Avanzamento registrato durante la misura', evidence: [] },
    });
  };
  const seen = async (position) => {
    for (;;) {
      try {
        await client.send('GET', `/api/v1/objectives/${ids[0]}?minPosition=${position}`, { token: session.token });
        return;
      } catch (error) {
        if (!String(error).includes('503')) throw error;
      }
    }
  };
  return { report, seen, close: client.close };
}
