import type { RefusalCode } from '#domain';
import { text, type ProblemText } from './problem-text.js';

export const planProblems = {
  'plan/already-drafted': text(
    409,
    [
      'Piano già approvato',
      'Il piano[ {plan}] è già approvato: un altro documento non prende il posto del suo. Per cambiarlo serve una variazione.',
    ],
    [
      'Plan approved already',
      'Plan[ {plan}] is approved already: no other document takes the place of its own. To change it, record a variation.',
    ],
  ),
  'plan/under-approval': text(
    409,
    [
      'Bozza in approvazione',
      'La bozza del piano[ {plan}] è nel suo procedimento di approvazione e non si sostituisce: chiedere che sia restituita, poi importare il documento corretto.',
    ],
    [
      'Draft under approval',
      'The draft of plan[ {plan}] is on its way through its approvals and is not replaced: ask that it be returned, then import the corrected document.',
    ],
  ),
  'plan/already-begun': text(
    409,
    [
      'Lavoro già cominciato',
      'La bozza del piano[ {plan}] non si sostituisce: sull’obiettivo[ {objective}] c’è già stato del lavoro. Approvare il piano e cambiarlo con una variazione.',
    ],
    [
      'Work has begun',
      'The draft of plan[ {plan}] is not replaced: something was done already on objective[ {objective}]. Approve the plan and change it by a variation.',
    ],
  ),
  'plan/number-proposed': text(
    409,
    [
      'Numero di una proposta',
      'Il numero[ {objective}] del documento è di una proposta[, «{title}»][ di {office}][, nello stato «{state}»], e il documento vi mette un altro obiettivo[ (diversi: {differs})][; lo stesso vale per {others}]: ne prenderebbe il posto e la storia, e chi la giudica non la vedrebbe più. Correggere il numero nel documento, oppure far ritirare la proposta da chi l’ha fatta e ripresentarla con un altro numero. Chi lo sa e deve importare il piano così com’è lo conferma (`knowingly`).',
    ],
    [
      'Number of a proposal',
      'The number[ {objective}] in the document is that of a proposal[, «{title}»][ of {office}][, in the state “{state}”], and the document has another objective under it[ (other: {differs})][; the same holds for {others}]: that would take its place and its history, and whoever judges it would see it no more. Correct the number in the document, or have the proposal withdrawn by whoever made it and handed in under another number. Whoever knows it and has to import the plan as it is confirms it (`knowingly`).',
    ],
  ),
  'plan/proposal-not-validated': text(
    409,
    [
      'Proposta non ancora validata',
      'Il numero[ {objective}] del documento è di una proposta[, «{title}»][ di {office}][, nello stato «{state}»], e il flusso dell’ente non lascia entrare nel piano una proposta in questo stato. Farla validare, o farla ritirare da chi l’ha fatta, poi importare il piano.',
    ],
    [
      'Proposal not yet validated',
      'The number[ {objective}] in the document is that of a proposal[, «{title}»][ of {office}][, in the state “{state}”], and the body’s workflow lets no proposal in that state into the plan. Have it validated, or withdrawn by whoever made it, then import the plan.',
    ],
  ),
  'plan/not-drafted': text(
    404,
    ['Piano sconosciuto', 'Non c’è nessun piano[ {plan}]: importarlo prima dal documento pubblicato.'],
    ['Unknown plan', 'There is no plan[ {plan}]: import it first from the published document.'],
  ),
  'plan/not-approved': text(
    409,
    [
      'Piano non ancora approvato',
      'Il piano[ {plan}] non può entrare in vigore prima dell’atto che lo approva: registrare prima l’approvazione.',
    ],
    [
      'Plan not yet approved',
      'Plan[ {plan}] cannot enter into force before the act that approves it: record the approval first.',
    ],
  ),
  'plan/not-in-force': text(
    409,
    [
      'Piano non in vigore',
      'Il piano[ {plan}] non è in vigore: registrare prima l’approvazione e l’entrata in vigore.',
    ],
    ['Plan not in force', 'Plan[ {plan}] is not in force: record its approval and its entry into force first.'],
  ),
  'plan/already-approved': text(
    409,
    ['Piano già approvato', 'L’approvazione del piano[ {plan}] è già registrata: non serve altro.'],
    ['Plan already approved', 'The approval of plan[ {plan}] is already recorded: nothing else is needed.'],
  ),
  'plan/already-in-force': text(
    409,
    ['Piano già in vigore', 'Il piano[ {plan}] è già in vigore: non serve altro.'],
    ['Plan already in force', 'Plan[ {plan}] is already in force: nothing else is needed.'],
  ),
  'plan/closed': text(
    409,
    [
      'Piano chiuso',
      'Il piano[ {plan}] è chiuso e non accetta altri atti: una variazione rimasta aperta si può solo respingere o ritirare.',
    ],
    [
      'Plan closed',
      'Plan[ {plan}] is closed and takes no further acts: a variation that was left open can only be rejected or withdrawn.',
    ],
  ),
  'plan/no-objectives': text(
    422,
    ['Piano senza obiettivi', 'Nel piano non c’è nessun obiettivo operativo: controllare il documento.'],
    ['Plan without objectives', 'The plan has no operational objective: check the document.'],
  ),
  'plan/weights-over-ceiling': text(
    422,
    [
      'Pesi oltre il massimo',
      'I pesi[ di {area}][ sommano a {sum}, oltre il massimo di {ceiling}]: correggere i pesi o il massimo. Con una variazione si tolgono quei punti a un’altra quota.',
    ],
    [
      'Weights over the ceiling',
      'The weights[ of {area}][ add up to {sum}, over the ceiling of {ceiling}]: correct the weights or the ceiling. By a variation those points are taken from another share.',
    ],
  ),
  'plan/unknown-area': text(
    422,
    [
      'Area sconosciuta',
      'La quota[ {share}] nomina un’area[ ({area})] che il piano non elenca: nominarne una del piano[: {areas}].',
    ],
    [
      'Unknown area',
      'Share[ {share}] names an area[ ({area})] that the plan does not list: name one of the plan[: {areas}].',
    ],
  ),
  'plan/unknown-mission': text(
    422,
    [
      'Missione sconosciuta',
      'L’obiettivo[ {objective}] sta sotto una missione o un obiettivo strategico[ ({mission}.{strategicObjective})] che il piano non elenca, e che una variazione non aggiunge: indicarne di quelli del piano.',
    ],
    [
      'Unknown mission',
      'Objective[ {objective}] stands under a mission or strategic objective[ ({mission}.{strategicObjective})] that the plan does not list, and that no variation adds: name ones of the plan.',
    ],
  ),
  'plan/validated-after-act': text(
    422,
    [
      'Una proposta fu validata dopo l’atto',
      'La proposta {objective} «{title}» fu validata il {min}, dopo l’atto del {value}, che non può approvarla. Togliere l’obiettivo dal documento del piano e portarcelo poi con una variazione, o citare un atto da quel giorno in poi.',
    ],
    [
      'A proposal was validated after the act',
      'The proposal {objective} "{title}" was validated on {min}, after the act of {value}, which cannot approve it. Take the objective out of the plan’s document and bring it in later by a variation, or cite an act of that day or later.',
    ],
  ),
  'plan/approved-before-act': text(
    422,
    [
      'Atto nel futuro',
      'L’atto[ è del {value}, ma oggi è il {today}]: registrarlo quando esiste, o correggere la data.',
    ],
    [
      'Act in the future',
      'The act[ is of {value}, but today is {today}]: record it once it exists, or correct its date.',
    ],
  ),
  'plan/approval-under-way': text(
    409,
    [
      'Piano già in approvazione',
      'Il piano[ {plan}] è già nel suo procedimento di approvazione: compiere il passo in attesa invece di registrare l’atto.',
    ],
    [
      'Plan already on its way',
      'Plan[ {plan}] is already on its way through its approvals: take the step that waits instead of recording the act.',
    ],
  ),
  'plan/chain-to-follow': text(
    409,
    [
      'Prima i pareri',
      'L’ente approva i piani in più passi[ ({steps})]: proporre il piano[ {plan}], e l’atto verrà con l’ultimo.',
    ],
    [
      'Opinions first',
      'This body approves plans in several steps[ ({steps})]: propose plan[ {plan}], and the act comes with the last one.',
    ],
  ),
} satisfies Record<Extract<RefusalCode, `plan/${string}`>, ProblemText>;
