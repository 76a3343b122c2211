import type { Language } from '../language.js';

/** By the type of the event from which something should have followed: nothing follows from it again by itself. */
const advice: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'plan.drafted.v1': {
    it: 'Un obiettivo della bozza non è stato creato: correggere la bozza del piano e presentarla di nuovo.',
    en: 'An objective of the draft was not made: correct the draft of the plan and submit it again.',
  },
  'plan.redrafted.v1': {
    it: 'Un obiettivo non ha seguito la nuova bozza: confrontarli, e correggere la bozza o l’obiettivo.',
    en: 'An objective did not follow the new draft: compare them, and correct the draft or the objective.',
  },
  'variation.approved.v1': {
    it: 'La variazione è approvata ma il piano non la riporta: confrontarli, e chiedere una nuova variazione per ciò che manca.',
    en: 'The variation is approved but the plan does not show it: compare them, and request another one for what is missing.',
  },
  'plan.varied.v1': {
    it: 'Un obiettivo non ha seguito la variazione del piano: confrontarli, e chiedere una nuova variazione per ciò che manca; uno stralcio che manca si fa sulla quota, con un atto proprio.',
    en: 'An objective did not follow the variation of the plan: compare them, and request another one for what is missing; a removal that is missing is made on the share, by an act of its own.',
  },
  'objective.removed.v1': {
    it: 'Lo stralcio di una quota non risulta nel piano: confrontare la quota con il piano.',
    en: 'The plan does not know that a share was removed: compare the share with the plan.',
  },
  'plan.share-removed.v1': {
    it: 'Una quota stralciata dal piano è ancora aperta nell’obiettivo: stralciarla anche lì, con lo stesso atto.',
    en: 'A share that the plan has removed is still open in its objective: remove it there too, by the same act.',
  },
  'premium.liquidated.v1': {
    it: 'Una quota pagata non risulta liquidata: confrontare la ripartizione con la quota, e se l’importo è cambiato conguagliare.',
    en: 'A share that was paid does not say so: compare the run with the share, and adjust the premium if its amount has changed.',
  },
};

const OTHERWISE: Readonly<Record<Language, string>> = {
  it: 'Confrontare i due: ciò che doveva seguire va fatto a mano.',
  en: 'Compare the two: what should have followed is to be done by hand.',
};

/** What to do where something should have followed from an event in another stream and was refused there. */
export function whatToDoOf(cause: string, language: Language): string {
  return (Object.hasOwn(advice, cause) ? advice[cause] : OTHERWISE)?.[language] ?? OTHERWISE[language];
}
