import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, isLocalDate } from '../calendar/civil.js';
import type { Decider } from '../decider.js';
import type { Dated } from '../order/in-order.js';
import { given } from './given.js';
import { everyDecider } from './cases/case.js';
import { everyCase } from './every-command.js';

/** What comes of each change, one a line; `WRITE_GOLDEN=1` writes it anew, for somebody to read the difference. */
const GOLDEN = join(__dirname, 'one-change.golden.txt');
/** Kinds whose rules are few enough for all that they say to be read. */
const KINDS = ['act', 'body', 'clock', 'organisation'];

type Path = readonly (string | number)[];

function changed(value: unknown, [at, ...rest]: Path, to: unknown): unknown {
  if (at === undefined) return to;
  if (Array.isArray(value))
    return value.map((item, index) => (index === at ? changed(item, rest, to) : item) as unknown);
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [at]: changed(fields[at], rest, to) };
}

/** What else could stand in a place. */
function othersOf(value: unknown, path: Path): readonly unknown[] {
  const at = String(path.at(-1));
  if (typeof value === 'string') {
    if (isLocalDate(value)) return ['', '2022-02-30', addDays(value, -1), addDays(value, 1), addDays(value, 400)];
    if (at === 'at') return ['2022-06-19T21:59:59.999Z', '2022-06-20T22:00:00.000Z'];
    return ['', ` ${value} `, `${value}-2`];
  }
  if (value === null && ['to', 'effectiveFrom'].includes(at)) return ['2021-12-31', '2022-01-01', '2022-12-31'];
  if (value === null && at === 'act') return [{ kind: 'DS', number: '7', date: '2022-06-21' }];
  if (value === null && at === 'subjects') return [[], ['plan']];
  if (at === 'roles') return [[], ['rpct', 'rpct'], ['nucleo', 'rpct'], ['segretario', 'nucleo']];
  if (Array.isArray(value)) return [[], [...(value as unknown[]), ...(value as unknown[])]];
  return [];
}

function* changesOf(value: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
  if (path.at(-1) === 'type') return;
  for (const other of othersOf(value, path)) yield [path, other];
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* changesOf(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, field] of Object.entries(value)) yield* changesOf(field, [...path, key]);
}

describe('one change of a command', () => {
  it('given each change of one place, said first or after the command itself, then what was read and kept comes of it', () => {
    const lines: string[] = [];
    for (const [name, one] of everyCase.filter(([, { to }]) => KINDS.includes(to))) {
      const decider: Decider<unknown, Dated, object> = everyDecider[one.to];
      const history: object[] = [];
      const say = (command: unknown) => {
        const outcome = given(decider)(...history).when(command as Dated);
        if ('events' in outcome) history.push(...outcome.events);
      };
      const told = (command: unknown) => JSON.stringify(given(decider)(...history).when(command as Dated));
      one.before.forEach(say);
      const firsts = [...changesOf(one.command)].map(([path, to]) => {
        const command = changed(one.command, path, to);
        return [`${name} ${path.join('.')} := ${JSON.stringify(to)}`, command, told(command)] as const;
      });
      say(one.command);
      for (const [what, command, first] of firsts) lines.push(`${what} | ${first} | ${told(command)}`);
    }
    const all = `${lines.join('\n')}\n`;
    if (process.env['WRITE_GOLDEN'] === '1') writeFileSync(GOLDEN, all);
    expect(lines.length).toBeGreaterThan(100);
    expect(all.split('\n')).toEqual(readFileSync(GOLDEN, 'utf8').split('\n'));
  });
});
