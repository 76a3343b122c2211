import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AsyncCommand } from 'fast-check';
import {
  addDays,
  askedAt,
  currentStep,
  Refused,
  statusOf as statusIn,
  type ObjectiveCommand,
  type ObjectiveState,
} from '#domain';
import type { Engine } from '#engine';
import type { EventStore, RecordedEvent } from '#event-store';
import { commandOf, foretold, shareOf, type ActName, type Deed } from './acts.js';
import { approverOf, awake, statusOf, STEPS, type Model } from './model.js';

export const BODY = 'prova';

/** One objective in the real log. */
export interface Life {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly id: string;
  /** As it was after the last deed. */
  log: readonly RecordedEvent[];
}

/** The one place that the model is kept in, from deed to deed. */
export interface Kept {
  model: Model;
}

/** Somebody does something: engine and model must agree on whether it can be done, and on what comes of it. */
export class Does implements AsyncCommand<Kept, Life> {
  constructor(
    private readonly name: ActName,
    private readonly deed: Deed,
    /** Whether it is tried where it must be refused, too. */
    private readonly inVain = true,
  ) {}

  check({ model }: Readonly<Kept>): boolean {
    return this.inVain || foretold(this.name, this.deed, awake(model)) !== null;
  }

  async run(kept: Kept, life: Life): Promise<void> {
    const before = awake(kept.model);
    const expected = foretold(this.name, this.deed, before);
    const refusal = await outcomeOf(life, commandOf(this.name, this.deed, before, life.log.length));
    const told = `${String(this)}: ${refusal ?? 'done'}, but the model says ${expected === null ? 'refused' : 'done'}`;
    assert.equal(refusal === null, expected !== null, told);
    // a refusal writes nothing, not even that a rest is over
    if (expected !== null) kept.model = expected;
    const log = await logOf(life);
    assert.deepEqual(log.slice(0, life.log.length), life.log, 'what was written stays as it was');
    if (refusal !== null) assert.equal(log.length, life.log.length, 'a refusal writes nothing');
    life.log = log;
    await alike(kept.model, life);
  }

  toString = () => `${this.deed.by}: ${this.name}, share of the ${this.deed.id}`;
}

export class DaysPass implements AsyncCommand<Kept, Life> {
  constructor(private readonly days: number) {}
  check = () => true;
  async run(kept: Kept): Promise<void> {
    kept.model = { ...kept.model, today: addDays(kept.model.today, this.days) };
  }
  toString = () => `${this.days} days pass`;
}

/** @returns the refusal; null: it was done */
export async function outcomeOf({ engine, id }: Life, command: ObjectiveCommand): Promise<string | null> {
  const commandId = randomUUID();
  try {
    await engine.execute('objective', id, command, { commandId, correlationId: commandId, causationId: commandId });
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

export async function logOf({ store, id }: Pick<Life, 'store' | 'id'>): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.read(`objective-${BODY}_${id}`)) events.push(event);
  return events;
}

/** The state is the model's, and what must hold of every history holds. */
async function alike(model: Model, { engine, id, log }: Life): Promise<void> {
  const state = (await engine.load('objective', id))?.state;
  assert.deepEqual(state && seen(state), foreseen(model));
  // a deadline is missed once, and never counts as met from then on
  for (const shareId of Object.values(shareOf)) {
    const missed = log.filter(
      (event) => event.type === 'objective.deadline-missed.v1' && event.data['shareId'] === shareId,
    );
    assert.ok(missed.length <= 1);
    const standing = state?.shares.find((share) => share.shareId === shareId)?.deadlines[0]?.status ?? '';
    if (missed.length === 1) assert.match(standing, /^(missed|fulfilled-late)$/);
  }
  for (const { type, data, metadata } of log) {
    const { id: person, office } = metadata['actor'] as { readonly id: string; readonly office: string };
    assert.match(person, /^(u-[a-z]+|system)$/, 'the log names nobody');
    // nobody on both sides of a control
    const owner = data['shareId'] === shareOf.area ? 'affari-generali' : 'segretario';
    if (/rendicontazione-(approved|returned)|scored/.test(type)) assert.notEqual(office, owner);
  }
  // closing comments survive whatever follows
  assert.equal(state?.closings.length, log.filter(({ type }) => type === 'objective.closed.v1').length);
}

const DEADLINE = { open: 'open', answered: 'answered', missed: 'missed', late: 'fulfilled-late' } as const;

/** As the model has it, in the words of the product. */
function foreseen({ closed, shares }: Model) {
  return {
    closed,
    shares: (['area', 'segretario'] as const).map((id) => {
      const share = shares[id];
      return {
        shareId: shareOf[id],
        status: statusOf(share),
        deadline: [DEADLINE[share.deadline], share.due],
        waits: share.stage === 'reported' ? [STEPS[share.passed], approverOf(id, share)] : null,
        claimed: share.stage === 'reported' && share.claimed,
        justification: share.justification,
        degree: ['scored', 'definitive', 'paid'].includes(share.stage) ? '95' : null,
      };
    }),
  };
}

function seen({ closed, shares }: ObjectiveState) {
  return {
    closed,
    shares: shares.map((share) => {
      const report = share.rendicontazione;
      const step = report === null ? null : currentStep(report);
      const [deadline] = share.deadlines;
      return {
        shareId: share.shareId,
        status: statusIn(share),
        deadline: [deadline?.status, deadline?.dueOn],
        waits: report === null || step === null ? null : [step.id, ...askedAt(report, step.id)],
        claimed: report !== null && step !== null && (report.opening.claims.length ?? 0) > 0,
        justification: deadline?.justification?.status ?? 'none',
        degree: share.score?.degree ?? null,
      };
    }),
  };
}
