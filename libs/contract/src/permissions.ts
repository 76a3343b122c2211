import { z } from 'zod';
import { ToldRefusal } from './dry-run.js';
import { WhoCould } from './problems/who-could.js';
import { defineRoutes } from './route.js';
import { ObjectiveId, ShareId } from './values.js';
import { Warning } from './warnings.js';

export const CommandPermission = z
  .object({
    route: z.string().meta({ description: 'Operation of this API.', examples: ['acknowledge'] }),
    action: z.string(),
    name: z.string().meta({ description: 'What it is to do so, in words.' }),
    shareId: z.string().nullable().meta({ description: 'Null: the objective as a whole.' }),
    may: z.boolean().meta({ description: 'Whether whoever asks may do it now.' }),
    refusal: ToldRefusal.nullable().meta({ description: 'Else the rule that says no.' }),
    whoCould: WhoCould.nullable(),
    warnings: z.array(Warning).meta({ description: 'What it would bring with it, that whoever asks may not know.' }),
  })
  .meta({
    id: 'CommandPermission',
    description: 'Whether a command would be carried out now, else why not and who could.',
  });

export const permissionRoutes = defineRoutes({
  objectivePermissions: {
    method: 'GET',
    path: '/api/v1/objectives/:objectiveId/permissions',
    kind: 'query',
    action: 'objective.read',
    tag: 'objectives',
    summary: {
      it: 'Che cosa posso fare ora su un obiettivo; se no, perché e chi potrebbe',
      en: 'What I may do on an objective now; if not, why and who could',
    },
    params: z.strictObject({ objectiveId: ObjectiveId }),
    query: z.strictObject({
      shareId: ShareId.optional().meta({ description: 'Of this share alone.' }),
      action: z
        .string()
        .max(60)
        .optional()
        .meta({ examples: ['objective.score'] }),
    }),
    status: 200,
    answers: { 200: z.object({ commands: z.array(CommandPermission) }) },
    problems: ['objective/not-defined', 'objective/unknown-share'],
  },
});
