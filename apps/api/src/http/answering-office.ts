import { Inject, Injectable } from '@nestjs/common';
import { ObjectiveId } from '#contract';
import { ENGINE, type Engine, type Supposed } from '#engine';
import { openSharesByOffice } from '#read-model';
import { READING, type Reading } from '../parts.js';

/** What is asked: the parameters of an address, and with what else. */
export type About = Parameters<Engine['within']>[0] & { readonly params?: unknown };

/** Which office answers for what: to hold it is enough for what is done with one's own share. */
@Injectable()
export class AnsweringOffice {
  private readonly counted = new WeakMap<Supposed, Promise<ReadonlySet<string>>>();

  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(READING) private readonly reading: Reading,
  ) {}

  /** Of the share that an address names; null: it names none, or nobody has it. */
  async of(about: About): Promise<string | null> {
    const { objectiveId, shareId } = (about.params ?? {}) as {
      readonly objectiveId?: unknown;
      readonly shareId?: unknown;
    };
    const known = ObjectiveId.safeParse(objectiveId);
    if (!known.success || typeof shareId !== 'string') return null;
    const objective = await this.engine.within(about).load('objective', known.data);
    return objective?.state.shares.find((share) => share.shareId === shareId)?.office ?? null;
  }

  /** Whether an office answers for any share that is not settled, as far as the read side has come. */
  async hasAny(office: string, { supposing }: About = {}): Promise<boolean> {
    const known = supposing && this.counted.get(supposing);
    const counting = known ?? this.officesWithShares();
    if (supposing !== undefined) this.counted.set(supposing, counting); // asked of everybody, it is looked for once
    return (await counting).has(office);
  }

  /** None where the read side does not answer. */
  private async officesWithShares(): Promise<ReadonlySet<string>> {
    const shares = await openSharesByOffice(this.reading.db).catch(() => new Map<string, number>());
    return new Set(shares.keys());
  }
}
