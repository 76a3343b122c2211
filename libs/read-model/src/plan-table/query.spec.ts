import fc from 'fast-check';
import { act, PLAN, roads, segretario, staff } from '../testing/example.js';
import { stage, type Stage } from '../testing.js';
import { begun, storyOf, wholeYear } from '../testing/stories.js';
import { materialFrom, planTable, planTableOf, type PlanTable } from './query.js';

function column(table: PlanTable | null): readonly (readonly [string, string])[] {
  const rows = table?.missions.flatMap((mission) => mission.strategicObjectives.flatMap(({ rows: own }) => own)) ?? [];
  return rows.map(({ shareId, realised }) => [shareId, realised]);
}

describe('the plan’s table', () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage();
    await on.load(wholeYear().events);
  });
  afterAll(() => on.strike());

  it('given a year brought to its end, then the last column says what was achieved', async () => {
    const table = await planTable(on.db, PLAN);
    expect(table?.realisedOn).toBe('2022-12-31');
    expect(column(table)).toEqual([
      [
        '2.1.1-polizia',
        'Grado di raggiungimento 97,5% (dichiarato 100%: un report in ritardo). Indicatore: 100 %. ' +
          'Report settimanali: 27 su 28 nei termini, di cui 3 con esito negativo; ' +
          '1 in ritardo (14/08/2022, carenza di risorse: personale in ferie). ' +
          'Scadenza del 31/10/2022 rispettata (31/10/2022). Premio liquidato € 3.988,64.',
      ],
      [
        '2.1.1-lavori',
        'Grado di raggiungimento 100%. ' +
          'Indicatori misurati 1 su 2: 100 % (atteso 100%); non misurato (rilievo rinviato al 2023). ' +
          'Scadenza del 31/10/2022 rispettata (31/10/2022). Premio liquidato € 909,09.',
      ],
      [
        '10.2.1-segretario-generale',
        'Grado di raggiungimento 100%. Indicatore: 100 %. Scadenza del 31/07/2022 rispettata (31/07/2022).',
      ],
      ['10.2.1-lavori', 'Grado di raggiungimento 100%. Scadenza del 31/12/2022 rispettata (31/12/2022).'],
    ]);
    expect(table?.missions[1]?.strategicObjectives[0]?.rows[1]).toMatchObject({
      area: 'Lavori pubblici',
      unit: 'Operai',
      weight: null,
      funding: 'art. 67 c. 3 lett. h)',
      expected: [],
    });
  });

  it('given an instant in the year, when asked as known then, then later events have not happened', async () => {
    const table = await planTable(on.db, PLAN, { asOf: '2022-08-16T12:00:00Z' });
    expect(table?.realisedOn).toBe('2022-08-16');
    expect(column(table)[0]?.[1]).toBe(
      'Avanzamento 80%; rendicontazione non presentata. ' +
        'Report settimanali: 7 su 8 nei termini, di cui 3 con esito negativo; 1 non reso (14/08/2022); ' +
        '20 non ancora dovuti. Scadenza del 31/10/2022 non ancora decorsa.',
    );
  });

  it('given a late report, when asked on the day it happened, then it counts though it was recorded later', async () => {
    const on16 = await planTable(on.db, PLAN, { on: '2022-08-16' });
    expect(column(on16)[0]?.[1]).toContain('1 in ritardo (14/08/2022, carenza di risorse: personale in ferie)');
    const known = await planTable(on.db, PLAN, { on: '2022-08-16', asOf: '2022-08-16T12:00:00.000Z' });
    expect(column(known)[0]?.[1]).toContain('1 non reso (14/08/2022)');
  });

  it('given a miss that an act lifted, then the last column says that it was marked, and by which act it is none', () => {
    const told = begun();
    const shareId = '2.1.1-lavori';
    const system = { id: 'system', office: 'system' };
    const assigned = { type: 'objective.assign', shareId, office: 'lavori', by: segretario } as const;
    told.objective('2022-2.1.1', { ...assigned, at: '2022-06-20T08:00:00.000Z' });
    const mark = { type: 'objective.mark-missed-deadlines', by: system } as const;
    told.objective('2022-2.1.1', { ...mark, at: '2022-11-03T08:00:00.000Z' });
    const deadlines = roads.deadlines.map((one) =>
      one.id === 'giunta' ? { ...one, kind: 'fixed' as const, on: '2022-12-01' } : one,
    );
    const moved = { variationId: '1', objective: { ...roads, deadlines }, by: system, at: '2022-11-06T08:00:00.000Z' };
    const dgc = { kind: 'DGC', number: '61', date: '2022-10-20' };
    told.objective('2022-2.1.1', { type: 'objective.vary', ...moved, act: dgc });
    const material = materialFrom(told.events);
    const said = column(material && planTableOf(material, {})).find(([share]) => share === shareId)?.[1];
    expect(said).toContain(
      'Scadenza del 31/10/2022 segnata come mancata, poi non più: rinviata in tempo con DGC 61 del 20/10/2022, ' +
        'registrato il 06/11/2022. Scadenza del 01/12/2022 non ancora decorsa.',
    );
  });

  it('given misses that a suspension lifted, then the last column says of which days, and by which act they are none', () => {
    const told = begun();
    const shareId = '2.1.1-lavori';
    const system = { id: 'system', office: 'system' };
    const act = { kind: 'DGC', number: '61', date: '2022-10-20' };
    const assigned = { type: 'objective.assign', shareId, office: 'lavori', by: segretario } as const;
    told.objective('2022-2.1.1', { ...assigned, at: '2022-06-20T08:00:00.000Z' });
    const mark = { type: 'objective.mark-missed-deadlines', by: system } as const;
    told.objective('2022-2.1.1', { ...mark, at: '2022-11-03T08:00:00.000Z' });
    const rest = { reason: 'Sede inagibile', from: '2022-10-20', until: '2022-10-29', act, staff } as const;
    const at = '2022-11-06T08:00:00.000Z';
    told.objective('2022-2.1.1', { ...rest, type: 'objective.suspend', shareId, by: segretario, at });
    told.objective('2022-2.1.1', { ...mark, at });
    const material = materialFrom(told.events);
    const said = column(material && planTableOf(material, {})).find(([share]) => share === shareId)?.[1];
    expect(said).toContain(
      'Scadenza del 31/10/2022 segnata come mancata, poi non più: sospesa in tempo con DGC 61 del 20/10/2022, ' +
        'registrato il 06/11/2022. Scadenza del 10/11/2022 non ancora decorsa.',
    );
  });

  it('given a share whose work rests, then it is removed, then the last column says both in their time', () => {
    const told = begun();
    const shareId = '10.2.1-lavori';
    const by = segretario;
    const move = (command: Parameters<typeof told.objective>[1]) => told.objective('2022-10.2.1', command);
    const said = () => {
      const material = materialFrom(told.events);
      return column(material && planTableOf(material, {})).find(([share]) => share === shareId)?.[1];
    };
    move({ type: 'objective.assign', shareId, office: 'lavori', by, at: '2022-06-01T08:00:00.000Z' });
    const rest = { reason: 'Sede inagibile.', from: '2022-06-02', until: '2022-06-30', act: null, staff } as const;
    move({ ...rest, type: 'objective.suspend', shareId, by, at: '2022-06-02T08:00:00.000Z' });
    expect(said()).toMatch(/^Attività sospesa fino al 30\/06\/2022 \(Sede inagibile\)\. /);
    move({
      type: 'objective.remove',
      shareId,
      cause: 'resources',
      note: 'fondi revocati',
      act: { kind: 'DGC', number: '54', date: '2022-06-10' },
      weight: 'neutralise',
      opinion: {
        favourable: true,
        note: 'nulla da dire',
        on: '2022-06-09',
        document: { kind: 'verbale', number: '4', date: '2022-06-09' },
      },
      staff,
      by,
      at: '2022-06-11T08:00:00.000Z',
    });
    expect(said()).toBe(
      'Stralciata con DGC 54 del 10/06/2022 (carenza di risorse: fondi revocati; peso neutralizzato).',
    );
  });

  it('given an urgent rest that nobody ratified, then the last column says so, and which deadlines it moved, until an act of then does', () => {
    const told = begun();
    const shareId = '10.2.1-lavori';
    const by = segretario;
    const move = (command: Parameters<typeof told.objective>[1]) => told.objective('2022-10.2.1', command);
    const said = () => {
      const material = materialFrom(told.events);
      return column(material && planTableOf(material, {})).find(([share]) => share === shareId)?.[1] ?? '';
    };
    move({ type: 'objective.assign', shareId, office: 'lavori', by, at: '2022-06-01T08:00:00.000Z' });
    const rest = { reason: 'Sede inagibile.', from: '2022-06-02', until: '2022-06-30', act: null, staff } as const;
    move({ ...rest, type: 'objective.suspend', shareId, by, at: '2022-06-02T08:00:00.000Z' });
    expect(said()).not.toContain('ratificata');
    const back = { reason: 'Sede agibile', act: null, staff, by, at: '2022-06-12T08:00:00.000Z' } as const;
    move({ ...back, type: 'objective.resume', shareId });
    expect(said()).toMatch(
      /^Sospensione urgente dal 02\/06\/2022 al 11\/06\/2022 mai ratificata \(scadenze rinviate al 10\/01\/2023\)\. /,
    );
    const act = { kind: 'DGC', number: '54', date: '2022-06-10' };
    move({ type: 'objective.ratify-suspension', shareId, act, staff, by, at: '2022-06-20T08:00:00.000Z' });
    expect(said()).not.toContain('ratificata');
  });

  it('given the end of time, then what was known then is what is known now', async () => {
    expect(await planTable(on.db, PLAN, { asOf: '2100-01-01T00:00:00.000Z' })).toEqual(await planTable(on.db, PLAN));
  });

  it('given what day it is, then the table says it, and never a day to come or after the plan', async () => {
    const shown = async (past: object) => (await planTable(on.db, PLAN, past))?.realisedOn;
    expect(await shown({ today: '2022-10-02' })).toBe('2022-10-02');
    expect(await shown({ today: '2023-05-01' })).toBe('2022-12-31');
    expect(await shown({ today: '2022-10-02', asOf: '2022-08-16T12:00:00Z' })).toBe('2022-08-16');
    expect(await shown({ today: '2022-10-02', asOf: '2022-12-01T12:00:00Z' })).toBe('2022-10-02');
  });

  it('given shares that nobody was given, then the last column speaks of no deadline, however late', async () => {
    const before = await stage();
    await before.load(begun().events);
    const table = await planTable(before.db, PLAN, { asOf: '2023-01-10T08:00:00.000Z' });
    expect(new Set(column(table).map(([, realised]) => realised))).toEqual(new Set(['Non assegnata.']));
    await before.strike();
  });

  it('given a share that was removed, then it weighs nothing, and what it weighed stands beside', () => {
    const history = begun();
    const shareId = '2.1.1-lavori';
    const at = '2022-06-20T08:00:00.000Z';
    const issued = { shareId, act, staff, by: segretario, at } as const;
    history.objective('2022-2.1.1', { type: 'objective.assign', shareId, office: 'lavori', by: segretario, at });
    const row = () => {
      const material = materialFrom(history.events);
      const rows = material && planTableOf(material, {}).missions.flatMap((one) => one.strategicObjectives);
      return rows?.flatMap((one) => one.rows).find((one) => one.shareId === shareId);
    };
    expect(row()?.weightBefore).toBeNull();
    const weight = row()?.weight;
    const opinion = {
      favourable: true,
      note: 'sì',
      on: '2022-05-10',
      document: { kind: 'verbale', number: '4', date: '2022-05-10' },
    };
    const removal = { cause: 'resources', note: 'fondi revocati', opinion, weight: 'redistribute' } as const;
    history.objective('2022-2.1.1', { type: 'objective.remove', ...issued, ...removal });
    expect(row()).toMatchObject({ weight: '0', weightBefore: weight });
  });

  it('given a day before the plan, then there is no table', async () => {
    expect(await planTable(on.db, PLAN, { on: '2022-01-01' })).toBeNull();
    expect(await planTable(on.db, '1999')).toBeNull();
  });
});

describe('the plan’s table as of the past', () => {
  it('for any history and any instant, is the table that the live rows gave at that instant', async () => {
    const deeds = fc.array(fc.record({ what: fc.nat(12), share: fc.nat(3), number: fc.nat(1000) }), {
      minLength: 15,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(deeds, fc.nat(100), async (random, share) => {
        const { events } = storyOf(random);
        const asOf = events[Math.floor((share * (events.length - 1)) / 100)]?.createdAt;
        if (asOf === undefined) throw new Error('a story has events');
        const then = events.filter(({ createdAt }) => createdAt <= asOf);
        const [now, before] = [await stage(), await stage()];
        await Promise.all([now.load(events), before.load(then)]);

        const table = await planTable(now.db, PLAN, { asOf });
        expect(table).toEqual(await planTable(before.db, PLAN));
        const replayed = materialFrom(then);
        expect(table).toEqual(replayed === null ? null : planTableOf(replayed, { asOf }));
        await Promise.all([now.strike(), before.strike()]);
      }),
      { numRuns: 4 },
    );
  });
});
