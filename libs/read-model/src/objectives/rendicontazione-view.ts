import type { Decimal, Evidence, LocalDate, Measurement, Rendicontazione } from '#domain';

/** A report on its way through its chain, as people look at it. */
export interface RendicontazioneView {
  readonly submission: number;
  readonly status: Rendicontazione['status'];
  /** How many steps have agreed. */
  readonly stepIndex: number;
  readonly chain: { readonly id: string; readonly version: number; readonly steps: readonly StepView[] };
  readonly measurements: readonly Measurement[];
  readonly selfDegree: Decimal;
  /** What is approved: the degree claimed, or what a step corrected it to. */
  readonly degree: Decimal;
  readonly note: string;
  readonly evidence: readonly Evidence[];
  readonly points: readonly string[];
  readonly returnBy: LocalDate | null;
  /** What it came before: neither answered nor past when it was submitted. */
  readonly stillDue: NonNullable<Rendicontazione['stillDue']>;
}

export interface StepView {
  readonly id: string;
  readonly name: { readonly it: string; readonly en: string };
  /** The first of those that are asked, or whose place a substitute takes. */
  readonly office: string;
  /** Who agreed; who is asked, while nobody has. */
  readonly offices: readonly string[];
  readonly substitute: string | null;
  readonly mayReturn: boolean;
  readonly needsAct: boolean;
}

export function rendicontazioneView(report: Rendicontazione): RendicontazioneView {
  const {
    submission,
    status,
    passed,
    chain,
    measurements,
    selfDegree,
    degree,
    note,
    evidence,
    points,
    returnBy,
    stillDue = [],
  } = report;
  return {
    submission,
    status,
    stepIndex: passed.length,
    chain: { id: chain.id, version: chain.version, steps: chain.steps.map((step) => stepView(step, report)) },
    measurements,
    selfDegree,
    degree: degree ?? selfDegree,
    note,
    evidence,
    points,
    returnBy,
    stillDue,
  };
}

function stepView(
  { id, name, outcomes, act }: Rendicontazione['chain']['steps'][number],
  { panels, agreed }: Rendicontazione,
): StepView {
  const { offices = [], reroutedFrom = null } = panels[id] ?? {};
  const did = agreed[id]?.map(({ office }) => office) ?? [];
  const [first = ''] = offices;
  return {
    id,
    name,
    office: reroutedFrom ?? first,
    offices: did.length === 0 ? offices : [...new Set(did)],
    substitute: reroutedFrom === null ? null : first,
    mayReturn: outcomes.includes('return'),
    needsAct: act !== null,
  };
}
