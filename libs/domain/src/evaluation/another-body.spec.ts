import type { Staff } from '../organisation/staff.js';
import { eventsOf, given } from '../testing.js';
import * as story from '../testing/evaluation.js';
import { tenure } from '../testing/staff.js';
import { office, step } from '../testing/workflow.js';
import type { Actor } from '../values.js';
import { evaluationAwaits } from './awaits.js';
import { evaluation } from './evaluation.js';
import { foreseenIn } from './foreseen.js';
import type { EvaluationCommand, RouteOfEvaluation } from './messages.js';

const { byForeseen, upTo, replace, judge, name, conciliate, settle, received, foreseen } = story;

/** The Nucleo gave way to an OIV, another chamber hears both, and personnel conducts. */
const inForce: RouteOfEvaluation = {
  chain: {
    id: 'evaluation',
    version: 2,
    steps: [
      step('proposta', [office('oiv')]),
      step('contraddittorio', [{ relation: 'assignee' }]),
      step('valutazione', [office('segretario')], { substitute: office('giunta') }),
    ],
  },
  workflow: { id: 'borgo', version: 2 },
  terms: {
    results: 40,
    hearingBelow: 90,
    observations: { workingDays: 20 },
    conciliation: { workingDays: 20 },
    evaluators: [{ office: 'oiv' }],
    conciliators: [{ office: 'camera' }],
    conductors: [{ office: 'personale' }],
  },
};
const oiv: Actor = { id: 'u-oiv', office: 'oiv' };
const named = { person: oiv.id, office: oiv.office };

const without = (staff: Staff, ...offices: readonly string[]): Staff => ({
  ...staff,
  tenures: staff.tenures.filter((one) => !offices.includes(one.office)),
});
const both: Staff = {
  ...story.judgesOf,
  offices: [...story.judgesOf.offices, { id: 'oiv', function: 'evaluation-body', names: [] }],
  stillEvaluating: ['nucleo'],
  tenures: [...story.judgesOf.tenures, tenure(oiv.id, 'oiv'), tenure('u-camera', 'camera')],
};
const staff = without(both, 'nucleo');

const after = (commands: readonly EvaluationCommand[]) => given(evaluation)(...eventsOf(evaluation, ...commands));
const observed = byForeseen(upTo.observed);
const toOiv = (more: Parameters<typeof replace>[0] = {}) =>
  replace({ evaluator: named, by: story.superior, staff, inForce, ...more });

describe('an evaluation whose body gave way to another', () => {
  it('given nobody left of the old one, then it goes on with the new one, by the chain and the parts of the version in force', () => {
    const { terms } = inForce;
    const parts = { evaluators: terms.evaluators, conciliators: terms.conciliators, conductors: terms.conductors };
    const { results, hearingBelow, observations, conciliation } = foreseen.terms;
    const chain = { ...inForce.chain, steps: inForce.chain.steps.filter(({ id }) => id !== 'contraddittorio') };
    const route = {
      chain,
      workflow: inForce.workflow,
      terms: { results, hearingBelow, observations, conciliation, ...parts },
    };
    const data = { planId: '2022', evaluator: named, reason: replace().reason, route };
    expect(after(observed).when(toOiv())).toEqual({ events: [{ type: 'evaluation.evaluator-named.v1', data }] });
    const { state } = after([...observed, toOiv()]);
    expect(state).toMatchObject({ status: 'observed', opened: { evaluator: named, route } });
    const judged = after([...observed, toOiv()]).when(judge({ by: oiv, staff, inForce }));
    expect(judged).toMatchObject({
      events: [
        { type: 'evaluation.judged.v1' },
        { type: 'evaluation.approval-opened.v1', data: { workflow: inForce.workflow } },
        { type: 'evaluation.approval-voted.v1', data: { step: 'proposta', office: 'oiv' } },
        { type: 'evaluation.approval-step-passed.v1' },
      ],
    });
  });

  it('given a member of the old one who may still judge, then it is theirs, and the refusal says when the new one comes', () => {
    const left = { ...both, tenures: [...staff.tenures, tenure('u-nucleo-2', 'nucleo')] };
    expect(after(observed).when(toOiv({ staff: left }))).toEqual({
      refusal: 'evaluation/not-foreseen',
      facts: { office: 'oiv', foreseen: 'nucleo', later: 'oiv' },
    });
    const disabled = { ...left, disabled: ['u-nucleo-2'] };
    expect(after(observed).when(toOiv({ staff: disabled }))).toHaveProperty('events');
    const barred = { ...left, tenures: [...left.tenures, tenure('u-nucleo-2', 'affari-generali')] };
    expect(after(observed).when(toOiv({ staff: barred }))).toHaveProperty('events');
  });

  it('given a day that is told on which the old one could still judge, then the new one did not come in its place on it', () => {
    const until = tenure('u-nucleo', 'nucleo', { to: '2023-01-30' });
    const then = { ...staff, day: '2023-01-31', tenures: [...staff.tenures, until] };
    expect(after(observed).when(toOiv({ staff: then, on: '2023-01-30' }))).toMatchObject({
      refusal: 'evaluation/judge-still-in-office',
    });
    expect(after(observed).when(toOiv({ staff: then }))).toHaveProperty('events');
  });

  it('given an office that neither version foresees, then whom the one in force foresees is told, and of whom before', () => {
    const giunta = { person: 'u-giunta', office: 'giunta' };
    expect(after(observed).when(toOiv({ evaluator: giunta }))).toEqual({
      refusal: 'evaluation/not-foreseen',
      facts: { office: 'giunta', foreseen: 'oiv', former: 'nucleo' },
    });
  });

  it('given no other version, or one without evaluations, then who could is nobody until somebody is appointed', () => {
    const vacant = {
      refusal: 'evaluation/not-foreseen',
      facts: { office: 'oiv', foreseen: 'nucleo', vacant: 'nucleo' },
    };
    expect(after(observed).when(toOiv({ inForce: null }))).toEqual(vacant);
    expect(after(observed).when(toOiv({ inForce: { ...inForce, workflow: foreseen.workflow } }))).toEqual(vacant);
  });

  it('given somebody appointed to the old one after all, then they are named as ever, and nothing of the rules changes', () => {
    const anew = { ...staff, tenures: [...staff.tenures, tenure('u-nucleo-2', 'nucleo')] };
    const evaluator = { person: 'u-nucleo-2', office: 'nucleo' };
    const data = { planId: '2022', evaluator, reason: replace().reason };
    expect(after(observed).when(toOiv({ staff: anew, evaluator }))).toEqual({
      events: [{ type: 'evaluation.evaluator-named.v1', data }],
    });
  });

  it('given who is evaluated, or whom a rule bars, in the new one, then separation is asked as ever', () => {
    const within = { ...staff, tenures: [...staff.tenures, tenure('u-head', 'oiv'), tenure('u-vice', 'oiv')] };
    const as = (person: string) => toOiv({ staff: within, evaluator: { person, office: 'oiv' } });
    expect(after(observed).when(as('u-head'))).toMatchObject({ refusal: 'evaluation/own' });
    expect(after(observed).when(as('u-vice'))).toMatchObject({
      refusal: 'evaluation/judge-barred',
      facts: { rule: 'evaluator-segretario' },
    });
  });

  it('given whoever is named evaluates, then the chain follows where only the version in force asks the new body', () => {
    const anybody = { ...story.route };
    const open = [story.open({ route: anybody }), ...upTo.observed.slice(1)];
    const events = after(open).when(toOiv({ by: story.clerk }));
    expect(events).toMatchObject({ events: [{ data: { route: { workflow: inForce.workflow } } }] });
    const still = { ...inForce, chain: story.route.chain };
    const kept = after(open).when(toOiv({ by: story.clerk, inForce: still }));
    expect(kept).toMatchObject({ events: [{ data: { evaluator: named } }] });
    expect(JSON.stringify(kept)).not.toContain('route');
  });
});

describe('a conciliation for which nobody is left of those foreseen', () => {
  const asked = byForeseen(upTo.asked);
  const camera = { person: 'u-camera', office: 'camera' };
  const toCamera = (more: Parameters<typeof name>[0] = {}) =>
    name({ conciliator: camera, by: story.superior, staff: without(both, 'conciliazione'), inForce, ...more });

  it('then one of those of the version in force hears both', () => {
    expect(after(asked).when(toCamera({ inForce: null }))).toMatchObject({
      refusal: 'evaluation/not-foreseen',
      facts: { vacant: 'conciliazione' },
    });
    const heard = [...asked, toCamera()];
    expect(after(heard).state).toMatchObject({
      status: 'conciliation',
      opened: { route: { workflow: inForce.workflow } },
    });
    const by = { id: camera.person, office: camera.office };
    expect(after(heard).when(conciliate({ by, staff: both, inForce }))).toHaveProperty('events');
  });

  it('given one left who took a step of the judgement, then they are none who could', () => {
    const judged = {
      ...both,
      tenures: [...without(both, 'conciliazione').tenures, tenure('u-nucleo', 'conciliazione')],
    };
    expect(after(asked).when(toCamera({ staff: judged }))).toHaveProperty('events');
    expect(after(asked).when(toCamera({ staff: both }))).toMatchObject({ facts: { later: 'camera' } });
  });
});

describe('an evaluation that nobody is left to conduct of those foreseen', () => {
  const gone = without(both, 'segretario');
  const final = byForeseen(upTo.delivered);
  const ends = (more: object) => settle({ by: story.clerk, ...more });

  it('then those of the version in force do, and it waits for them', () => {
    expect(after(final).when(ends({ staff: both, inForce }))).toMatchObject({
      refusal: 'evaluation/not-foreseen',
      facts: { foreseen: 'segretario', later: 'personale' },
    });
    expect(after(final).when(ends({ staff: gone, inForce }))).toHaveProperty('events');
    const waits = (among: Staff) =>
      evaluationAwaits(after(final).state, '2023-03-01', { staff: among, inForce }).map(({ offices }) => offices);
    expect(waits(gone)).toEqual([['personale']]);
    expect(waits(both)).toEqual([['segretario']]);
  });

  it('given one left who acts for the person that is evaluated, then they are none who could', () => {
    const { opened } = after(final).state;
    if (opened === null) throw new Error('It is open.');
    const own = { ...gone, tenures: [...gone.tenures, tenure('u-head', 'segretario')] };
    expect(foreseenIn('conductors', opened, { staff: own, inForce })).toEqual(inForce.terms.conductors);
    expect(foreseenIn('conductors', opened, { staff: gone })).toEqual(foreseen.terms.conductors);
  });

  it('given the receipt to be recorded, then the same', () => {
    const proposed = byForeseen(upTo.proposed);
    expect(after(proposed).when(received('proposal', { staff: gone, inForce }))).toHaveProperty('events');
  });
});
