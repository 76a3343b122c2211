import type { Staff } from '../organisation/staff.js';
import { after, chain, claim, compute, personale, propose, staff, types, vice } from '../testing/premium.js';
import { delegation, tenure } from '../testing/staff.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { premium } from './premium.js';

/** Of a body where the Vicesegretario stands in for whoever runs premiums. */
const bodied = (more: Partial<Staff> = {}): Staff => ({
  ...staff,
  tenures: [
    ...staff.tenures.filter(({ person }) => person !== 'u-personale'),
    tenure('u-personale', 'personale', { roles: ['personale'] }),
  ],
  payerInstead: { office: 'vicesegretario' },
  ...more,
});
const having = (...tenures: Staff['tenures']) => bodied({ tenures: [...bodied().tenures, ...tenures] });
const without = (office: string) => bodied({ tenures: bodied().tenures.filter((one) => one.office !== office) });

const withStep = (id: string, more: Partial<StepDefinition>) => ({
  ...chain,
  steps: chain.steps.map((step) => (step.id === id ? { ...step, ...more } : step)),
});
const paying = (areas: readonly string[], of = chain) =>
  compute('', { claims: areas.map(claim), route: { chain: of, workflow: { id: 'borgo', version: 1 } } });
const proposal = (areas: readonly string[], of: Staff, more: object = {}) =>
  propose({
    standing: {
      planStatus: 'in-force',
      degrees: Object.fromEntries(areas.map((area) => [`1.1.1-${area}`, '100'])),
      period: { from: '2022-01-01', to: '2022-12-31' },
    },
    staff: of,
    ...more,
  });
const byVice = { by: vice, standsIn: true } as const;
const BOTH = ['personale', 'ragioneria'];
const proposedByVice = (of = bodied(), by = chain) => after(paying(BOTH, by)).when(proposal(BOTH, of, byVice));
/** A day before it is recorded. */
const EARLIER = '2023-03-01';
const refused = { refusal: 'premium/nobody-at-step' };

describe('a run that pays personnel and accounting both', () => {
  it('given that whoever stands in proposes and the Segretario would check it, then nobody could sign, and who they are and who would do is told before it sets out', () => {
    expect(proposedByVice()).toEqual({
      ...refused,
      facts: {
        run: 'aree',
        step: 'liquidazione',
        offices: 'segretario, vicesegretario',
        persons: 'u-segretario, u-vice',
        steps: 'proposta, controllo',
        rule: 'four-eyes',
        who: 'segretario, vicesegretario',
      },
    });
  });

  it('given another holder of an office that is told, then it sets out, and it can be signed', () => {
    for (const office of ['segretario', 'vicesegretario']) {
      expect(types(proposedByVice(having(tenure('u-second', office))))).toContain('proposed.v1');
    }
    expect(proposedByVice(having(tenure('u-second', 'giunta')))).toMatchObject(refused);
  });

  it('given a second holder who is paid, or a delegate of who would have taken a step, then nobody still', () => {
    const was = tenure('u-second', 'ragioneria', { from: '2022-01-01', to: '2022-06-30' });
    expect(proposedByVice(having(tenure('u-second', 'segretario'), was))).toMatchObject(refused);
    const lent = { from: '2023-03-01', until: '2023-03-31' };
    const delegations = ['segretario', 'vicesegretario'].map((office) => delegation(office, office, 'u-giunta', lent));
    expect(proposedByVice(bodied({ delegations }))).toMatchObject(refused);
  });

  it('given a substitute of their own for the signature in the workflow, then it sets out', () => {
    const signedByGiunta = withStep('liquidazione', { substitute: { office: 'giunta' } });
    expect(types(proposedByVice(bodied(), signedByGiunta))).toContain('proposed.v1');
    const paid = withStep('liquidazione', { substitute: { office: 'ragioneria' } });
    expect(proposedByVice(bodied(), paid)).toMatchObject({
      facts: { offices: 'segretario, ragioneria', who: 'segretario' },
    });
  });

  it('given a definition that lets the same person check and sign, then it sets out', () => {
    const free = withStep('liquidazione', { independentOf: ['proposta'] });
    expect(types(proposedByVice(bodied(), free))).toContain('proposed.v1');
  });

  it('given an office that nobody holds, then its step waits for whoever comes to hold it', () => {
    expect(types(proposedByVice(without('segretario')))).toContain('proposed.v1');
  });

  it('given a step that lies nearer at which nobody is left, then that one is told', () => {
    const checkedByVice = withStep('controllo', { substitute: { office: 'vicesegretario' } });
    expect(proposedByVice(bodied(), checkedByVice)).toMatchObject({
      ...refused,
      facts: {
        step: 'controllo',
        offices: 'ragioneria, vicesegretario',
        persons: 'u-moved, u-ragioneria, u-vice',
        steps: 'proposta',
        who: 'vicesegretario',
      },
    });
  });

  it('given the refusal, then it calls steps as the chain does with which the run was computed', () => {
    const proposing = () => premium.decide(proposal(BOTH, bodied(), byVice), after(paying(BOTH)).state);
    expect(proposing).toThrow(expect.objectContaining({ code: 'premium/nobody-at-step', chain }));
  });
});

describe('a run of which nobody could take the first step', () => {
  const asPersonnel = { ...vice, office: 'personale' };
  /** Who stands in computed it by a delegation, which they have given up since. */
  const computed = { ...paying(['personale']), by: asPersonnel };

  it('given that its substitute computed it, then it is told as at any other step, and that another of personnel computes it anew', () => {
    expect(after(computed).when(proposal(['personale'], bodied(), byVice))).toMatchObject({
      ...refused,
      facts: { step: 'proposta', offices: 'personale, vicesegretario', anew: 'personale' },
    });
  });

  it('given that somebody else computed it anew, then it sets out', () => {
    const anew = after(paying(['personale'])).when(proposal(['personale'], bodied(), byVice));
    expect(types(anew)).toContain('proposed.v1');
  });

  it('given who proposes it too, where only that keeps a step from everybody, then another of personnel does both', () => {
    const own = having(tenure('u-ragioneria', 'personale', { roles: ['personale'] }));
    const alone = { ...own, tenures: own.tenures.filter(({ person }) => person !== 'u-moved') };
    const others = withStep('controllo', { substitute: null });
    const asRagioneria = { by: { id: 'u-ragioneria', office: 'personale' } };
    for (const told of [{}, { on: EARLIER }]) {
      expect(
        after(paying(['affari-generali'], others)).when(
          proposal(['affari-generali'], alone, { ...asRagioneria, ...told }),
        ),
      ).toMatchObject({ ...refused, facts: { step: 'controllo', afresh: 'personale' } });
    }
  });
});

describe('a run that pays one of them', () => {
  it.each([
    [['ragioneria'], { by: personale }],
    [['personale'], byVice],
    [['affari-generali', 'segretario'], { by: personale }],
  ])('given %s, then somebody is left for each step, and it sets out', (areas, by) => {
    expect(types(after(paying(areas)).when(proposal(areas, bodied(), by)))).toContain('proposed.v1');
  });

  it('given a chain that begins with others, then whoever proposes is the author, and takes none of it', () => {
    const others = { ...chain, steps: chain.steps.slice(1) };
    const asVice = { id: 'u-ragioneria', office: 'personale' };
    const own = having(tenure('u-ragioneria', 'personale', { roles: ['personale'] }));
    const alone = { ...own, tenures: own.tenures.filter(({ person }) => person !== 'u-moved') };
    const areas = ['affari-generali'];
    expect(types(after(paying(areas, others)).when(proposal(areas, alone, { by: asVice })))).toContain('proposed.v1');
    const without = others.steps.map((step) => (step.id === 'controllo' ? { ...step, substitute: null } : step));
    expect(
      after(paying(areas, { ...others, steps: without })).when(proposal(areas, alone, { by: asVice })),
    ).toMatchObject({ ...refused, facts: { step: 'controllo', rule: 'author' } });
  });
});
