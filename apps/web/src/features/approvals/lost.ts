/** What a migration could not carry over, as its event tells it. */
export interface Lost {
  readonly what: 'step' | 'votes' | 'claim' | 'time-outs';
  readonly step: string;
  readonly persons: readonly string[];
}

const KNOWN: ReadonlySet<string> = new Set(['step', 'votes', 'claim', 'time-outs'] satisfies Lost['what'][]);

/** Of the events that a migration would write, or wrote: what was lost. */
export function lostIn(events: readonly { readonly type: string; readonly data: object }[]): readonly Lost[] {
  return events
    .filter(({ type }) => /\.approval-migrated\.v\d+$/.test(type))
    .flatMap(({ data }) => ('lost' in data && Array.isArray(data.lost) ? (data.lost as readonly Partial<Lost>[]) : []))
    .filter(({ what }) => KNOWN.has(what ?? ''))
    .map(({ what = 'step', step = '', persons = [] }) => ({ what, step, persons }));
}
