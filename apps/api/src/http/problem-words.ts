import type { z } from 'zod';
import {
  actingAsTold,
  describeProblem,
  describeWarning,
  whoCould,
  type Facts,
  type Language,
  type ProblemDetails,
  type WarningCode,
} from '#contract';
import type { NamedChain, Office } from '#domain';
import type { Supposed } from '#engine';
import type { Logger } from '#logging';
import type { WorkflowInForce } from '../workflow/workflow-in-force.js';
import { couldActAs, type OfficeTold } from './acting-hint.js';
import { calledIn, knownIn, namesIn, namesOffices } from './names-in.js';
import { Refusal } from './refusal.js';
import { refusalOf } from './refusal-of.js';

/** What was asked, as far as a refusal tells of it. */
export interface Asked {
  readonly language: Language;
  /** Of the request. */
  readonly id: string;
  readonly method?: string;
  readonly path?: string;
  /** The names in the address, for the sentence to say where. */
  readonly params: unknown;
  /** The other offices as which whoever asked could have acted, and did not; absent: none, or nobody knows. */
  readonly others?: readonly string[];
  /** Those of them, or of those that the rules name, with which it is let through; absent: nobody has tried. */
  readonly actAs?: readonly string[] | undefined;
  /** Of a dry run among several: their refusals name offices as they were called when the first was told. */
  readonly supposing?: Supposed | undefined;
}

export interface Told {
  readonly details: z.output<typeof ProblemDetails>;
  readonly headers: Readonly<Record<string, string>>;
}

export type Warned = ReturnType<typeof describeWarning>;

/** Puts refusals into words. What we did not foresee becomes a 500 that says nothing and is logged. */
export class ProblemWords {
  private readonly called = new WeakMap<Supposed, Promise<readonly Office[]>>();

  constructor(
    private readonly logger: Logger,
    private readonly workflow: WorkflowInForce,
    private readonly askOffices: () => Promise<readonly Office[]>,
  ) {}

  async tell(error: unknown, asked: Asked): Promise<Told> {
    const refusal = refusalOf(error) ?? this.fault(error, asked);
    const place = placeIn(asked.params);
    // the rules know an objective by its number in the plan, the address also by the year
    const facts = { ...place, ...refusal.facts, ...(place['objective'] && { objective: place['objective'] }) };
    const words = await this.wordsOf(refusal, facts, asked);
    const described = describeProblem(refusal.code, asked.language, facts, words);
    const told = await this.withOffice(described, asked);
    return { details: { ...told, correlationId: asked.id, ...refusal.extras }, headers: refusal.headers };
  }

  /** Whoever has several offices, or is a delegate, may not know that they have to say as which they act. */
  private async withOffice<Told extends OfficeTold>(told: Told, asked: Asked): Promise<Told> {
    const { others = [], language } = asked;
    const { actAs: _, ...facts } = told.facts ?? {};
    const could = asked.actAs ?? couldActAs(told, others);
    if (could.length === 0) return { ...told, facts };
    const nameOf = calledIn(await this.offices(asked));
    const detail = `${told.detail} ${actingAsTold(language, could.map(nameOf))}`;
    return { ...told, detail, facts: { ...facts, actAs: could.join(', ') } };
  }

  /** What hinders nothing, in words. */
  async warning(code: WarningCode, facts: Facts, language: Language, chain?: NamedChain): Promise<Warned> {
    const offices = namesOffices(facts) ? await this.offices({}) : [];
    return describeWarning(code, language, facts, namesIn(facts, offices, this.workflow.definition, language, chain));
  }

  private async wordsOf({ code, chain }: Refusal, facts: Facts, asked: Asked): Promise<Facts> {
    const { language } = asked;
    // an office that nobody knows is told as it was written
    if (code === 'objective/unknown-office') return {};
    const offices = namesOffices(facts) ? await this.offices(asked) : [];
    if (code === 'permission/denied') return whoCould(language, facts, knownIn(offices));
    return namesIn(facts, offices, this.workflow.definition, language, chain);
  }

  /** None where names cannot be asked for: a refusal is told all the same. */
  private async offices({ supposing }: Pick<Asked, 'supposing'>): Promise<readonly Office[]> {
    const known = supposing && this.called.get(supposing);
    const asking = known ?? this.askOffices().catch(() => []);
    if (supposing !== undefined) this.called.set(supposing, asking);
    return asking;
  }

  private fault(error: unknown, { id, method, path }: Asked): Refusal {
    this.logger.error({ correlationId: id, method, path, err: error }, 'request failed');
    return new Refusal('internal/fault', { correlation: id });
  }
}

function placeIn(params: unknown): Facts {
  const { planId, objectiveId, shareId, runId, progressId, approvalId } = (params ?? {}) as Record<
    string,
    string | undefined
  >;
  const [, ofApproval] = /^objective~([^~]+)~/.exec(approvalId ?? '') ?? [];
  const place = {
    plan: planId,
    objective: objectiveId ?? ofApproval,
    share: shareId,
    run: runId,
    progress: progressId,
  };
  return Object.fromEntries(Object.entries(place).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
