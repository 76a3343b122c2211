import type { Language, Text } from '../language.js';

/** What happened, by the kind of event without its version, as the page's history calls it. */
const eventNames: Readonly<Record<string, Text>> = {
  'objective.defined': { it: 'obiettivo definito dal piano', en: 'objective defined by the plan' },
  'objective.redefined': {
    it: 'obiettivo cambiato da una nuova bozza del piano',
    en: 'objective changed by another draft of the plan',
  },
  'objective.withdrawn': {
    it: 'obiettivo tolto da una nuova bozza del piano',
    en: 'objective taken out by another draft of the plan',
  },
  'objective.assigned': { it: 'quota assegnata', en: 'share assigned' },
  'objective.assignment-corrected': { it: 'primo giorno di una quota corretto', en: 'first day of a share put right' },
  'objective.acknowledged': { it: 'presa visione', en: 'acknowledgement' },
  'objective.progress-reported': { it: 'avanzamento registrato', en: 'progress reported' },
  'objective.progress-rectified': { it: 'avanzamento rettificato', en: 'progress rectified' },
  'objective.deadline-missed': { it: 'scadenza mancata', en: 'deadline missed' },
  'objective.miss-lifted': { it: 'scadenza non più mancata', en: 'deadline missed no more' },
  'objective.miss-restored': { it: 'scadenza di nuovo mancata', en: 'deadline missed again' },
  'objective.fulfilled-late': { it: 'scadenza adempiuta in ritardo', en: 'deadline met late' },
  'objective.rendicontazione-submitted': { it: 'rendicontazione inviata', en: 'report submitted' },
  'objective.rendicontazione-returned': {
    it: 'rendicontazione restituita per integrazioni',
    en: 'report sent back for integration',
  },
  'objective.rendicontazione-approved': {
    it: 'passo della rendicontazione approvato',
    en: 'step of the report approved',
  },
  'objective.scored': { it: 'grado attribuito', en: 'degree given' },
  'objective.premium-liquidated': { it: 'premio liquidato', en: 'premium paid' },
  'objective.premium-adjusted': { it: 'premio conguagliato', en: 'premium adjusted' },
  'objective.varied': { it: 'obiettivo variato', en: 'objective varied' },
  'objective.proposed': { it: 'obiettivo proposto', en: 'objective proposed' },
  'objective.proposal-opened': { it: 'esame della proposta aperto', en: 'review of the proposal opened' },
  'objective.proposal-weighed': { it: 'espressione sulla proposta', en: 'say on the proposal' },
  'objective.proposal-returned': { it: 'proposta restituita', en: 'proposal returned' },
  'objective.proposal-withdrawn': { it: 'proposta ritirata', en: 'proposal withdrawn' },
  'objective.validated': { it: 'proposta validata', en: 'proposal validated' },
  'objective.suspended': { it: 'attività sospesa', en: 'work suspended' },
  'objective.suspension-ratified': { it: 'sospensione ratificata', en: 'suspension ratified' },
  'objective.resumed': { it: 'attività ripresa', en: 'work resumed' },
  'objective.removed': { it: 'quota stralciata', en: 'share removed' },
  'objective.justification-submitted': { it: 'giustificazione presentata', en: 'justification given' },
  'objective.justification-opened': {
    it: 'esame della giustificazione aperto',
    en: 'review of the justification opened',
  },
  'objective.justification-weighed': { it: 'espressione sulla giustificazione', en: 'say on the justification' },
  'objective.justification-decided': { it: 'giustificazione decisa', en: 'justification decided' },
  'objective.made-definitive': { it: 'esito definitivo', en: 'outcome definitive' },
  'objective.reopened': { it: 'quota riaperta', en: 'share reopened' },
  'objective.closed': { it: 'obiettivo chiuso', en: 'objective closed' },
  'plan.drafted': { it: 'piano caricato', en: 'plan drafted' },
  'plan.redrafted': { it: 'piano corretto', en: 'plan corrected' },
  'plan.approved': { it: 'piano approvato', en: 'plan approved' },
  'plan.entered-into-force': { it: 'piano in vigore', en: 'plan in force' },
  'plan.varied': { it: 'piano variato', en: 'plan varied' },
  'plan.share-removed': { it: 'quota stralciata', en: 'share removed' },
  'plan.premium-bound': { it: 'quote prese in una ripartizione', en: 'shares taken into a premium run' },
  'plan.closed': { it: 'piano chiuso', en: 'plan closed' },
  'variation.requested': { it: 'variazione chiesta', en: 'variation asked for' },
  'variation.withdrawn': { it: 'variazione ritirata', en: 'variation withdrawn' },
  'variation.approved': { it: 'variazione approvata', en: 'variation approved' },
  'variation.rejected': { it: 'variazione respinta', en: 'variation rejected' },
  'variation.applied': { it: 'variazione applicata', en: 'variation applied' },
  'variation.not-applied': { it: 'variazione non applicata', en: 'variation not applied' },
  'organisation.office-taken': { it: 'incarico registrato', en: 'tenure recorded' },
  'organisation.tenure-annulled': { it: 'incarico annullato', en: 'tenure annulled' },
  'organisation.office-left': { it: 'incarico concluso', en: 'tenure ended' },
  'organisation.delegated': { it: 'delega data', en: 'delegation given' },
  'organisation.delegation-taken-up': { it: 'delega usata', en: 'delegation taken up' },
  'organisation.delegation-revoked': { it: 'delega revocata', en: 'delegation revoked' },
  'body.named': { it: 'nome dell’ente cambiato', en: 'body’s name changed' },
  'body.patron-day-set': { it: 'santo patrono indicato', en: 'patron day set' },
  'body.offices-defined': { it: 'uffici definiti', en: 'offices defined' },
  'body.setup-completed': { it: 'avvio dell’ente concluso', en: 'setup of the body completed' },
  'body.refused-settled': { it: 'conseguenza rifiutata sistemata', en: 'refused consequence settled' },
  'workflow.published': { it: 'flusso pubblicato', en: 'workflow published' },
  'evaluation.opened': { it: 'valutazione aperta', en: 'evaluation opened' },
  'evaluation.proposed': { it: 'valutazione proposta', en: 'evaluation proposed' },
  'evaluation.judged': { it: 'comportamenti valutati', en: 'conduct judged' },
  'evaluation.received': { it: 'valutazione ricevuta', en: 'evaluation received' },
  'evaluation.observed': { it: 'osservazioni presentate', en: 'observations made' },
  'evaluation.confirmed': { it: 'valutazione confermata', en: 'evaluation confirmed' },
  'evaluation.score-revised': { it: 'punteggio rivisto', en: 'score revised' },
  'evaluation.made-definitive': { it: 'valutazione definitiva', en: 'evaluation definitive' },
  'evaluation.withdrawn': { it: 'valutazione ritirata', en: 'evaluation withdrawn' },
  'evaluation.hearing-offered': { it: 'colloquio offerto', en: 'hearing offered' },
  'evaluation.hearing-recorded': { it: 'colloquio registrato', en: 'hearing recorded' },
  'evaluation.conciliation-requested': { it: 'conciliazione chiesta', en: 'conciliation asked for' },
  'evaluation.conciliator-named': { it: 'conciliatore nominato', en: 'conciliator named' },
  'evaluation.evaluator-named': { it: 'valutatore nominato', en: 'evaluator named' },
  'evaluation.term-reminded': { it: 'sollecito per un termine', en: 'reminder of a term' },
  'evaluation.term-ended': { it: 'termine trascorso', en: 'term over' },
  'premium.computed': { it: 'ripartizione calcolata', en: 'premium run computed' },
  'premium.proposed': { it: 'ripartizione proposta', en: 'premium run proposed' },
  'premium.withdrawn': { it: 'ripartizione ritirata', en: 'premium run withdrawn' },
  'premium.liquidated': { it: 'ripartizione liquidata', en: 'premium run paid' },
  'act.registered': { it: 'atto registrato', en: 'act registered' },
  'act.corrected': { it: 'atto corretto', en: 'act corrected' },
  'act.file-attached': { it: 'documento dell’atto allegato', en: 'document of the act attached' },
  'act.related': { it: 'atto collegato a un altro', en: 'act related to another' },
  'clock.advanced': { it: 'orologio spostato', en: 'clock advanced' },
};

/** What happened on the way of an approval, whatever it approves. */
const approvalNames: Readonly<Record<string, Text>> = {
  opened: { it: 'approvazione avviata', en: 'approval begun' },
  voted: { it: 'espresso un voto', en: 'vote cast' },
  'step-passed': { it: 'passo approvato', en: 'step approved' },
  returned: { it: 'restituzione per integrazioni', en: 'sent back for integration' },
  rejected: { it: 'respinto', en: 'rejected' },
  approved: { it: 'approvazione conclusa', en: 'approval concluded' },
  'approved-silently': { it: 'passo approvato per silenzio', en: 'step approved by silence' },
  'degree-corrected': { it: 'grado rettificato', en: 'degree corrected' },
  'day-corrected': { it: 'giorno dell’inoltro corretto', en: 'day of the sending corrected' },
  claimed: { it: 'passo preso in carico', en: 'step claimed' },
  released: { it: 'passo rilasciato', en: 'step released' },
  reassigned: { it: 'passo riassegnato', en: 'step reassigned' },
  joined: { it: 'altro ufficio fra le parti', en: 'another office among the parties' },
  escalated: { it: 'passo portato anche ad altri', en: 'step brought to others too' },
  substituted: { it: 'passo passato a un sostituto', en: 'step passed to a substitute' },
  reminded: { it: 'sollecito per il termine del passo', en: 'reminder of the step’s term' },
  migrated: { it: 'approvazione spostata a un’altra versione', en: 'approval moved to another version' },
};

const OTHER: Text = { it: 'approvazione andata avanti', en: 'approval gone on' };
const UNKNOWN: Text = { it: 'altro', en: 'something else' };

/** @param types  kinds of event as the log has them, `objective.assigned.v1, objective.acknowledged.v1`; each is said once */
export function eventsInWords(types: string, language: Language): string {
  if (types === '') return '';
  const said = types.split(', ').map((type) => nameOf(type.replace(/\.v\d+$/, ''))[language]);
  return [...new Set(said)].join(', ');
}

function nameOf(type: string): Text {
  const [, step] = /\.approval-(.+)$/.exec(type) ?? [];
  // an event newer than these words is something that happened all the same
  return step === undefined ? (eventNames[type] ?? UNKNOWN) : (approvalNames[step] ?? OTHER);
}
