import { z } from 'zod';
import { Role } from '../accounts.js';

/** Who could give a command now, whoever asked it dry and was refused. */
export const WhoCould = z
  .object({
    roles: z
      .array(Role)
      .meta({ description: 'That it is left to, where nobody who has one is refused, for whatever reason.' }),
    offices: z.array(z.string()).meta({ description: 'As which somebody could do it now.' }),
    people: z
      .array(
        z.object({
          person: z.string(),
          name: z.string().nullable(),
          office: z.string(),
          onBehalfOf: z.string().nullable().meta({ description: 'In whose place; null: in their own right.' }),
        }),
      )
      .meta({ description: 'Who could do it now, and as which office. Empty for whoever may not see who holds what.' }),
  })
  .meta({
    id: 'WhoCould',
    description: 'Each account was asked the same, as every office that it may act as. None: nobody, as things stand.',
  });
