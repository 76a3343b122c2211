import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refused, type PlanDocument, type PlannedObjective } from '#domain';
import type { EventStore, JsonObject, RecordedEvent } from '#event-store';
import { memoryStore } from '#event-store/testing';
import { giveNotices } from './notices.js';
import type { NoticeToSend } from './recorded.js';

const NOW = '2022-07-01T08:00:00.000Z';
const act = { kind: 'DGC', number: '40', date: '2022-06-30' };
const source = { line: 1 };
const objective = (weight: string): PlannedObjective => ({
  id: '6.1.1',
  mission: 6,
  strategicObjective: 1,
  number: '1',
  title: 'Archivio',
  shares: [
    { id: 's-1', areaId: 'protocollo', unit: null, weight, funding: null, source },
    { id: 's-2', areaId: 'tributi', unit: null, weight: '5', funding: null, source },
  ],
  indicators: [],
  deadlines: [],
  participants: [],
  acts: [],
  source,
});
const document: PlanDocument = {
  body: 'Comune di Prova',
  year: 2022,
  title: 'Piano 2022',
  act: null,
  horizon: '2022-12-31',
  areas: [],
  missions: [],
  objectives: [objective('10')],
  readings: [],
};

let next = 0;
async function write(store: EventStore, stream: string, type: string, data: object, recordedAt = NOW) {
  next += 1;
  const id = `0b0e2c3a-6f0f-4a53-9c53-${String(next).padStart(12, '0')}`;
  await store.append(stream, [{ id, type, data: data as JsonObject, metadata: { recordedAt } }], 'any');
}

async function lastOf(store: EventStore): Promise<RecordedEvent> {
  for await (const event of store.readAll({ direction: 'backwards', limit: 1 })) return event;
  throw new Error('nothing was written');
}

async function varied(recordedAt = NOW) {
  const store = memoryStore();
  const planId = '2022';
  await write(store, 'plan-demo_2022', 'plan.drafted.v1', { planId, document });
  await write(store, 'objective-demo_2022-6.1.1', 'objective.defined.v1', {
    planId,
    objective: objective('10'),
    horizon: '2022-12-31',
  });
  await write(store, 'objective-demo_2022-6.1.1', 'objective.assigned.v1', { shareId: 's-1', office: 'archivio' });
  const change = {
    planId,
    variationId: '2022-1',
    version: 2,
    act,
    objectives: [objective('12')],
    added: [],
    removed: [],
  };
  await write(store, 'plan-demo_2022', 'plan.varied.v1', change, recordedAt);
  return store;
}

describe('who is told of what changes', () => {
  let mail: string;
  beforeEach(async () => {
    mail = await mkdtemp(join(tmpdir(), 'notices-'));
  });
  afterEach(() => rm(mail, { recursive: true }));

  /** Records notices as the rules do: one for a stream. */
  function giving(store: EventStore, given: NoticeToSend[]) {
    const letters = { store, body: 'demo', mail, mailDomain: 'demo.invalid', url: 'http://localhost:3000' };
    return {
      ...letters,
      db: null as never, // no notice is made of what the read model says
      clock: { now: () => NOW },
      officeOf: async (person: string) => (person === 'u-head' ? 'tributi' : null),
      give: async (notice: NoticeToSend) => {
        const { office, day, about } = notice;
        if (given.some(({ id }) => id === notice.id)) throw new Refused('reminder/already-sent', { office, day });
        given.push(notice);
        await write(store, `reminder-demo_${notice.id}`, 'reminder.notice-given.v1', { office, day, about });
        return { repeated: false };
      },
    };
  }

  it('given a plan that was varied, then the office that has the share is told once, however often the event comes', async () => {
    const store = await varied();
    const event = await lastOf(store);
    const given: NoticeToSend[] = [];
    await giveNotices(event, giving(store, given));
    await giveNotices(event, giving(store, given));
    expect(given).toMatchObject([
      {
        id: `archivio_${event.id}`,
        office: 'archivio',
        about: {
          version: 2,
          variationId: '2022-1',
          act,
          differences: [{ shareId: 's-1', what: 'weight', before: '10', after: '12' }],
        },
      },
    ]);
    expect(await readdir(mail)).toEqual([`archivio_${event.id}.eml`]);
  });

  it('given an office that has a name, then the message greets it by that, and goes to the address of its id', async () => {
    const store = await varied();
    const event = await lastOf(store);
    const namesOf = async () => (office: string) => (office === 'archivio' ? 'Archivio storico' : office);
    await giveNotices(event, { ...giving(store, []), namesOf });
    const text = (await readFile(join(mail, `archivio_${event.id}.eml`), 'utf8')).replaceAll('=\r\n', '');
    expect(text).toContain('ufficio Archivio storico: ');
    expect(text).toContain('To: archivio@demo.invalid');
  });

  it('given a share that was removed by an act of its own, then whoever bears its weight is told, and whoever had it', async () => {
    const store = await varied();
    const without = {
      planId: '2022',
      version: 3,
      objectiveId: '6.1.1',
      shareId: 's-2',
      act,
      objectives: [objective('13')],
    };
    await write(store, 'plan-demo_2022', 'plan.share-removed.v1', without);
    const given: NoticeToSend[] = [];
    await giveNotices(await lastOf(store), giving(store, given));
    expect(given.map(({ office }) => office)).toEqual(['archivio', 'tributi']);
  });

  it('given work that went on by itself, then the office is told; where somebody resumed it, they know', async () => {
    const store = await varied();
    const stream = 'objective-demo_2022-6.1.1';
    const rest = {
      shareId: 's-1',
      reason: 'inagibile',
      from: '2022-06-01',
      until: '2022-06-30',
      act: null,
      urgent: true,
    };
    const resumed = { shareId: 's-1', on: '2022-07-01', days: 30, act: null };
    const given: NoticeToSend[] = [];
    await write(store, stream, 'objective.suspended.v1', rest);
    await write(store, stream, 'objective.resumed.v1', { ...resumed, reason: 'agibile' });
    await giveNotices(await lastOf(store), giving(store, given));
    expect(given).toEqual([]);
    await write(store, stream, 'objective.suspended.v1', rest);
    await write(store, stream, 'objective.resumed.v1', { ...resumed, reason: '' });
    await giveNotices(await lastOf(store), giving(store, given));
    expect(given).toMatchObject([
      { office: 'archivio', about: { kind: 'suspension-over', days: 30, unratified: true } },
    ]);
  });

  it('given days that a hand-over takes from an office, then it is told which, to whom and why; one that takes none tells nobody', async () => {
    const store = memoryStore();
    const stream = 'objective-demo_2022-6.1.1';
    const told = { planId: '2022', horizon: '2022-12-31', objective: objective('10') };
    await write(store, stream, 'objective.defined.v1', told);
    const given: NoticeToSend[] = [];
    await write(store, stream, 'objective.assigned.v1', { shareId: 's-1', office: 'archivio', from: '2022-03-01' });
    await giveNotices(await lastOf(store), giving(store, given));
    expect(given).toEqual([]);
    const taken = { office: 'archivio', to: 'tributi', from: '2022-05-01', until: '2022-05-31', days: 31 };
    const reason = 'registrato dopo';
    const handed = { shareId: 's-1', office: 'tributi', from: '2022-05-01', taken, reason };
    await write(store, stream, 'objective.assigned.v1', handed);
    await giveNotices(await lastOf(store), giving(store, given));
    const about = {
      kind: 'days-taken',
      objectiveId: '2022-6.1.1',
      title: told.objective.title,
      taken,
      act: null,
      reason,
    };
    expect(given).toMatchObject([{ office: 'archivio', about }]);
  });

  it('given a proposal whose number a draft has for something else, then the office that proposed it is told; told alike, it is not', async () => {
    const store = memoryStore();
    const stream = 'objective-demo_2022-6.1.1';
    const planned = objective('10');
    const told = { planId: '2022', horizon: '2022-12-31' };
    const by = { proposal: 1, proposedBy: 'u-head', office: 'tributi' };
    await write(store, stream, 'objective.proposed.v1', { ...told, ...by, objective: planned });
    const given: NoticeToSend[] = [];
    await write(store, stream, 'objective.defined.v1', { ...told, objective: planned });
    await giveNotices(await lastOf(store), giving(store, given));
    expect(given).toEqual([]);
    await write(store, stream, 'objective.redefined.v1', { ...told, objective: { ...planned, title: 'Sentieri' } });
    await giveNotices(await lastOf(store), giving(store, given));
    const about = { kind: 'proposal-told-otherwise', objectiveId: '2022-6.1.1', title: planned.title };
    expect(given).toMatchObject([
      { office: 'tributi', about: { ...about, planned: 'Sentieri', differs: ['title'], another: true } },
    ]);
    const [sent] = await readdir(mail);
    expect(await readFile(join(mail, sent!), 'utf8')).toContain('Sentieri');
  });

  it('given old news, or any other event, then nobody is told', async () => {
    const given: NoticeToSend[] = [];
    const old = await varied('2022-05-01T08:00:00.000Z');
    await giveNotices(await lastOf(old), giving(old, given));
    const store = await varied();
    await write(store, 'objective-demo_2022-6.1.1', 'objective.acknowledged.v1', { shareId: 's-1' });
    await giveNotices(await lastOf(store), giving(store, given));
    expect(given).toEqual([]);
  });

  describe('given the evaluation of a person', () => {
    const stream = 'evaluation-demo_2022-u-head';
    async function evaluated(type: string, data: object, person = 'u-head') {
      const store = memoryStore();
      await write(store, stream, 'evaluation.opened.v1', { evaluationId: '2022-u-head', planId: '2022', person });
      await write(store, stream, `evaluation.${type}.v1`, { planId: '2022', ...data });
      return store;
    }

    it.each<[string, object, string, string | null]>([
      ['proposed', { score: {}, on: '2022-07-01' }, 'proposed', null],
      ['hearing-offered', { on: '2022-07-08' }, 'hearing-offered', '2022-07-08'],
      ['term-reminded', { of: 'proposal', until: '2022-07-04' }, 'observations-ending', '2022-07-04'],
      ['term-reminded', { of: 'final', until: '2022-07-04' }, 'conciliation-ending', '2022-07-04'],
      ['confirmed', { reason: 'segreto' }, 'conciliated', null],
      ['score-revised', { after: {}, reason: 'segreto' }, 'conciliated', null],
      ['made-definitive', { score: {} }, 'definitive', null],
    ])(
      'when it is %s, then that person is told once, by ids and without a word of it',
      async (type, data, what, until) => {
        const store = await evaluated(type, data);
        const event = await lastOf(store);
        const given: NoticeToSend[] = [];
        await giveNotices(event, giving(store, given));
        await giveNotices(event, giving(store, given));
        const about = {
          kind: 'evaluation',
          evaluationId: '2022-u-head',
          planId: '2022',
          person: 'u-head',
          what,
          until,
        };
        expect(given).toEqual([{ id: `u-head_${event.id}`, office: 'tributi', day: '2022-07-01', about }]);
        expect(await readdir(mail)).toEqual([`u-head_${event.id}.eml`]);
      },
    );

    it('when it is withdrawn, then whoever was told that it is proposed is told, and nobody else', async () => {
      const given: NoticeToSend[] = [];
      const store = await evaluated('withdrawn', { reason: 'segreto' });
      await giveNotices(await lastOf(store), giving(store, given));
      expect(given).toEqual([]);
      const proposed = await evaluated('proposed', { score: {}, on: '2022-07-01' });
      await write(proposed, stream, 'evaluation.withdrawn.v1', { planId: '2022', reason: 'segreto' });
      await giveNotices(await lastOf(proposed), giving(proposed, given));
      expect(given).toMatchObject([{ office: 'tributi', about: { person: 'u-head', what: 'withdrawn', until: null } }]);
    });

    const read = async ({ id }: RecordedEvent, person: string) =>
      (await readFile(join(mail, `${person}_${id}.eml`), 'utf8')).replaceAll('=\r\n', '');
    const emailOf = async () => 'anna@example.org';

    it('then their own address has the news, an office’s only that there is some', async () => {
      const store = await evaluated('hearing-offered', { on: '2022-07-08' });
      const event = await lastOf(store);
      await giveNotices(event, giving(store, []));
      expect(await read(event, 'u-head')).toContain('To: tributi@demo.invalid');
      expect(await read(event, 'u-head')).not.toContain('audizione');
      await rm(join(mail, `u-head_${event.id}.eml`));
      const again = await evaluated('hearing-offered', { on: '2022-07-08' });
      await giveNotices(event, { ...giving(again, []), emailOf });
      expect(await read(event, 'u-head')).toContain('To: anna@example.org');
      expect(await read(event, 'u-head')).toContain('audizione per il 8 luglio 2022');
    });

    it('and a person who holds no office today, then their own address has the news all the same, once', async () => {
      const store = await evaluated('hearing-offered', { on: '2022-07-08' }, 'u-away');
      const event = await lastOf(store);
      const given: NoticeToSend[] = [];
      await giveNotices(event, { ...giving(store, given), emailOf });
      await giveNotices(event, { ...giving(store, given), emailOf });
      expect(given).toMatchObject([{ office: '', about: { person: 'u-away', what: 'hearing-offered' } }]);
      expect(await read(event, 'u-away')).toContain('To: anna@example.org');
      expect(await read(event, 'u-away')).toContain('audizione per il 8 luglio 2022');
    });

    it('and a person with neither office nor address, then no message is written, nor where the address is gone by then', async () => {
      const store = await evaluated('proposed', {}, 'u-away');
      const event = await lastOf(store);
      const given: NoticeToSend[] = [];
      await giveNotices(event, giving(store, given));
      expect(given).toEqual([]);
      const addresses = ['anna@example.org'];
      await giveNotices(event, { ...giving(store, given), emailOf: async () => addresses.pop() ?? null });
      expect(given).toMatchObject([{ office: '' }]);
      expect(await readdir(mail)).toEqual([]);
    });

    it.each([
      ['opened', {}],
      ['observed', { text: 'x' }],
      ['judged', { score: {} }],
      ['received', { of: 'proposal', until: '2022-07-08' }],
    ])('when it is %s, then nobody is told', async (type, data) => {
      const store = await evaluated(type, data);
      const given: NoticeToSend[] = [];
      await giveNotices(await lastOf(store), giving(store, given));
      expect(given).toEqual([]);
    });
  });
});
