import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a thing itself, where nobody tells when it is there; says what it was waiting for when it gives up. */
export async function until<Thing>(
  what: string,
  look: () => Thing | undefined | Promise<Thing | undefined>,
  withinMs = 60_000,
): Promise<Thing> {
  const limit = Date.now() + withinMs;
  for (;;) {
    const thing = await look();
    if (thing !== undefined) return thing;
    if (Date.now() > limit) throw new Error(`Waited ${withinMs / 1000} s in vain until ${what}.`);
    await pause(25);
  }
}
