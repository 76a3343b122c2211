import { romeDayOf } from '../calendar/rome.js';
import { known, type Needed } from '../order/needed.js';
import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import { currentStep, type Approval, type Vote } from './approval.js';
import { recordedOn, setsOutWith, votesAt } from './day-corrected.js';
import { dayOf, lastOf, openedOn } from './days-of.js';

/** What was done, with the day that it has so far. */
export interface Done {
  readonly step: string;
  /** Null: it was sent on its way. */
  readonly vote: Vote | null;
  readonly on: LocalDate;
  readonly recorded: LocalDate | null;
  /** Those whose own deed it was. */
  readonly by: readonly string[];
}

/** @throws Refused `approval/no-such-day` */
export function doneAt(approval: Approval, step: string | null, person: string | null): Done {
  const { setOut, chain, parties } = approval;
  const first = chain.steps[0]?.id ?? '';
  const opening = votesAt(approval, first).find((vote) => setsOutWith(approval, first, vote));
  const asked = step ?? (opening === undefined ? null : first);
  if (asked === null) {
    const on = setOut && openedOn({ since: setOut.at, ...(setOut.on !== undefined && { on: setOut.on }) });
    if (setOut === undefined || on == null) throw new Refused('approval/no-such-day');
    return { step: first, vote: null, on, recorded: recordedOn(setOut.at), by: parties.authors };
  }
  const vote =
    step === null ? opening : votesAt(approval, asked).findLast((one) => person === null || one.person === person);
  if (vote === undefined) throw new Refused('approval/no-such-day', { step: asked });
  return { step: asked, vote, on: dayOf(vote), recorded: romeDayOf(vote.at), by: [vote.person] };
}

/** What it rests on: of a vote the opening of its step, its act, and who spoke before where they follow one another. */
export function groundsOf(
  approval: Approval,
  { step, vote }: Done,
  setsOutAfter: readonly Needed[],
): readonly Needed[] {
  const setsOut = [...known('returned', approval.setOut?.after), ...setsOutAfter];
  if (vote === null) return setsOut;
  const act = known('act', vote.act?.date);
  if (setsOutWith(approval, step, vote)) return [...act, ...setsOut];
  return [...act, ...known('step-opened', openingOf(approval, step)), ...beforeIn(approval, step, vote)];
}

/** The day on which a step opened; null: the log does not say. */
function openingOf(approval: Approval, step: string): LocalDate | null {
  const { passed, agreed, silences = {}, setOut, opening } = approval;
  if (currentStep(approval)?.id === step) return openedOn(opening);
  const before = passed[passed.indexOf(step) - 1];
  if (before === undefined) {
    if (setOut === undefined) return approval.reopenedOn ?? null;
    return setOut.on ?? recordedOn(setOut.at);
  }
  const silence = silences[before];
  return silence === undefined ? (lastOf(agreed[before] ?? []) ?? null) : romeDayOf(silence.at);
}

/** Who agrees to a corrected degree does so after that; where they follow one another, after whoever spoke before. */
function beforeIn(approval: Approval, step: string, vote: Vote): readonly Needed[] {
  const votes = votesAt(approval, step);
  const earlier = votes.slice(0, votes.indexOf(vote));
  const inOrder = approval.chain.steps.find(({ id }) => id === step)?.order === 'in-order';
  const corrected = earlier.filter(({ outcome }) => outcome === 'correct-degree');
  return [...known('corrected', lastOf(corrected)), ...(inOrder ? known('vote', lastOf(earlier)) : [])];
}

/** The days of what came after it: votes, and the acts that they cite. */
export function followed(approval: Approval, step: string, vote: Vote | null): readonly LocalDate[] {
  const { passed, opening, silences = {} } = approval;
  const order = [...passed, currentStep(approval)?.id ?? ''];
  const next = vote === null ? order : order.slice(order.indexOf(step) + 1);
  const votes = vote === null ? [] : laterAt(approval, step, vote);
  const all = [...votes, ...next.flatMap((id) => votesAt(approval, id))];
  const silent = next.flatMap((id) => silences[id]?.at ?? []).map(romeDayOf);
  const called = passed.length === 0 || vote === null ? Object.values(opening.called ?? {}) : [];
  return [
    ...all.flatMap((one) => [dayOf(one), ...known('act', one.act?.date).map(({ on }) => on)]),
    ...silent,
    ...called,
  ];
}

/** At the step itself: those who follow in order, and whoever agreed to the degree that it corrected. */
function laterAt(approval: Approval, step: string, vote: Vote): readonly Vote[] {
  const votes = votesAt(approval, step);
  const inOrder = approval.chain.steps.find(({ id }) => id === step)?.order === 'in-order';
  return inOrder || vote.outcome === 'correct-degree' ? votes.slice(votes.indexOf(vote) + 1) : [];
}
