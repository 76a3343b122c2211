import { caughtUp, projectedPosition } from './alarms/caught-up.js';
import { settleEml, stagedEmls } from './channels/eml.js';
import { messageOf, recorded, type Letters } from './recorded.js';

/**
 * Finishes what a killed process had begun: a staged message that is recorded leaves, any other is thrown away; what it
 * was to say is still in the tables.
 *
 * @throws ReadModelBehind when the tables, which hold its words, do not catch up within seconds
 */
export async function finishStaged(letters: Letters): Promise<void> {
  const { db, store, body, mail } = letters;
  const ids = await stagedEmls(mail);
  if (ids.length === 0) return;
  await caughtUp(db, store, body, await projectedPosition(db));
  for (const id of ids) {
    const sent = await recorded(id, letters);
    await settleEml(mail, id, sent === null ? null : await messageOf(sent, letters));
  }
}
