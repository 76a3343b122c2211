import { after, assign, upTo } from '../testing/commands.js';
import { ACT, archive, document as example, MORNING, REGISTRY } from '../testing/example.js';
import { eventsOf, given } from '../testing.js';
import type { PlanDocument } from './document.js';
import { plan } from './plan.js';
import { bearingFor } from './share-removal.js';
import { weightByArea } from './weights.js';

const issued = { by: { id: 'system', office: 'system' }, at: MORNING };
const museum = {
  ...archive,
  id: '6.1.2',
  shares: [{ ...archive.shares[0]!, id: '6.1.2-affari-generali', weight: '7.5' }],
  indicators: [],
  deadlines: [],
};
const document: PlanDocument = { ...example, objectives: [archive, museum] };
const inForce = eventsOf(
  plan,
  { type: 'plan.draft', planId: '2022', document, ...issued },
  { type: 'plan.approve', act: ACT, ...issued },
  { type: 'plan.enter-into-force', from: '2022-01-01', ...issued },
);
const remove = (weight: 'redistribute' | 'neutralise', objectives = {}) =>
  ({
    type: 'plan.remove-share',
    objectiveId: '6.1.1',
    shareId: REGISTRY,
    weight,
    act: ACT,
    objectives,
    ...issued,
  }) as const;
const weights = (...commands: readonly ReturnType<typeof remove>[]) => {
  const { state } = given(plan)(
    ...inForce,
    ...commands.flatMap((command) => plan.decide(command, given(plan)(...inForce).state)),
  );
  return state.document && weightByArea(state.document)['affari-generali'];
};

describe('a plan of which one share is removed by an act of its own', () => {
  it('given that its weight is redistributed, then the others of the area bear it; neutralised, nobody does', () => {
    const own = Number(archive.shares[0]?.weight);
    expect(given(plan)(...inForce).when(remove('redistribute'))).toMatchObject({
      events: [
        {
          type: 'plan.share-removed.v1',
          data: {
            version: 2,
            shareId: REGISTRY,
            objectives: [{ id: '6.1.2', shares: [{ weight: String(own + 7.5) }] }],
          },
        },
      ],
    });
    expect(weights(remove('redistribute'))).toBe(String(own + 7.5));
    expect(weights(remove('neutralise'))).toBe('7.5');
  });

  it('given that nobody is left to bear it, then it weighs nothing all the same', () => {
    const paid = { '6.1.2': { ...after(...upTo.submitted).state, closed: true, shares: [] } };
    const settled = after(...upTo.submitted).state.shares.map((share) => ({
      ...share,
      shareId: '6.1.2-affari-generali',
    }));
    expect(
      given(plan)(...inForce).when(remove('redistribute', { '6.1.2': { ...paid['6.1.2'], shares: settled } })),
    ).toMatchObject({ events: [{ data: { objectives: [] } }] });
  });

  it('given that the plan knows it, when it is told again, then nothing happens; of a share that it has not, it is refused', () => {
    const once = plan.decide(remove('neutralise'), given(plan)(...inForce).state);
    expect(given(plan)(...inForce, ...once).when(remove('redistribute'))).toEqual({ events: [] });
    expect(given(plan)(...inForce).when({ ...remove('neutralise'), shareId: 'none' })).toMatchObject({
      refusal: 'objective/unknown-share',
    });
    expect(given(plan)().when(remove('neutralise'))).toMatchObject({ refusal: 'plan/not-drafted' });
  });

  it('given who has the shares that bear it by now, then those are told, and nobody where none does', () => {
    const handed = after(...upTo.acknowledged, assign({ office: 'tributi' })).state;
    const bears = (state = handed, of = document) =>
      bearingFor(REGISTRY, { document: of, objectives: { '6.1.2': { ...state, shares: state.shares.map(asMuseum) } } })
        .bearing;
    expect(bears()).toEqual(['tributi']);
    expect(bears(after(...upTo.acknowledged).state)).toEqual(['affari-generali']);
    expect(bears(after(...upTo.submitted).state)).toEqual([]);
    expect(bears(handed, { ...document, objectives: [archive] })).toEqual([]);
  });

  it('given who had the shares that bear it for some days, then their credit of those days is told, too', () => {
    const { state } = after(
      ...upTo.acknowledged,
      assign({ office: 'tributi', from: '2022-06-21', at: '2022-06-21T08:00:00.000Z' }),
    );
    const objectives = { '6.1.2': { ...state, shares: state.shares.map(asMuseum) } };
    expect(bearingFor(REGISTRY, { document, objectives }).bearingCredited).toEqual([
      { office: 'affari-generali', from: '2022-01-01', to: '2022-12-31' },
      { office: 'tributi', from: '2022-06-21', to: '2022-12-31' },
    ]);
  });
});

const asMuseum = <Share extends { readonly shareId: string }>(share: Share): Share =>
  share.shareId === REGISTRY ? { ...share, shareId: '6.1.2-affari-generali' } : share;
