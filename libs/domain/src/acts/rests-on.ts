import { known, ofAct, type Needed } from '../order/needed.js';
import type { ActReference } from '../values.js';
import type { ActCommand } from './messages.js';

/** An act is registered, corrected and given its file from its own day on. @see `Decider.restsOn` */
export function restsOn(command: ActCommand, { act }: { readonly act: ActReference | null }): readonly Needed[] {
  switch (command.type) {
    case 'act.register':
      return ofAct(command.act);
    case 'act.correct':
      return [...ofAct(act), ...known('act', command.date)];
    case 'act.attach-file':
    case 'act.relate':
      return ofAct(act);
  }
}
