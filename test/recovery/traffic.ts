import { randomUUID } from 'node:crypto';
import type { PlanDocument } from '#domain';
import type { Answer, TownHall } from '../../apps/cli/src/simulation/town-hall.js';
import type { Chance } from './chance.js';

/** A command that was sent; unanswered while `answer` is null. */
export interface Sent {
  readonly key: string;
  readonly user: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  answer: Answer | null;
}

/** Sends a command and keeps what was answered; the answer stays null when none came. */
export async function send(
  townHall: TownHall,
  sent: Sent[],
  { user, path, body }: Pick<Sent, 'user' | 'path' | 'body'>,
): Promise<Sent> {
  const command: Sent = { key: randomUUID(), user, path, body, answer: null };
  sent.push(command);
  await sendAgain(townHall, command);
  return command;
}

/** The same command under the same key. */
export async function sendAgain(townHall: TownHall, command: Sent): Promise<void> {
  try {
    command.answer = await townHall.command(command.user, command.path, command.body, command.key);
  } catch {
    command.answer = null; // nobody answers: that is what this is about
  }
}

/** Somebody who reports progress on one share after the other until nobody answers any more. */
export async function reportUntilSilence(
  townHall: TownHall,
  sent: Sent[],
  { year, objectives }: PlanDocument,
  random: Chance,
): Promise<void> {
  for (;;) {
    const objective = random.oneOf(objectives);
    const { id, areaId } = random.oneOf(objective.shares);
    const command = await send(townHall, sent, {
      user: areaId,
      path: `/objectives/${year}-${objective.id}/shares/${id}/progress`,
      body: { progressId: randomUUID(), value: String(random.between(1, 99)), note: 'Avanzamento.', evidence: [] },
    });
    if (command.answer === null) return;
  }
}
