import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { actIdsOf, actIdToday, actKey, Refused, romeDayOf } from '#domain';
import { ENGINE, ToAct, type Clock, type Engine } from '#engine';
import type { Documents } from '../documents/open-documents.js';
import { onlookerOf } from '../evaluations/onlooker.js';
import { Called, type Answer, type Call } from '../http/call.js';
import { telling } from '../http/dry-run.js';
import { Issue } from '../http/issue.js';
import { Answers } from '../http/route.js';
import { CLOCK, DOCUMENTS, STAFF } from '../parts.js';
import type { StaffRegister } from '../organisation/staff.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';

/** The register of acts: what is in it, what is cited and lacks, what has to do with what. */
@Controller()
export class ActsController {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(DOCUMENTS) private readonly documents: Documents,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
  ) {}

  @Answers('acts')
  async list(@Called() call: Call<'acts'>): Promise<Answer<'acts'>> {
    const { query } = call;
    const { missing, cursor = null, limit, kind, year } = query;
    const filters = { missing: missing === 'true', ...(kind && { kind }), ...(year && { year }) };
    return this.queries.execute(new Ask('actList', filters, cursor, limit, await this.onlooker(call)));
  }

  @Answers('act')
  async one(@Called() call: Call<'act'>): Promise<Answer<'act'>> {
    const { actId } = call.params;
    const act = await this.queries.execute(new Ask('actDetail', actId, await this.onlooker(call)));
    if (act === null) throw new Refused('act/not-registered', { act: actId });
    return act;
  }

  @Answers('actGraph')
  async graph(@Called() call: Call<'actGraph'>): Promise<Answer<'actGraph'>> {
    const { actId } = call.params;
    const asked = new Ask('actGraph', actId, call.query.depth, await this.onlooker(call));
    const graph = await this.queries.execute(asked);
    if (graph === null) throw new Refused('act/not-registered', { act: actId });
    return graph;
  }

  @Answers('registerAct')
  async register(@Called() call: Call<'registerAct'>) {
    const { file } = call.body;
    await this.documents.requireAdded(file === null ? [] : [file]);
    const actId = actKey(call.body.act).id;
    const logged = await this.logged(actId, call);
    return { ...(await this.issue.to(ToAct, logged, call, { type: 'act.register', ...call.body })), actId };
  }

  /** The register is to be right, whatever was done by the act: what does not fit its date any more is told, not refused. */
  @Answers('correctAct')
  async correct(@Called() call: Call<'correctAct'>) {
    const { file } = call.body;
    await this.documents.requireAdded(file === undefined ? [] : [file]);
    const logged = await this.logged(call.params.actId, call);
    const asked = new Ask('actContradictions', logged, call.body.date, await this.onlooker(call));
    const contradictions = [...(await this.queries.execute(asked))];
    return telling({ contradictions }, this.issue.to(ToAct, logged, call, { type: 'act.correct', ...call.body }));
  }

  @Answers('attachActFile')
  async attach(@Called() call: Call<'attachActFile'>) {
    await this.documents.requireAdded([call.body.file]);
    const logged = await this.logged(call.params.actId, call);
    return this.issue.to(ToAct, logged, call, { type: 'act.attach-file', ...call.body });
  }

  /** What an act is about must be there: a slip of the pen would otherwise hang in the air for ever. */
  @Answers('relateAct')
  async relate(@Called() call: Call<'relateAct'>) {
    const { to } = call.body;
    const engine = this.engine.within(call.context);
    if ('planId' in to && (await engine.load('plan', to.planId)) === null) {
      throw new Refused('plan/not-drafted', { plan: to.planId });
    }
    if ('objectiveId' in to && (await engine.load('objective', to.objectiveId)) === null) {
      throw new Refused('objective/not-defined', { objective: to.objectiveId });
    }
    const other = 'act' in to ? await this.engine.load('act', await this.logged(actKey(to.act).id, call)) : null;
    const toDated = other?.state.act?.date;
    const related = { type: 'act.relate', ...call.body, ...(toDated !== undefined && { toDated }) } as const;
    return this.issue.to(ToAct, await this.logged(call.params.actId, call), call, related);
  }

  /** The id that an act has in the log: of an older one its acronym may still have dots. */
  private async logged(actId: string, { context }: Pick<Call<'correctAct'>, 'context'>): Promise<string> {
    const engine = this.engine.within(context);
    for (const id of actIdsOf(actId)) if ((await engine.load('act', id)) !== null) return id;
    return actIdToday(actId);
  }

  /** Of the evaluation of a person that names an act nobody reads but whom it concerns. */
  private async onlooker(asking: Pick<Call<'acts'>, 'by' | 'session'>) {
    return onlookerOf(asking, this.workflow.definition, await this.staff.on(romeDayOf(this.clock.now())));
  }
}
