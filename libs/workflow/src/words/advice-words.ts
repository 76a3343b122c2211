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
};
