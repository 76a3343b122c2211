import { usualLifecycle } from '#domain';
import { commands } from '#domain/testing';
import { readWorkflowFile } from '../workflow/read-workflow-file.js';
import { probes } from './probes.js';

const { acknowledge, after, alarm, assign, define, fulfilLate, justify, ratify, suspend, upTo } = commands;
const AUGUST = '2022-08-05T08:00:00.000Z';
const missed = [...upTo.acknowledged, alarm(AUGUST)];
const definition = readWorkflowFile('apps/api/workflows/comune.yaml');
const first = { deadlineId: 'weekly', instance: '2022-06-26' };

describe('with what a command is asked', () => {
  it.each([
    ['nothing said yet', missed],
    ['why the first was missed', [...missed, justify({ missed: first, at: AUGUST })]],
    ['the first answered late', [...missed, fulfilLate({ fulfils: first, at: AUGUST })]],
  ])('given several missed deadlines and %s, then late fulfilment and justification are possible', (_, story) => {
    const told = after(...story);
    const [share] = told.state.shares;
    if (share === undefined) throw new Error('The objective has no share.');
    const subject = { objectiveId: 'demo-6.1.1', state: told.state, share, today: '2022-08-05', definition, areas: [] };
    const asked = (name: 'fulfilLate' | 'justify') => probes[name]?.(subject).body as object;
    expect(told.when(fulfilLate({ ...asked('fulfilLate'), at: AUGUST }))).toHaveProperty('events');
    expect(told.when(justify({ ...asked('justify'), at: AUGUST }))).toHaveProperty('events');
  });

  it('given an urgent rest that nobody ratified in time, then an act of that time is possible', () => {
    const workflow = { ...usualLifecycle, suspension: { maximumDays: 180, unratifiedDays: 10 } };
    const urgent = [define({ workflow }), assign(), acknowledge(), suspend({ act: null })] as const;
    const told = after(...urgent, alarm(AUGUST));
    const [share] = told.state.shares;
    if (share === undefined) throw new Error('The objective has no share.');
    const subject = { objectiveId: 'demo-6.1.1', state: told.state, share, today: '2022-08-05', definition, areas: [] };
    const asked = probes.ratifySuspension?.(subject).body as object;
    expect(told.when(ratify({ ...asked, at: AUGUST }))).toHaveProperty('events');
  });
});
