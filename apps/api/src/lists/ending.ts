import { whenInWords, type Language } from '#contract';
import type { LocalDate } from '#domain';

/** @param office  as people call it */
export function endingInWords(
  { user, office, from }: { readonly user: string; readonly office: string; readonly from: LocalDate },
  language: Language,
): string {
  const since = whenInWords(from, language);
  return {
    it: `L’ufficio «${office}», che «${user}» ha dal solo account, non è più suo dal ${since} in poi: da quel giorno vale solo ciò che dicono gli incarichi. Se lo conserva, aggiungere una riga anche per quello.`,
    en: `Office «${office}», which «${user}» has by the account alone, is theirs no more from ${since} on: from that day on only what tenures say counts. If they keep it, add a row for it too.`,
  }[language];
}
