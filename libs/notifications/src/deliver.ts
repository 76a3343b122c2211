import { Refused, type Instant } from '#domain';
import { settleEml, stageEml } from './channels/eml.js';
import { messageOf, recorded, type Letters, type LetterToSend } from './recorded.js';

/**
 * Stages a message, has it recorded as sent, and lets it go: whatever is killed in between, what is recorded leaves and
 * what is not never did (`ring` says how).
 *
 * @param send  records it; `repeated`: it had been recorded before, as it may read otherwise
 * @throws what `send` throws; once refused, the message is withdrawn, unless another one of the day was recorded
 */
export async function deliver<Sent extends { readonly repeated: boolean }>(
  letter: LetterToSend,
  at: Instant,
  letters: Letters,
  send: () => Promise<Sent>,
): Promise<Sent> {
  const { mail } = letters;
  const message = await messageOf({ ...letter, at }, letters);
  if (message !== null) await stageEml(mail, message);
  try {
    const sent = await send();
    const first = sent.repeated ? await recorded(letter.id, letters) : null;
    await settleEml(mail, letter.id, first === null ? message : await messageOf(first, letters));
    return sent;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const first = await recorded(letter.id, letters);
    await settleEml(mail, letter.id, first === null ? null : await messageOf(first, letters));
    throw error;
  }
}
