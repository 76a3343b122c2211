import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eventStoreDb, type EventStore, type Position, type RecordedEvent } from '#event-store';
import { startEventNode } from '#event-node';
import { startPostgres } from '#postgres';
import { addDays, type ReminderItem } from '#domain';
import { instantInRome } from '../../apps/cli/src/simulation/rome.js';
import { OPERATOR } from '../../apps/cli/src/simulation/accounts.js';
import { steadyPort } from '../support/steady-port.js';
import { withoutEvaluations } from '../support/without-evaluations.js';
import {
  authorise,
  bringIntoForce,
  everybody,
  giveAccounts,
  mustDo,
  planOf,
  scoreAreas,
  SEGRETARIO,
} from './body-of-test.js';
import { chance, seedOfRun } from './chance.js';
import { allEvents, brokenChains, grown, messagesIn, ofType, rowsIn, rowsReplayed, twice } from './facts.js';
import { reportUntilSilence, send, sendAgain, type Sent } from './traffic.js';
import { startWholeStack, type Place, type WholeStack } from './whole-stack.js';

/** Each kill needs a plan of another year, and there are plans until 2099: a hundred kills are those of two bodies. */
const [BODIES, KILLS] = process.env['SOAK'] === undefined ? [1, 5] : [2, 50];
const REPORTERS = 6;
const LATEST_KILL_MS = 600;
const LATEST_MESSAGE_MS = 3000;
/** For all that a kill writes, on a busy machine. */
const REPLAYED_WITHIN_MS = 60_000 + KILLS * 5_000;
const STANDING = 2022;
const FIRST_DAY = '2022-05-22';
const BODY = 'recovery';

describe.each(Array.from({ length: BODIES }, (_, index) => index))('a whole stack that is killed', (index) => {
  const seed = seedOfRun() + index;
  const random = chance(seed);
  const data = mkdtempSync(join(tmpdir(), 'traguardo-recovery-'));
  const folder = join(data, BODY);
  const sent: Sent[] = [];
  /** As far as it was read. */
  let log: readonly RecordedEvent[] = [];
  const { text, document: standing } = planOf(STANDING);
  let place: Place;
  let stack: WholeStack | undefined;
  let store: EventStore;

  beforeAll(async () => {
    console.log(`${KILLS} kills, SEED=${seed}`);
    // nobody is evaluated here
    place = { data, body: BODY, nodePort: await steadyPort(), workflow: withoutEvaluations(data) };
    store = eventStoreDb(`esdb://127.0.0.1:${place.nodePort}?tls=false`);
    stack = await startWholeStack(place);
    const { townHall, time } = everybody(stack.apiUrl, folder);
    await giveAccounts(townHall);
    await time.passTo(morningOf(0));
    await mustDo(townHall, SEGRETARIO, '/plans', { text, acceptProposals: true });
    await mustDo(townHall, SEGRETARIO, '/plans', { text: planOf(STANDING + 1).text, acceptProposals: true });
    await time.settle();
    await bringIntoForce(townHall, standing, FIRST_DAY);
  }, 300_000);

  afterAll(async () => {
    await stack?.killAll();
    await store.close();
    rmSync(data, { recursive: true, force: true });
  });

  for (let kill = 1; kill <= KILLS; kill++) {
    it(`has lost and doubled nothing after kill ${kill}`, async () => {
      if (stack === undefined) throw new Error('The stack is not up.');
      const year = STANDING + kill;
      const { document } = planOf(year);
      const next = planOf(year + 1);
      const run = { runId: `${year}-aree`, planId: String(year), scope: { kind: 'areas' }, fund: '10000.00' };
      const before = everybody(stack.apiUrl, folder);
      await before.time.settle();
      await bringIntoForce(before.townHall, document, FIRST_DAY);
      await scoreAreas(before.townHall, document, dayOf(kill - 1));
      await mustDo(before.townHall, 'personale', '/premium-runs', run);
      await authorise(before.townHall, run.runId, dayOf(kill - 1));

      const first = sent.length;
      const ask = (user: string, path: string, body: Record<string, unknown>) =>
        send(before.townHall, sent, { user, path, body });
      const busy = [
        ...Array.from({ length: REPORTERS }, () => reportUntilSilence(before.townHall, sent, standing, random)),
        ask('personale', `/premium-runs/${run.runId}/liquidation`, {}),
        ask(SEGRETARIO, '/plans', { text: next.text, acceptProposals: true }),
        ask(OPERATOR, '/clock', { now: morningOf(kill) }),
      ];
      await (kill % 2 === 0 ? pause(random.between(20, LATEST_KILL_MS)) : messageBegins(join(folder, 'mail')));
      await stack.killAll();
      await Promise.all(busy);
      const unanswered = sent.slice(first).filter(({ answer }) => answer === null);
      expect(unanswered.length).toBeGreaterThan(0);

      stack = await startWholeStack(place);
      const { townHall, time } = everybody(stack.apiUrl, folder);
      const seen = log.length;
      log = await grown(store, log);
      const found = byCommand(log);
      const isRight = ({ key, answer }: Sent) => {
        const times = found.get(key)?.length ?? 0;
        return answer === null ? times <= 1 : times === 1;
      };
      expect(sent.slice(first).filter((command) => !isRight(command))).toEqual([]);
      for (const command of unanswered) {
        await sendAgain(townHall, command);
        expect(command.answer).toMatchObject({ refused: null });
      }
      await time.settle();

      const events = (log = await grown(store, log));
      const written = byCommand(events);
      const concerned = new Set(events.slice(seen).map(({ stream }) => stream));
      const last = lastConsequenceBy(events);
      expect(sent.map(({ key }) => written.get(key)?.map((event) => whereItStands(event, last)))).toEqual(
        sent.map((command) => [answered(command)]),
      );
      expect(definedOf(events, year + 1)).toEqual(next.document.objectives.map(({ id }) => id).toSorted());
      expect(liquidatedOf(events, run.runId)).toEqual(promisedOf(events, run.runId));
      expect(doubled(events)).toEqual([]);
      expect(brokenChains(events.filter(({ stream }) => concerned.has(stream)))).toEqual([]);
      expect(messagesIn(folder).map(nameOf)).toEqual(ofType(events, 'reminder.sent.v1').map(fileOf).toSorted());
    }, 180_000);
  }

  it(
    'has kept all that was ever seen of its log, and a read model that is what a replay from position zero makes',
    async () => {
      await stack?.stop();
      stack = undefined;
      const node = await startEventNode({ data: join(folder, 'events'), port: 0 });
      const postgres = await startPostgres({ data: join(folder, 'postgres'), port: 0 });
      const reopened = eventStoreDb(node.url);
      try {
        const whole = await allEvents(reopened);
        expect(whole.slice(0, log.length)).toEqual(log);
        expect([brokenChains(whole), doubled(whole)]).toEqual([[], []]);
        expect(await rowsIn(postgres.url)).toEqual(await rowsReplayed(reopened, BODY, REPLAYED_WITHIN_MS));
      } finally {
        await reopened.close();
        await postgres.stop();
        await node.stop();
      }
    },
    2 * REPLAYED_WITHIN_MS,
  );
});

/** Reminders and missed deadlines come as the clock moves on from kill to kill. */
function morningOf(kill: number): string {
  return instantInRome(dayOf(kill), '09:00');
}

function dayOf(kill: number): string {
  return addDays(FIRST_DAY, 2 * kill);
}

/** Settles when a message is on its way, or none comes: a kill just then must be made good. */
async function messageBegins(mail: string): Promise<void> {
  mkdirSync(mail, { recursive: true, mode: 0o700 });
  const signal = AbortSignal.timeout(LATEST_MESSAGE_MS);
  await once(watch(mail, { signal }), 'change', { signal }).catch(() => undefined);
}

/** What each command wrote itself, apart from what followed. */
function byCommand(events: readonly RecordedEvent[]): ReadonlyMap<unknown, readonly RecordedEvent[]> {
  const grouped = new Map<unknown, RecordedEvent[]>();
  for (const event of events) {
    const { commandId } = event.metadata;
    grouped.set(commandId, [...(grouped.get(commandId) ?? []), event]);
  }
  return grouped;
}

function whereItStands({ id, revision, position }: RecordedEvent, last: ReadonlyMap<unknown, Position>): string {
  return `revision ${revision} at ${last.get(id) ?? position}`;
}

/** A liquidation is answered once its last payment stands in its objective, a draft once its last objective does: by the event that caused them. */
function lastConsequenceBy(events: readonly RecordedEvent[]): ReadonlyMap<unknown, Position> {
  const caused = new Set(['objective.premium-liquidated.v1', 'objective.defined.v1']);
  return new Map(
    events.filter(({ type }) => caused.has(type)).map(({ metadata, position }) => [metadata['$causationId'], position]),
  );
}

/** Where the answer says that it stands. */
function answered({ answer }: Sent): string {
  return answer?.refused === null ? `revision ${answer.revision} at ${answer.position}` : JSON.stringify(answer);
}

/** A draft has its consequences in one stream for each objective. */
function definedOf(events: readonly RecordedEvent[], year: number): readonly string[] {
  return ofType(events, 'objective.defined.v1')
    .filter(({ data }) => data['planId'] === String(year))
    .map(({ stream }) => stream.slice(stream.indexOf('-', stream.indexOf('_')) + 1))
    .toSorted();
}

interface Entry {
  readonly shareId?: string;
  readonly amount?: string;
}

interface Paid extends Entry {
  readonly entries?: readonly Entry[];
}

/** A liquidated run has its consequences in the stream of every objective it pays. */
function liquidatedOf(events: readonly RecordedEvent[], runId: string): readonly string[] {
  return ofType(events, 'objective.premium-liquidated.v1')
    .filter(({ data }) => data['runId'] === runId)
    .map(({ data }) => entryOf(data as Paid))
    .toSorted();
}

function promisedOf(events: readonly RecordedEvent[], runId: string): readonly string[] {
  return ofType(events, 'premium.liquidated.v1')
    .filter(({ data }) => data['runId'] === runId)
    .flatMap(({ data }) => ((data as Paid).entries ?? []).map(entryOf))
    .toSorted();
}

function entryOf({ shareId, amount }: Entry): string {
  return `${shareId} ${amount}`;
}

/** Progress, missed deadlines and reminders that stand twice. */
function doubled(events: readonly RecordedEvent[]): readonly string[] {
  const named = (type: string, ...names: readonly string[]) =>
    ofType(events, type).map(({ stream, data }) =>
      [stream, ...names.map((name) => JSON.stringify(data[name]))].join(' '),
    );
  const items = ofType(events, 'reminder.sent.v1').flatMap(({ data }) => (data as Reminded).items ?? []);
  return twice([
    ...named('objective.progress-reported.v1', 'progressId'),
    ...named('objective.deadline-missed.v1', 'shareId', 'deadlineId', 'instance'),
    ...named('reminder.sent.v1', 'office', 'day'),
    ...items.map(({ dueOn: _dueOn, title: _title, ...item }) => JSON.stringify(item)),
  ]);
}

function nameOf(message: string): string {
  return message.slice(0, message.indexOf(' '));
}

/** A message is named after its stream: `reminder-<body>_<office>_<day>`. */
function fileOf({ stream }: RecordedEvent): string {
  return `${stream.slice(stream.indexOf('_') + 1)}.eml`;
}

interface Reminded {
  readonly items?: readonly ReminderItem[];
}
