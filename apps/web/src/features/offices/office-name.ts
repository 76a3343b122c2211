import { idInWords } from '#contract';
import type { Answer } from '../../client/ask.js';

type Named = Pick<Answer<'body'>, 'offices' | 'called'>;

/** As the body lists it, or as its workflow file calls it; one that neither names by its own id, in words. */
export function officeName(id: string, { offices, called }: Named = { offices: [], called: {} }): string {
  const name = offices.find((office) => office.id === id)?.name;
  if (name !== undefined && name !== id) return name;
  return Object.hasOwn(called, id) ? (called[id] ?? id) : idInWords(id);
}

/** The same of an office of the body; undefined: it is none, a role perhaps. */
export function knownOfficeName(id: string, known?: Named): string | undefined {
  const isKnown =
    known !== undefined && (known.offices.some((one) => one.id === id) || Object.hasOwn(known.called, id));
  return isKnown ? officeName(id, known) : undefined;
}
