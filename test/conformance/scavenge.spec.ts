import operations from '@eventstore/db-client/generated/operations_pb.js';
import { EventStoreDBClient, FORWARDS, jsonEvent, START } from '@eventstore/db-client';
import { startEventNode } from '#event-node';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperationsService } from '../../libs/event-node/src/grpc/stubs.js';
import { lmdbStorage } from '../../libs/event-node/src/lmdb/lmdb-storage.js';
import { encodeRecord, headingOf } from '../../libs/event-node/src/log/record.js';
import type { Entry, Storage } from '../../libs/event-node/src/log/storage.js';
import { Scavenger } from '../../libs/event-node/src/scavenge/scavenger.js';
import { as, callsTo } from './calls.js';
import { POINTS } from './scavenge-points.js';

const ROOT = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'event-node-scavenge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (data: string) => statSync(join(data, 'data.mdb')).size;

describe('the scavenge operation', () => {
  it('given events that nobody can read any more, when an operator orders it, then the disk has their room again', async () => {
    const data = join(folder, 'ordered');
    const node = await startEventNode({ data });
    const client = EventStoreDBClient.connectionString(node.url);
    const large = () => jsonEvent({ type: 'noted', data: { text: 'x'.repeat(20_000) } });
    for (let n = 0; n < 20; n += 1) await client.appendToStream('notes', Array.from({ length: 20 }, large));
    await client.setStreamMetadata('notes', { maxCount: 5 });
    const before = fileOf(data);

    const calls = callsTo(node);
    const started = await calls.ask(OperationsService.startScavenge, new operations.StartScavengeReq(), as('ops'));
    expect(started.getScavengeResult()).toBe(operations.ScavengeResp.ScavengeResult.STARTED);
    while (fileOf(data) > before / 4) await client.appendToStream('others', jsonEvent({ type: 'other', data: {} }));

    const left: number[] = [];
    for await (const { event } of client.readStream('notes', { direction: FORWARDS, fromRevision: START }))
      left.push(Number(event?.revision));
    expect(left).toEqual([395, 396, 397, 398, 399]);
    await client.appendToStream('notes', large(), { expectedRevision: 399n });
    calls.close();
    await client.dispose();
    await node.stop();
  });

  it('given none that runs, when one is to be stopped, then it is not found; others than operators are refused', async () => {
    const node = await startEventNode({ inMemory: true });
    const calls = callsTo(node);
    const stop = new operations.StopScavengeReq().setOptions(
      new operations.StopScavengeReq.Options().setScavengeId('gone'),
    );
    const error = await calls.ask(OperationsService.stopScavenge, stop, as('ops')).catch((failure) => failure);
    expect(error).toMatchObject({ code: 5 });
    expect(error.metadata.get('exception')).toEqual(['scavenge-not-found']);
    expect(error.metadata.get('scavenge-id')).toEqual(['gone']);
    calls.close();
    await node.stop();
  });
});

describe('a scavenge that is killed', () => {
  const prepared = join(folder, 'prepared');
  const KEPT = Array.from({ length: 20 }, (_, n) => `kept-${n}`);
  let garbage = 0;

  beforeAll(async () => {
    const storage = lmdbStorage(prepared);
    for (const stream of KEPT) {
      await write(storage, 'old', Array<string>(100).fill('x'.repeat(2000)));
      await write(storage, stream, ['1', '2', '3']);
    }
    await write(storage, '$$old', ['{"$maxCount":7}']);
    garbage = 100 * KEPT.length - 7;
    await storage.close();
  });

  it.each(Object.keys(POINTS))('%s: nothing is lost, and the next one does the rest', async (point) => {
    const data = join(folder, point.replaceAll(' ', '-'));
    cpSync(prepared, data, { recursive: true });
    const acknowledged = await scavengeUntilKilled(data, point);

    const storage = lmdbStorage(data);
    expect(existsSync(join(data, 'compacting'))).toBe(false);
    const found = wholeLog(storage);
    const appended = found.filter(({ stream }) => stream.startsWith('new-'));
    expect(appended.map(({ position }) => position).slice(0, acknowledged.length)).toEqual(acknowledged);
    expect(appended.length - acknowledged.length).toBeLessThanOrEqual(1); // one may have been under way
    for (const stream of KEPT) expect(revisionsIn(storage, stream)).toEqual([0, 1, 2]);
    expect(revisionsIn(storage, 'old').slice(-7)).toEqual([1993, 1994, 1995, 1996, 1997, 1998, 1999]);

    const removedBefore = garbage - (revisionsIn(storage, 'old').length - 7);
    const scavenger = new Scavenger(storage, Date.now);
    scavenger.start();
    expect(await scavenger.finished()).toMatchObject({ state: 'completed', removed: garbage - removedBefore });
    expect(fileOf(data)).toBeLessThan(fileOf(prepared) / 4);
    expect(wholeLog(storage)).toHaveLength(KEPT.length * 3 + 1 + 7 + appended.length);
    await storage.close();
  });
});

/** @returns the positions of the appends that were acknowledged meanwhile */
async function scavengeUntilKilled(data: string, point: string): Promise<number[]> {
  const args = ['--conditions=source', '--import', './test/support/source-loader.mjs'];
  const child = spawn(process.execPath, [...args, 'test/conformance/scavenging.main.ts', data, point], { cwd: ROOT });
  let [lines, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (lines += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [, signal] = await once(child, 'close');
  if (signal !== 'SIGKILL') throw new Error(`the scavenge was not killed: ${errors}`);
  return lines.trim().split('\n').filter(Boolean).map(Number);
}

async function write(storage: Storage, stream: string, texts: readonly string[]): Promise<void> {
  const first = storage.lastRevision(stream) + 1;
  const entries = texts.map((text, index): Entry => {
    const place = { stream, revision: first + index, position: storage.lastPosition() + 1 + index, writtenAtMs: 0 };
    const id = '00000000-0000-4000-9000-000000000000';
    const event = { id, type: 't', json: true, data: Buffer.from(text), metadata: Buffer.alloc(0) };
    return { ...place, bytes: encodeRecord(event, place) };
  });
  await storage.write(entries);
}

function wholeLog(storage: Storage): { stream: string; position: number }[] {
  const found: { stream: string; position: number }[] = [];
  for (;;) {
    const page = storage.page((found.at(-1)?.position ?? 0) + 1, 'forwards', 512);
    if (page.length === 0) return found;
    found.push(...page.map(({ position, bytes }) => ({ position, stream: headingOf(bytes).stream })));
  }
}

function revisionsIn(storage: Storage, stream: string): number[] {
  const found: number[] = [];
  for (;;) {
    const page = storage.streamPage(stream, (found.at(-1) ?? -1) + 1, 'forwards', 512);
    if (page.length === 0) return found;
    found.push(...page.map(({ revision }) => revision));
  }
}
