import type { WorkflowMistakeCode } from '#domain';
import type { Template } from './sentence.js';

/** What is said of a verb. */
export const verbWords = {
  'workflow/verb-leads-elsewhere': [
    ['«{verb}» non può portare a «{to}».', 'Scrivere {known}, oppure un altro verbo.'],
    ['“{verb}” cannot lead to “{to}”.', 'Write {known}, or another verb.'],
  ],
  'workflow/ambiguous-transition': [
    [
      'Da «{state}» il verbo «{verb}» porterebbe in due posti.',
      'Tenere una sola transizione con questo verbo da questo stato.',
    ],
    [
      'From “{state}” the verb “{verb}” would lead to two places.',
      'Keep one transition with this verb from this state.',
    ],
  ],
  'workflow/nobody-does': [
    [
      'Nessuno può compiere «{verb}»: «who» è vuoto[ e non c’è una catena {chains} che lo compia].',
      'Nominare chi può in «who»[, o aggiungere la catena {chains}].',
    ],
    [
      'Nobody can do “{verb}”: “who” is empty[ and there is no chain {chains} that does it].',
      'Name who may in “who”[, or add the chain {chains}].',
    ],
  ],
  'workflow/who-not-asked': [
    [
      '«{verb}» segue dalla catena «{chain}»: chi è nominato qui non potrebbe compierlo.',
      'Togliere «who»: chi decide lo dicono i passi della catena.',
    ],
    [
      '“{verb}” follows from the chain “{chain}”: whoever is named here could not do it.',
      'Take “who” out: the steps of the chain say who decides.',
    ],
  ],
  'workflow/act-not-asked': [
    ['«{verb}» non prende un atto: nessuno lo chiederebbe.', 'Togliere «act».'],
    ['“{verb}” takes no act: nobody would be asked for it.', 'Take “act” out.'],
  ],
  'workflow/never-from': [
    ['«{verb}» non può accadere da «{state}».', 'Togliere «{state}» da «from»[: può partire da {known}].'],
    ['“{verb}” cannot happen from “{state}”.', 'Take “{state}” out of “from”[: it may begin from {known}].'],
  ],
  'workflow/substitute-elsewhere': [
    [
      'A «{verb}» è scritto un sostituto: solo «liquidate» ne prende uno, agli altri passaggi lo dà il programma.',
      'Togliere «substitute», o nominare un altro ufficio in «who».',
    ],
    [
      '“{verb}” has a substitute: only “liquidate” takes one, of other transitions the program says who stands in.',
      'Take “substitute” out, or name another office in “who”.',
    ],
  ],
} satisfies Partial<Record<WorkflowMistakeCode, Template>>;
