import {
  after,
  act,
  chain,
  check,
  compute,
  personale,
  propose,
  ragioneria,
  segretario,
  sign,
  staff,
  take,
  vice,
} from '../testing/premium.js';
import { eventsOf, given } from '../testing/given.js';
import { delegation, tenure } from '../testing/staff.js';
import type { Staff } from '../organisation/staff.js';
import type { Actor } from '../values.js';
import { premium } from './premium.js';

/** Of accounting beside the head, whom nothing bars. */
const colleague: Actor = { id: 'u-colleague', office: ragioneria.office };
const both: Staff = { ...staff, tenures: [...staff.tenures, tenure(colleague.id, colleague.office)] };
/** With a delegation of the head of personnel to the Segretario, which is given up once they have proposed. */
const period = { from: '2023-03-01', until: '2023-03-31', holder: personale.id };
const lent: Staff = { ...both, delegations: [delegation('d-1', personale.office, segretario.id, period)] };
/** As the personnel office, by a delegation of its head. */
const asPersonnel = ({ id }: Actor): Actor => ({ id, office: personale.office });
const byAccounting = compute('affari-generali', { by: asPersonnel(ragioneria) });
const fourEyes = { refusal: 'approval/own-report', facts: { rule: 'four-eyes' } };
const checkedBy = (by: Actor) => take(by, 'controllo', {}, both);

describe('whoever prepares a premium run', () => {
  it('given its computation as another office, when they check it as their own, then another of that office does', () => {
    const proposed = after(byAccounting, propose({ staff: both }));
    expect(proposed.when(checkedBy(ragioneria))).toMatchObject(fourEyes);
    expect(proposed.when(checkedBy(colleague))).toHaveProperty('events');
  });

  it('given nobody else there, then it is not proposed to get stuck where the substitute is not free either', () => {
    expect(after(byAccounting, propose()).when(take(segretario, 'controllo'))).toMatchObject({
      events: [{ data: { rerouted: { from: 'ragioneria', rule: 'four-eyes' } } }, {}],
    });
    const vacant = { ...staff, tenures: staff.tenures.filter(({ person }) => person !== vice.id) };
    const alone = { ...vacant, tenures: [...vacant.tenures, tenure(segretario.id, 'vicesegretario')] };
    expect(after(byAccounting).when(propose({ staff: alone }))).toMatchObject({ refusal: 'premium/nobody-at-step' });
  });

  it('given the personnel office that computed it, then its first step is its own all the same', () => {
    expect(after(compute(), propose()).state.approval?.passed).toEqual(['proposta']);
    expect(after(byAccounting).when(propose({ by: asPersonnel(ragioneria), staff: both }))).toHaveProperty('events');
  });

  it('given the act that pays, then neither who computed signs it nor who proposed, whatever the steps are independent of', () => {
    const steps = chain.steps.map((step) => ({ ...step, independentOf: 'nobody' as const }));
    const free = { route: { chain: { ...chain, steps }, workflow: null } };
    const computed = after(
      compute('affari-generali', { ...free, by: asPersonnel(segretario) }),
      propose({ staff: both }),
      check,
    );
    expect(computed.when(sign(segretario))).toMatchObject(fourEyes);
    const proposed = after(
      compute('affari-generali', free),
      propose({ by: asPersonnel(segretario), staff: lent }),
      check,
    );
    expect(proposed.when(sign(segretario))).toMatchObject(fourEyes);
    expect(proposed.when(sign(vice))).toHaveProperty('events');
  });

  it('given a run that came back, when somebody else computes it anew, then it is theirs', () => {
    const back = take(colleague, 'controllo', { outcome: 'return', points: ['Capitolo'] }, both);
    const anew = after(byAccounting, propose({ staff: both }), back, compute());
    expect(anew.state.preparedBy).toEqual([{ person: personale.id, office: personale.office }]);
  });

  it('given the system, then nobody prepared it', () => {
    const computed = compute('affari-generali', { by: { id: 'system', office: 'system' } });
    expect(after(computed).state.preparedBy).toEqual([]);
  });

  it('given who computed in the place of somebody, then neither of the two checks it', () => {
    const [computed] = eventsOf(premium, compute());
    if (computed === undefined) throw new Error('nothing was computed');
    const by = { actor: asPersonnel(colleague), onBehalfOf: personale.id };
    expect(premium.evolve(premium.initial, computed, undefined, by).preparedBy.map(({ person }) => person)).toEqual([
      colleague.id,
      personale.id,
    ]);
  });

  it('given a run on its way since an earlier release, then who computed it is known beside its events', () => {
    const history = eventsOf(premium, byAccounting, propose({ staff: both })).map((event) => {
      if (event.type !== 'premium.approval-opened.v1') return event;
      const { prepared, ...parties } = event.data.parties;
      expect(prepared).toBeDefined();
      return { ...event, data: { ...event.data, parties } };
    });
    expect(given(premium)(...history).when(checkedBy(ragioneria))).toMatchObject(fourEyes);
  });

  it('given who prepared it, then they may give a step to somebody, as whoever took one may', () => {
    const asSegretario = after(compute('affari-generali', { by: asPersonnel(segretario) }), propose({ staff: both }));
    const handed = { do: 'reassign', step: 'controllo', to: colleague, reason: 'assenza' } as const;
    expect(asSegretario.when(act(segretario, handed, both))).toHaveProperty('events');
  });
});
