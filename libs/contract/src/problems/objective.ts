import type { RefusalCode } from '#domain';
import { lifecycleProblems } from './lifecycle.js';
import { text, type ProblemText } from './problem-text.js';
import { suspensionProblems } from './suspension.js';

export const objectiveProblems = {
  'objective/already-defined': text(
    409,
    ['Obiettivo già definito', 'L’obiettivo[ {objective}] è già nel registro.'],
    ['Objective already defined', 'Objective[ {objective}] is already in the log.'],
  ),
  'objective/not-defined': text(
    404,
    [
      'Obiettivo sconosciuto',
      'Non c’è nessun obiettivo[ {objective}]: controllare il numero nell’elenco degli obiettivi.',
    ],
    ['Unknown objective', 'There is no objective[ {objective}]: check its number in the list of objectives.'],
  ),
  'objective/closed': text(
    409,
    ['Obiettivo chiuso', 'L’obiettivo[ {objective}] è chiuso e non accetta altri atti.'],
    ['Objective closed', 'Objective[ {objective}] is closed and takes no further acts.'],
  ),
  'objective/no-shares': text(
    422,
    ['Obiettivo senza quote', 'Per l’obiettivo[ {objective}] non risponde nessuna area: indicarne almeno una.'],
    ['Objective without shares', 'No area answers for objective[ {objective}]: name at least one.'],
  ),
  'objective/unknown-share': text(
    404,
    ['Quota sconosciuta', 'Non c’è nessuna quota[ {share}]: controllare le quote nella scheda dell’obiettivo.'],
    ['Unknown share', 'There is no share[ {share}]: check the shares on the page of the objective.'],
  ),
  'objective/unknown-indicator': text(
    422,
    [
      'Indicatore sconosciuto',
      'L’indicatore[ «{indicatorText}»] non è di questa quota: scegliere fra gli indicatori della quota.',
    ],
    [
      'Unknown indicator',
      'The indicator[ “{indicatorText}”] does not belong to this share: choose one of the share’s indicators.',
    ],
  ),
  'objective/unknown-deadline': text(
    422,
    [
      'Scadenza sconosciuta',
      'La scadenza[ del {instance}][ («{deadlineText}»)] non è di questa quota: scegliere fra le scadenze della quota.',
    ],
    [
      'Unknown deadline',
      'The deadline[ of {instance}][ (“{deadlineText}”)] does not belong to this share: choose one of the share’s deadlines.',
    ],
  ),
  'objective/already-assigned': text(
    409,
    [
      'Quota già assegnata',
      'La quota[ {share}] è già assegnata[ all’ufficio {office}][, dal {from}]. Se l’aveva già da prima, correggere il primo giorno: assegnarla allo stesso ufficio da un giorno precedente, con il motivo.',
    ],
    [
      'Share already assigned',
      'Share[ {share}] is already assigned[ to the office {office}][, since {from}]. If it has had it since before, put the first day right: assign it to the same office from an earlier day, with the reason.',
    ],
  ),
  'objective/before-holder': text(
    422,
    [
      'Prima di chi ha la quota',
      'Una quota passa di mano dopo il primo giorno di chi l’ha.[ L’ufficio {office} l’ha dal {min}: non può passare ad altri già dal {value}. Se quel giorno è sbagliato, correggerlo (stessa assegnazione a {office}, da un giorno precedente, con il motivo), poi registrare questo passaggio.][ Prima la quota era dell’ufficio {former}, dal {min}: chi l’ha dopo non può averla già dal {value}. Se quel giorno è sbagliato, ridarla a {former} dal giorno {since}, correggerne il primo giorno, e riassegnarla.]',
    ],
    [
      'Before the holder of the share',
      'A share changes hands after the first day of whoever has it.[ The office {office} has it since {min}: it cannot go to another as early as {value}. If that day is wrong, put it right (the same assignment to {office}, from an earlier day, with the reason), then record this hand-over.][ The office {former} had the share before, since {min}: who has it afterwards cannot have it as early as {value}. If that day is wrong, give it back to {former} from {since}, put its first day right, and assign it again.]',
    ],
  ),
  'objective/days-without-reason': text(
    422,
    [
      'Giorni tolti senza un motivo',
      'Dal {value} la quota[ {share}] toglierebbe a {former}, che l’ha avuta, i giorni già passati[ ({days})] e li darebbe a {later}, con il premio di quei giorni. Dire perché (`reason`), oppure citare l’atto che lo ha deciso, di quel giorno o di prima.',
    ],
    [
      'Days taken without a reason',
      'From {value} share[ {share}] would take from {former}, which had it, the days that are over[ ({days})] and give them to {later}, with what is paid for them. Say why (`reason`), or cite the act that decided it, of that day or before.',
    ],
  ),
  'objective/worked-since': text(
    422,
    [
      'Chi ha la quota vi ha lavorato dopo',
      'Come ufficio che ha la quota[ {share}], {former} ha agito fino al {since}: senza un atto che lo dica, quei giorni non passano a {later} già dal {value}. Citare l’atto, o dare la quota dal {min}.',
    ],
    [
      'Whoever has the share has worked on it since',
      'As the office that has share[ {share}], {former} has acted until {since}: without an act that says so those days do not go to {later} as early as {value}. Cite the act, or give the share from {min}.',
    ],
  ),
  'objective/office-evaluates': text(
    422,
    [
      'Ufficio che valuta',
      'L’ufficio {office} valuta e certifica: non può rispondere anche della quota[ {share}], che nessuno potrebbe poi certificare. Affidarla all’ufficio che ne fa il lavoro.',
    ],
    [
      'Office that evaluates',
      'The office {office} evaluates and certifies: it cannot answer for share[ {share}] as well, for nobody could then certify it. Give it to the office that does the work.',
    ],
  ),
  'objective/office-decides': text(
    422,
    [
      'Organo politico',
      'L’ufficio {office} è l’organo politico, che decide sugli obiettivi: non può rispondere della quota[ {share}], su cui nessun altro potrebbe decidere. Affidarla all’ufficio che ne fa il lavoro, anche dove lo regge un componente dell’organo.',
    ],
    [
      'Political body',
      'The office {office} is the political body, which decides on objectives: it cannot answer for share[ {share}], on which nobody else could decide. Give it to the office that does the work, also where one of the body is its head.',
    ],
  ),
  'objective/not-assigned': text(
    409,
    [
      'Quota non assegnata',
      'La quota[ {share}] non è ancora assegnata a un ufficio: prima va assegnata, da chi il flusso dell’ente indica per questo.',
    ],
    [
      'Share not assigned',
      'Share[ {share}] is not yet assigned to an office: it is assigned first, by whom the body’s workflow names for it.',
    ],
  ),
  'objective/not-your-share': text(
    403,
    [
      'Quota di un altro ufficio',
      'Della quota[ {share}] risponde un altro ufficio[ ({office})]: solo quello può agire.',
    ],
    ['Share of another office', 'Another office[ ({office})] answers for share[ {share}]: only that one may act.'],
  ),
  'objective/last-judge': text(
    409,
    [
      'Nessun altro potrebbe giudicare la quota',
      'Chi scrive per la quota[ {share}] ne diventa autore e non la giudica più, per sempre (art. 6-bis L. 241/1990). Il passo[ «{step}»] oggi lo può compiere chi scrive[ ({office})] e nessun altro: il rendiconto non avrebbe chi lo giudica. Far scrivere a un’altra persona, titolare dell’ufficio della quota o delegata; oppure nominare prima chi giudichi: un altro titolare di un ufficio di quel passo, o un `substitute` nel file del flusso. Chi lo sa e deve scrivere lo conferma (`knowingly`).',
    ],
    [
      'Nobody else could judge the share',
      'Whoever writes for share[ {share}] becomes an author of it and judges it no more, for good (art. 6-bis L. 241/1990). The step[ “{step}”] can be taken today by who writes[ ({office})] and nobody else: nobody would be left to judge the report. Have another person write, who holds the share’s office or is a delegate; or first name who judges: another holder of an office of that step, or a `substitute` in the workflow file. Whoever knows it and has to write confirms it (`knowingly`).',
    ],
  ),
  'objective/nobody-left': text(
    409,
    [
      'Nessuno potrebbe giudicare la quota',
      'Se della quota[ {share}] risponde questo ufficio[ ({office})], il passo[ «{step}»] su di essa non può compierlo più nessuno[: chi lo farebbe ({offices}) ne risponde, l’ha avuta o ne è pagato]. Chi è dell’organismo di valutazione e anche di questo ufficio non potrebbe più certificare nulla del piano, nemmeno dopo averla data ad altri. Darla a un altro ufficio; oppure prima[ dare l’ufficio {who} anche a chi non ne è parte, o] nominare per quel passo, nel file del flusso, un sostituto che non ne sia parte, e pubblicarlo. Chi lo sa e deve assegnarla lo conferma (`knowingly`).',
    ],
    [
      'Nobody could judge the share',
      'If this office[ ({office})] answers for share[ {share}], nobody can take the step[ “{step}”] on it any more[: who would ({offices}) answers for it, had it or is paid for it]. Whoever is of the evaluation body and of this office too could certify nothing of the plan any more, not even once others have it. Give it to another office; or first[ give the office {who} to somebody who is no party too, or] name a substitute who is no party for that step in the workflow file, and publish it. Whoever knows it and has to assign it confirms it (`knowingly`).',
    ],
  ),
  'objective/already-acknowledged': text(
    409,
    ['Presa visione già registrata', 'La presa visione della quota[ {share}] è già registrata: non serve altro.'],
    ['Already acknowledged', 'Share[ {share}] was already acknowledged: nothing else is needed.'],
  ),
  'objective/not-acknowledged': text(
    409,
    ['Manca la presa visione', 'Della quota[ {share}] non è stata presa visione: registrarla prima di riferire.'],
    ['Not acknowledged', 'Share[ {share}] was not acknowledged: acknowledge it before reporting.'],
  ),
  'objective/progress-already-reported': text(
    409,
    ['Avanzamento già registrato', 'Questo avanzamento è già registrato: per correggerlo, rettificarlo.'],
    ['Progress already reported', 'This progress is already recorded: to correct it, rectify it.'],
  ),
  'objective/unknown-progress': text(
    404,
    ['Avanzamento sconosciuto', 'Questo avanzamento non c’è in questa quota: controllare la storia dell’obiettivo.'],
    ['Unknown progress', 'There is no such progress in this share: check the history of the objective.'],
  ),
  'objective/not-your-progress': text(
    403,
    [
      'Avanzamento di un altro ufficio',
      'Questo avanzamento è stato registrato da un altro ufficio: solo quello può rettificarlo.',
    ],
    ['Progress of another office', 'This progress was recorded by another office: only that one may rectify it.'],
  ),
  'objective/occurred-in-future': text(
    422,
    [
      'Data nel futuro',
      'La data del fatto[ ({value})] è dopo oggi[ ({today})]: registrare il fatto quando è avvenuto.',
    ],
    [
      'Date in the future',
      'The date of the fact[ ({value})] is after today[ ({today})]: record the fact once it has happened.',
    ],
  ),
  'objective/occurred-before-year': text(
    422,
    [
      'Data prima del piano',
      'La data del fatto[ ({value})] precede il periodo del piano[ (dal {from})]: correggere la data, o registrare il fatto nel piano del suo anno.',
    ],
    [
      'Date before the plan',
      'The date of the fact[ ({value})] is before the time of the plan[ (from {from})]: correct the date, or record the fact in the plan of its year.',
    ],
  ),
  'objective/term-unknown': text(
    422,
    [
      'Termine che non si conta',
      'La scadenza[ («{deadlineText}»)] non si conta in giorni o periodi da un fatto, o i suoi giorni sono lavorativi: per darle un giorno chiedere una variazione che la sposti.',
    ],
    [
      'Term that is not counted',
      'The deadline[ (“{deadlineText}”)] is not counted in days or periods from a fact, or its days are working days: to give it a day, ask for a variation that moves it.',
    ],
  ),
  'objective/term-already-begun': text(
    409,
    [
      'Termine già iniziato',
      'Da un altro fatto la scadenza[ («{deadlineText}»)] decorre già fino al[ {instance}]: registrare l’avanzamento senza farla decorrere di nuovo.',
    ],
    [
      'Term begun already',
      'By another fact the deadline[ (“{deadlineText}”)] is counted until[ {instance}] already: report the progress without letting it begin again.',
    ],
  ),
  'objective/deadline-passed': text(
    409,
    [
      'Scadenza passata',
      'La scadenza[ del {instance}][ («{deadlineText}»)] è passata: registrare l’adempimento tardivo con la sua giustificazione.',
    ],
    [
      'Deadline passed',
      'The deadline[ of {instance}][ (“{deadlineText}”)] has passed: record a late fulfilment with its justification.',
    ],
  ),
  'objective/deadline-not-passed': text(
    409,
    [
      'Scadenza non ancora passata',
      'La scadenza[ del {instance}][ («{deadlineText}»)] non è ancora passata: registrare un avanzamento ordinario.',
    ],
    [
      'Deadline not yet passed',
      'The deadline[ of {instance}][ (“{deadlineText}”)] has not passed yet: report ordinary progress.',
    ],
  ),
  'objective/deadline-already-answered': text(
    409,
    [
      'Scadenza già adempiuta',
      'Alla scadenza[ del {instance}][ («{deadlineText}»)] è già stato risposto: per correggere, rettificare l’avanzamento.',
    ],
    [
      'Deadline already answered',
      'The deadline[ of {instance}][ (“{deadlineText}”)] was already answered: to correct it, rectify the progress.',
    ],
  ),
  'objective/nil-return-not-allowed': text(
    422,
    ['Serve un valore', 'Qui non vale una comunicazione negativa: indicare un valore da 0 a 100.'],
    ['A value is needed', 'A nil return is not accepted here: give a value from 0 to 100.'],
  ),
  'objective/rendicontazione-open': text(
    409,
    [
      'Rendicontazione in corso',
      'La rendicontazione della quota[ {share}] è in approvazione: attendere l’esito o una richiesta di integrazioni.',
    ],
    [
      'Rendicontazione open',
      'The rendicontazione of share[ {share}] is being approved: wait for the outcome or a request for integration.',
    ],
  ),
  'objective/rendicontazione-not-open': text(
    409,
    ['Nessuna rendicontazione in corso', 'Per la quota[ {share}] non c’è una rendicontazione in approvazione.'],
    ['No rendicontazione open', 'Share[ {share}] has no rendicontazione that awaits approval.'],
  ),
  'objective/rendicontazione-already-approved': text(
    409,
    [
      'Rendicontazione già approvata',
      'La rendicontazione della quota[ {share}] è già approvata da tutti: per cambiare qualcosa, riaprire la quota con atto.',
    ],
    [
      'Rendicontazione already approved',
      'The rendicontazione of share[ {share}] was already approved by all: to change anything, reopen the share by act.',
    ],
  ),
  'objective/rendicontazione-not-approved': text(
    409,
    [
      'Rendicontazione non approvata',
      'La rendicontazione della quota[ {share}] non è ancora approvata da tutti: completare prima la catena di approvazione.',
    ],
    [
      'Rendicontazione not approved',
      'The rendicontazione of share[ {share}] is not yet approved by all: complete the approval chain first.',
    ],
  ),
  'objective/indicator-not-measured': text(
    422,
    [
      'Indicatore senza misura',
      'Manca la misura[ dell’indicatore «{indicatorText}»]: indicare un valore oppure perché non è stato misurato.',
    ],
    [
      'Indicator not measured',
      'The measurement[ of the indicator “{indicatorText}”] is missing: give a value, or say why it was not measured.',
    ],
  ),
  'objective/measured-or-not': text(
    422,
    [
      'Misura contraddittoria',
      'L’indicatore[ «{indicatorText}»] ha un valore e anche il motivo per cui non è stato misurato: tenere l’uno o l’altro.',
    ],
    [
      'Measurement contradicts itself',
      'The indicator[ “{indicatorText}”] has a value and also the reason why it was not measured: keep one or the other.',
    ],
  ),
  'objective/already-scored': text(
    409,
    ['Grado già attribuito', 'Alla quota[ {share}] è già stato attribuito un grado.'],
    ['Already scored', 'Share[ {share}] was already scored.'],
  ),
  'objective/justification-open': text(
    409,
    [
      'Giustificazione da decidere',
      'Sul perché della scadenza mancata[ del {instance}][ («{deadlineText}»)] deve ancora pronunciarsi[ il passo {step}][ ({offices})]: prima va decisa la giustificazione, o restituita, poi si dà il grado.{stuck| Così come stanno le cose nessuno può: dare quell’ufficio anche a un’altra persona, o pubblicare un flusso che nomini un sostituto e spostarvi la giustificazione.|}',
    ],
    [
      'Justification to be decided',
      'Why the deadline[ of {instance}][ (“{deadlineText}”)] was missed is still to be decided[ at the step {step}][ ({offices})]: decide on the justification, or send it back, before the degree is given.{stuck| As things stand nobody may: give that office to another person too, or publish a workflow that names a substitute and move the justification there.|}',
    ],
  ),
  'objective/degree-certified': text(
    409,
    [
      'Grado già certificato',
      'Il grado[ {degree}%] è certificato[ dal passo {step}, che decide in più persone]: una sola non ne attribuisce un altro. Attribuire quello, o riaprire la quota con atto e rettificarlo nel passo.',
    ],
    [
      'Degree certified',
      'The degree[ {degree}%] is certified[ at the step {step}, where several agree]: one alone gives no other. Give that one, or reopen the share by act and correct it at the step.',
    ],
  ),
  'objective/not-scored': text(
    409,
    ['Grado non attribuito', 'Alla quota[ {share}] non è ancora stato attribuito un grado: lo attribuisce chi valuta.'],
    ['Not scored', 'Share[ {share}] is not yet scored: whoever evaluates scores it.'],
  ),
  'objective/appeal-open': text(
    409,
    [
      'Contraddittorio ancora aperto',
      'Sul grado della quota[ {share}] chi è valutato può ancora essere sentito[ fino al {until}]: l’esito si rende definitivo[ dal {from}, e non con il giorno {value}].',
    ],
    [
      'Whoever is scored may still be heard',
      'On the degree of share[ {share}] whoever is scored may still be heard[ until {until}]: the outcome is made definitive[ from {from} on, and not with the day {value}].',
    ],
  ),
  'objective/already-liquidated': text(
    409,
    ['Premio già liquidato', 'Il premio della quota[ {share}] è già liquidato[ con la ripartizione {run}].'],
    ['Premium already liquidated', 'The premium of share[ {share}] was already liquidated[ by run {run}].'],
  ),
  'objective/not-liquidated': text(
    409,
    [
      'Premio non liquidato',
      'Il premio della quota[ {share}] non è ancora liquidato: liquidare prima la ripartizione.',
    ],
    ['Premium not liquidated', 'The premium of share[ {share}] is not yet liquidated: liquidate the run first.'],
  ),
  ...lifecycleProblems,
  ...suspensionProblems,
} satisfies Record<Extract<RefusalCode, `objective/${string}` | `lifecycle/${string}`>, ProblemText>;
