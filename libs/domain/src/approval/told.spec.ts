import {
  ACT_OF_GIUNTA,
  acknowledgement,
  approvalOf,
  certification,
  opening,
  people,
  step,
  takes,
  told,
  verification,
  who,
  type Deed,
} from '../testing/approval.js';
import { delegation, parties, tenure } from '../testing/staff.js';
import type { ApprovalDeed } from './compose.js';
import { evolveApproval } from './evolve.js';
import { openApproval } from './open.js';
import { orRefusal } from '../testing/approval.js';
import { actOn } from './compose.js';
import { waitingAt } from './waiting.js';

const open = approvalOf(opening());
const certifying = open.after(takes('verifica', who.segretario));
const acknowledging = certifying.after(takes('certificazione', who.nucleo), takes('certificazione', who.nucleo2));
const over = acknowledging.after(takes('presa-atto', who.giunta, { act: ACT_OF_GIUNTA }));
const claim = (id: string, by: Deed[1]): Deed => [{ do: 'claim', step: id }, by];
const release = (id: string, by: Deed[1]): Deed => [{ do: 'release', step: id }, by];
const reassign = (id: string, to: Deed[1], by: Deed[1] = who.giunta, reason = 'assenza'): Deed => [
  { do: 'reassign', step: id, to, reason },
  by,
];
const migrate = (version: number, steps = [verification], reason = 'nuovo regolamento'): Deed => [
  { do: 'migrate', chain: { id: 'rendicontazione', version, steps }, workflow: null, reason },
  who.giunta,
];
const returns = (fields: object): Deed => takes('verifica', who.segretario, { outcome: 'return', ...fields });
const either = step('verifica', { who: [{ office: 'segretario' }, { office: 'vicesegretario' }] });
const eachOffice = step('pareri', {
  who: [{ office: 'segretario' }, { office: 'nucleo' }],
  agreement: { kind: 'all', of: 'offices' },
});

describe('a refusal of an approval says what somebody can do about it', () => {
  it.each<[string, ReturnType<typeof open.when>, string, object]>([
    ['what is over', over.when(takes('presa-atto', who.giunta)), 'approval/not-open', { status: 'approved' }],
    ['what is over, moved', over.when(migrate(2)), 'approval/not-open', { status: 'approved' }],
    [
      'another step',
      open.when(takes('presa-atto', who.giunta)),
      'approval/not-this-step',
      { step: 'presa-atto', awaited: 'verifica', office: 'segretario' },
    ],
    [
      'another’s step',
      open.when(takes('verifica', who.nucleo)),
      'approval/not-your-step',
      { step: 'verifica', office: 'segretario' },
    ],
    [
      'another step, where some have spoken',
      approvalOf(opening([eachOffice, acknowledgement]))
        .after(takes('pareri', who.segretario))
        .when(takes('presa-atto', who.giunta)),
      'approval/not-this-step',
      { step: 'presa-atto', awaited: 'pareri', office: 'nucleo' },
    ],
    [
      'a step of several offices, where none has spoken',
      approvalOf(opening([eachOffice])).when(takes('pareri', who.giunta)),
      'approval/not-your-step',
      { step: 'pareri', office: 'segretario, nucleo' },
    ],
    [
      'a step of several offices that speak one after the other',
      approvalOf(opening([{ ...eachOffice, order: 'in-order' }])).when(takes('pareri', who.giunta)),
      'approval/not-your-step',
      { step: 'pareri', office: 'segretario' },
    ],
    ['one’s own report', open.when(takes('verifica', who.head)), 'approval/own-report', { approver: 'segretario' }],
    [
      'a second vote',
      certifying.after(takes('certificazione', who.nucleo)).when(takes('certificazione', who.nucleo)),
      'approval/already-voted',
      { step: 'certificazione', office: 'nucleo' },
    ],
    [
      'what another sees to',
      approvalOf(opening([either]))
        .after(claim('verifica', who.vice))
        .when(takes('verifica', who.segretario)),
      'approval/claimed',
      { step: 'verifica', office: 'vicesegretario' },
    ],
    [
      'what nobody sees to',
      open.when(release('verifica', who.segretario)),
      'approval/not-claimed',
      { step: 'verifica' },
    ],
    [
      'a step where each votes',
      certifying.when(claim('certificazione', who.nucleo)),
      'approval/each-votes',
      { step: 'certificazione' },
    ],
    [
      'somebody who may not take it',
      open.when(reassign('verifica', who.nucleo)),
      'approval/may-not-take',
      { step: 'verifica', office: 'nucleo' },
    ],
    [
      'an office that has spoken',
      approvalOf(opening([eachOffice]))
        .after(takes('pareri', who.nucleo))
        .when(reassign('pareri', who.nucleo2)),
      'approval/already-voted',
      { step: 'pareri', office: 'nucleo' },
    ],
    [
      'no reason for a reassignment',
      open.when(reassign('verifica', who.segretario, who.giunta, ' ')),
      'value/text-missing',
      { field: 'reason' },
    ],
    ['no reason for a migration', open.when(migrate(2, [verification], '')), 'value/text-missing', { field: 'reason' }],
    ['the version it has', open.when(migrate(1)), 'approval/same-version', { chain: 'rendicontazione', version: 1 }],
    [
      'a version with nothing left to do',
      certifying.when(migrate(2)),
      'approval/would-approve',
      { chain: 'rendicontazione', version: 2 },
    ],
    [
      'a return that is not offered',
      acknowledging.when(takes('presa-atto', who.giunta, { outcome: 'return', points: ['x'] })),
      'approval/may-not-return',
      { step: 'presa-atto', outcome: 'return' },
    ],
    [
      'a rejection that is not offered',
      acknowledging.when(takes('presa-atto', who.giunta, { outcome: 'reject', reason: 'x' })),
      'approval/outcome-not-offered',
      { step: 'presa-atto', outcome: 'reject' },
    ],
    ['a return without points', open.when(returns({ points: [] })), 'approval/points-missing', { step: 'verifica' }],
    [
      'a return by yesterday',
      open.when(returns({ points: ['x'], returnBy: '2023-01-19' })),
      'value/out-of-range',
      { field: 'returnBy', value: '2023-01-19', min: '2023-01-20' },
    ],
    [
      'a return by no day',
      open.when(returns({ points: ['x'], returnBy: '2023-02-30' })),
      'value/not-a-date',
      { field: 'returnBy' },
    ],
    [
      'a rejection without reason',
      open.when(takes('verifica', who.segretario, { outcome: 'reject' })),
      'value/text-missing',
      { field: 'reason' },
    ],
    [
      'a correction without reason',
      open.when(takes('verifica', who.segretario, { outcome: 'correct-degree', degree: '80' })),
      'value/text-missing',
      { field: 'reason' },
    ],
    [
      'a correction without degree',
      open.when(takes('verifica', who.segretario, { outcome: 'correct-degree', reason: 'x' })),
      'value/not-a-decimal',
      { field: 'degree', value: '' },
    ],
    [
      'a correction of what has no degree',
      approvalOf(opening([verification], { degree: null })).when(
        takes('verifica', who.segretario, { outcome: 'correct-degree', degree: '80', reason: 'x' }),
      ),
      'approval/outcome-not-offered',
      { step: 'verifica', outcome: 'correct-degree' },
    ],
    [
      'a missing act',
      approvalOf(opening([step('delibera', { act: { kinds: ['DGC', 'DCC'] } })])).when(
        takes('delibera', who.segretario),
      ),
      'approval/act-missing',
      { step: 'delibera', kinds: 'DGC, DCC' },
    ],
    [
      'an act of another kind',
      approvalOf(opening([step('delibera', { act: { kinds: ['DGC', 'DCC'] } })])).when(
        takes('delibera', who.segretario, { act: { ...ACT_OF_GIUNTA, kind: 'determina' } }),
      ),
      'approval/act-of-other-kind',
      { step: 'delibera', kind: 'determina', kinds: 'DGC, DCC' },
    ],
  ])('given %s', (_, outcome, refusal, facts) => {
    expect(outcome).toMatchObject({ refusal, told: facts });
  });

  it('given no approval at all, then that is told; given a chain without steps, then it does not open', () => {
    const deed: ApprovalDeed = { do: 'claim', step: 'verifica' };
    const asked = { type: 'approval.act', subject: 'plan', shareId: null, staff: people, by: who.giunta } as const;
    expect(orRefusal(() => actOn(null, { ...asked, deed, at: '2023-01-20T08:00:00.000Z' }))).toEqual({
      refusal: 'approval/not-open',
      told: { status: 'none' },
    });
    expect(orRefusal(() => openApproval(opening([])))).toEqual({
      refusal: 'approval/chain-empty',
      told: { chain: 'rendicontazione' },
    });
  });

  it('given nobody but those on the other side, then the office and the rule are told, and whether anything is under way', () => {
    const own = opening([step('verifica')], { parties: parties({ offices: ['segretario'] }) });
    expect(orRefusal(() => openApproval(own))).toEqual({
      refusal: 'approval/no-substitute',
      told: { step: 'verifica', office: 'segretario', rule: 'own-office', opens: 1 },
    });
    const state = { ...approvalOf(opening([step('verifica')])).state, parties: own.parties };
    expect(told(state, people).when(takes('verifica', who.segretario))).toEqual({
      refusal: 'approval/no-substitute',
      told: { step: 'verifica', office: 'segretario', rule: 'own-office' },
    });
  });

  it('given a step in order, then who is not asked yet is told whose turn it is', () => {
    const inOrder = step('pareri', { ...eachOffice, order: 'in-order' });
    const asked = approvalOf(opening([inOrder]));
    expect(asked.when(takes('pareri', who.nucleo))).toEqual({
      refusal: 'approval/not-your-turn',
      told: { step: 'pareri', office: 'segretario' },
    });
    const heard = asked.after(takes('pareri', who.segretario));
    expect(heard.when(takes('pareri', who.nucleo))).toMatchObject({
      facts: [{ kind: 'voted' }, { kind: 'step-passed' }, {}],
    });
    expect(waitingAt(heard.state, people, { patronDay: null })?.who.map(({ office }) => office)).toEqual(['nucleo']);
  });
});

describe('a vote says', () => {
  const vote = (outcome: ReturnType<typeof open.when>) => ('facts' in outcome ? outcome.facts[0] : outcome);
  const own = approvalOf(opening([verification], { parties: parties({ offices: ['segretario'] }) }));

  it('given a substitute, whose place is taken and by which rule; given whom the step names, neither', () => {
    expect(vote(own.when(takes('verifica', who.vice)))).toMatchObject({
      office: 'vicesegretario',
      rerouted: { from: 'segretario', rule: 'own-office' },
    });
    expect(vote(open.when(takes('verifica', who.segretario)))).not.toHaveProperty('rerouted');
    const both = step('verifica', {
      ...eachOffice,
      id: 'verifica',
      substitute: { office: 'vicesegretario' },
    });
    const mixed = approvalOf(opening([both], { parties: parties({ offices: ['segretario'] }) }));
    expect(vote(mixed.when(takes('verifica', who.nucleo)))).not.toHaveProperty('rerouted');
    expect(vote(mixed.when(takes('verifica', who.vice)))).toHaveProperty('rerouted');
  });

  it('given a return by today, the day; given an approval, none', () => {
    expect(open.when(returns({ points: ['x'], returnBy: '2023-01-20' }))).toMatchObject({
      facts: [
        { kind: 'voted', returnBy: '2023-01-20' },
        { kind: 'returned', points: ['x'], returnBy: '2023-01-20' },
      ],
    });
    expect(vote(open.when(takes('verifica', who.segretario, { returnBy: '2023-01-25' })))).toMatchObject({
      returnBy: null,
    });
  });

  it('given an act in other letters, it is of its kind all the same', () => {
    const act = { ...ACT_OF_GIUNTA, kind: ' dgc ' };
    expect(acknowledging.when(takes('presa-atto', who.giunta, { act }))).toMatchObject({ facts: [{ act }, {}, {}] });
  });

  it('given somebody who acts for another, in whose place', () => {
    const staff = { ...people, delegations: [delegation('d-1', 'segretario', 'u-stand-in')] };
    const by = { id: 'u-stand-in', office: 'segretario' };
    expect(vote(open.at('2023-01-20T08:00:00.000Z', staff).when(takes('verifica', by)))).toMatchObject({
      person: 'u-stand-in',
      onBehalfOf: 'u-segretario',
    });
  });
});

describe('what waits', () => {
  const calendar = { patronDay: null };
  const timed = approvalOf(opening([step('verifica', { term: { workingDays: 3 } })]));

  it('given the last day of the term, then it is not overdue; given the next, then it is', () => {
    const on = (day: string) => waitingAt(timed.state, { ...people, day }, calendar);
    expect(on('2023-01-25')).toMatchObject({ until: '2023-01-25', overdue: false });
    expect(on('2023-01-26')).toMatchObject({ overdue: true });
  });

  it('given who was barred, then the substitute waits, with the rule; given nobody barred, then neither', () => {
    const own = approvalOf(opening([verification], { parties: parties({ offices: ['segretario'] }) }));
    expect(waitingAt(own.state, people, calendar)).toMatchObject({
      reroutedFrom: 'segretario',
      rule: { code: 'own-office' },
      stuck: null,
    });
    expect(waitingAt(open.state, people, calendar)).toMatchObject({ reroutedFrom: null, rule: null });
  });

  it('given a quorum, then those who spoke are not waited for, and too few who hold the office make it stuck', () => {
    const half = certifying.after(takes('certificazione', who.nucleo)).state;
    expect(waitingAt(half, people, calendar)?.who).toMatchObject([{ persons: ['u-nucleo-2', 'u-nucleo-3'] }]);
    const alone = { ...people, tenures: [tenure('u-nucleo', 'nucleo')] };
    expect(waitingAt(half, alone, calendar)).toMatchObject({ who: [], stuck: 'vacant' });
    expect(waitingAt(certifying.state, { ...people, tenures: [] }, calendar)).toMatchObject({
      who: [{ office: 'nucleo', persons: [] }],
      stuck: 'vacant',
    });
  });

  it('given a claim given up by its holder alone, then the claims of other seats stay', () => {
    const state = approvalOf(opening([eachOffice])).after(claim('pareri', who.segretario), claim('pareri', who.nucleo));
    expect(state.state.opening.claims).toHaveLength(2);
    expect(state.after(release('pareri', who.nucleo)).state.opening.claims).toEqual([
      { person: 'u-segretario', office: 'segretario' },
    ]);
    expect(state.after(reassign('pareri', who.nucleo2)).state.opening.claims).toEqual([
      { person: 'u-segretario', office: 'segretario' },
      { person: 'u-nucleo-2', office: 'nucleo' },
    ]);
  });

  it('given a fact newer than this code, then the approval stays', () => {
    expect(evolveApproval(open.state, JSON.parse('{"kind":"blessed","step":"verifica"}'))).toBe(open.state);
  });

  it('given a migration that keeps the step, then what it keeps counts on; one that loses it begins anew', () => {
    const half = certifying.after(takes('certificazione', who.nucleo));
    const kept = half.after(migrate(2, [verification, certification, acknowledgement]));
    expect(kept.state.opening).toEqual(half.state.opening);
    expect(kept.state.passed).toEqual(['verifica']);
    const other = half.after(migrate(2, [verification, { ...certification, agreement: { kind: 'one' } }]));
    expect(other.state.opening).toMatchObject({ votes: [], number: half.state.opening.number });
  });
});
