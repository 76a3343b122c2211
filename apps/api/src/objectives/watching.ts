import { Inject, Injectable } from '@nestjs/common';
import { forgoneBy, romeDayOf, type DaysTaken, type Judging, type NobodyLeft } from '#domain';
import { ENGINE, type Clock, type Engine } from '#engine';
import type { Call } from '../http/call.js';
import { telling } from '../http/dry-run.js';
import { ProblemWords, type Warned } from '../http/problem-words.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';

type OnShare = Pick<Call<'justify'>, 'params' | 'by' | 'context' | 'onBehalfOf' | 'language'>;

/** Tells whoever works on a share for another what they will judge no more, before and as they do. */
@Injectable()
export class Watching {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(ProblemWords) private readonly words: ProblemWords,
  ) {}

  /** @param issue  sends the command, with who would judge the share: nothing of whoever acts in their own right, who judges none of it anyhow */
  async of<Done extends object>(call: OnShare, issue: (watched: { readonly judging?: Judging }) => Promise<Done>) {
    if (call.onBehalfOf === null) return await telling({ warnings: [] }, issue({}));
    const judging = await this.judging();
    return await telling({ warnings: await this.warnings(call, judging) }, issue({ judging }));
  }

  /** What would have nobody, in words: it hinders nothing where the plan says so, or whoever does it knows it. */
  async nobodyLeft(left: readonly NobodyLeft[], language: Call<'assign'>['language']): Promise<Warned[]> {
    return Promise.all(
      left.map(({ facts, chain }) => this.words.warning('objective/nobody-left', facts, language, chain)),
    );
  }

  /** Whose days of credit go to whom, in words. */
  async daysTaken(taken: DaysTaken | null, share: string, language: Call<'assign'>['language']): Promise<Warned[]> {
    if (taken === null) return [];
    const { office: former, to: later, from, until, days } = taken;
    return [await this.words.warning('objective/days-taken', { share, former, later, from, until, days }, language)];
  }

  /** Who would judge a share as things stand today. */
  async judging(): Promise<Judging> {
    return {
      chains: {
        rendicontazione: this.workflow.chainFor('rendicontazione'),
        justification: this.workflow.chainFor('justification'),
      },
      staff: await this.staff.on(romeDayOf(this.clock.now())),
    };
  }

  private async warnings({ params, by, context, language }: OnShare, judging: Judging): Promise<Warned[]> {
    const state = (await this.engine.within(context).load('objective', params.objectiveId))?.state;
    const share = state?.shares.find(({ shareId }) => shareId === params.shareId);
    if (state === undefined || share === undefined) return [];
    return Promise.all(
      forgoneBy(by.id, share, state, judging).map(({ chain, step, office, others }) => {
        const facts = { share: share.shareId, step, office, offices: others.join(', ') };
        const code = others.length === 0 ? 'objective/last-judge' : 'objective/judges-no-more';
        return this.words.warning(code, facts, language, chain);
      }),
    );
  }
}
