import { eventsOf, given } from '../testing.js';
import * as story from '../testing/evaluation.js';
import { tenure } from '../testing/staff.js';
import { office, step } from '../testing/workflow.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import { evaluation } from './evaluation.js';
import type { EvaluationCommand, RouteOfEvaluation } from './messages.js';

const { judge, judgesOf, open, route, upTo } = story;

const after = (commands: readonly EvaluationCommand[]) => given(evaluation)(...eventsOf(evaluation, ...commands));
const beside = (...more: readonly string[]) => ({
  ...judgesOf,
  tenures: [...judgesOf.tenures, ...more.map((one) => tenure('u-head', one, { to: '2022-03-31' }))],
});
const through = (version: number, ...steps: ChainDefinition['steps']): RouteOfEvaluation => ({
  ...route,
  chain: { id: 'evaluation', version, steps },
  workflow: { id: 'borgo', version },
});

describe('whoever was of a body that judges beside their area', () => {
  it.each(['nucleo', 'giunta'])(
    'given some days in office %s, then they are evaluated by its other members',
    (body) => {
      const staff = beside(body);
      expect(after([]).when(open({ staff }))).toMatchObject({
        events: [{ type: 'evaluation.opened.v1', data: { offices: ['affari-generali'] } }],
      });
      const colleague = { ...staff, tenures: [...staff.tenures, tenure('u-member', body)] };
      const evaluator = { person: 'u-member', office: body };
      expect(after([]).when(open({ staff: colleague, evaluator }))).toHaveProperty('events');
    },
  );

  it('given an office that evaluates by a former version alone, then it is none of theirs either', () => {
    const staff = { ...beside('vecchio-nucleo'), stillEvaluating: ['vecchio-nucleo'] };
    expect(after([]).when(open({ staff }))).toMatchObject({ events: [{ data: { offices: ['affari-generali'] } }] });
  });

  it('given two areas, then whoever is of either is on their side', () => {
    const staff = beside('anagrafe');
    expect(after([]).when(open({ staff }))).toMatchObject({
      events: [{ data: { offices: ['affari-generali', 'anagrafe'] } }],
    });
  });
});

describe('a chain of which nobody can take a step', () => {
  const ofArea = through(1, step('visto', [office('affari-generali')]));
  const ofSegretario = through(2, step('visto', [office('segretario')]));

  it('given it at the opening, then that is refused, not the judgement once it was delivered', () => {
    expect(after([]).when(open({ route: ofArea }))).toMatchObject({
      refusal: 'approval/no-substitute',
      facts: { step: 'visto' },
    });
  });

  it('given nobody left of it since, then the judgement goes by the chain in force, where that leads somewhere', () => {
    const opened = [open({ route: ofSegretario }), ...upTo.observed.slice(1)];
    const barred = { ...judgesOf, tenures: [...judgesOf.tenures, tenure('u-segretario', 'affari-generali')] };
    const nowhere = { refusal: 'approval/no-substitute' };
    expect(after(opened).when(judge({ staff: barred }))).toMatchObject(nowhere);
    expect(after(opened).when(judge({ staff: barred, inForce: { ...ofSegretario } }))).toMatchObject(nowhere);
    expect(
      after(opened).when(judge({ staff: barred, inForce: { ...ofArea, workflow: { id: 'borgo', version: 3 } } })),
    ).toMatchObject(nowhere);
    const inForce = through(3, step('conferma', [office('giunta')]));
    expect(after(opened).when(judge({ staff: barred, inForce }))).toMatchObject({
      events: [
        { type: 'evaluation.judged.v1' },
        {
          type: 'evaluation.approval-opened.v1',
          data: { workflow: { version: 3 }, parties: { authors: ['u-nucleo'] } },
        },
      ],
    });
  });

  it('given that it leads somewhere, then it goes by it, whatever is in force', () => {
    const opened = [open({ route: ofSegretario }), ...upTo.observed.slice(1)];
    const inForce = through(3, step('conferma', [office('giunta')]));
    expect(after(opened).when(judge({ inForce }))).toMatchObject({
      events: [{ type: 'evaluation.judged.v1' }, { data: { workflow: { version: 2 } } }],
    });
  });
});
