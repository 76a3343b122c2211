import type { ActReference, Instant, LocalDate } from '#domain';
import type { SeparationCheckRow } from '#postgres';
import { brokenAsKnown } from './broken.js';
import { isOfAccount } from './held.js';
import type { Known } from './known.js';

export interface RecordedLater {
  readonly what: 'tenure' | 'delegation' | 'assignment';
  readonly from: LocalDate;
  readonly recordedAt: Instant;
  readonly act: ActReference | null;
}

/**
 * The tenure, delegation or assignment of a share with whose recording, after it, a step came to break a rule; null: by what was recorded before it did
 * already. Whoever took the step may not have known.
 */
export function recordedLater(taken: SeparationCheckRow, known: Known): RecordedLater | null {
  if (brokenAsKnown(taken, known, taken.recorded_at) !== null) return null;
  const linked = linkedTo(taken, known);
  const isOfParty = (office: string) => taken.offices.includes(office) || taken.scored.includes(office);
  const later = [
    ...known.tenures.filter((told) => !isOfAccount(told)).map((told) => ({ what: 'tenure' as const, told })),
    ...known.delegations.map((told) => ({ what: 'delegation' as const, told })),
  ].filter(({ told }) => linked.has(told.person));
  const held = new Set([...linked].flatMap((one) => (known.byPerson.get(one) ?? []).map(({ office }) => office)));
  const assigned = known.assignments
    .filter(({ office }) => held.has(office))
    .map((told) => ({ what: 'assignment' as const, told }));
  // of several that were recorded at once, the one of the party tells most
  const since = [...later, ...assigned].filter(({ told }) => told.recorded_at > taken.recorded_at);
  const inOrder = since.toSorted(
    (a, b) =>
      Date.parse(a.told.recorded_at) - Date.parse(b.told.recorded_at) ||
      Number(isOfParty(b.told.office)) - Number(isOfParty(a.told.office)),
  );
  const found = inOrder.find(({ told }) => brokenAsKnown(taken, known, told.recorded_at) !== null);
  if (found === undefined) return null;
  const { from_day: from, recorded_at: recordedAt, act } = found.told;
  return { what: found.what, from, recordedAt, act };
}

/** Whoever took a step, the one in whose place, and whoever they may have acted for. */
function linkedTo({ person, on_behalf_of }: SeparationCheckRow, known: Known): ReadonlySet<string> {
  const linked = new Set([person, ...(on_behalf_of === null ? [] : [on_behalf_of])]);
  // a set is walked to what is put into it meanwhile
  for (const one of linked) {
    for (const { office } of known.given.get(one) ?? []) {
      for (const lender of known.byOffice.get(office) ?? []) linked.add(lender.person);
    }
  }
  return linked;
}
