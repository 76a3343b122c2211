import type { SeparationCode } from '#domain';
import type { Text } from '../language.js';

/** What only the proof finds: who acted had left the office by then, as was recorded later. */
const OFFICE_LEFT = 'office-left';

/** …and that a tenure of oneself, or of who judges, was recorded without an act. */
const ACT_MISSING = 'act-missing';

/** …that a party to an approval under way wrote who judges it. */
const JUDGES_OWN = 'judges-own';

/** …and that a plan was approved by an act of another kind. */
const OTHER_KIND = 'act-of-other-kind';

/** …and, of no violation, that whoever conducts an evaluation judges in it as well. */
const NOBODY_ELSE = 'nobody-else';

/** What the proof alone finds. */
type Found = typeof OFFICE_LEFT | typeof ACT_MISSING | typeof JUDGES_OWN | typeof OTHER_KIND | typeof NOBODY_ELSE;

/** Why somebody stands on the other side of a control, as one says it of them. */
export const ruleNames: Readonly<Record<SeparationCode | Found, Text>> = {
  author: {
    it: 'l’ha scritto, proposto o presentato, o vi ha lavorato',
    en: 'wrote, proposed or submitted it, or worked on it',
  },
  'own-office': {
    it: 'ricopre un ufficio che ne risponde o ne ha risposto',
    en: 'holds an office that answers or has answered for it',
  },
  'same-finding': { it: 'è valutato sullo stesso riscontro', en: 'is scored on the same finding' },
  beneficiary: { it: 'ne riceve un premio', en: 'is paid on it' },
  'evaluator-segretario': {
    it: 'chi valuta non è il Segretario né lo sostituisce',
    en: 'who evaluates is not the Segretario, nor stands in for them',
  },
  'evaluator-rpct': {
    it: 'chi valuta non è il RPCT né lo sostituisce',
    en: 'who evaluates is not the RPCT, nor stands in for them',
  },
  'evaluator-beneficiary': { it: 'chi valuta non ne riceve un premio', en: 'who evaluates is not paid on it' },
  delegate: {
    it: 'agisce per delega di chi è dall’altra parte del controllo',
    en: 'acts by a delegation of somebody on the other side of the control',
  },
  'four-eyes': {
    it: 'ha compiuto un altro passo dello stesso controllo, o l’ha preparato da un altro ufficio',
    en: 'took another step of the same control, or prepared it as another office',
  },
  [OFFICE_LEFT]: {
    it: 'aveva già lasciato l’ufficio, come fu registrato dopo',
    en: 'had left the office by then, as was recorded later',
  },
  [ACT_MISSING]: {
    it: 'ha registrato senza atto un incarico proprio, o di chi giudica',
    en: 'recorded a tenure of their own, or of who judges, without an act',
  },
  [JUDGES_OWN]: {
    it: 'ha registrato chi compie i passi di un’approvazione in corso di cui è parte',
    en: 'recorded who takes the steps of an approval under way to which they are a party',
  },
  [NOBODY_ELSE]: {
    it: 'vi giudica anche, o è di un ufficio della persona: nessun altro poteva condurla',
    en: 'judges in it as well, or is of an office of the person’s: nobody else could conduct it',
  },
  [OTHER_KIND]: {
    it: 'l’atto non è di quelli dell’organo politico',
    en: 'the act is not one of the political body',
  },
};

/** What whoever is barred by a rule may do about it by themselves; absent: nothing. */
export const waysOut: Readonly<Partial<Record<string, Text>>> = {
  delegate: {
    it: 'Chi ha ricevuto la delega può farla cessare: da quel giorno non lo vincola più («Uffici», «Rinuncia»).',
    en: 'Whoever received the delegation may end it: from that day on it keeps them from nothing ("Offices", "Give up").',
  },
};
