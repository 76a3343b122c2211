import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AsyncCommand } from 'fast-check';
import { addDays, Refused, type ObjectiveCommand, type VariationCommand, type VariationState } from '#domain';
import { bearingOf, react, type CommandOf, type Engine, type Kind } from '#engine';
import type { EventStore, Position, RecordedEvent } from '#event-store';
import { gatherSurroundings } from '../../../apps/api/src/variations/gather-surroundings.js';
import { actNamed, foretold, mayBeDone, type ActName } from './acts/acts.js';
import type { Deed, Sent } from './acts/deed.js';
import { foreseen, holds, planForeseen, planSeen, seen, variationForeseen, variationSeen } from './alike.js';
import { awake, LAST_DAY_FOR_VARIATIONS, type Model } from './model.js';

export const BODY = 'prova';

/** One objective in the real log, and the plan that has it. */
export interface Life {
  readonly engine: Engine;
  /** Another process, which carries over what follows. */
  readonly follower: Engine;
  readonly store: EventStore;
  readonly planId: string;
  readonly id: string;
  /** As they were after the last deed, by stream. */
  readonly logs: Map<string, readonly RecordedEvent[]>;
  /** Everything up to here has had its consequences. */
  followed: Position;
}

/** The one place that the model is kept in, from deed to deed. */
export interface Kept {
  model: Model;
}

/** Somebody does something: engine and model must agree on whether it can be done, and on what comes of it. */
export class Does implements AsyncCommand<Kept, Life> {
  private done: Deed;
  constructor(
    private readonly name: ActName,
    private readonly deed: Deed,
    /** Whether it is tried where it must be refused, too: otherwise somebody does it who may. */
    private readonly inVain = false,
  ) {
    this.done = deed;
  }

  check({ model }: Readonly<Kept>): boolean {
    if (actNamed(this.name).isPossible?.(model, this.deed) === false) return false;
    const found = this.inVain ? this.deed : mayBeDone(this.name, this.deed, awake(model));
    this.done = found ?? this.deed;
    return found !== null;
  }

  async run(kept: Kept, life: Life): Promise<void> {
    const before = awake(kept.model);
    const sent = actNamed(this.name).send(this.done, before, logOf(life).length);
    const expected = foretold(this.name, this.done, sent.kind === 'reactions' ? kept.model : before);
    const refusal = await outcomeOf(life, sent, before.today);
    const told = `${String(this)}: ${refusal ?? 'done'}, but the model says ${expected === null ? 'refused' : 'done'}`;
    assert.equal(refusal === null, expected !== null, told);
    // a refusal writes nothing, not even that a rest is over; and what is told of another stream wakes nobody
    if (expected !== null && sent.kind === 'variation') {
      kept.model = { ...expected, shares: kept.model.shares };
    } else if (expected !== null) kept.model = expected;
    const places = placesOf(sent, kept.model);
    const grown = await readOn(life, places);
    if (refusal !== null) assert.equal(grown, 0, 'a refusal writes nothing');
    await alike(kept.model, life, places);
  }

  toString = () => `${this.name} ${JSON.stringify(this.done)}`;
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
async function outcomeOf(life: Life, sent: Sent, today: string): Promise<string | null> {
  try {
    switch (sent.kind) {
      case 'objective':
        await send(life, 'objective', life.id, await ofLife(sent.command, life));
        return null;
      case 'variation':
        await send(life, 'variation', variationId(life, sent.index), await surrounded(sent, life));
        return null;
      case 'reactions':
        await follow(life, `${today}T08:00:00.000Z`);
        return null;
    }
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

export async function send<K extends Kind>({ engine }: Life, kind: K, id: string, command: CommandOf<K>) {
  const commandId = randomUUID();
  const context = { commandId, correlationId: commandId, causationId: commandId };
  return engine.execute(kind, id, command, context);
}

/** With what the plan says by now, as who serves the command would gather it. */
async function ofLife(command: ObjectiveCommand, { planId, engine, id }: Life): Promise<ObjectiveCommand> {
  if (command.type === 'objective.remove' && command.weight === 'redistribute') {
    const bearing = await bearingOf(engine, id, command.shareId);
    return { ...command, cutOff: LAST_DAY_FOR_VARIATIONS, ...bearing };
  }
  return 'planId' in command ? { ...command, planId } : command;
}

export function variationId({ planId }: Life, index: number): string {
  return `${planId}-${index + 1}`;
}

/** With what other streams say by now, as who serves the command would gather it. */
async function surrounded(
  { command, index }: Extract<Sent, { readonly kind: 'variation' }>,
  life: Life,
): Promise<VariationCommand> {
  const { planId, engine } = life;
  if (command.type === 'approval.act' || command.type.startsWith('variation.mark-')) return command as VariationCommand;
  if (command.type === 'variation.withdraw') return command;
  const others = [];
  let own: VariationState | null = null;
  for (let at = 0; at < MOST; at++) {
    const state = (await engine.load('variation', variationId(life, at)))?.state;
    if (state !== undefined && at !== index) others.push(state);
    if (state !== undefined && at === index) own = state;
  }
  const changes = 'changes' in command ? command.changes : (own?.asked?.changes ?? []);
  const surroundings = await gatherSurroundings(engine, planId, changes, others, '12-15');
  const ids = command.type === 'variation.request' ? { planId, variationId: variationId(life, index) } : {};
  return { ...command, ...ids, surroundings } as VariationCommand;
}

const MOST = 3;

/** Lets what happened have its consequences in other streams, up to the last of them. */
async function follow(life: Life, now: string): Promise<void> {
  const { store, follower, followed } = life;
  let last = await lastOf(store);
  if (last <= followed) return;
  const over = new AbortController();
  await react({
    store,
    engine: follower,
    body: BODY,
    clock: { now: () => now },
    after: followed,
    signal: over.signal,
    onReacted: async ({ position }) => {
      if (position >= last) last = await lastOf(store);
      if (position >= last) over.abort();
    },
  });
  life.followed = last;
}

export async function lastOf(store: EventStore): Promise<Position> {
  for await (const { position } of store.readAll({ direction: 'backwards', limit: 1 })) return position;
  return 0n;
}

/** A stream of a life: its objective, its plan, or one of the variations. */
type Place = 'objective' | 'plan' | number;

function placesOf(sent: Sent, model: Model): readonly Place[] {
  if (sent.kind === 'reactions') return everyPlace(model);
  return sent.kind === 'objective' ? ['objective'] : [sent.index];
}

export function everyPlace({ variations }: Model): readonly Place[] {
  return ['objective', 'plan', ...variations.keys()];
}

function streamAt(life: Life, place: Place): string {
  if (place === 'objective') return `objective-${BODY}_${life.id}`;
  return place === 'plan' ? `plan-${BODY}_${life.planId}` : `variation-${BODY}_${variationId(life, place)}`;
}

function logOf(life: Life): readonly RecordedEvent[] {
  return life.logs.get(streamAt(life, 'objective')) ?? [];
}

/** Takes note of what was written since. @returns how many events that are */
export async function readOn(life: Life, places: readonly Place[]): Promise<number> {
  let grown = 0;
  for (const stream of places.map((place) => streamAt(life, place))) {
    const known = life.logs.get(stream) ?? [];
    const more: RecordedEvent[] = [];
    for await (const event of life.store.read(stream, { from: known.length })) more.push(event);
    if (more.length > 0) life.logs.set(stream, [...known, ...more]);
    grown += more.length;
  }
  return grown;
}

/** Everything, from the first event on, as the log has it. */
export async function logsOf({ store, logs }: Life): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  const found = new Map<string, readonly RecordedEvent[]>();
  for (const stream of logs.keys()) {
    const events: RecordedEvent[] = [];
    for await (const event of store.read(stream)) events.push(event);
    found.set(stream, events);
  }
  return found;
}

/** The state is the model's, and what must hold of every history holds. */
export async function alike(model: Model, life: Life, places: readonly Place[]): Promise<void> {
  const { engine, id, planId } = life;
  for (const place of places) {
    if (place === 'objective') {
      const state = (await engine.load('objective', id))?.state;
      assert.deepEqual(state === undefined || state.objective === null ? null : seen(state), foreseen(model));
      holds(state, logOf(life));
    } else if (place === 'plan') {
      const plan = (await engine.load('plan', planId))?.state;
      assert.deepEqual(plan && planSeen(plan), planForeseen(model));
    } else {
      const variation = (await engine.load('variation', variationId(life, place)))?.state;
      const foretold = model.variations[place];
      assert.deepEqual(variation && variationSeen(variation), foretold && variationForeseen(foretold));
    }
  }
}
