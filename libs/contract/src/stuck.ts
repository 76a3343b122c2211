import { z } from 'zod';

/** Why nobody can bring an approval on. */
export const Stuck = z.enum(['barred', 'vacant', 'same-person', 'vacant-same-person', 'disabled']);
