import type { JsonObject, RecordedEvent } from '#event-store';
import { rowSet } from '../runtime/row-set.js';
import { acts } from './project.js';

const act = { kind: 'DGC', number: '54', date: '2022-03-14' };

/** As a release before the register of acts wrote it, or one that is newer than this. */
const event = (stream: string, type: string, data: JsonObject): RecordedEvent => ({
  stream,
  type,
  data,
  revision: 0,
  position: 7n,
  id: '0b0e2c3a-6f0f-4a53-9c53-000000000001',
  createdAt: '2022-05-16T08:00:00.000Z',
  metadata: { occurredOn: '2022-05-16', recordedAt: '2022-05-16T08:00:00.000Z' },
});

const ACTOR = { id: 'u-segretario', office: 'segretario' };

const edgesOf = (one: RecordedEvent) =>
  acts.project(one, { of: () => [] }).flatMap((change) => ('row' in change ? [change.row] : []));

describe('who names which act', () => {
  it('given a step of a person’s evaluation that was taken by an act, then that evaluation names it', () => {
    const data = { subject: 'evaluation', shareId: null, kind: 'step-passed', step: 'valutazione', act };
    const edges = edgesOf(event('evaluation-demo_2022-u-head', 'evaluation.approval-step-passed.v1', data));
    expect(edges).toMatchObject([{ source_kind: 'evaluation', source_id: '2022-u-head', target_id: '2022-dgc-54' }]);
  });

  it('given an objective of an old log, then each act it refers to is an edge with its line', () => {
    const objective = {
      id: '5.1.1',
      acts: [act, { kind: 'DGC', number: '19/2022', date: null }],
      source: { line: 242 },
    };
    const data = { planId: '2022', objective, horizon: '2022-12-31' };
    expect(edgesOf(event('objective-demo_2022-5.1.1', 'objective.defined.v1', data))).toMatchObject([
      {
        place: 0,
        source_kind: 'objective',
        source_id: '2022-5.1.1',
        plan_id: '2022',
        line: 242,
        relation: 'cites',
        target_id: '2022-dgc-54',
      },
      { place: 1, target_id: '2022-dgc-19', reference: { number: '19/2022', date: null } },
    ]);
  });

  it('given a step of an approval, then the share rests on its act', () => {
    const data = { shareId: '5.1.1-polizia', step: 'presa-atto', office: 'giunta', note: '', act, final: true };
    expect(edgesOf(event('objective-demo_2022-5.1.1', 'objective.rendicontazione-approved.v1', data))).toMatchObject([
      { share_id: '5.1.1-polizia', relation: 'rests-on', line: null, target_id: '2022-dgc-54' },
    ]);
  });

  it.each([
    ['variation-demo_1', 'variation.requested.v1', { changes: [{ kind: 'change-indicator', text: '', acts: [act] }] }],
    ['objective-demo_2022-5.1.1', 'objective.varied.v1', { objective: { id: '5.1.1', acts: [act] } }],
    ['objective-demo_2022-5.1.1', 'objective.proposed.v1', { objective: { id: '5.1.1', acts: [act] } }],
  ])('given words of %s that cite an act, then %s cites it: nothing was done by it', (stream, type, data) => {
    expect(edgesOf(event(stream, type, data))).toMatchObject([{ relation: 'cites', target_id: '2022-dgc-54' }]);
  });

  it('given what varied an objective and the act that its words cite, then it rests on the one and cites the other', () => {
    const data = { act: { ...act, number: '60' }, objective: { id: '5.1.1', acts: [act] } };
    const edges = edgesOf(event('objective-demo_2022-5.1.1', 'objective.varied.v1', data));
    expect(edges).toMatchObject([
      { relation: 'rests-on', target_id: '2022-dgc-60' },
      { relation: 'cites', target_id: '2022-dgc-54' },
    ]);
  });

  it('given a drafted plan, then its own act is named once, and those of its objectives by them', () => {
    const document = { act, objectives: [{ id: '5.1.1', acts: [act], source: { line: 242 } }] };
    expect(edgesOf(event('plan-demo_2022', 'plan.drafted.v1', { planId: '2022', document }))).toHaveLength(1);
  });

  it('given an event newer than this code, then an act is found wherever it stands', () => {
    const data = { planId: '2022', changes: [{ shareId: 's-1', basis: { act } }] };
    expect(edgesOf(event('variation-demo_1', 'variation.approved.v9', data))).toMatchObject([
      { source_kind: 'variation', plan_id: '2022', share_id: 's-1', target_id: '2022-dgc-54' },
    ]);
  });

  it('given an act of no file and no act, then what looks alike is none', () => {
    const data = { act: null, office: { kind: 'area', number: '1' }, target: { kind: 'x', number: 1, date: null } };
    expect(edgesOf(event('plan-demo_2022', 'plan.closed.v1', data))).toEqual([]);
  });
});

describe('what only tells an act', () => {
  it('given a notice to an office, then it is no citation: nobody did anything by it', () => {
    expect(acts.categories).not.toContain('reminder');
    expect(acts.categories).toEqual(expect.arrayContaining(['plan', 'variation', 'objective', 'act']));
  });
});

describe('what an act says of itself', () => {
  it('given corrections, then each is kept with what was said before and after, who said it and why', () => {
    const said = { organ: 'Giunta', title: 'Piano', effectiveFrom: null };
    const told = (type: string, data: JsonObject, revision: number) => {
      const one = event('act-demo_2022-dgc-54', type, data);
      return { ...one, revision, metadata: { ...one.metadata, actor: ACTOR, onBehalfOf: null } };
    };
    const corrected = { ...said, title: 'Piano 2022', date: '2022-03-15', reason: 'titolo incompleto' };
    const file = { name: 'dgc-54.pdf', sha256: 'a'.repeat(64), mediaType: 'application/pdf', size: 10 };
    const again = { ...corrected, title: 'Piano della performance 2022', file, reason: 'titolo intero' };
    const rows = rowSet();
    const shown = [
      told('act.registered.v1', { act, ...said, file: null }, 0),
      told('act.corrected.v1', corrected, 1),
      told('act.corrected.v1', again, 2),
    ].map((one) => {
      const changes = acts.project(one, rows.rowsOf(one.stream.slice(one.stream.indexOf('_') + 1)));
      rows.apply(changes);
      const [change] = changes;
      return change && 'row' in change ? change.row : undefined;
    });
    const by = { person: ACTOR.id, office: ACTOR.office, onBehalfOf: null, at: '2022-05-16T08:00:00.000Z' };
    expect(shown.at(-1)).toMatchObject({
      title: again.title,
      file,
      corrections: [
        { ...by, reason: 'titolo incompleto', before: { ...said, date: act.date }, after: { title: 'Piano 2022' } },
        { ...by, reason: 'titolo intero', before: { title: 'Piano 2022', file: null }, after: { file } },
      ],
    });
  });
});
