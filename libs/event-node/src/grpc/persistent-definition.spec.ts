import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { Log } from '../log/log.js';
import { memoryStorage } from '../memory/memory-storage.js';
import { jsonEvent, write } from '../persistent-subscriptions/own-streams.js';
import { definitionOf } from './persistent-definition.js';

const { Options, AllOptions, Settings } = persistent.CreateReq;

async function storage() {
  const log = new Log(memoryStorage(), () => 0);
  await write(log, 's', jsonEvent('a', '{}'), jsonEvent('b', '{}'));
  return log.storage;
}

function options(): InstanceType<typeof Options> {
  return new Options().setGroupName('g').setSettings(new Settings().setHistoryBufferSize(10));
}

it.each([
  ['the end', new AllOptions().setEnd(new shared.Empty()), { text: 'C:-1/P:-1', after: 2 }],
  ['the largest position of 64 bits', at(2n ** 64n - 1n), { text: 'C:-1/P:-1', after: 2 }],
  ['the start', new AllOptions().setStart(new shared.Empty()), { text: 'C:0/P:0', after: 0 }],
  ['a position', at(2n), { text: 'C:2/P:2', after: 1 }],
])('given a group of the whole log from %s, then it begins there', async (_, all, start) => {
  expect(definitionOf(options().setAll(all), await storage()).start).toEqual(start);
});

it('given the whole log under the name of a stream, then it is refused: its places are no revisions', async () => {
  const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from('$all'));
  const log = await storage();
  expect(() => definitionOf(options().setStreamIdentifier(identifier), log)).toThrow('Bad stream name.');
});

it.each([
  ['no UTF-8', Buffer.from([0x61, 0xc3])],
  ['longer than 64 KiB', Buffer.alloc(65_537, 'x')],
  ['that of nobody’s metadata', Buffer.from('$$')],
])('given a name that is %s, then no group is made for it', async (_, name) => {
  const identifier = new shared.StreamIdentifier().setStreamName(name);
  const log = await storage();
  expect(() => definitionOf(options().setStreamIdentifier(identifier), log)).toThrow('Bad stream name.');
});

it('given a group of a name that no stream of its own could carry, then it is not made', async () => {
  const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from('s'));
  const asked = options().setStreamIdentifier(identifier).setGroupName('x'.repeat(65_537));
  const log = await storage();
  expect(() => definitionOf(asked, log)).toThrow('Bad group name.');
});

function at(position: bigint): InstanceType<typeof AllOptions> {
  const place = new persistent.CreateReq.Position();
  return new AllOptions().setPosition(place.setCommitPosition(String(position)).setPreparePosition(String(position)));
}
