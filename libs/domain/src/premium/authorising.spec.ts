import fc from 'fast-check';
import { parseHundredths, sumHundredths } from '../decimal.js';
import type { RefusalCode } from '../refused.js';
import type { Outcome } from '../testing.js';
import {
  act,
  after,
  chain,
  check,
  claim,
  compute,
  DETERMINA,
  liquidate,
  personale,
  propose,
  RELAZIONE,
  segretario,
  sentBack,
  sign,
  staff,
  take,
  types,
  vice,
} from '../testing/premium.js';
import { tenure } from '../testing/staff.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import type { PremiumEvent } from './messages.js';
import { premium } from './premium.js';

describe('a premium run on its way to be liquidated', () => {
  it('given a computed run, when the personnel office proposes it, then that is its step of the chain', () => {
    const outcome = after(compute()).when(propose());
    expect(types(outcome)).toEqual([
      'proposed.v1',
      'approval-opened.v1',
      'approval-voted.v1',
      'approval-step-passed.v1',
    ]);
    expect(after(compute(), propose()).state.approval).toMatchObject({
      passed: ['proposta'],
      parties: { offices: ['affari-generali'], beneficiaries: ['u-head', 'u-moved'] },
    });
  });

  it('given a chain that begins with others, when it is proposed, then the proposer is an author and decides on nothing', () => {
    const others = { ...chain, steps: chain.steps.slice(1) };
    const state = after(compute('affari-generali', { route: { chain: others, workflow: null } }), propose()).state;
    expect(state.approval).toMatchObject({ passed: [], parties: { authors: ['u-personale'] } });
  });

  it('given a chain that was passed, when liquidated without an act, then by the one that authorised it', () => {
    const outcome = after(compute(), propose(), check, sign()).when(liquidate());
    expect(outcome).toMatchObject({ events: [{ type: 'premium.liquidated.v1', data: { act: DETERMINA } }] });
  });

  it('given the same act written otherwise, when liquidated, then it is the same', () => {
    const written = { kind: 'determina', number: '041', date: '2023-03-20' };
    expect(after(compute(), propose(), check, sign()).when(liquidate({ act: written }))).toHaveProperty('events');
  });

  it('given a run that came back, when computed anew, then it is proposed anew', () => {
    expect(types(after(...sentBack).when(compute()))).toEqual(['computed.v1']);
    expect(after(...sentBack, compute()).state).toMatchObject({ approval: null, authorisedBy: null });
    expect(types(after(...sentBack, compute(), propose(), check, sign()).when(liquidate()))).toEqual(['liquidated.v1']);
  });

  it('given an accounting service that is paid by the run, then the Segretario checks it, and another one signs', () => {
    const checked = [compute('ragioneria'), propose(), take(segretario, 'controllo')];
    expect(after(compute('ragioneria'), propose()).when(check)).toMatchObject({ refusal: 'approval/own-report' });
    expect(after(...checked).when(sign())).toMatchObject({
      refusal: 'approval/own-report',
      facts: { rule: 'four-eyes', approver: 'vicesegretario' },
    });
    expect(types(after(...checked, sign(vice)).when(liquidate()))).toEqual(['liquidated.v1']);
  });

  it('given a share that gets nothing, then its office is on the other side too: the run says that it gets nothing', () => {
    const claims = [claim('affari-generali'), { ...claim('ragioneria'), degree: '0' }];
    const degrees = { '1.1.1-affari-generali': '100', '1.1.1-ragioneria': '0' };
    const period = { from: '2022-01-01', to: '2022-12-31' };
    const run = [compute('x', { claims }), propose({ standing: { planStatus: 'in-force', degrees, period } })];
    expect(after(...run).state.approval).toMatchObject({ parties: { offices: ['affari-generali', 'ragioneria'] } });
    expect(after(...run).when(check)).toMatchObject({ refusal: 'approval/own-report', facts: { rule: 'own-office' } });
  });

  it('given a share that another office than its area answered for alone, then neither of the two checks it', () => {
    const claims = (areaId: string, office: string) => [{ ...claim(areaId), holders: [{ office, days: 320 }] }];
    const checked = (areaId: string, office: string) =>
      after(compute(areaId, { claims: claims(areaId, office) }), propose()).when(check);
    const barred = { refusal: 'approval/own-report', facts: { rule: 'own-office' } };
    expect(checked('affari-generali', 'ragioneria')).toMatchObject(barred);
    expect(checked('ragioneria', 'affari-generali')).toMatchObject(barred);
    expect(checked('affari-generali', 'affari-generali')).toHaveProperty('events');
  });

  it('given a share that nobody has certified yet, then the run decides nothing of it, and its office checks it', () => {
    const claims = [claim('affari-generali'), { ...claim('ragioneria'), degree: null }];
    const degrees = { '1.1.1-affari-generali': '100' };
    const period = { from: '2022-01-01', to: '2022-12-31' };
    const run = [compute('x', { claims }), propose({ standing: { planStatus: 'in-force', degrees, period } })];
    expect(after(...run).when(check)).toHaveProperty('events');
  });

  it('given somebody who headed a paid area for half the year, when they check as another office, then they may not', () => {
    expect(after(compute(), propose()).when(take({ id: 'u-moved', office: 'ragioneria' }, 'controllo'))).toMatchObject({
      refusal: 'approval/own-report',
      facts: { rule: 'beneficiary' },
    });
  });

  it('given a run of a log before chains, then an act alone liquidates it', () => {
    const old = after(compute('affari-generali', { route: null }));
    expect(types(old.when(liquidate({ act: DETERMINA })))).toEqual(['liquidated.v1']);
    expect(old.when(liquidate())).toMatchObject({ refusal: 'approval/act-missing' });
  });

  it('given a liquidated run, when a step is taken, then nothing is open', () => {
    const paid = after(compute(), propose(), check, sign(), liquidate());
    expect(paid.when(check)).toMatchObject({ refusal: 'approval/not-open' });
  });

  it('given a version that demands one more document, when a run on its way is moved there, then it is refused with the way', () => {
    const proposed = after(compute(), propose());
    const to = (documents: ChainDefinition['documents'], by = segretario) => {
      const workflow = { id: 'comune', version: 9 };
      const deed = { do: 'migrate', chain: { ...chain, version: 9, documents }, workflow, reason: 'revisori' } as const;
      return proposed.when(act(by, deed));
    };
    const further = [
      ...(chain.documents ?? []),
      { id: 'revisori', name: { it: 'Verbale dei revisori', en: 'Auditors’ minutes' }, kinds: ['verbale'] },
    ];
    expect(to(further)).toMatchObject({
      refusal: 'premium/document-missing',
      facts: { documents: 'revisori', version: 9 },
    });
    expect(to(chain.documents)).toHaveProperty('events');
    expect(to(undefined)).toHaveProperty('events');
  });

  it('given a run without one of its documents, then it is called as the chain does with which the run was computed', () => {
    const computed = after(compute()).state;
    const proposing = () => premium.decide(propose({ documents: [] }), computed);
    expect(proposing).toThrow(expect.objectContaining({ code: 'premium/document-missing', chain }));
  });

  it.each<[RefusalCode, Outcome<PremiumEvent>]>([
    ['premium/not-proposed', after(compute()).when(liquidate({ act: DETERMINA }))],
    ['premium/not-authorised', after(compute(), propose()).when(liquidate({ act: DETERMINA }))],
    ['premium/not-authorised', after(...sentBack).when(liquidate({ act: DETERMINA }))],
    [
      'premium/authorised-by-another-act',
      after(compute(), propose(), check, sign()).when(liquidate({ act: { ...DETERMINA, number: '42' } })),
    ],
    [
      'premium/degrees-changed',
      after(compute(), propose(), check, sign()).when(liquidate({ standing: { degrees: {} } })),
    ],
    [
      'premium/signer-is-paid',
      after(compute(), propose(), check, sign()).when(liquidate({ by: { ...personale, id: 'u-head' } })),
    ],
    ['premium/already-proposed', after(compute(), propose()).when(propose())],
    ['premium/already-proposed', after(...sentBack).when(propose())],
    ['premium/already-computed', after(compute(), propose()).when(compute())],
    ['premium/signer-is-paid', after(compute()).when(propose({ by: { id: 'u-moved', office: 'ragioneria' } }))],
    ['premium/document-missing', after(compute()).when(propose({ documents: [] }))],
    [
      'premium/unknown-document',
      after(compute()).when(
        propose({
          documents: ['relazione', 'altro'].map((document) => ({ document, act: RELAZIONE })),
        }),
      ),
    ],
    [
      'premium/document-of-other-kind',
      after(compute()).when(propose({ documents: [{ document: 'relazione', act: DETERMINA }] })),
    ],
    [
      'value/not-unique',
      after(compute()).when(
        propose({ documents: ['relazione', 'relazione'].map((document) => ({ document, act: RELAZIONE })) }),
      ),
    ],
    [
      'value/out-of-range',
      after(compute()).when(
        propose({ documents: [{ document: 'relazione', act: { ...RELAZIONE, date: '2099-01-01' } }] }),
      ),
    ],
  ])('given what stands in the way, when commanded, then %s', (code, outcome) => {
    expect(outcome).toMatchObject({ refusal: code });
  });

  const proposed = after(compute(), propose());
  const authorised = after(compute(), propose(), check, sign());
  it.each<[string, Outcome<PremiumEvent>, RefusalCode, object]>([
    ['computed again', proposed.when(compute()), 'premium/already-computed', { run: 'aree' }],
    [
      'liquidated again',
      after(compute(), propose(), check, sign(), liquidate()).when(liquidate()),
      'premium/already-liquidated',
      { run: 'aree' },
    ],
    [
      'without a chain',
      after(compute('affari-generali', { route: null })).when(propose()),
      'premium/no-chain',
      { run: 'aree' },
    ],
    ['proposed again', proposed.when(propose()), 'premium/already-proposed', { run: 'aree', status: 'open' }],
    ['not proposed', after(compute()).when(liquidate({ act: DETERMINA })), 'premium/not-proposed', { run: 'aree' }],
    [
      'not authorised yet',
      proposed.when(liquidate({ act: DETERMINA })),
      'premium/not-authorised',
      { run: 'aree', step: 'controllo', office: 'ragioneria' },
    ],
    ['sent back', after(...sentBack).when(liquidate({ act: DETERMINA })), 'premium/not-authorised', { run: 'aree' }],
    [
      'authorised by another act',
      authorised.when(liquidate({ act: { ...DETERMINA, number: '42' } })),
      'premium/authorised-by-another-act',
      { kind: 'DET', number: '41' },
    ],
    [
      'without an act',
      after(compute('affari-generali', { route: null })).when(liquidate()),
      'approval/act-missing',
      { step: 'liquidate', kinds: '' },
    ],
    [
      'signed by who is paid',
      authorised.when(liquidate({ by: { ...personale, id: 'u-head' } })),
      'premium/signer-is-paid',
      { office: 'personale', rule: 'own-office' },
    ],
    [
      'proposed by who is paid',
      after(compute()).when(propose({ by: { id: 'u-moved', office: 'ragioneria' } })),
      'premium/signer-is-paid',
      { office: 'ragioneria', rule: 'beneficiary' },
    ],
    [
      'of a plan that nobody approved',
      after(compute()).when(
        propose({ standing: { planStatus: 'none', degrees: {}, period: { from: '2022-01-01', to: '2022-12-31' } } }),
      ),
      'premium/plan-not-approved',
      { run: 'aree', plan: '2022' },
    ],
    [
      'without its documents',
      after(compute()).when(propose({ documents: [] })),
      'premium/document-missing',
      { documents: 'relazione' },
    ],
    [
      'with a document that nobody asks for',
      after(compute()).when(
        propose({ documents: ['relazione', 'altro'].map((document) => ({ document, act: RELAZIONE })) }),
      ),
      'premium/unknown-document',
      { document: 'altro' },
    ],
    [
      'with a document of another kind',
      after(compute()).when(propose({ documents: [{ document: 'relazione', act: DETERMINA }] })),
      'premium/document-of-other-kind',
      { document: 'relazione', kind: 'DET', kinds: 'verbale' },
    ],
    [
      'with a document twice',
      after(compute()).when(
        propose({ documents: ['relazione', 'relazione'].map((document) => ({ document, act: RELAZIONE })) }),
      ),
      'value/not-unique',
      { field: 'documents.document', value: 'relazione' },
    ],
    ['without a name', after().when(compute('x', { runId: ' ' })), 'value/text-missing', { field: 'runId' }],
    ['without a plan', after().when(compute('x', { planId: '' })), 'value/text-missing', { field: 'planId' }],
    ['of nobody', after().when(compute('x', { claims: [] })), 'premium/no-claims', { scope: 'areas' }],
    [
      'of those whom others have paid',
      after().when(compute('x', { claims: [], paidBy: ['aree', 'aree-2'] })),
      'premium/no-claims',
      { scope: 'areas', runs: 'aree, aree-2' },
    ],
    [
      'of those for whom others have set money aside',
      after().when(compute('x', { claims: [], paidBy: [], reservedBy: ['acconto'] })),
      'premium/no-claims',
      { scope: 'areas', reservedBy: 'acconto' },
    ],
    [
      'of a share twice',
      after().when(compute('x', { claims: [claim('x'), claim('x')] })),
      'value/not-unique',
      { field: 'claim.shareId', value: '1.1.1-x' },
    ],
    [
      'of a fund in words',
      after().when(compute('x', { fund: 'mille' })),
      'value/not-a-decimal',
      { field: 'fund', value: 'mille' },
    ],
    [
      'of a reserve in words',
      after().when(compute('x', { reserve: 'un po’' })),
      'value/not-a-decimal',
      { field: 'reserve', value: 'un po’' },
    ],
    [
      'of a weight in words',
      after().when(compute('x', { claims: [{ ...claim('x'), weight: 'dieci' }] })),
      'value/not-a-decimal',
      { field: 'weight', value: 'dieci' },
    ],
    [
      'of a degree in words',
      after().when(compute('x', { claims: [{ ...claim('x'), degree: 'pieno' }] })),
      'value/not-a-decimal',
      { field: 'degree', value: 'pieno' },
    ],
  ])('given a run that is %s, when commanded, then the facts of its sentence', (_, outcome, refusal, facts) => {
    expect(outcome).toEqual({ refusal, facts });
  });

  it('given a proposal, then by whom, of which plan, on which documents', () => {
    expect(after(compute()).when(propose())).toMatchObject({
      events: [
        {
          data: {
            runId: 'aree',
            planId: '2022',
            proposedBy: 'u-personale',
            documents: [{ document: 'relazione', act: RELAZIONE }],
          },
        },
        { data: { planId: '2022', parties: { authors: [], scored: [] } } },
        {},
        {},
      ],
    });
  });

  it.each<[string, object, boolean]>([
    ['until its first day', { from: '2021-01-01', to: '2022-01-01' }, true],
    ['until the day before', { from: '2021-01-01', to: '2021-12-31' }, false],
    ['from its last day', { from: '2022-12-31' }, true],
    ['from the day after', { from: '2023-01-01' }, false],
  ])('given who held a paid office %s of the year, then they are paid by the run: %s', (_, fields, paid) => {
    const tenures = [...staff.tenures, tenure('u-guest', 'affari-generali', fields)];
    const outcome = after(compute()).when(propose({ staff: { ...staff, tenures } }));
    const [, opened] = 'events' in outcome ? outcome.events : [];
    const beneficiaries = opened !== undefined && 'parties' in opened.data ? opened.data.parties.beneficiaries : [];
    expect(beneficiaries.includes('u-guest')).toBe(paid);
  });

  it('given a plan that nobody approved, when proposed, then it is refused', () => {
    for (const planStatus of ['none', 'drafted'] as const) {
      const standing = { planStatus, degrees: {}, period: { from: '2022-01-01', to: '2022-12-31' } };
      expect(after(compute()).when(propose({ standing }))).toMatchObject({ refusal: 'premium/plan-not-approved' });
    }
  });

  it('given shares of which none is certified, when computed with a reserve or proposed, then it is refused, and computed anew under its name', () => {
    const nothing = { claims: [{ ...claim('affari-generali'), degree: null }] };
    const refused = { refusal: 'premium/nothing-certified', facts: { run: 'aree' } };
    const standing = { planStatus: 'in-force', degrees: {}, period: { from: '2022-01-01', to: '2022-12-31' } } as const;
    expect(after().when(compute('', { ...nothing, reserve: '10.00' }))).toEqual(refused);
    expect(after(compute('', nothing)).when(propose({ standing }))).toEqual(refused);
    expect(after(compute('', { ...nothing, route: null })).when(liquidate({ act: DETERMINA }))).toEqual(refused);
    expect(types(after(compute('', nothing)).when(compute()))).toEqual(['computed.v1']);
  });

  it('given one share that is certified among others, when proposed, then it goes on', () => {
    const claims = [claim('affari-generali'), { ...claim('tributi'), degree: null }];
    expect(types(after(compute('', { claims })).when(propose()))).toContain('proposed.v1');
  });

  it('given a share that was judged anew since, when proposed, then the run is computed anew first', () => {
    const standing = {
      planStatus: 'in-force',
      degrees: { '1.1.1-affari-generali': '90' },
      period: { from: '2022-01-01', to: '2022-12-31' },
    } as const;
    expect(after(compute()).when(propose({ standing }))).toMatchObject({
      refusal: 'premium/degrees-changed',
      facts: { share: '1.1.1-affari-generali' },
    });
  });

  it('given any fund, reserve and claims, then what is paid is the fund less reserve and savings', () => {
    const shares = fc.array(
      fc.record({ weight: fc.integer({ min: 1, max: 60 }), degree: fc.integer({ min: 0, max: 100 }) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        shares,
        (cents, part, all) => {
          const money = (amount: number) => (amount / 100).toFixed(2);
          const claims = all.map(({ weight, degree }, index) => ({
            ...claim(`a${index}`),
            weight: String(weight),
            degree: String(degree),
          }));
          const reserve = Math.floor(cents * part);
          const computed = after().when(compute('', { fund: money(cents), reserve: money(reserve), claims }));
          fc.pre(!('refusal' in computed && computed.refusal === 'premium/reserve-too-large'));
          const [event] = 'events' in computed ? computed.events : [];
          if (event?.type !== 'premium.computed.v1') throw new Error('It is not computed.');
          const { fund, total, savings, reserve: kept = '0', entries } = event.data;
          const paid = sumHundredths(entries.map(({ amount }) => parseHundredths(amount, 'amount')));
          const hundredths = (text: string) => parseHundredths(text, 'amount');
          expect(paid === hundredths(total)).toBe(true);
          expect(paid === hundredths(fund) - hundredths(kept) - hundredths(savings)).toBe(true);
        },
      ),
    );
  });
});
