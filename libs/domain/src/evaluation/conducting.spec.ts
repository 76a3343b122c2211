import type { Staff } from '../organisation/staff.js';
import { eventsOf, given } from '../testing.js';
import * as story from '../testing/evaluation.js';
import { tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import { mayConduct } from './conducting.js';
import { evaluation } from './evaluation.js';
import type { EvaluationCommand } from './messages.js';

const { open, received, withdraw, settle, name, replace, upTo, evaluator, superior, clerk, judgesOf, foreseen } = story;

const after = (commands: readonly EvaluationCommand[]) => given(evaluation)(...eventsOf(evaluation, ...commands));
const withTenures = (...tenures: Staff['tenures']): Staff => ({
  ...judgesOf,
  tenures: [...judgesOf.tenures, ...tenures],
});

describe('who conducts an evaluation', () => {
  const route = {
    ...foreseen,
    terms: { ...foreseen.terms, conductors: [{ office: 'personale' }, { office: 'segretario' }] },
  };
  const way = (commands: readonly EvaluationCommand[]) => [open({ route }), ...commands.slice(1)];
  const asClerk = (by: Actor): Actor => ({ id: by.id, office: clerk.office });
  const others = (rule: string, who: string) => ({
    refusal: 'evaluation/conducted-by-others',
    facts: { office: clerk.office, rule, who },
  });

  it('given who evaluates, as whatever office, then they deliver, withdraw and open nothing', () => {
    const staff = withTenures(tenure(evaluator.id, clerk.office));
    const by = asClerk(evaluator);
    const refused = others('four-eyes', 'personale, segretario');
    expect(after([]).when(open({ route, by, staff }))).toEqual(refused);
    expect(after(way(upTo.proposed)).when(received('proposal', { by, staff }))).toEqual(refused);
    expect(after(way(upTo.opened)).when(withdraw({ by, staff }))).toEqual(refused);
    expect(after(way(upTo.delivered)).when(settle({ by, staff }))).toEqual(refused);
    expect(after(way(upTo.proposed)).when(received('proposal', { by: clerk, staff }))).toMatchObject({
      events: [{ data: { of: 'proposal' } }],
    });
  });

  it('given who conciliates, or would by what they do, then they name nobody and end nothing', () => {
    const staff = withTenures(tenure(story.third.id, clerk.office));
    const by = asClerk(story.third);
    const refused = others('four-eyes', 'personale, segretario');
    expect(after(way(upTo.asked)).when(name({ by, staff }))).toEqual(refused);
    expect(after(way(upTo.revised)).when(settle({ by, staff }))).toEqual(refused);
  });

  it('given who would come to evaluate in another’s place, then they do not name themselves', () => {
    const { successor, renewed } = story;
    const staff = { ...renewed, tenures: [...renewed.tenures, tenure(successor.id, clerk.office)] };
    expect(after(way(upTo.observed)).when(replace({ by: asClerk(successor), staff }))).toEqual(
      others('four-eyes', 'personale, segretario'),
    );
  });

  it('given who holds an office of the person’s, then others conduct it', () => {
    const staff = withTenures(tenure('u-deputy', clerk.office), tenure('u-deputy', 'affari-generali'));
    const by: Actor = { id: 'u-deputy', office: clerk.office };
    expect(after(way(upTo.proposed)).when(received('proposal', { by, staff }))).toEqual(
      others('own-office', 'personale, segretario'),
    );
  });

  it('given nobody else who could, then they do, and each of it says so', () => {
    const both = withTenures(tenure(evaluator.id, clerk.office));
    const staff = { ...both, disabled: [clerk.id, superior.id] };
    const by = asClerk(evaluator);
    expect(after(way(upTo.proposed)).when(received('proposal', { by, staff }))).toMatchObject({
      events: [{ data: { of: 'proposal', nobodyElse: true } }],
    });
    const alone = open({ route, by, staff });
    expect(after([]).when(alone)).toMatchObject({ events: [{ data: { nobodyElse: true } }] });
    // who opened it says nothing of whoever names or ends
    expect(after([alone, ...upTo.proposed.slice(1)]).when(received())).not.toHaveProperty('events.0.data.nobodyElse');
  });

  it('given a file that names nobody, then nobody is asked', () => {
    const staff = withTenures(tenure(evaluator.id, clerk.office));
    expect(after(upTo.proposed).when(received('proposal', { by: asClerk(evaluator), staff }))).toHaveProperty('events');
  });

  it('then it waits for who may, and for nobody else', () => {
    const { opened } = eventsOf(evaluation, ...way(upTo.proposed)).reduce(
      (state, event) => evaluation.evolve(state, event),
      evaluation.initial,
    );
    if (opened === null) throw new Error('Nothing was opened.');
    const staff = withTenures(tenure(evaluator.id, clerk.office));
    const judging = [opened.evaluator];
    expect(mayConduct(opened, { by: asClerk(evaluator), judging, staff })).toBe(false);
    expect(mayConduct(opened, { by: clerk, judging, staff })).toBe(true);
  });
});
