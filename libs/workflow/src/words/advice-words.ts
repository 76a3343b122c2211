import type { AdviceCode } from '#domain';
import type { Template } from './sentence.js';

export const adviceWords: Readonly<Record<AdviceCode, Template>> = {
  'workflow/nobody-pays-instead': [
    [
      'A «{verb}» arriva un solo ufficio, senza sostituto: una ripartizione che paga chi lo ricopre non la può firmare nessuno.',
      'Nominare chi ne prende il posto: «substitute: { office: … }».',
    ],
    [
      '“{verb}” is for one office alone, without a substitute: a run that pays who holds it could be signed by nobody.',
      'Name who takes its place: “substitute: { office: … }”.',
    ],
  ],
  'workflow/never-taken': [
    [
      '«{verb}» non può accadere mai: nessun obiettivo vi arriva da {from}.',
      'Farla partire da uno stato in cui può accadere, o toglierla.',
    ],
    [
      '“{verb}” can never happen: no objective comes to it from {from}.',
      'Let it begin from a state in which it can, or take it out.',
    ],
  ],
};
