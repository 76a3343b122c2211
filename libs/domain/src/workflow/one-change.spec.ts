import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { town, transition } from '../testing/workflow.js';
import { checkWorkflow } from './check-workflow.js';
import type { StepDefinition } from './chain-definition.js';
import type { ApprovalSubject, WorkflowDefinition } from './definition.js';
import { lifecycleStates, type LifecycleVerb } from './lifecycle.js';

/** What is said of each change, one a line; `WRITE_GOLDEN=1` writes it anew, for somebody to read the difference. */
const GOLDEN = join(__dirname, 'one-change.golden.txt');

const segretario = { office: 'segretario' };
const name = (text: string) => ({ it: text, en: text });
const moved = (verb: LifecycleVerb, from: string, to: string, who: readonly object[] = [segretario]) =>
  transition(verb, [from as 'draft'], to as 'draft', { who: who as never });

const chain = (id: ApprovalSubject, ...steps: readonly StepDefinition[]) => ({ id, version: 1, steps });

/** A body that uses every state and verb, with no mistake. */
const whole: WorkflowDefinition = {
  ...town,
  objective: {
    states: lifecycleStates.map((id) => ({ id, name: name(id) })),
    transitions: [
      moved('propose', 'draft', 'proposed'),
      moved('return-proposal', 'proposed', 'draft', []),
      moved('validate', 'proposed', 'validated', []),
      moved('approve', 'validated', 'approved', []),
      moved('assign', 'approved', 'assigned', []),
      moved('acknowledge', 'assigned', 'in-progress', [{ relation: 'assignee' }]),
      { ...moved('suspend', 'in-progress', 'suspended', [{ office: 'giunta' }]), act: { kinds: ['DGC'] } },
      moved('resume', 'suspended', 'in-progress', []),
      ...town.objective.transitions
        .filter(({ verb }) => !['acknowledge', 'assign', 'reopen', 'close'].includes(verb))
        .map((one) => (one.verb === 'liquidate' ? { ...one, from: [...one.from, 'definitive' as const] } : one)),
      moved('make-definitive', 'rendicontazione-approved', 'definitive'),
      { ...transition('close', ['removed', 'liquidated'], 'closed'), who: [] },
      { ...moved('reopen', 'closed', 'rendicontazione-submitted'), act: { kinds: ['DGC'] } },
    ],
  },
  chains: {
    ...town.chains,
    'premium-run': chain(
      'premium-run',
      ...town.chains['premium-run']!.steps.map((step) => ({ ...step, independentOf: 'earlier' as const })),
    ),
    objective: chain('objective', { ...town.chains.variation!.steps[0]!, who: [segretario] }),
    variation: chain(
      'variation',
      {
        ...town.chains.variation!.steps[0]!,
        term: { workingDays: 10 },
        onTimeout: [
          { after: 0, do: 'remind' },
          { after: 2, do: 'escalate', to: { office: 'giunta' } },
          { after: 3, do: 'substitute', by: { office: 'vicesegretario' } },
        ],
      },
      {
        ...town.chains.variation!.steps[0]!,
        id: 'pareri',
        substitute: null,
        who: [{ office: 'nucleo' }, { role: 'responsabile' }],
        order: 'in-order',
        agreement: { kind: 'all', of: 'offices' },
        independentOf: ['parere'],
      },
      town.chains.variation!.steps[1]!,
    ),
  },
};

const weighted = (weights: Record<string, number>, threshold: number) => ({ kind: 'weighted', threshold, weights });
/** What may stand in a place, by the name of the place. */
const OTHERS: Readonly<Record<string, readonly unknown[]>> = {
  to: ['draft', 'assigned', 'in-progress', 'rendicontazione-returned', 'closed'],
  verb: ['suspend', 'remove', 'approve-rendicontazione', 'liquidate', 'close'],
  office: ['nessuno', 'segretario', 'nucleo', 'giunta', 'personale'],
  relation: ['assignee', 'proposer', 'head-of-area'],
  function: [null, 'political-body'],
  members: [undefined, 1],
  role: ['mago'],
  order: ['in-order'],
  act: [null, { kinds: [] }, { kinds: ['DGC'] }],
  substitute: [null, { office: 'giunta' }, { office: 'nessuno' }, { relation: 'assignee' }],
  independentOf: ['earlier', 'nobody', ['proposta'], ['altro']],
  term: [null, { workingDays: 3 }],
  onTimeout: [
    [{ after: 0, do: 'approve-silently' }],
    [
      { after: 1, do: 'remind' },
      { after: 1, do: 'escalate', to: { role: 'mago' } },
    ],
  ],
  outcomes: [['approve'], ['approve', 'correct-degree'], ['return'], ['approve', 'reject', 'return']],
  agreement: [
    { kind: 'all', of: 'offices' },
    { kind: 'all', of: 'members' },
    { kind: 'quorum', count: 1 },
    { kind: 'quorum', count: 4 },
    weighted({}, 1),
    weighted({ segretario: 1, nucleo: 1 }, 1),
    weighted({ segretario: 2, nucleo: 1, giunta: 1 }, 5),
  ],
  who: [
    [],
    [{ office: 'nucleo' }, { office: 'giunta' }],
    [{ office: 'giunta' }, { office: 'segretario' }],
    [{ relation: 'assignee' }, { office: 'nucleo' }],
    [{ role: 'responsabile' }, { role: 'responsabile' }],
  ],
};

type Path = readonly (string | number)[];

/** The same with one place otherwise; undefined takes it away. */
function changed(value: unknown, [at, ...rest]: Path, to: unknown): unknown {
  if (at === undefined) return to;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (rest.length === 0 && to === undefined) return items.toSpliced(Number(at), 1);
    return items.map((item, index) => (index === at ? changed(item, rest, to) : item));
  }
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [at]: changed(fields[at], rest, to) };
}

function* changesOf(value: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
  if (path.at(-1) === 'name' || path.at(-1) === 'names') return;
  if (typeof path.at(-1) === 'number') yield [path, undefined];
  const others = path.at(-1) === 'to' && typeof value !== 'string' ? [] : (OTHERS[String(path.at(-1))] ?? []);
  for (const other of others) if (other !== value) yield [path, other];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.length > 0) yield [[...path, items.length - 1], 'twice'];
    for (const [index, item] of items.entries()) yield* changesOf(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(value)) yield* changesOf(field, [...path, key]);
  }
}

/** The last of a list once more. */
function withTwice(definition: unknown, path: Path): unknown {
  let list = definition as never;
  for (const at of path.slice(0, -1)) list = list[at as never];
  const items: readonly unknown[] = list;
  return changed(definition, path.slice(0, -1), [...items, items.at(-1)]);
}

function saidOf(definition: WorkflowDefinition): string {
  return checkWorkflow(definition, { roles: ['responsabile'] })
    .map(({ code, path, facts, needs }) =>
      [code, path.join('.'), JSON.stringify(facts), needs.map((part) => part.join('.')).join(', ')].join(' ; '),
    )
    .join(' | ');
}

describe('one change of a definition without mistakes', () => {
  it('given the definition as it is, then nothing is said of it', () => {
    expect(saidOf(whole)).toBe('');
  });

  it('given each change of one place, then exactly the mistakes that were read and kept are told, with their places', () => {
    const parts = { offices: whole.offices, objective: whole.objective, chains: whole.chains };
    const lines = [...changesOf(parts)].flatMap(([path, to]) => {
      const other = to === 'twice' ? withTwice(whole, path) : changed(whole, path, to);
      const said = saidOf(other as WorkflowDefinition);
      const what = to === undefined ? 'without' : JSON.stringify(to);
      return said === '' ? [] : [`${path.join('.')} := ${what} | ${said}`];
    });
    const told = `${lines.join('\n')}\n`;
    if (process.env['WRITE_GOLDEN'] === '1') writeFileSync(GOLDEN, told);
    expect(lines.length).toBeGreaterThan(100);
    expect(told.split('\n')).toEqual(readFileSync(GOLDEN, 'utf8').split('\n'));
  });
});
