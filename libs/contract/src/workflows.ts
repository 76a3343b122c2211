import { z } from 'zod';
import { defineRoutes } from './route.js';
import { CommandAnswer, Instant } from './values.js';
import { Warning } from './warnings.js';
import { WorkflowDefinition } from './workflow-definition.js';

const Label = z.object({ it: z.string(), en: z.string() });

export const WorkflowMistake = z
  .object({
    code: z
      .string()
      .meta({ description: 'Stable: `file/…` of form, `workflow/…` leads nowhere, `limit/…` of the law.' }),
    line: z.number().int(),
    column: z.number().int(),
    path: z.string(),
    what: Label,
    remedy: Label,
    law: z.string().nullable().meta({ description: 'Of a limit: the article that sets it.' }),
  })
  .meta({ id: 'WorkflowMistake', description: 'Something in a workflow file that has to be put right, and where.' });

const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
  .meta({ examples: ['comune'] });
const Version = z.coerce.number().int().min(1).max(1_000_000);

export const WorkflowVersion = z
  .object({
    id: z.string(),
    version: z.number().int(),
    name: Label,
    publishedAt: Instant,
    inForce: z.boolean().meta({ description: 'What begins now takes this one.' }),
  })
  .meta({ id: 'WorkflowVersion' });

export const Workflows = z.object({ workflows: z.array(WorkflowVersion) }).meta({ id: 'Workflows' });

const Drawing = z.string().meta({ description: 'Mermaid.' });

export const WorkflowShown = z
  .object({
    definition: WorkflowDefinition,
    inForce: z.boolean(),
    mermaid: z.object({
      lifecycle: Drawing,
      chains: z.record(z.string(), Drawing).meta({ description: 'By subject.' }),
      evaluations: Drawing.nullable().meta({ description: 'Of persons; null: the body evaluates nobody.' }),
    }),
    warnings: z.array(Warning).meta({ description: 'What is no mistake; `facts` say the path.' }),
  })
  .meta({ id: 'WorkflowShown', description: 'A published version, and drawings of it in the language asked for.' });

/** As much as a request holds. */
const MOST_SENT = 1_000_000;

export const PublishWorkflow = z
  .strictObject({
    // empty or too long it is told as a mistake of the file, with its line
    source: z.string().max(MOST_SENT).meta({ description: 'The file as it is: YAML, or JSON.' }),
  })
  .meta({ id: 'PublishWorkflow' });

export const PublishedWorkflow = CommandAnswer.extend({
  id: z.string(),
  version: z.number().int(),
  inForce: z.boolean(),
  warnings: z.array(Warning).meta({
    description: 'What is no mistake, as `workflow check` tells it: `facts` say the line, the column and the path.',
  }),
}).meta({ id: 'PublishedWorkflow' });

export const workflowRoutes = defineRoutes({
  workflows: {
    method: 'GET',
    path: '/api/v1/workflows',
    kind: 'query',
    action: 'workflow.read',
    tag: 'workflows',
    summary: { it: 'Le versioni pubblicate dei flussi', en: 'The published versions of workflows' },
    status: 200,
    answers: { 200: Workflows },
    problems: [],
  },
  workflow: {
    method: 'GET',
    path: '/api/v1/workflows/:workflowId/versions/:version',
    kind: 'query',
    action: 'workflow.read',
    tag: 'workflows',
    summary: { it: 'Una versione di un flusso, anche disegnata', en: 'One version of a workflow, drawn too' },
    params: z.strictObject({ workflowId: Id, version: Version }),
    status: 200,
    answers: { 200: WorkflowShown },
    problems: ['workflow/not-found'],
  },
  publishWorkflow: {
    method: 'POST',
    path: '/api/v1/workflows',
    kind: 'command',
    action: 'workflow.publish',
    tag: 'workflows',
    summary: { it: 'Pubblicare una versione di un flusso', en: 'Publish a version of a workflow' },
    body: PublishWorkflow,
    status: 200,
    answers: { 200: PublishedWorkflow },
    problems: ['workflow/has-mistakes', 'workflow/version-published', 'workflow/version-too-low'],
  },
  workflowSchema: {
    method: 'GET',
    path: '/api/v1/workflow-schema.json',
    kind: 'direct',
    action: 'public',
    tag: 'workflows',
    summary: { it: 'JSON Schema del file di un flusso', en: 'JSON Schema of a workflow file' },
    status: 200,
    answers: { 200: z.record(z.string(), z.unknown()) },
    problems: [],
  },
});
