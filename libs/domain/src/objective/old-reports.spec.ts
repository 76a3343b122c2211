import { asEvents } from '../approval/compose.js';
import type { OldChain } from '../approval/old-chain.js';
import { eventsOf, given } from '../testing.js';
import { after, approve, define, reopen, sendBack, upTo } from '../testing/commands.js';
import { chain, head, nucleo, oldChain, REGISTRY, vice } from '../testing/example.js';
import type { ObjectiveCommand, ObjectiveEvent } from './messages.js';
import { objective } from './objective.js';

const [verification] = oldChain.steps;
if (verification === undefined) throw new Error('The old chain has no steps');
const asking = (office: string, substitute: string | null): OldChain => ({
  ...oldChain,
  steps: [{ ...verification, office, substitute }],
});
const submission = (steps: OldChain, fields: object = {}): ObjectiveEvent => ({
  type: 'objective.rendicontazione-submitted.v1',
  data: {
    shareId: REGISTRY,
    submission: 1,
    measurements: [],
    selfDegree: '95',
    note: 'fatto',
    evidence: [],
    submittedBy: head.id,
    chain: steps,
    ...fields,
  },
});
const assignedTo = (office: string): ObjectiveEvent => ({
  type: 'objective.assigned.v1',
  data: { shareId: REGISTRY, office },
});
const told = (...events: readonly ObjectiveEvent[]) => given(objective)(...eventsOf(objective, define()), ...events);
const reportAfter = (...events: readonly ObjectiveEvent[]) => told(...events).state.shares[0]?.rendicontazione;

describe('a report of a time before there were definitions', () => {
  it('given the log of then, when read, then what it said, through its chain as it would be written today', () => {
    expect(reportAfter(assignedTo(head.office), submission(oldChain))).toEqual({
      submission: 1,
      measurements: [],
      selfDegree: '95',
      note: 'fatto',
      evidence: [],
      subject: 'rendicontazione',
      chain,
      workflow: null,
      parties: { authors: [head.id], offices: [head.office], scored: [], beneficiaries: [] },
      relations: {},
      panels: {
        verifica: { offices: ['segretario'], reroutedFrom: null },
        certificazione: { offices: ['nucleo'], reroutedFrom: null },
        'presa-atto': { offices: ['giunta'], reroutedFrom: null },
      },
      degree: '95',
      status: 'open',
      passed: [],
      took: {},
      agreed: {},
      opening: { number: 1, since: null, votes: [], claims: [], rungs: [], escalatedTo: [], substitutes: null },
      setOut: { at: null },
      points: [],
      returnBy: null,
    });
  });

  it.each<[string, string, OldChain, object]>([
    ['another office', head.office, asking('segretario', 'vicesegretario'), ['segretario', null]],
    ['the office that reports', head.office, asking(head.office, 'vicesegretario'), ['vicesegretario', head.office]],
    ['the area of the share', 'tributi', asking(head.office, 'vicesegretario'), ['vicesegretario', head.office]],
    ['the office that reports, and nobody in its place', head.office, asking(head.office, null), [null, head.office]],
    ['the area, and in its place who reports', 'tributi', asking(head.office, 'tributi'), [null, head.office]],
  ])('given a step that asks %s, when read, then nobody judges their own', (_, office, steps, expected) => {
    const panel = reportAfter(assignedTo(office), submission(steps))?.panels['verifica'];
    expect([panel?.offices[0] ?? null, panel?.reroutedFrom]).toEqual(expected);
  });

  it.each<[string, readonly ObjectiveEvent[], readonly string[]]>([
    ['no office', [], [head.office]],
    ['its area', [assignedTo(head.office)], [head.office]],
    ['another office', [assignedTo('tributi')], [head.office, 'tributi']],
  ])('given a share of %s, when read, then those answered for it', (_, before, offices) => {
    expect(reportAfter(...before, submission(oldChain))?.parties.offices).toEqual(offices);
  });

  it('given two who submitted it one after the other, when read, then neither may judge it', () => {
    const report = reportAfter(
      assignedTo(head.office),
      submission(oldChain),
      { type: 'objective.rendicontazione-returned.v1', data: { shareId: REGISTRY, step: 'verifica', points: ['x'] } },
      submission(oldChain, { submission: 2, submittedBy: 'u-other' }),
    );
    expect(report?.parties.authors).toEqual([head.id, 'u-other']);
  });

  it('given what was told of a report that is not there, when read, then there is still none', () => {
    const data = { shareId: REGISTRY, step: 'verifica', office: 'segretario', note: '', act: null, final: true };
    expect(reportAfter({ type: 'objective.rendicontazione-approved.v1', data })).toBeNull();
    const of = { subject: 'rendicontazione', shareId: REGISTRY } as const;
    const fact = { kind: 'claimed', step: 'verifica', person: vice.id, office: vice.office } as const;
    const claim = asEvents('objective', of, [{ ...fact, onBehalfOf: null, at: '2023-01-20T08:00:00.000Z' }]);
    expect(reportAfter(...claim)).toBeNull();
  });
});

describe('a report that goes from step to step', () => {
  const reportOf = (...commands: readonly ObjectiveCommand[]) => after(...commands).state.shares[0]?.rendicontazione;

  it('given a step that agreed, then the next waits since that moment', () => {
    const at = '2023-01-23T08:00:00.000Z';
    expect(reportOf(...upTo.submitted, approve({ at }))?.opening).toMatchObject({ number: 2, since: at, votes: [] });
  });

  it('given a return, then what is asked for is kept beside what had agreed', () => {
    const back = sendBack({ step: 'certificazione', by: nucleo, points: ['manca il verbale'] });
    expect(reportOf(...upTo.submitted, approve(), back)).toMatchObject({
      status: 'returned',
      points: ['manca il verbale'],
      passed: ['verifica'],
    });
  });

  it('given a reopening, then its first step waits anew since that moment, and nothing is asked for', () => {
    const at = '2023-02-01T08:00:00.000Z';
    expect(reportOf(...upTo.liquidated, reopen({ at }))).toMatchObject({
      status: 'open',
      passed: [],
      points: [],
      returnBy: null,
      opening: { number: 5, since: at, votes: [] },
    });
  });
});
