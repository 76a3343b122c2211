import type { RefusalCode } from '#domain';
import { text, type ProblemText } from './problem-text.js';

export const approvalProblems = {
  'approval/not-this-step': text(
    409,
    [
      'Non è il turno di questo passo',
      'La rendicontazione[ della quota {share}] attende[ il passo {awaited}][, che spetta all’ufficio {office}][, non {step}]: ricaricare la scheda e agire sul passo in attesa.',
    ],
    [
      'Not this step’s turn',
      'The rendicontazione[ of share {share}] awaits another step[ ({awaited})][, which belongs to the office {office}][, not {step}]: reload the page and act on the step that is awaited.',
    ],
  ),
  'approval/not-your-step': text(
    403,
    [
      'Passo di un altro ufficio',
      'Questo passo[ ({step})] spetta a un altro ufficio[ ({office})]: il proprio non può compierlo.',
    ],
    ['Step of another office', 'This step[ ({step})] belongs to another office[ ({office})]: yours may not take it.'],
  ),
  'approval/own-report': text(
    403,
    [
      'Rendicontazione propria',
      'Nessuno approva o valuta la propria rendicontazione[ (quota {share})]: tocca a chi non ne risponde e non l’ha presentata[, in questo passo all’ufficio {approver}].',
    ],
    [
      'Own report',
      'No one approves or scores their own report[ (share {share})]: it is for someone who neither answers for it nor submitted it[, at this step for the office {approver}].',
    ],
  ),
  'approval/no-substitute': text(
    409,
    [
      'Manca il sostituto',
      'Il passo[ {step}] spetta a chi risponde della quota, e la catena di approvazione non nomina un sostituto: indicarlo nel file della catena.',
    ],
    [
      'No substitute',
      'The step[ {step}] belongs to the office that answers for the share, and the approval chain names no substitute: name one in the chain file.',
    ],
  ),
  'approval/may-not-return': text(
    409,
    [
      'Questo passo non può chiedere integrazioni',
      'Il passo[ {step}] può solo approvare: la catena non gli permette di restituire.',
    ],
    [
      'This step may not return the report',
      'The step[ {step}] can only approve: the chain does not let it send the report back.',
    ],
  ),
  'approval/act-missing': text(
    422,
    ['Manca l’atto', 'Questo passo[ ({step})] si compie con un atto: indicarne tipo, numero e data.'],
    ['Act missing', 'This step[ ({step})] is taken by an act: give its kind, number and date.'],
  ),
  'approval/points-missing': text(
    422,
    ['Mancano i punti da integrare', 'Per chiedere integrazioni serve almeno un punto: scrivere che cosa manca.'],
    ['Points missing', 'To send a report back at least one point is needed: write what is missing.'],
  ),
  'approval/chain-empty': text(
    422,
    ['Catena di approvazione vuota', 'La catena di approvazione non ha passi: correggere il file della catena.'],
    ['Approval chain empty', 'The approval chain has no steps: correct the chain file.'],
  ),
} satisfies Record<Extract<RefusalCode, `approval/${string}`>, ProblemText>;
