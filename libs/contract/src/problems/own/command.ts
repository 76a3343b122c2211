import { text } from '../problem-text.js';

/** Commands that meet others. */
export const commandProblems = {
  'bulk/not-a-command': text(
    422,
    [
      'Non è un comando',
      'Insieme si inviano solo comandi, con il nome che hanno in /api/docs: «{route}» non lo è, o legge un documento e va chiesto da solo.',
    ],
    [
      'Not a command',
      'Only commands are sent together, by their names in /api/docs: "{route}" is none, or reads a document and is to be asked by itself.',
    ],
  ),
  'command/stale-revision': text(
    412,
    [
      'Revisione superata',
      '[Nel frattempo è accaduto altro: {changed}. ][Da ultimo ha agito {lastBy}, il {lastAt}. ]La revisione è {actual}, non {expected}: ricaricare e decidere di nuovo.',
    ],
    [
      'Stale revision',
      '[Something else has happened meanwhile: {changed}. ][The last to act was {lastBy}, on {lastAt}. ]The revision is {actual}, not {expected}: reload and decide again.',
    ],
  ),
  'command/key-reused': text(
    422,
    [
      'Idempotency-Key già usata',
      'Questa Idempotency-Key è già servita per una richiesta diversa: generarne una nuova.',
    ],
    ['Idempotency-Key reused', 'This Idempotency-Key was already used for a different request: make a new one.'],
  ),
  'command/contended': text(
    409,
    [
      'Troppi atti insieme',
      'Altri stanno scrivendo sullo stesso oggetto: ripetere la richiesta con la stessa Idempotency-Key.',
    ],
    ['Contended', 'Others are writing to the same thing: repeat the request with the same Idempotency-Key.'],
  ),
  'approval/not-found': text(
    404,
    ['Approvazione inesistente', 'Non c’è un’approvazione[ {approval}]: cercarla nell’elenco delle approvazioni.'],
    ['No such approval', 'There is no approval[ {approval}]: look for it in the list of approvals.'],
  ),
  'approval/effect-not-asked': text(
    422,
    [
      'Effetto che non si chiede',
      'L’effetto («effect») si dice solo di una giustificazione, e qui si decide altro[ ({subject})]: andrebbe perduto. Toglierlo e ripetere.',
    ],
    [
      'An effect that is not asked for',
      'An effect ("effect") is said of a justification alone, and something else is decided here[ ({subject})]: it would be lost. Leave it out and repeat.',
    ],
  ),
  'approval/no-such-version': text(
    404,
    [
      'Versione inesistente',
      'Il flusso {workflow} non ha una versione {version} con una catena per «{subject}»: sceglierne una pubblicata.',
    ],
    [
      'No such version',
      'The workflow {workflow} has no version {version} with a chain for “{subject}”: choose one that was published.',
    ],
  ),
} as const;
