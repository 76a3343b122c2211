import { Inject, Injectable } from '@nestjs/common';
import { ObjectiveId } from '#contract';
import { ENGINE, type Engine } from '#engine';
import { openSharesByOffice } from '#read-model';
import { READING, type Reading } from '../parts.js';

/** What is asked: the parameters of an address, and with what else. */
export type About = Parameters<Engine['within']>[0] & { readonly params?: unknown };

/** Which office answers for what: to hold it is enough for what is done with one's own share. */
@Injectable()
export class AnsweringOffice {
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
  async hasAny(office: string): Promise<boolean> {
    const shares = await openSharesByOffice(this.reading.db).catch(() => null);
    return shares?.has(office) ?? false;
  }
}
