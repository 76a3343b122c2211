import {
  after,
  alarm,
  decideJustification,
  justify,
  makeDefinitive,
  remove,
  score,
  upTo,
} from '../testing/commands.js';
import { judging, nucleo, REGISTRY, roles, segretario } from '../testing/example.js';
import { waitingOn } from './waiting.js';

const through = { chain: judging, workflow: null, staff: roles };
const missed = [...upTo.acknowledged, alarm('2022-08-01T08:00:00.000Z')];
const explained = [...missed, justify({ through })];
/** Through the whole chain of the report. */
const approved = upTo.approved.slice(upTo.acknowledged.length);
const proposed = decideJustification({ by: segretario, step: 'proposta' });
const decided = decideJustification({ by: nucleo, step: 'decisione', effect: 'full' });

describe('a justification that waits for its decision', () => {
  it('given one on its way, when the share is scored, then it is refused, with whose it is to decide', () => {
    expect(after(...explained, ...approved).when(score())).toEqual({
      refusal: 'objective/justification-open',
      facts: {
        share: REGISTRY,
        deadline: 'draft',
        deadlineText: 'entro il 31.07.2022',
        instance: '2022-07-31',
        step: 'proposta',
        offices: 'segretario',
      },
    });
    expect(after(...explained, ...approved, proposed).when(score())).toMatchObject({ facts: { step: 'decisione' } });
    expect(waitingOn(after(...explained, ...approved).state).map(({ action }) => action)).not.toContain('score');
  });

  it('given it was decided, either way, or came back, then the share is scored', () => {
    const refused = decideJustification({ by: segretario, step: 'proposta', accept: false, note: 'era evitabile' });
    expect(after(...explained, ...approved, proposed, decided).when(score())).toHaveProperty('events');
    expect(after(...explained, ...approved, refused).when(score())).toHaveProperty('events');
    expect(waitingOn(after(...explained, ...approved, refused).state).map(({ action }) => action)).toContain('score');
  });

  it('given one that nobody has begun to judge, where the body has no chain for it, then it holds off nothing', () => {
    expect(after(...missed, justify(), ...approved).when(score())).toHaveProperty('events');
  });

  it('given it is said again after a rejection, then it holds off nothing, also once it came back', () => {
    const refused = decideJustification({ by: segretario, step: 'proposta', accept: false, note: 'era evitabile' });
    const again = [...explained, ...approved, refused, justify({ through })];
    expect(after(...again).when(score())).toHaveProperty('events');
    expect(waitingOn(after(...again).state).map(({ action }) => action)).toContain('score');
    expect(after(...again, refused, justify({ through })).when(score())).toHaveProperty('events');
  });

  it('given one that was said once the degree was given, then the outcome does not wait for it: who is paid would hold off all', () => {
    const scored = [...missed, ...approved, score(), justify({ through, at: '2022-08-06T08:00:00.000Z' })];
    expect(after(...scored).when(makeDefinitive())).toHaveProperty('events');
  });

  it('given the share was removed, then that is said first', () => {
    const carried = remove({ variationId: '2022-1', by: { id: 'system', office: 'system' } });
    expect(after(...explained, ...approved, carried).when(score())).toMatchObject({ refusal: 'objective/removed' });
  });
});
