import type { Independence } from '#domain';
import type { JsonObject, RecordedEvent } from '#event-store';
import { rowSet } from '../runtime/row-set.js';
import { separations } from './project.js';
import { separationCheckTable } from './tables.js';

const event = (position: number, type: string, person: string, data: JsonObject): RecordedEvent => ({
  stream: 'variation-demo_v-1',
  type,
  data: { subject: 'variation', shareId: null, ...data },
  revision: position,
  position: BigInt(position),
  id: `0b0e2c3a-6f0f-4a53-9c53-00000000000${position}`,
  createdAt: '2022-05-16T08:00:00.000Z',
  metadata: {
    actor: { id: person, office: 'segretario' },
    onBehalfOf: null,
    commandId: `c-${position}`,
    occurredOn: '2022-05-16',
    recordedAt: '2022-05-16T08:00:00.000Z',
  },
});

const step = (id: string, independentOf?: Independence) => ({ id, ...(independentOf && { independentOf }) });
const opened = (...steps: readonly ReturnType<typeof step>[]) =>
  event(1, 'variation.approval-opened.v1', 'u-head', { chain: { steps } as never, panels: {} });
const voted = (position: number, at: string, person: string, outcome = 'approve') =>
  event(position, 'variation.approval-voted.v1', person, { kind: 'voted', step: at, outcome });

/** Who took an earlier step, at each that was taken. */
function earlierIn(...events: readonly RecordedEvent[]): readonly (readonly string[])[] {
  const rows = rowSet();
  for (const one of events) rows.apply(separations.project(one, rows.rowsOf('v-1')));
  return rows
    .all(separationCheckTable)
    .filter(({ outcome }) => outcome !== 'act') // a migration is no step
    .toSorted((a, b) => Number(a.position) - Number(b.position))
    .map(({ earlier }) => earlier);
}

describe('the proof that the steps of a chain were taken by different persons', () => {
  it('given steps that are independent of those before, then it is told who took them', () => {
    const steps = [step('a'), step('b', 'earlier'), step('c', ['b'])];
    expect(earlierIn(opened(...steps), voted(2, 'a', 'x'), voted(3, 'b', 'y'), voted(4, 'c', 'x'))).toEqual([
      [],
      ['x'],
      ['y'],
    ]);
  });

  it('given several who agree at one step, then they are not before one another', () => {
    expect(earlierIn(opened(step('a', 'earlier')), voted(2, 'a', 'x'), voted(3, 'a', 'y'))).toEqual([[], []]);
  });

  it('given a chain that was frozen before it said so, then nothing is proved of it that was not asked', () => {
    expect(earlierIn(opened(step('a'), step('b')), voted(2, 'a', 'x'), voted(3, 'b', 'x'))).toEqual([[], []]);
  });

  it('given a return and a new approval, then it begins anew', () => {
    const chain = [step('a'), step('b', 'earlier')] as const;
    expect(
      earlierIn(
        opened(...chain),
        voted(2, 'a', 'x'),
        voted(3, 'b', 'y', 'return'),
        opened(...chain),
        voted(5, 'b', 'x'),
      ),
    ).toEqual([[], ['x'], []]);
  });

  it('given another version, then it goes by that one, without what was lost', () => {
    const moved = event(4, 'variation.approval-migrated.v1', 'u-sg', {
      kind: 'migrated',
      chain: { steps: [step('a'), step('c', 'earlier')] } as never,
      panels: {},
      lost: [{ what: 'step', step: 'b' }],
    });
    const before = [
      opened(step('a'), step('b', 'earlier'), step('c', 'nobody')),
      voted(2, 'a', 'x'),
      voted(3, 'b', 'y'),
    ];
    expect(earlierIn(...before, voted(5, 'c', 'x'))).toEqual([[], ['x'], []]);
    expect(earlierIn(...before, moved, voted(5, 'c', 'x'))).toEqual([[], ['x'], ['x']]);
  });
});

describe('the proof that nobody gives an opinion on what they answer for', () => {
  it('given an office that came to answer for what a variation changes, then it is on the other side from then on', () => {
    const joined = event(3, 'variation.approval-joined.v1', 'system', { kind: 'joined', offices: ['controllo'] });
    const rows = rowSet();
    for (const one of [opened(step('a'), step('b')), voted(2, 'a', 'x'), joined, voted(4, 'b', 'y')])
      rows.apply(separations.project(one, rows.rowsOf('v-1')));
    expect(rows.all(separationCheckTable).map(({ offices }) => offices)).toEqual([[], ['controllo']]);
  });
});

describe('the proof that nobody gives an opinion on what they are paid for', () => {
  it('given whose the days are of what a variation changes, then they are on the other side, and whose they come to be', () => {
    const credit = (office: string) => ({ office, from: '2022-01-01', to: '2022-03-31' });
    const first = opened(step('a'), step('b'));
    const paid = { ...first, data: { ...first.data, parties: { offices: ['area'], credited: [credit('area')] } } };
    const joined = event(3, 'variation.approval-joined.v1', 'system', {
      kind: 'joined',
      offices: [],
      credited: [credit('tributi')],
    });
    const rows = rowSet();
    for (const one of [paid, voted(2, 'a', 'x'), joined, voted(4, 'b', 'y')])
      rows.apply(separations.project(one, rows.rowsOf('v-1')));
    expect(rows.all(separationCheckTable).map(({ credited }) => credited)).toEqual([
      [credit('area')],
      [credit('area'), credit('tributi')],
    ]);
  });
});

describe('the proof that nobody has a part in their own evaluation', () => {
  const of = (position: number, type: string, [id, office]: readonly [string, string], data: JsonObject = {}) => {
    const one = event(position, `evaluation.${type}.v1`, id, { planId: '2022', ...data });
    return { ...one, stream: 'evaluation-demo_2022-u-head', metadata: { ...one.metadata, actor: { id, office } } };
  };
  const clerk = ['u-personale', 'personale'] as const;
  const judge = ['u-nucleo', 'nucleo'] as const;
  const opened = of(1, 'opened', clerk, {
    person: 'u-head',
    offices: ['area-a'],
    evaluator: { person: 'u-nucleo', office: 'nucleo' },
    route: { workflow: null, terms: {} },
  });
  const chain = { chain: { steps: [step('proposta'), step('valutazione', 'earlier')] } as never, panels: {} };
  const votes = (position: number, by: readonly [string, string], at: string) =>
    of(position, 'approval-voted', by, {
      kind: 'voted',
      subject: 'evaluation',
      shareId: null,
      step: at,
      outcome: 'approve',
    });
  const whole = [
    opened,
    of(2, 'proposed', judge),
    of(3, 'received', clerk),
    of(4, 'observed', ['u-head', 'area-a']),
    of(5, 'judged', judge),
    of(6, 'approval-opened', judge, { subject: 'evaluation', shareId: null, ...chain }),
    votes(7, judge, 'proposta'),
    votes(8, ['u-segretario', 'segretario'], 'valutazione'),
    of(9, 'conciliation-requested', ['u-head', 'area-a']),
    of(9, 'score-revised', ['u-third', 'vicesegretario']),
  ];
  const checksOf = (events: readonly RecordedEvent[]) => {
    const rows = rowSet();
    for (const one of events) rows.apply(separations.project(one, rows.rowsOf('2022-u-head')));
    return rows.all(separationCheckTable).toSorted((a, b) => Number(a.position) - Number(b.position));
  };

  it('given its whole way, then each act of another is a step of the proof, and no right of the person', () => {
    expect(checksOf(whole).map(({ step: taken, office }) => [taken, office])).toEqual([
      ['opened', 'personale'],
      ['proposed', 'nucleo'],
      ['received', 'personale'],
      ['judged', 'nucleo'],
      ['proposta', 'nucleo'],
      ['valutazione', 'segretario'],
      ['score-revised', 'vicesegretario'],
    ]);
  });

  it('then the person is on the other side, for who judges also their offices, and for the third who judged before', () => {
    const [open, proposed, , , , , third] = checksOf(whole);
    expect(open).toMatchObject({ subject: 'evaluation', plan_id: '2022', beneficiaries: ['u-head'], offices: [] });
    expect(proposed).toMatchObject({ beneficiaries: ['u-head'], offices: ['area-a'], earlier: [] });
    expect(third).toMatchObject({
      step_name: { it: 'Conciliazione' },
      beneficiaries: ['u-head'],
      earlier: ['u-nucleo', 'u-segretario'],
    });
  });

  describe('given a file that says who conducts', () => {
    const conductors = [{ office: 'personale' }];
    const said = { ...opened, data: { ...opened.data, route: { workflow: null, terms: { conductors } } } };
    const third = { person: 'u-third', office: 'vicesegretario' };

    it('then neither who judges conducts it, nor who hears both, nor anybody of the person’s office', () => {
      const named = of(3, 'conciliator-named', clerk, { conciliator: third });
      const found = checksOf([
        said,
        of(2, 'received', judge),
        named,
        of(4, 'confirmed', ['u-third', 'vicesegretario']),
      ]);
      expect(found.map(({ offices, earlier, rule }) => [offices, earlier, rule])).toEqual([
        [['area-a'], ['u-nucleo'], null],
        [['area-a'], ['u-nucleo'], null],
        [['area-a'], ['u-nucleo', 'u-third'], null],
        [['area-a'], [], null],
      ]);
    });

    it('given another evaluator, then that one is asked', () => {
      const evaluator = { person: 'u-other', office: 'nucleo' };
      const [, named] = checksOf([said, of(2, 'evaluator-named', clerk, { evaluator, reason: '' })]);
      expect(named).toMatchObject({ earlier: ['u-other'] });
    });

    it('given nobody else who could, then it is told and breaks nothing', () => {
      const [, alone] = checksOf([said, of(2, 'received', judge, { nobodyElse: true })]);
      expect(alone).toMatchObject({ offices: [], earlier: [], rule: 'nobody-else', beneficiaries: ['u-head'] });
    });
  });

  it('given one that was opened anew, then it begins anew', () => {
    const again = [of(2, 'proposed', judge), of(3, 'withdrawn', clerk), { ...opened, position: 4n }];
    const [, , , , third] = checksOf([opened, ...again, of(5, 'confirmed', ['u-third', 'vicesegretario'])]);
    expect(third).toMatchObject({ earlier: [], beneficiaries: ['u-head'] });
  });
});

describe('the proof that nobody decides of what is theirs', () => {
  const of = (position: number, type: string, data: JsonObject, metadata: JsonObject = {}): RecordedEvent => {
    const one = event(position, type, 'u-segretario', data);
    const stream = type.startsWith('premium') ? 'premium-demo_run' : 'objective-demo_2022-1.1';
    return { ...one, stream, data, metadata: { ...one.metadata, ...metadata } };
  };
  const shares = [
    { id: 's1', areaId: 'area', weight: '5' },
    { id: 's2', areaId: 'other', weight: '5' },
  ];
  const objective = (...shareIds: string[]) => ({
    shares,
    indicators: [{ id: 'i', text: 'Casse', shareIds }],
    deadlines: [],
  });
  const defined = of(1, 'objective.defined.v1', {
    planId: '2022',
    horizon: '2022-12-31',
    objective: objective('s1'),
  });
  const assigned = (position: number, office: string, from: string) =>
    of(position, 'objective.assigned.v1', { shareId: 's1', office, from });
  const checksOf = (...events: readonly RecordedEvent[]) => {
    const rows = rowSet();
    for (const one of events) {
      const scope = one.stream.slice(one.stream.indexOf('_') + 1);
      rows.apply(separations.project(one, rows.rowsOf(scope)));
    }
    return rows.all(separationCheckTable).toSorted((a, b) => Number(a.position) - Number(b.position));
  };
  const act = { kind: 'DGC', number: '1', date: '2022-05-01' };

  it('given the first assignment, then it carries out the plan; given another, then neither who has it gives it nor who gets it', () => {
    const found = checksOf(defined, assigned(2, 'area', '2022-01-01'), assigned(3, 'uffici', '2022-05-02'));
    expect(found).toMatchObject([
      {
        step: 'assign',
        outcome: 'act',
        subject: 'objective',
        subject_id: '2022-1.1',
        plan_id: '2022',
        objective_id: '2022-1.1',
        share_id: 's1',
        offices: ['area', 'uffici'],
        days: ['2022-05-16', '2022-05-02'],
      },
    ]);
  });

  it('given a first assignment that is not as the plan has it, then it is a hand-over from the area', () => {
    expect(checksOf(defined, assigned(2, 'uffici', '2022-05-02'))).toMatchObject([
      { step: 'assign', share_id: 's1', offices: ['area', 'uffici'], days: ['2022-05-16', '2022-05-02'] },
    ]);
  });

  it('given an outcome, then who is scored on the same finding by the plan of now, or had it for some days, decides nothing of it', () => {
    const varied = of(4, 'objective.varied.v1', {
      shareIds: ['s1', 's2'],
      objective: objective('s1', 's2'),
      horizon: '2022-12-31',
    });
    const hands = [assigned(2, 'before', '2022-01-01'), assigned(3, 'area', '2022-03-01')] as const;
    const definitive = of(5, 'objective.made-definitive.v1', { shareId: 's1', note: '', on: '2022-05-16' });
    const [, , alone] = checksOf(defined, ...hands, definitive);
    expect(alone).toMatchObject({ step: 'make-definitive', offices: ['area'], scored: [], authors: [] });
    const [, , together] = checksOf(defined, ...hands, varied, definitive);
    expect(together).toMatchObject({ scored: ['other'] });
    expect(together?.credited.map(({ office }) => office)).toEqual(['area', 'before', 'other']);
  });

  it('given who comes to be scored on the same finding while it is judged, then they are on the other side of each step from then on', () => {
    const varied = of(4, 'objective.varied.v1', {
      shareIds: ['s2'],
      objective: objective('s1', 's2'),
      horizon: '2022-12-31',
    });
    const alone = { ...objective('s1'), shares: shares.slice(0, 1) };
    const voted = (position: number) => {
      const told = { kind: 'voted', outcome: 'approve', step: 'verifica' } as const;
      const missed = { shareId: 's1', deadlineId: 'd', instance: '2022-03-01' };
      return [
        of(position, 'objective.approval-voted.v1', { ...told, subject: 'rendicontazione', shareId: 's1' }),
        of(position + 1, 'objective.justification-weighed.v1', { ...missed, fact: told }),
      ];
    };
    const found = checksOf(
      { ...defined, data: { ...defined.data, objective: alone } },
      ...voted(2),
      varied,
      ...voted(5),
    );
    expect(found.map(({ scored }) => scored)).toEqual([[], [], ['other'], ['other']]);
    expect(found.at(-1)?.credited.map(({ office }) => office)).toEqual(['area', 'other']);
  });

  it('given who worked on a share, then they are an author of all that is judged of it from then on, and of no other', () => {
    const member = { actor: { id: 'u-member', office: 'area' } };
    const vote = { kind: 'voted', outcome: 'approve' } as const;
    const judged = (position: number, shareId: string) => [
      of(position, 'objective.approval-voted.v1', { ...vote, subject: 'rendicontazione', shareId, step: 'verifica' }),
      of(position + 1, 'objective.justification-weighed.v1', {
        shareId,
        deadlineId: 'd',
        instance: '2022-03-01',
        fact: { ...vote, step: 'decisione' },
      }),
      of(position + 2, 'objective.scored.v1', { shareId, degree: '90' }),
      of(position + 3, 'objective.made-definitive.v1', { shareId, note: '' }),
    ];
    const found = checksOf(
      { ...defined, data: { ...defined.data, objective: { ...objective('s1'), shares } } },
      ...judged(2, 's1').slice(0, 1),
      of(3, 'objective.acknowledged.v1', { shareId: 's1' }, member),
      of(3, 'objective.progress-reported.v1', { shareId: 's1' }, member),
      of(3, 'objective.progress-reported.v1', { shareId: 's1' }, { actor: { id: 'system', office: 'system' } }),
      ...judged(4, 's1'),
      ...judged(8, 's2').slice(0, 2),
    );
    expect(found.map(({ authors }) => authors)).toEqual([[], ...Array(4).fill(['u-member']), [], []]);
  });

  it('given an act of an earlier day, then the right is asked of that day where it was told, and of the first day of a rest', () => {
    const [was, removed, told, rest] = checksOf(
      defined,
      assigned(2, 'area', '2022-01-01'),
      of(3, 'objective.assigned.v1', { shareId: 's1', office: 'other' }),
      of(4, 'objective.removed.v1', { shareId: 's1', act }, { occurredOn: '2022-05-01' }),
      of(5, 'objective.removed.v1', { shareId: 's1', act }, { occurredOn: '2022-05-01', dayTold: true }),
      of(6, 'objective.suspended.v1', { shareId: 's1', act, from: '2022-05-01' }, { occurredOn: '2022-05-01' }),
    );
    expect([was, removed].map((row) => row?.days)).toEqual([['2022-05-16'], ['2022-05-16']]);
    expect([told, rest].map((row) => row?.days)).toEqual(Array(2).fill(['2022-05-16', '2022-05-01']));
  });

  it('given a removal whose weight others bear, then those who have their shares are on the other side', () => {
    const removed = of(2, 'objective.removed.v1', { shareId: 's1', act, bearing: ['tributi'] });
    expect(checksOf(defined, removed)).toMatchObject([{ step: 'remove', offices: ['area', 'tributi'] }]);
    const paid = [{ office: 'museo', from: '2022-01-01', to: '2022-03-31' }];
    const told = of(2, 'objective.removed.v1', { shareId: 's1', act, bearing: ['tributi'], bearingCredited: paid });
    expect(checksOf(defined, told)[0]?.credited).toEqual(expect.arrayContaining(paid));
  });

  it('given a removal, a rest or its ratification, then whoever has the credit of days of the share is on the other side', () => {
    const assigned = (position: number, office: string, from: string) =>
      of(position, 'objective.assigned.v1', { shareId: 's1', office, from });
    const suspended = of(4, 'objective.suspended.v1', { shareId: 's1', act: null, from: '2022-06-01' });
    const ratified = of(5, 'objective.suspension-ratified.v1', { shareId: 's1', act });
    const removed = of(6, 'objective.removed.v1', { shareId: 's1', act });
    const found = checksOf(
      defined,
      assigned(2, 'before', '2022-01-01'),
      assigned(3, 'area', '2022-05-01'),
      suspended,
      ratified,
      removed,
    ).filter(({ step }) => step !== 'assign');
    expect(found.map(({ step }) => step)).toEqual(['suspend', 'ratify', 'remove']);
    for (const { credited } of found)
      expect(credited).toEqual([
        { office: 'area', from: '2022-01-01', to: '2022-12-31' },
        { office: 'before', from: '2022-01-01', to: '2022-04-30' },
      ]);
  });

  it('given an urgent rest, then its ratification is asked of its first day too, also once another was ratified since', () => {
    const rest = (position: number, from: string, cites: typeof act | null = null) =>
      of(position, 'objective.suspended.v1', { shareId: 's1', act: cites, from }, { occurredOn: from });
    const ratified = (position: number) =>
      of(position, 'objective.suspension-ratified.v1', { shareId: 's1', act }, { occurredOn: act.date });
    const found = checksOf(
      defined,
      assigned(2, 'had-it', '2022-01-01'),
      rest(3, '2022-02-01'),
      rest(4, '2022-03-01'),
      rest(5, '2022-04-01', act),
      assigned(5, 'area', '2022-02-15'),
      ratified(6),
      { ...ratified(7), metadata: { ...ratified(7).metadata, occurredOn: '2022-05-02' } },
    );
    expect(found.filter((row) => row.step === 'ratify')).toMatchObject([
      { days: ['2022-05-16', '2022-03-01'], offices: ['area'] },
      { days: ['2022-05-16', '2022-05-02', '2022-02-01'], offices: ['area', 'had-it'] },
    ]);
  });

  it('given a run, then whoever it decides of signs nothing of it, be their amount 0, but not whose degree is missing', () => {
    const entry = (areaId: string, degree: string | null) => ({ areaId, degree, amount: '0.00' });
    const entries = [entry('area', '90'), entry('other', null)];
    const parties = { offices: ['area'], beneficiaries: ['u-head'], authors: ['u-segretario'] };
    const found = checksOf(
      of(1, 'premium.computed.v1', { planId: '2022', entries, awaited: [entry('third', '0')] }),
      of(2, 'premium.approval-opened.v1', { subject: 'premium-run', shareId: null, parties, chain: { steps: [] } }),
      of(3, 'premium.liquidated.v1', { planId: '2022', entries, act }),
    );
    expect(found).toMatchObject([
      { step: 'compute', outcome: 'act', plan_id: '2022', offices: [], earlier: [] },
      { step: 'propose', plan_id: '2022', offices: ['area'], beneficiaries: ['u-head'], authors: [] },
      { step: 'liquidate', plan_id: '2022', offices: ['area', 'third'], beneficiaries: ['u-head'], authors: [] },
    ]);
  });

  it('given who prepared a run, then they took an earlier step for whoever takes one as another office, until it is computed anew', () => {
    const by = (id: string, office: string, onBehalfOf: string | null = null) => ({
      actor: { id, office },
      onBehalfOf,
    });
    const computed = (position: number, ...who: Parameters<typeof by>) =>
      of(position, 'premium.computed.v1', { planId: '2022', entries: [] }, by(...who));
    const opened = (position: number, parties: JsonObject = {}) => {
      const chain = { steps: [step('proposta', 'nobody'), step('controllo', 'nobody')] };
      return of(position, 'premium.approval-opened.v1', {
        subject: 'premium-run',
        shareId: null,
        parties,
        chain,
      });
    };
    const votes = (position: number, at: string, office: string, kind = 'voted') => {
      const data = { kind, subject: 'premium-run', shareId: null, step: at, outcome: 'approve' };
      return of(position, `premium.approval-${kind}.v1`, data, by('u-clerk', office));
    };
    const found = checksOf(
      computed(1, 'u-clerk', 'personale', 'u-head'),
      opened(2),
      votes(3, 'proposta', 'personale'),
      votes(4, 'controllo', 'ragioneria', 'claimed'),
      votes(5, 'controllo', 'ragioneria'),
      computed(6, 'u-other', 'personale'),
      opened(7, { prepared: [{ person: 'u-proposer', office: 'personale' }] }),
      votes(8, 'controllo', 'ragioneria'),
    );
    expect(found.map(({ step: taken, earlier }) => [taken, earlier])).toEqual([
      ['compute', []],
      ['propose', []],
      ['proposta', []],
      ['claim', ['u-clerk', 'u-head']],
      ['controllo', ['u-clerk', 'u-head']],
      ['compute', []],
      ['propose', []],
      ['controllo', ['u-proposer']],
    ]);
  });

  it('given what the system carries over, or a log that says nothing of the sides, then nothing is found where nothing is known', () => {
    const system = { actor: { id: 'system', office: 'system' } };
    expect(checksOf(defined, of(2, 'objective.removed.v1', { shareId: 's1', act }, system))).toEqual([]);
    const old = ['suspended', 'suspension-ratified', 'removed', 'made-definitive', 'reopened'];
    const found = checksOf(
      ...[...old, 'premium-adjusted', 'assigned'].map((type, index) =>
        of(index + 1, `objective.${type}.v1`, { shareId: 's9', office: 'area', act }),
      ),
      of(8, 'premium.withdrawn.v1', {}),
      of(9, 'variation.approval-reassigned.v1', { subject: 'variation', shareId: null, step: 'parere' }),
    );
    expect(found.map(({ step: taken }) => taken)).not.toContain('assign');
    expect(found.filter(({ offices }) => offices.length > 0)).toEqual([]);
  });
});
