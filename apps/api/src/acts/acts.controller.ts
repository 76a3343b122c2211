import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { actKey, Refused } from '#domain';
import { ENGINE, ToAct, type Engine } from '#engine';
import type { Documents } from '../documents/open-documents.js';
import { Called, type Answer, type Call } from '../http/call.js';
import { Issue } from '../http/issue.js';
import { Answers } from '../http/route.js';
import { DOCUMENTS } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';

/** The register of acts: what is in it, what is cited and lacks, what has to do with what. */
@Controller()
export class ActsController {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(DOCUMENTS) private readonly documents: Documents,
  ) {}

  @Answers('acts')
  list(@Called() { query }: Call<'acts'>): Promise<Answer<'acts'>> {
    const { missing, cursor = null, limit, kind, year } = query;
    const filters = { missing: missing === 'true', ...(kind && { kind }), ...(year && { year }) };
    return this.queries.execute(new Ask('actList', filters, cursor, limit));
  }

  @Answers('act')
  async one(@Called() { params: { actId } }: Call<'act'>): Promise<Answer<'act'>> {
    const act = await this.queries.execute(new Ask('actDetail', actId));
    if (act === null) throw new Refused('act/not-registered', { act: actId });
    return act;
  }

  @Answers('actGraph')
  async graph(@Called() { params: { actId }, query }: Call<'actGraph'>): Promise<Answer<'actGraph'>> {
    const graph = await this.queries.execute(new Ask('actGraph', actId, query.depth));
    if (graph === null) throw new Refused('act/not-registered', { act: actId });
    return graph;
  }

  @Answers('registerAct')
  async register(@Called() call: Call<'registerAct'>) {
    const { file } = call.body;
    await this.documents.requireAdded(file === null ? [] : [file]);
    const actId = actKey(call.body.act).id;
    return { ...(await this.issue.to(ToAct, actId, call, { type: 'act.register', ...call.body })), actId };
  }

  @Answers('correctAct')
  correct(@Called() call: Call<'correctAct'>) {
    return this.issue.to(ToAct, call.params.actId, call, { type: 'act.correct', ...call.body });
  }

  @Answers('attachActFile')
  async attach(@Called() call: Call<'attachActFile'>) {
    await this.documents.requireAdded([call.body.file]);
    return this.issue.to(ToAct, call.params.actId, call, { type: 'act.attach-file', ...call.body });
  }

  /** What an act is about must be there: a slip of the pen would otherwise hang in the air for ever. */
  @Answers('relateAct')
  async relate(@Called() call: Call<'relateAct'>) {
    const { to } = call.body;
    if ('planId' in to && (await this.engine.load('plan', to.planId)) === null) {
      throw new Refused('plan/not-drafted', { plan: to.planId });
    }
    if ('objectiveId' in to && (await this.engine.load('objective', to.objectiveId)) === null) {
      throw new Refused('objective/not-defined', { objective: to.objectiveId });
    }
    return this.issue.to(ToAct, call.params.actId, call, { type: 'act.relate', ...call.body });
  }
}
