import { lintRuleNames, outcomeNames, subjectNames, type Ground, type RemovalCause, type ToldPart } from '#domain';
import type { Language, Text } from '../language.js';
import { actInWords } from './act-in-words.js';
import { fieldNames } from './field-names.js';
import { stateNames, verbNames } from './lifecycle-names.js';
import { positionNames } from './position-names.js';
import { ruleNames } from './separation-names.js';
import { standingNames } from './standing-names.js';

/** Why a share may be removed. */
const causeNames: Readonly<Record<RemovalCause, Text>> = {
  'third-party': { it: 'causa di terzi', en: 'third parties' },
  'upstream-area': { it: 'ritardo di un’altra area', en: 'delay of another area' },
  resources: { it: 'risorse mancanti', en: 'missing resources' },
  'change-of-law': { it: 'norma cambiata', en: 'change of law' },
  'force-majeure': { it: 'forza maggiore', en: 'force majeure' },
};

/** What a proposal, or the setup of a body, may lack. */
const missingNames: Readonly<Record<string, Text>> = {
  indicator: { it: 'un indicatore', en: 'an indicator' },
  target: { it: 'il valore atteso', en: 'the target' },
  deadline: { it: 'una scadenza', en: 'a deadline' },
  weight: { it: 'un peso o un finanziamento', en: 'a weight or money' },
  name: { it: 'il nome', en: 'the name' },
  patronDay: { it: 'la risposta sul santo patrono', en: 'the answer on the patron saint' },
  offices: { it: 'gli uffici', en: 'the offices' },
};

/** In what a draft tells a proposal otherwise. */
const partNames: Readonly<Record<ToldPart, Text>> = {
  title: { it: 'il titolo', en: 'the title' },
  shares: { it: 'le quote', en: 'the shares' },
  indicators: { it: 'gli indicatori', en: 'the indicators' },
  deadlines: { it: 'le scadenze', en: 'the deadlines' },
};

const scopeNames: Readonly<Record<string, Text>> = {
  areas: { it: 'le aree', en: 'the areas' },
  segretario: { it: 'il Segretario', en: 'the Segretario' },
  share: { it: 'una quota finanziata', en: 'a funded share' },
};

/** What something rests on, at the beginning of what is said of it. */
const neededNames: Readonly<Record<Ground, Text>> = {
  act: { it: 'l’atto', en: 'the act' },
  documents: { it: 'un documento indicato', en: 'a document that is named' },
  'proposal-validated': { it: 'la validazione della proposta', en: 'the validation of the proposal' },
  'plan-approved': { it: 'l’approvazione del piano', en: 'the approval of the plan' },
  'plan-varied': { it: 'l’ultima variazione del piano', en: 'the last variation of the plan' },
  'plan-returned': { it: 'la restituzione del piano', en: 'the return of the plan' },
  'plan-rejected': { it: 'il rigetto del piano', en: 'the rejection of the plan' },
  'plan-redrafted': { it: 'la correzione del piano', en: 'the correction of the plan' },
  'objectives-closed': { it: 'la chiusura dell’ultimo obiettivo', en: 'the close of the last objective' },
  'variations-decided': { it: 'la decisione sull’ultima variazione', en: 'the decision on the last variation' },
  proposed: { it: 'la proposta', en: 'the proposal' },
  'proposal-withdrawn': { it: 'il ritiro della proposta', en: 'the withdrawal of the proposal' },
  'proposal-returned': { it: 'la restituzione della proposta', en: 'the return of the proposal' },
  varied: { it: 'la variazione', en: 'the variation' },
  assigned: { it: 'l’assegnazione', en: 'the assignment' },
  progress: { it: 'l’avanzamento', en: 'the progress' },
  'justification-returned': { it: 'la restituzione della giustificazione', en: 'the return of the justification' },
  missed: { it: 'la mancata scadenza', en: 'the missing of the deadline' },
  suspended: { it: 'la sospensione', en: 'the suspension' },
  returned: { it: 'la restituzione della rendicontazione', en: 'the return of the report' },
  approved: { it: 'l’approvazione della rendicontazione', en: 'the approval of the report' },
  scored: { it: 'il grado attribuito', en: 'the degree that was given' },
  definitive: { it: 'l’esito definitivo', en: 'the definitive outcome' },
  removed: { it: 'lo stralcio', en: 'the removal' },
  paid: { it: 'la liquidazione', en: 'the payment' },
  'step-opened': { it: 'l’apertura del passo', en: 'the opening of the step' },
  'variation-requested': { it: 'la richiesta di variazione', en: 'the request of the variation' },
  'variation-returned': { it: 'la restituzione della richiesta', en: 'the return of the request' },
  vote: { it: 'l’ultima decisione', en: 'the last decision' },
  computed: { it: 'il calcolo della ripartizione', en: 'the computation of the run' },
  'run-withdrawn': { it: 'il ritiro della ripartizione', en: 'the withdrawal of the run' },
  liquidated: { it: 'la liquidazione della ripartizione', en: 'the liquidation of the run' },
  evaluated: { it: 'l’ultima valutazione definitiva', en: 'the last definitive evaluation' },
  'evaluation-opened': { it: 'l’apertura della valutazione', en: 'the opening of the evaluation' },
  'evaluation-proposed': { it: 'la proposta di valutazione', en: 'the proposal of the evaluation' },
  'evaluation-withdrawn': { it: 'il ritiro della valutazione', en: 'the withdrawal of the evaluation' },
  'evaluation-returned': { it: 'la restituzione della valutazione', en: 'the return of the evaluation' },
  received: { it: 'il ricevimento', en: 'the receipt' },
  observed: { it: 'l’ultima osservazione', en: 'the last observation' },
  hearing: { it: 'il colloquio', en: 'the hearing' },
  'term-over': { it: 'il giorno dopo il termine', en: 'the day after the term' },
  'conciliation-requested': { it: 'la richiesta di conciliazione', en: 'the request of a conciliation' },
  'evaluator-named': { it: 'la nomina del valutatore', en: 'the naming of the evaluator' },
  'conciliator-named': { it: 'la nomina del conciliatore', en: 'the naming of the conciliator' },
  conciliated: { it: 'l’esito della conciliazione', en: 'the outcome of the conciliation' },
  delegated: { it: 'la delega', en: 'the delegation' },
  tenure: { it: 'l’incarico di chi agisce', en: 'the appointment of whoever acts' },
  corrected: { it: 'la correzione con cui si concorda', en: 'the correction that is agreed to' },
  rerouted: { it: 'il passaggio al sostituto', en: 'the turn of the substitute' },
  escalated: { it: 'il passaggio a chi decide dopo la scadenza', en: 'the escalation after the time-out' },
  substituted: { it: 'la sostituzione di chi non ha risposto', en: 'the substitution of who was silent' },
};

const effectNames: Readonly<Record<string, Text>> = {
  full: { it: 'pieno', en: 'full' },
  reduced: { it: 'ridotto', en: 'reduced' },
  neutral: { it: 'neutro', en: 'neutral' },
};

/** Facts whose values are our own words for the machine, and how people call them. */
export const factNames = {
  verb: verbNames,
  possible: verbNames,
  state: stateNames,
  from: stateNames,
  status: standingNames,
  wanted: standingNames,
  outcome: outcomeNames,
  subject: subjectNames,
  chain: subjectNames,
  rule: ruleNames,
  insteadRule: ruleNames,
  causes: causeNames,
  missing: missingNames,
  needs: neededNames,
  effect: effectNames,
  agreed: effectNames,
  scope: scopeNames,
  differs: partNames,
  role: positionNames,
  other: positionNames,
  field: fieldNames,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Text>>>>;

/** Of which one will do. */
const ANY: readonly string[] = ['from', 'wanted', 'causes'];

/** The ids in a fact of a refusal, `suspend, remove`, in words; null where there are none to say. */
export function factInWords(fact: string, ids: string, language: Language): string | null {
  if (fact === 'findings') return foundInWords(ids, language);
  if (fact === 'act') return actInWords(ids, language);
  const table: Readonly<Record<string, Text>> | undefined = Object.hasOwn(factNames, fact)
    ? factNames[fact as keyof typeof factNames]
    : undefined;
  if (table === undefined || ids === '') return null;
  const type = ANY.includes(fact) ? 'disjunction' : 'conjunction';
  const names = ids.split(', ').map((id) => (Object.hasOwn(table, id) ? table[id]?.[language] : undefined) ?? id);
  return new Intl.ListFormat(language, { type }).format(names);
}

/** `lint/no-target (7.2.1-personale)` → `Senza risultato misurabile (7.2.1-personale)`. */
function foundInWords(found: string, language: Language): string {
  return found.replace(/lint\/[a-z-]+/g, (code) => {
    const names: Readonly<Record<string, Text>> = lintRuleNames;
    return names[code]?.[language] ?? code;
  });
}
