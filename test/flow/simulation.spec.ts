import { formatMoney, parseHundredths, sumHundredths, type PlanDocument } from '#domain';
import { verifyStream, type RecordedEvent } from '#event-store';
import { simulateYear } from '../../apps/cli/src/simulation/simulate-year.js';
import { loadStory, type Story } from '../../apps/cli/src/simulation/story.js';
import { observe, replay, type Observed, type Printed } from './observe.js';

/** Two whole years, on a machine that may have other things to do. */
const PATIENCE_MS = 600_000;

describe('the year 2022 of the demonstration', () => {
  let story: Story;
  let first: Observed;
  let second: Observed;
  let replayed: Printed;

  beforeAll(async () => {
    story = await loadStory(2022);
    first = await simulateYear({ story }, async (lived) => {
      const observed = await observe(lived);
      replayed = await replay(lived, 'simulation', observed);
      return observed;
    });
    second = await simulateYear({ story }, observe);
  }, PATIENCE_MS);

  it('writes the same events into every stream, each time it is lived', () => {
    expect(streamsOf(second.events)).toEqual(streamsOf(first.events));
  });

  it('prints the same bytes, each time it is lived', () => {
    expect(second.printed.markdown).toBe(first.printed.markdown);
    expect(Buffer.from(second.printed.docx).equals(Buffer.from(first.printed.docx))).toBe(true);
  });

  it('prints what a replay of the log from position zero prints', () => {
    expect(replayed.markdown).toBe(first.printed.markdown);
    expect(Buffer.from(replayed.docx).equals(Buffer.from(first.printed.docx))).toBe(true);
  });

  it('fills the last column of all 44 shares of 26 objectives', () => {
    const rows = first.table.missions.flatMap((mission) => mission.strategicObjectives.flatMap(({ rows: own }) => own));
    expect(rows).toHaveLength(44);
    expect(new Set(rows.map(({ objectiveId }) => objectiveId)).size).toBe(26);
    for (const { realised } of rows) expect(realised).toMatch(/^Grado di raggiungimento .* Premio liquidato € /);
    expect(first.table.realisedOn).toBe('2022-12-31');
  });

  it('has weights that add up to 60 in every area and 20 for the Segretario', () => {
    const weights = first.tree.areas.map(({ kind, weight }) => `${kind} ${weight}`);
    expect(weights.toSorted((a, b) => a.localeCompare(b))).toEqual([
      ...Array.from({ length: 6 }, () => 'area 60'),
      'segretario 20',
    ]);
  });

  it('has the weekly report fall due 28 times: 24 reports, 3 nil returns, 1 missed and fulfilled late', () => {
    const due = weekly(story.document);
    expect(due.deadlineId).toBeDefined();
    const answers = first.events.filter(({ data }) => answered(data) === `${due.shareId} ${due.deadlineId}`);
    const count = (type: string, nil: boolean | null = null) =>
      answers.filter((event) => event.type === type && (nil === null || (event.data['value'] === null) === nil)).length;
    expect([count('objective.progress-reported.v1', false), count('objective.progress-reported.v1', true)]).toEqual([
      24, 3,
    ]);
    expect([count('objective.deadline-missed.v1'), count('objective.fulfilled-late.v1')]).toEqual([1, 1]);
  });

  it('shares out every fund to the cent, less what is saved', () => {
    expect(first.runs).toHaveLength(6);
    for (const { fund, total, savings, entries, status } of first.runs) {
      const paid = sumHundredths(entries.map(({ amount }) => parseHundredths(amount, 'amount')));
      expect(formatMoney(paid)).toBe(total);
      expect(paid + parseHundredths(savings, 'savings')).toBe(parseHundredths(fund, 'fund'));
      expect(status).toBe('liquidated');
    }
  });

  it('was refused what the separation of duties forbids', () => {
    expect(Object.keys(first.refusals)).toEqual(
      expect.arrayContaining([
        'objective/not-your-share',
        'approval/own-report',
        'approval/not-your-step',
        'approval/not-this-step',
        'approval/may-not-return',
        'approval/act-missing',
        'permission/denied',
        'premium/evaluations-missing',
      ]),
    );
    expect(first.refusals).toEqual(second.refusals);
  });

  it('leaves every stream with a chain of hashes that holds', () => {
    for (const events of Object.values(byStream(first.events))) expect(verifyStream(events)).toEqual({ ok: true });
  });

  it('ends with the plan and all its objectives closed', () => {
    expect(first.tree.status).toBe('closed');
    expect(first.events.filter(({ type }) => type === 'objective.closed.v1')).toHaveLength(26);
  });
});

/** What is written, apart from when the machine wrote it and where in its log. */
function streamsOf(events: readonly RecordedEvent[]): unknown {
  return Object.fromEntries(
    Object.entries(byStream(events)).map(([stream, own]) => [
      stream,
      own.map(({ id, type, revision, data, metadata }) => ({ id, type, revision, data, metadata })),
    ]),
  );
}

function byStream(events: readonly RecordedEvent[]): Record<string, RecordedEvent[]> {
  const streams: Record<string, RecordedEvent[]> = {};
  for (const event of events) (streams[event.stream] ??= []).push(event);
  return streams;
}

function weekly({ objectives }: PlanDocument) {
  const deadline = objectives.flatMap(({ deadlines }) => deadlines).find(({ kind }) => kind === 'recurring');
  return { deadlineId: deadline?.id, shareId: deadline?.shareIds[0] };
}

/** The share and deadline that an event answers or concerns. */
function answered(data: RecordedEvent['data']): string {
  const { shareId, deadlineId, fulfils } = data as Answering;
  return `${shareId} ${fulfils?.deadlineId ?? deadlineId}`;
}

interface Answering {
  readonly shareId?: string;
  readonly deadlineId?: string;
  readonly fulfils?: { readonly deadlineId: string } | null;
}
