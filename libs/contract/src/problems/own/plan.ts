import { text } from '../problem-text.js';

/** Plans and what comes of them, where the rules have no say. */
export const planProblems = {
  'plan/not-yet': text(
    404,
    [
      'Piano non ancora importato',
      'In quel giorno[ ({day})] il piano[ {plan}] non era ancora nel registro: scegliere un giorno successivo.',
    ],
    ['Plan not yet imported', 'On that day[ ({day})] plan[ {plan}] was not in the log yet: choose a later one.'],
  ),
  'plan/objectives-open': text(
    409,
    [
      'Obiettivi ancora aperti',
      'Il piano {plan} ha {count} {count|obiettivo non chiuso|obiettivi non chiusi}, per primo {first}: chiuderli tutti, poi chiudere il piano.',
    ],
    [
      'Objectives still open',
      'Plan {plan} has {count} {count|objective that is|objectives that are} not closed, first of all {first}: close them all, then close the plan.',
    ],
  ),
  'plan/variations-open': text(
    409,
    [
      'Variazioni ancora aperte',
      'Il piano {plan} ha {count} {count|variazione non decisa|variazioni non decise} ({variations}): si approva, si respinge o la ritira chi l’ha chiesta; poi si chiude il piano.',
    ],
    [
      'Variations still open',
      'Plan {plan} has {count} {count|variation that is|variations that are} not decided ({variations}): approve or reject each, or have it withdrawn by whoever asked for it; then close the plan.',
    ],
  ),
  'objective/unknown-office': text(
    422,
    [
      'Ufficio sconosciuto',
      'Nessuno conosce l’ufficio[ «{office}»]: non è fra gli uffici dell’ente, né fra le aree del piano, né di alcun account.[ Forse si intendeva «{meant}».] Controllare il nome o aggiungerlo agli uffici.',
    ],
    [
      'Unknown office',
      'Nobody knows the office[ "{office}"]: it is among neither the body’s offices, nor the plan’s areas, nor those of the accounts.[ Perhaps "{meant}" is meant.] Check the name or add it to the offices.',
    ],
  ),
  'premium/not-found': text(
    404,
    ['Ripartizione sconosciuta', 'Non c’è nessuna ripartizione[ {run}].'],
    ['Unknown run', 'There is no run[ {run}].'],
  ),
  'import/problems': text(
    422,
    [
      'Documento non leggibile',
      'Il documento ha {count} {count|problema|problemi} (in «problems», con il posto); nulla è stato scritto. Correggere il documento e riprovare.',
    ],
    [
      'Document not readable',
      'The document has {count} {count|problem|problems} (in "problems", with the place); nothing was written. Correct the document and try again.',
    ],
  ),
  'import/questions-open': text(
    422,
    [
      'Domande aperte',
      'Il documento lascia {count} {count|domanda aperta|domande aperte} (in «questions»); nulla è stato scritto. Rispondere in «answers» o accettare le proposte con «acceptProposals».',
    ],
    [
      'Questions open',
      'The document leaves {count} {count|question|questions} open (in "questions"); nothing was written. Answer them in "answers" or take the proposals with "acceptProposals".',
    ],
  ),
  'plan/no-chain': text(
    409,
    [
      'Nessun procedimento per i piani',
      'Il procedimento dell’ente non ha passi per approvare i piani: registrare direttamente l’atto che approva il piano.',
    ],
    [
      'No steps to approve plans',
      'The workflow of the body has no steps to approve plans: record the act that approves the plan.',
    ],
  ),
  'variation/no-chain': text(
    409,
    [
      'Nessun procedimento per le variazioni',
      'Il procedimento dell’ente non dice chi approva le variazioni: aggiungere «chains: variation» al file del workflow.',
    ],
    [
      'No way to approve variations',
      'The workflow of the body does not say who approves variations: add "chains: variation" to the workflow file.',
    ],
  ),
} as const;
