import { after, decideJustification, fulfilLate, justify, score, upTo } from '../testing/commands.js';
import { head, judging, nucleo, REGISTRY, roles, segretario } from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import type { ObjectiveCommand } from './messages.js';
import { waitingOn } from './waiting.js';

// The only one of the Nucleo holds the office of the share by a delegation too: what they did late nobody decides on.
const NEW = 'u-new';
const staff = { ...exampleStaff, day: '2022-08-03', offices: roles.offices };
const others = { ...staff, tenures: [...staff.tenures, tenure(NEW, 'nucleo')] };
const through = { chain: judging, workflow: null, staff };
const late = fulfilLate({ through, by: { id: nucleo.id, office: head.office } });
const draftOf = (commands: readonly ObjectiveCommand[]) =>
  after(...commands).state.shares[0]?.deadlines.find(({ deadlineId }) => deadlineId === 'draft');

describe('a justification that nobody could judge as it came', () => {
  const done = [...upTo.acknowledged, late];

  it('given work done late, when its author is the only one who decides, then it sets out all the same, and waits', () => {
    expect(after(...upTo.acknowledged).when(late)).toMatchObject({
      events: [
        { type: 'objective.deadline-missed.v1' },
        { type: 'objective.fulfilled-late.v1' },
        {
          type: 'objective.justification-opened.v1',
          data: { approval: { panels: { proposta: { offices: ['segretario'] }, decisione: { offices: ['nucleo'] } } } },
        },
      ],
    });
    expect(draftOf(done)?.justification).toMatchObject({ status: 'submitted', approval: { status: 'open' } });
  });

  it('given that somebody else comes, when they decide, then it goes on by itself', () => {
    const proposed = decideJustification({ by: segretario, step: 'proposta', staff });
    const decided = decideJustification({ by: nucleo, step: 'decisione', effect: 'full', staff });
    expect(after(...done, proposed).when(decided)).toMatchObject({ refusal: 'approval/no-substitute' });
    const byAnother = { ...decided, by: { id: NEW, office: 'nucleo' }, staff: others };
    expect(draftOf([...done, proposed, byAnother])?.justification).toMatchObject({
      status: 'accepted',
      effect: 'full',
    });
    expect(waitingOn(after(...done, proposed).state)).toContainEqual(
      expect.objectContaining({ action: 'decide-justification', step: 'decisione', office: 'nucleo' }),
    );
  });

  it('given it waits, when the share is scored, then it is refused as for any other, with the way out', () => {
    const byTheOther = { id: NEW, office: 'nucleo' };
    const approved = upTo.approved
      .slice(upTo.acknowledged.length)
      .map((one) => ({ ...one, staff: others, ...(one.by.id === nucleo.id && { by: byTheOther }) }));
    const proposed = decideJustification({ by: segretario, step: 'proposta', staff });
    expect(after(...done, ...approved, proposed).when(score({ staff: others }))).toEqual({
      refusal: 'objective/justification-open',
      facts: {
        share: REGISTRY,
        deadline: 'draft',
        deadlineText: 'entro il 31.07.2022',
        instance: '2022-07-31',
        step: 'decisione',
        offices: 'nucleo',
      },
    });
    expect(after(...done, ...approved, proposed).when(score({ staff }))).toMatchObject({
      facts: { step: 'decisione', offices: 'nucleo', stuck: 1 },
    });
  });

  it('given a reason said by itself, then it is refused: nothing that was done is lost by that', () => {
    expect(after(...upTo.acknowledged).when(justify({ through, by: { ...late.by } }))).toMatchObject({
      refusal: 'approval/no-substitute',
    });
  });

  it('given one that an earlier release left with nobody, when its office says it again, then it sets out', () => {
    const { through: _, ...left } = late;
    expect(after(...upTo.acknowledged, left).when(justify({ through: { ...through, staff: others } }))).toMatchObject({
      events: [{ type: 'objective.justification-submitted.v1' }, { type: 'objective.justification-opened.v1' }],
    });
    // where the body has nobody who judges it there is nothing to set out
    expect(after(...upTo.acknowledged, left).when(justify())).toMatchObject({ refusal: 'objective/already-justified' });
    expect(after(...done).when(justify({ through }))).toMatchObject({ refusal: 'objective/already-justified' });
  });
});
