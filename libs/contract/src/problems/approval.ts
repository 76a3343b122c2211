import type { RefusalCode } from '#domain';
import { text, type ProblemText } from './problem-text.js';

export const approvalProblems = {
  'approval/not-this-step': text(
    409,
    [
      'Non è il turno di questo passo',
      'L’approvazione[ della quota {share}] attende[ il passo {awaited}][, che spetta a {office}][, non {step}]: ricaricare la scheda e agire sul passo in attesa.',
    ],
    [
      'Not this step’s turn',
      'The approval[ of share {share}] awaits another step[ ({awaited})][, which is for {office}][, not {step}]: reload the page and act on the step that is awaited.',
    ],
  ),
  'approval/not-your-step': text(
    403,
    [
      'Passo di un altro ufficio',
      'Questo passo[ ({step})] spetta ad altri[ ({office})]: il proprio ufficio non può compierlo.',
    ],
    ['Step of another office', 'This step[ ({step})] is for others[ ({office})]: your office may not take it.'],
  ),
  'approval/own-report': text(
    403,
    [
      'Nessuno decide su ciò che lo riguarda',
      'Chi ha proposto, chi risponde[ della quota {share}], chi ne è pagato, chi agisce per delega di uno di loro e chi ha già compiuto un altro passo dello stesso controllo non può deciderne: tocca ad altri[, in questo passo a {approver}].[ Il motivo qui: {rule}.][ Così era il {day}, il giorno indicato.]',
    ],
    [
      'Nobody decides on what concerns them',
      'Who proposed it, who answers for it[ (share {share})], who is paid by it, who acts by a delegation of one of them and who took another step of the same control may not decide: it is for others[, at this step for {approver}].[ The reason here: {rule}.][ So it was on {day}, the day that was given.]',
    ],
  ),
  'approval/for-the-segretario': text(
    403,
    [
      'Spetta al Segretario',
      'Riassegnare un passo, spostare un’approvazione e correggere il giorno di ciò che altri hanno compiuto spetta[ a {office}]: chi lo sostituisce per ufficio può solo dove ogni Segretario è parte in causa, o nessuno è in carica.',
    ],
    [
      'It is for the Segretario',
      'To reassign a step, to move an approval or to correct the day of what others did is for the Segretario[ ({office})]: whoever stands in by office may only where each Segretario is a party to it, or none is in office.',
    ],
  ),
  'approval/no-substitute': text(
    409,
    [
      'Manca il sostituto',
      'Il passo[ {step}] spetta a chi ne è parte, ha già compiuto un altro passo dello stesso controllo o non c’è (le altre aree di un obiettivo che ne ha una), e {certifies|qui, per legge, nessun altro può sostituire|il flusso non nomina un sostituto che possa agire}.[ Il motivo qui: {rule}.][ Nemmeno chi sostituisce, {instead}, può: {insteadRule}.] Che cosa fare:[ dare l’ufficio {who} anche a chi non ne è parte, oppure][ dare la quota, ora di {handed}, a un altro ufficio, oppure][ dare la quota, ora di {handedToo}, a un altro ufficio e l’ufficio {another} anche a chi non l’ha avuta, oppure] {certifies|se a impedirlo è un altro passo già compiuto, togliere quel passo nel file del flusso|nominare nel file del flusso un altro sostituto, che non ne sia parte}{opens|, pubblicarlo e riprovare: nulla è ancora partito (ciò che è già calcolato o aperto con il flusso di prima va ritirato e rifatto)|, pubblicarlo e spostarvi ciò che è in corso}.',
    ],
    [
      'No substitute',
      'The step[ {step}] belongs to somebody who is a party to it, took another step of the same control or is not there (the other areas of an objective of one), and {certifies|by law nobody else may stand in here|the workflow names no substitute who may act}.[ The reason here: {rule}.][ Nor may who stands in, {instead}: {insteadRule}.] What to do:[ give the office {who} to somebody who is no party too, or][ give the share, now of {handed}, to another office, or][ give the share, now of {handedToo}, to another office and the office {another} to somebody who did not have it too, or] {certifies|where it is another step already taken that bars them, take that step out in the workflow file|name in the workflow file another substitute, who is no party}{opens|, publish it and try again: nothing has set out yet (what was computed or opened by the workflow of before is to be withdrawn and made anew)|, publish it and move what is under way there}.',
    ],
  ),
  'approval/nobody-at-step': text(
    409,
    [
      'Un passo resterebbe senza nessuno',
      'Con questa versione il passo[ «{step}»] non potrebbe compierlo nessuno: chi lo farebbe[ ({offices})] è parte in causa, o avrebbe già compiuto un altro passo dello stesso controllo[ ({steps})]. Prima di migrare[, dare anche a un’altra persona, che non ne sia parte, l’ufficio {who}, o] nominare nel file del flusso, per uno dei passi, un `substitute` che non ne sia parte e non ne compia altri, pubblicarlo e migrare a quella versione. Fino ad allora vale la versione di prima.',
    ],
    [
      'A step would be left without anybody',
      'By this version nobody could take the step[ “{step}”]: who would[ ({offices})] is a party, or would have taken another step of the same control[ ({steps})]. Before you migrate[, give another person too, who is no party, the office {who}, or] name in the workflow file, for one of the steps, a `substitute` who is no party and takes no other, publish it and migrate to that version. Until then the version of before stays.',
    ],
  ),
  'approval/too-few': text(
    409,
    [
      'Troppo pochi per il passo',
      'Nel passo[ {step}] devono esprimersi[ in {count}], e per questo obiettivo[ sono al più {most}: {offices}]: le altre aree che hanno una sua quota non bastano. Nel file del flusso chiederne meno, o nominare un sostituto che si aggiunga a loro.',
    ],
    [
      'Too few for the step',
      'At the step[ {step}][ {count}] have to speak, and of this objective there are[ {most} at most: {offices}]: the other areas that have a share of it are not enough. In the workflow file ask for fewer, or name a substitute who joins them.',
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
    ['Points missing', 'To send something back at least one point is needed: write what is missing.'],
  ),
  'approval/same-degree': text(
    422,
    [
      'Il grado è già questo',
      'Una rettifica cambia il grado in esame[, che è già {degree}]: se va bene così approvare, altrimenti scriverne un altro.',
    ],
    [
      'The degree is this one already',
      'A correction changes the degree under approval[, which is {degree} already]: if that is right approve it, otherwise write another.',
    ],
  ),
  'approval/chain-empty': text(
    422,
    ['Catena di approvazione vuota', 'La catena di approvazione non ha passi: correggere il file della catena.'],
    ['Approval chain empty', 'The approval chain has no steps: correct the chain file.'],
  ),
  'approval/not-open': text(
    409,
    [
      'Nessuna approvazione in corso',
      'Non c’è un’approvazione in corso[: questa è {status}]. Ricaricare la pagina per vedere a che punto è.',
    ],
    [
      'No approval under way',
      'No approval is under way[: this one is {status}]. Reload the page to see where it stands.',
    ],
  ),
  'approval/not-your-turn': text(
    409,
    [
      'Non ancora il proprio turno',
      'In questo passo[ ({step})] gli uffici si esprimono uno dopo l’altro[: ora tocca a {office}].',
    ],
    ['Not your turn yet', 'At this step[ ({step})] offices speak one after the other[: now it is for {office}].'],
  ),
  'approval/already-voted': text(
    409,
    [
      'Voto già espresso',
      'In questo passo[ ({step})] ci si è già espressi[ per l’ufficio {office}]: nessuno conta due volte. Attendere gli altri.',
    ],
    [
      'Already voted',
      'A vote was already cast at this step[ ({step})][ for the office {office}]: nobody counts twice. Wait for the others.',
    ],
  ),
  'approval/claimed': text(
    409,
    [
      'Preso in carico da altri',
      'Qualcun altro[ dell’ufficio {office}] ha preso in carico questo passo[ ({step})]: attendere che lo compia o lo rilasci, o farlo riassegnare.',
    ],
    [
      'Claimed by somebody else',
      'Somebody else[ of the office {office}] sees to this step[ ({step})]: wait until they take or release it, or have it reassigned.',
    ],
  ),
  'approval/not-claimed': text(
    409,
    ['Passo non preso in carico', 'Solo chi ha preso in carico un passo[ ({step})] può rilasciarlo.'],
    ['Step not claimed', 'Only who has claimed a step[ ({step})] can release it.'],
  ),
  'approval/each-votes': text(
    409,
    [
      'Ognuno vota per sé',
      'In questo passo[ ({step})] vota ciascun componente: nessuno può prenderlo in carico per gli altri. Votare.',
    ],
    ['Each member votes', 'At this step[ ({step})] each member votes: nobody can claim it for the others. Vote.'],
  ),
  'approval/may-not-take': text(
    409,
    [
      'Chi è indicato non può compiere il passo',
      'La persona indicata[ dell’ufficio {office}] non è tra chi può compiere questo passo[ ({step})]: scegliere tra chi può.',
    ],
    [
      'They may not take the step',
      'The person named[ of the office {office}] is not one of those who may take this step[ ({step})]: choose one who may.',
    ],
  ),
  'approval/outcome-not-offered': text(
    409,
    [
      'Esito non previsto',
      'Questo passo[ ({step})] non prevede tale esito[ ({outcome})]: la definizione dice quali offre.',
    ],
    [
      'Outcome not offered',
      'This step[ ({step})] does not offer that outcome[ ({outcome})]: the definition says which.',
    ],
  ),
  'approval/act-of-other-kind': text(
    422,
    [
      'Atto di altro tipo',
      'Questo passo[ ({step})] si compie con un atto di tipo [{kinds}][, non {kind}]: indicare l’atto giusto.',
    ],
    [
      'Act of another kind',
      'This step[ ({step})] is taken by an act of kind [{kinds}][, not {kind}]: name the right act.',
    ],
  ),
  'approval/act-before-certification': text(
    422,
    [
      'Atto anteriore alla certificazione',
      'L’atto[ del {value}] è anteriore a ciò di cui prende atto[: il passo {certified} si è compiuto il {min}]. Indicare l’atto che ne prende atto, di quel giorno o successivo.',
    ],
    [
      'Act before the certification',
      'The act[ of {value}] is older than what it takes note of[: the step {certified} was taken on {min}]. Name the act that takes note of it, of that day or later.',
    ],
  ),
  'approval/act-before-reopening': text(
    422,
    [
      'Atto anteriore alla riapertura',
      'L’atto[ del {value}] è anteriore a quello[ del {min}] che ha riaperto la rendicontazione: serve un nuovo atto, che prenda atto del nuovo giudizio.',
    ],
    [
      'Act before the reopening',
      'The act[ of {value}] is older than the one[ of {min}] that reopened the report: a new act is needed, which takes note of the new judgement.',
    ],
  ),
  'approval/before-its-step': text(
    422,
    [
      'Prima che il passo si aprisse',
      'Nulla si compie in un passo prima che si apra[: {step} si è aperto il {min}][, quando si è compiuto il passo {passed}][, e ciò che si registra sarebbe del {value}]. Indicare il giorno in cui è accaduto, da allora in poi; se ciò che apre il passo è accaduto prima, chi lo ha registrato o il Segretario ne corregge il giorno («Correggi un giorno», nella pagina dell’approvazione).',
    ],
    [
      'Before the step opened',
      'Nothing is done at a step before it opens[: {step} opened on {min}][, when the step {passed} was taken][, and what is recorded would be of {value}]. Give the day on which it happened, from then on; if what opens the step happened earlier, whoever recorded it or the Segretario corrects its day ("Correct a day", on the page of the approval).',
    ],
  ),
  'approval/act-before-step': text(
    422,
    [
      'Atto anteriore al passo',
      'Un atto non decide ciò che viene dopo di lui[: il passo {step} si è aperto il {min}][, quando si è compiuto il passo {passed}][, e l’atto è del {value}]. Controllare la data dell’atto; se ciò che apre il passo è accaduto prima e si è registrato senza il suo giorno, chi lo ha registrato o il Segretario lo corregge («Correggi un giorno», nella pagina dell’approvazione).',
    ],
    [
      'Act before the step',
      'An act does not decide what comes after it[: the step {step} opened on {min}][, when the step {passed} was taken][, and the act is of {value}]. Check the date of the act; if what opens the step happened earlier and was recorded without its day, whoever recorded it or the Segretario corrects that ("Correct a day", on the page of the approval).',
    ],
  ),
  'approval/no-such-day': text(
    409,
    [
      'Nessun giorno da correggere',
      'Non c’è un giorno da correggere[: al passo {step} nessuno si è ancora espresso, o non la persona indicata]. Si corregge il giorno in cui ciò che si approva è stato inoltrato, o quello di un’espressione a un passo; quando il silenzio ha concluso un passo, o un atto ha riaperto il giudizio, il giorno è quello.',
    ],
    [
      'No day to correct',
      'There is no day to correct[: nobody has spoken at the step {step} yet, or not the person named]. What is corrected is the day on which it was sent on its way, or that of a vote at a step; where silence passed a step, or an act had it judged anew, the day is that one.',
    ],
  ),
  'approval/not-yours-to-correct': text(
    403,
    [
      'Il giorno lo corregge chi ha compiuto il fatto',
      'Il giorno di ciò che è stato compiuto[ al passo {step}] lo corregge chi lo ha compiuto, o il Segretario: chi può è {office}.',
    ],
    [
      'The day is corrected by whoever did it',
      'The day of what was done[ at the step {step}] is corrected by whoever did it, or by the Segretario: {office} could.',
    ],
  ),
  'approval/day-after-next': text(
    422,
    [
      'Dopo ciò che ne è seguito',
      'Nulla è accaduto dopo ciò che ne è seguito, né dopo che lo si è registrato[: al più il {max}][, e sarebbe del {value}]. Indicare un giorno precedente, o correggere prima quello di ciò che è seguito.',
    ],
    [
      'After what followed it',
      'Nothing happened after what followed it, nor after it was recorded[: {max} at the latest][, and it would be of {value}]. Give an earlier day, or first correct that of what followed.',
    ],
  ),
  'approval/same-version': text(
    409,
    [
      'Già in quella versione',
      'L’approvazione segue già la versione[ {version}] della catena[ {chain}]: non c’è nulla da spostare.',
    ],
    [
      'Already on that version',
      'The approval already follows version[ {version}] of the chain[ {chain}]: nothing to move.',
    ],
  ),
  'approval/would-approve': text(
    409,
    [
      'Lo spostamento approverebbe da sé',
      'Nella nuova versione[ {version}] non resta alcun passo da compiere, e nessuno avrebbe deciso: compiere prima il passo in attesa.',
    ],
    [
      'The move itself would approve',
      'In the new version[ {version}] no step is left to take, and nobody would have decided: take the step that waits first.',
    ],
  ),
} satisfies Record<Extract<RefusalCode, `approval/${string}`>, ProblemText>;
