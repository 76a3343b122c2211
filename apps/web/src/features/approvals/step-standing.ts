import type { Answer } from '../../client/ask.js';

type Approval = Pick<
  Answer<'approval'>,
  'status' | 'steps' | 'panels' | 'passed' | 'agreed' | 'silences' | 'ended' | 'waiting'
>;
export type Vote = NonNullable<Approval['waiting']>['votes'][number] & {
  /** Of a rejection, in writing. */
  readonly reason?: string;
};

/** How far a step is; `silent`: nobody answered in time, and that passed it; `never`: it ended before. */
export type StepState = 'done' | 'silent' | 'now' | 'returned' | 'rejected' | 'later' | 'never';

export interface StepStanding {
  readonly state: StepState;
  /** Who spoke, also who ended it. */
  readonly votes: readonly Vote[];
  /** Offices that had not spoken when silence passed it, and when; null: it did not. */
  readonly silence: Approval['silences'][string] | null;
  readonly asked: Asked;
  /** Offices that were asked and did not speak. */
  readonly notHeard: readonly string[];
}

/** Whose a step is. */
export interface Asked {
  /** Those who must agree, as many as the step says. */
  readonly together: readonly string[];
  /** Whom a time-out called: each decides alone. */
  readonly alone: readonly string[];
  /** Others than those it began with, who took it. */
  readonly took: readonly string[];
  readonly reroutedFrom: string | null;
  /** That called the substitute; null: it is not known. */
  readonly rule: string | null;
}

/** How a step stands: who spoke, and whose it was, is, or will be as it looked at the opening. */
export function standingOfStep(approval: Approval, step: string): StepStanding {
  const { passed, panels, waiting, agreed, silences, ended, status } = approval;
  const silence = silences[step] ?? null;
  const standing = (state: StepState, votes: readonly Vote[]) => ({
    state,
    votes,
    silence,
    asked: askedAt(approval, step, votes),
    notHeard: (panels[step]?.offices ?? []).filter((office) => !votes.some((vote) => vote.office === office)),
  });
  if (passed.includes(step)) return standing(silence === null ? 'done' : 'silent', agreed[step] ?? []);
  if (waiting?.step === step) return standing('now', waiting.votes);
  if (ended?.step === step && (status === 'returned' || status === 'rejected'))
    return standing(status, [...ended.votes, ended]);
  return standing(status === 'withdrawn' || status === 'rejected' ? 'never' : 'later', []);
}

function askedAt({ panels, waiting }: Approval, step: string, votes: readonly Vote[]): Asked {
  const nobody = { together: [], alone: [], took: [], reroutedFrom: null, rule: null };
  if (waiting?.step === step && waiting.seats.length > 0) {
    const called = (decides: boolean) =>
      waiting.seats.filter((seat) => seat.decides === decides).map(({ office }) => office);
    const { reroutedFrom, rule } = waiting;
    return { ...nobody, together: called(false), alone: called(true), reroutedFrom, rule };
  }
  const { offices = [], reroutedFrom = null } = panels[step] ?? {};
  const told = votes.find(({ rerouted }) => rerouted !== undefined)?.rerouted;
  const instead = { reroutedFrom: told?.from ?? reroutedFrom, rule: told?.rule ?? null };
  const spoke = [...new Set(votes.map(({ office }) => office))];
  if (spoke.some((office) => !offices.includes(office))) return { ...nobody, took: spoke, ...instead };
  return { ...nobody, together: offices, ...instead };
}
