import fc from 'fast-check';
import { actingAs, Refused, type OfficeDefinition, type Staff } from '#domain';
import type { JsonObject, RecordedEvent } from '#event-store';
import { rowSet } from '../runtime/row-set.js';
import { stage, type Stage } from '../testing.js';
import { circumstances, deeds, guarded, type Circumstances, type DeedName } from '../testing/guarded-deeds.js';
import { OUTSIDER, type Guarded, type Told } from '../testing/guarded.js';
import {
  AT,
  DAY,
  held,
  keepRows,
  keepStaffs,
  names,
  office,
  shared,
  staffFrom,
  withShared,
} from '../testing/organisations.js';
import { separations } from './project.js';
import { separationChecks } from './query.js';
import { separationCheckTable } from './tables.js';

/** Refusals for being on the other side. */
const BARRED = [
  'lifecycle/own-share',
  'lifecycle/own-outcome',
  'premium/signer-is-paid',
  'premium/nobody-may-sign',
  'approval/own-report',
  'objective/own-proposal',
];
/** Others that the rules tell to somebody who is not: after they have asked. */
const ELSEWHERE = [
  'lifecycle/not-yours',
  'value/before-its-fact',
  'approval/for-the-segretario',
  'approval/not-your-step',
];

interface Case {
  readonly deed: DeedName;
  readonly staff: Staff;
  /** The rule by which it was refused; null: it was let through. */
  readonly ruled: string | null;
  readonly position: bigint;
  /** What the proof tells of it; undefined: nothing. */
  readonly row: object | undefined;
}

const everything = fc.record({
  circumstances,
  ...held,
  lent: fc.option(shared, { freq: 2, nil: null }),
  step: office,
  who: fc.nat(20),
});

/** Each deed as the rules judge it, and written whether they let it through or not. */
function casesOf(defined: readonly OfficeDefinition[], count: number): readonly Case[] {
  return fc
    .sample(everything, { numRuns: count, seed: 20221130 })
    .flatMap(({ circumstances: these, lent, step, who, ...holding }, index): readonly Case[] => {
      const own = (name: string) => `${index}-${name}`;
      const staff = staffFrom(withShared(holding, lent), defined, own);
      const acting = actingAs(staff, own(lent?.office ?? step)).toReversed(); // delegates first
      const by = acting[lent === null ? who % Math.max(acting.length, 1) : 0];
      if (by === undefined || isSame(these)) return [];
      const deed = guarded(these, staff, own);
      const actor = { id: by.person, office: by.office };
      const position = BigInt((index + 1) * 100);
      const before = deed.before.map((told, at) => recorded(told, deed, position - 50n + BigInt(at)));
      const last = recorded(deed.event, deed, position, { actor, onBehalfOf: by.onBehalfOf });
      const ruled = refusalOf(() => deed.decide(actor, by.onBehalfOf));
      return [{ deed: these.deed, staff, ruled, position, row: rowOf(position, [...before, last]) }];
    });
}

/** What is given to whoever has it is refused for that; what is given as the plan has it is nobody's control. */
function isSame({ deed, holders, isFirst, areas, to }: Circumstances) {
  return deed === 'assign' && (isFirst ? areas[0] : holders.at(-1)) === to;
}

function refusalOf(decide: () => void): string | null {
  try {
    decide();
    return null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (BARRED.includes(error.code)) return String(error.facts['rule']);
    if (ELSEWHERE.includes(error.code)) return null;
    throw error;
  }
}

/** As the engine records it. */
function recorded(
  { type, data, by: actor = { ...OUTSIDER } }: Told,
  { stream, told, act }: Guarded,
  position: bigint,
  by: JsonObject = { actor: { ...actor }, onBehalfOf: null },
): RecordedEvent {
  const occurredOn = told ?? act?.date ?? DAY;
  return {
    stream,
    type,
    data: JSON.parse(JSON.stringify(data)) as JsonObject,
    revision: Number(position),
    position,
    id: `0b0e2c3a-6f0f-4a53-9c53-${String(position).padStart(12, '0')}`,
    createdAt: AT,
    metadata: {
      ...by,
      commandId: `c-${position}`,
      occurredOn,
      recordedAt: AT,
      ...(told !== undefined && told === act?.date && { dayTold: true }),
    },
  };
}

function rowOf(position: bigint, events: readonly RecordedEvent[]): object | undefined {
  const rows = rowSet();
  for (const event of events) {
    rows.apply(separations.project(event, rows.rowsOf(event.stream.slice(event.stream.indexOf('_') + 1))));
  }
  return rows.all(separationCheckTable).find((row) => row.position === String(position));
}

describe('the proof that nobody does to what is theirs what the rules keep from them', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
    await on.load([]);
  });
  afterEach(() => on.strike());

  it.each([true, false])(
    'for any organisation, whether its file calls the offices by their function (%s) or not, then whatever is let through breaks nothing, and whatever is written around the rules shows',
    async (called) => {
      const cases = casesOf(names(called), 700);
      await keepRows(
        on.db,
        'separation_check',
        cases.flatMap(({ row }) => row ?? []),
      );
      await keepStaffs(
        on.db,
        cases.map(({ staff }) => staff),
      );
      const { checks } = await separationChecks(on.db, {}, null, 100_000);
      const proved = new Map(checks.map((check) => [check.position, check]));
      const found = cases.map(({ deed, ruled, position }) => {
        const check = proved.get(String(position));
        const rule = check === undefined ? 'no row' : check.rule === 'office-left' ? null : check.rule;
        return { deed, ruled, position, rule, days: check?.days };
      });
      const differing = found.filter(({ ruled, rule }) => (ruled === null) !== (rule === null));
      expect(differing).toEqual([]);
      for (const deed of deeds) {
        const of = found.filter((one) => one.deed === deed);
        expect([deed, of.filter(({ rule }) => rule !== null).length > 2]).toEqual([deed, true]);
        expect([deed, of.filter(({ rule }) => rule === null).length > 2]).toEqual([deed, true]);
      }
    },
  );
});
