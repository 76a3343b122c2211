import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decider } from '../decider.js';
import { Refused } from '../refused.js';
import { everyDecider, type CommandCase } from './cases/case.js';
import { everyCase, everyCommand } from './every-command.js';

/** The rules of one kind, whichever: the table says of which its commands are. */
type AnyDecider = Decider<unknown, unknown, { readonly type: string }>;

const RULES = join(__dirname, '..');

/** Types of commands as the rules spell them: `plan.draft`, and the deeds of an approval. */
function namesInTheRules(): readonly string[] {
  const kinds = Object.keys(everyDecider).join('|');
  return readdirSync(RULES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('messages.ts') || /^(account|clock|reminder)\/\w+\.ts$/.test(name))
    .flatMap((name) => [
      ...readFileSync(join(RULES, name), 'utf8').matchAll(new RegExp(`readonly type: '((?:${kinds})\\.[a-z-]+)'`, 'g')),
    ])
    .map(([, type]) => String(type));
}

function verdict(decider: AnyDecider, command: unknown, state: unknown) {
  try {
    const events = decider.decide(command, state);
    return { events, word: events.length === 0 ? 'nothing' : 'one more' };
  } catch (error) {
    if (error instanceof Refused) return { events: [], word: error.code };
    throw error;
  }
}

const named = everyCase.map(([name, one], index) => [`${index + 1}. ${name}`, one] as const);

describe('every command', () => {
  it('is in the table', () => {
    const known = Object.keys(everyCommand).filter((name) => !name.startsWith('approval.'));
    expect([...new Set(namesInTheRules())].toSorted()).toEqual(known.toSorted());
  });

  it.each(named)('%s: said twice, it is one fact or a second by rule, never half of one', (_, one: CommandCase) => {
    const decider: AnyDecider = everyDecider[one.to];
    const folded = (events: readonly { readonly type: string }[], before: unknown) =>
      events.reduce((now, event) => decider.evolve(now, event), before);
    let state = decider.initial;
    for (const command of one.before) state = folded(decider.decide(command, state), state);
    const first = verdict(decider, one.command, state);
    expect(first).toMatchObject({ word: 'one more' });
    const second = verdict(decider, one.command, folded(first.events, state));
    expect(second.word).toBe(one.twice);
    // a second fact is the first one again, whole
    const types = ({ events }: typeof first) => events.map(({ type }) => type);
    expect(types(second)).toEqual(one.twice === 'one more' ? types(first) : []);
  });
});
