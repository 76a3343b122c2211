import type { Dated } from '../order/in-order.js';
import { Refused } from '../refused.js';
import type { ActReference, LocalDate } from '../values.js';
import { actKey } from './act-key.js';

/** The acts by which something is done, as whoever says it names them; what an act says of acts is no citation of them. */
export function citedIn(command: Dated & { readonly documents?: unknown }): readonly ActReference[] {
  if (command.type.startsWith('act.')) return [];
  const { act, deed, documents } = command;
  const inDeed = (deed as Pick<Dated, 'act'> | undefined)?.act;
  const named = Array.isArray(documents) ? documents.map((one: { readonly act: ActReference }) => one.act) : [];
  return [act, inDeed, ...named].filter((one) => one !== null && one !== undefined);
}

/**
 * What the register says of an act is what counts: its day is not another because it is cited by another.
 *
 * @param registered  its date in the register
 * @throws Refused `act/dated-otherwise`
 */
export function requireDatedAs(registered: LocalDate, cited: ActReference): void {
  if (cited.date === null || cited.date === registered) return;
  throw new Refused('act/dated-otherwise', {
    field: 'act.date',
    act: actKey(cited).id,
    value: cited.date,
    registered,
  });
}
