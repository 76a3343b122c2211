import type { Staff } from '../organisation/staff.js';
import type { Actor } from '../values.js';
import { people, who } from '../testing/approval.js';
import { eventsOf, given } from '../testing/given.js';
import { MORNING } from '../testing/example.js';
import { tenure } from '../testing/staff.js';
import { chain, decide, remove, request, reword, take, told, workflow } from '../testing/variation.js';
import type { VariationCommand, VariationEvent } from './messages.js';
import { variation } from './variation.js';

const removal = request({ changes: [remove] });
const bySegretario = take('parere-segretario', who.vice);
const byNucleo = take('parere-nucleo', who.nucleo, { note: 'nessuno poteva evitarlo' });
const without = { ...chain, version: 2, steps: chain.steps.filter(({ id }) => id !== 'parere-nucleo') };
const to = (another: typeof chain, by: Actor = who.vice): VariationCommand => ({
  type: 'approval.act',
  subject: 'variation',
  shareId: null,
  deed: {
    do: 'migrate',
    chain: another,
    workflow: { ...workflow, version: another.version },
    reason: 'nuovo regolamento',
  },
  staff: people,
  by,
  at: MORNING,
});
/** A log whose request says that. */
const saying = (
  data: Partial<Requested> | { readonly evaluationBodies: undefined },
  ...commands: readonly VariationCommand[]
) =>
  given(variation)(
    ...eventsOf(variation, ...commands).map((event) =>
      event.type === 'variation.requested.v1' ? { ...event, data: { ...event.data, ...data } } : event,
    ),
  );
type Requested = Extract<VariationEvent, { type: 'variation.requested.v1' }>['data'];

/** A version in force in which an OIV evaluates, and the Nucleo is an office as others. */
const withOiv: Staff = {
  ...people,
  offices: people.offices.map((one) =>
    one.id === 'nucleo' ? { id: 'oiv', function: 'evaluation-body', names: [] } : one,
  ),
};

describe('what is removed by a variation, and the evaluation body', () => {
  it('given that it has not spoken, when moved to a version that does not ask it, then that is refused with whom it concerns', () => {
    expect(told(removal).when(to(without))).toMatchObject({
      refusal: 'variation/unheard',
      facts: { offices: 'nucleo', chain: 'variation', version: 2 },
    });
    expect(told(removal, bySegretario).when(to(without))).toMatchObject({ refusal: 'variation/unheard' });
  });

  it('given that it has spoken, or that nothing is removed, when moved so, then it is moved, and decided with what was said', () => {
    expect(told(request({ changes: [reword] })).when(to(without, who.segretario))).toHaveProperty('events');
    expect(told(removal, bySegretario, byNucleo).when(to(without))).toHaveProperty('events');
    expect(told(removal, bySegretario, byNucleo, to(without), decide()).state.opinion).toMatchObject({
      note: 'nessuno poteva evitarlo',
    });
  });

  it('given a version that asks it later, when moved there, then it is moved', () => {
    const later = { ...chain, version: 3, steps: [chain.steps[0]!, chain.steps[2]!, chain.steps[1]!] };
    expect(told(removal).when(to(later))).toHaveProperty('events');
  });

  it('given that a release before this moved it so, when the last office agrees, then it is refused, and may still reject it', () => {
    const unheard = saying(
      { changes: [remove] },
      request({ changes: [reword] }),
      to(without, who.segretario),
      take('parere-segretario', who.segretario),
    );
    expect(unheard.when(decide())).toMatchObject({ refusal: 'variation/unheard' });
    expect(unheard.when(decide({ outcome: 'reject', reason: 'no', act: null }))).toHaveProperty('events');
  });

  it('given that another body evaluates by the version in force since, when decided, then the opinion of the one that was asked counts', () => {
    const heard = told(removal, bySegretario, byNucleo);
    const decided = heard.when(decide({ staff: withOiv }));
    expect('events' in decided && decided.events.at(-1)).toMatchObject({
      data: { opinion: { favourable: true, note: 'nessuno poteva evitarlo' } },
    });
  });

  it('given a log that does not say who evaluated then, when decided, then whoever does by a version that is followed counts', () => {
    const earlier = saying({ evaluationBodies: undefined }, removal, bySegretario, byNucleo);
    const of = (staff: Staff) => earlier.when(decide({ staff }));
    expect(of(people)).toHaveProperty('events');
    expect(of({ ...withOiv, stillEvaluating: ['nucleo'] })).toHaveProperty('events');
    expect(of(withOiv)).toMatchObject({ refusal: 'variation/unheard' });
  });
});

describe('an opinion of several', () => {
  const second = { id: 'u-nucleo-2', office: 'nucleo' };
  const staff: Staff = { ...people, tenures: [...people.tenures, tenure(second.id, 'nucleo')] };
  const [parere, ofNucleo, delibera] = chain.steps;
  const two = {
    ...chain,
    steps: [parere!, { ...ofNucleo!, agreement: { kind: 'quorum', count: 2 } as const }, delibera!],
  };
  const asked = { ...removal, chain: two, staff };
  const says = (by: Actor, note: string) => take('parere-nucleo', by, { note, staff });

  it('given one of two who has spoken, when moved to a version that does not ask them, then they were not heard', () => {
    const moved = { ...to(without), staff };
    expect(told(asked, bySegretario, says(who.nucleo, 'sì')).when(moved)).toMatchObject({
      refusal: 'variation/unheard',
    });
    expect(told(asked, bySegretario, says(who.nucleo, 'sì'), says(second, 'anch’io')).when(moved)).toHaveProperty(
      'events',
    );
  });

  it('given two on one day, when the day of the first is corrected, then the opinion keeps the day of the last', () => {
    const corrected: VariationCommand = {
      type: 'approval.act',
      subject: 'variation',
      shareId: null,
      deed: { do: 'correct-day', step: 'parere-nucleo', person: who.nucleo.id, day: '2022-06-19', reason: 'era ieri' },
      staff,
      by: who.nucleo,
      at: '2022-06-20T09:00:00.000Z',
    };
    const days = (...commands: readonly VariationCommand[]) =>
      told(
        { ...asked, on: '2022-06-18' },
        { ...bySegretario, on: '2022-06-18' },
        says(who.nucleo, 'sì'),
        says(second, 'anch’io'),
        ...commands,
      ).state.opinions.flatMap(({ step, person, on }) => (step === 'parere-nucleo' ? [[person, on]] : []));
    expect(days()).toEqual([
      ['u-nucleo', '2022-06-20'],
      ['u-nucleo-2', '2022-06-20'],
    ]);
    expect(days(corrected)).toEqual([
      ['u-nucleo', '2022-06-19'],
      ['u-nucleo-2', '2022-06-20'],
    ]);
  });
});
