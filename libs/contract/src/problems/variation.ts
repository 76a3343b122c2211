import type { RefusalCode } from '#domain';
import { text, type ProblemText } from './problem-text.js';

export const variationProblems = {
  'variation/opinion-missing': text(
    422,
    [
      'Parere di chi valuta mancante',
      'Per stralciare serve il parere dell’organismo di valutazione, e il percorso «variation» dell’ente non ha un suo passo: aggiungerlo al file del workflow.',
    ],
    [
      'Opinion of the evaluation body missing',
      'A removal needs the opinion of the evaluation body, and the body’s chain “variation” has no step of it: add one to the workflow file.',
    ],
  ),
  'variation/unheard': text(
    409,
    [
      'Organismo di valutazione non sentito',
      'La variazione stralcia qualcosa, e chi valuta ({offices}) non ha dato il suo parere, che la versione {version} del percorso «{chain}» non gli chiede: farlo dare dove è chiesto, passando la variazione a una versione che ha il suo passo, oppure restituirla e ripresentarla con quella in vigore.',
    ],
    [
      'Evaluation body not heard',
      'The variation removes something, and the evaluation body ({offices}) has not given its opinion, which version {version} of the chain “{chain}” does not ask of it: have it given where it is asked, by moving the variation to a version that has its step, or return it and have it submitted again by the one in force.',
    ],
  ),
  'variation/nobody-bears-weight': text(
    422,
    [
      'Nessuno può assumere il peso',
      'Nell’area[ {area}] non resta nessuna quota con un peso su cui ridistribuire[ i {weight} punti]: scegliere di neutralizzare il peso.',
    ],
    [
      'Nobody can bear the weight',
      'In the area[ {area}] no share with a weight is left to bear[ the {weight} points]: choose to neutralise the weight.',
    ],
  ),
  'variation/already-requested': text(
    409,
    [
      'Variazione già richiesta',
      'La variazione[ {variation}] è già stata richiesta: aprirla invece di chiederla di nuovo.',
    ],
    [
      'Variation already requested',
      'Variation[ {variation}] has already been asked for: open it instead of asking again.',
    ],
  ),
  'variation/not-requested': text(
    404,
    ['Variazione sconosciuta', 'Non c’è nessuna variazione[ {variation}]: controllare il numero, o chiederla.'],
    ['Unknown variation', 'There is no variation[ {variation}]: check the number, or ask for it.'],
  ),
  'variation/not-returned': text(
    409,
    [
      'Variazione non restituita',
      'La variazione[ {variation}] non è stata restituita per integrazioni: si ripresenta solo dopo una restituzione.',
    ],
    ['Variation not returned', 'Variation[ {variation}] was not sent back: it is submitted again only after a return.'],
  ),
  'variation/decided': text(
    409,
    [
      'Variazione già conclusa',
      'La variazione[ {variation}] è già conclusa, decisa o ritirata, e non si ritira più: per cambiare ancora serve un’altra variazione.',
    ],
    [
      'Variation already over',
      'Variation[ {variation}] is over, decided or withdrawn, and cannot be withdrawn any more: to change anything else ask for another.',
    ],
  ),
  'variation/not-yours': text(
    403,
    [
      'Variazione di un altro ufficio',
      'La variazione la ripresenta o la ritira solo chi l’ha chiesta, o chi ha ora le sue quote se chi l’ha chiesta non ne ha più[: {office}].',
    ],
    [
      'Variation of another office',
      'Only whoever asked for the variation submits it again or withdraws it, or whoever has its shares now if who asked has none any more[: {office}].',
    ],
  ),
  'variation/not-concerned': text(
    403,
    [
      'Ufficio non interessato',
      'L’ufficio[ {office}] non risponde di nessuna delle quote che cambierebbero[ con la modifica {change}]: può chiederla chi ne risponde[ ({offices})][, con una richiesta sua: la modifica {change} va tolta da questa].',
    ],
    [
      'Office not concerned',
      'The office[ {office}] answers for none of the shares that would change[ by change {change}]: whoever does may ask for it[ ({offices})][, by a request of their own: take change {change} out of this one].',
    ],
  ),
  'variation/nothing-changed': text(
    422,
    [
      'Niente da variare',
      'Il piano resta com’è[ con la modifica {change}][: la scadenza «{deadlineText}» è già di quel giorno][: l’indicatore «{indicatorText}» dice già lo stesso]. Indicare che cosa deve cambiare[, o togliere la modifica {change}].',
    ],
    [
      'Nothing to vary',
      'The plan stays as it is[ by change {change}][: the deadline “{deadlineText}” is of that day already][: the indicator “{indicatorText}” says the same already]. Say what shall change[, or take out change {change}].',
    ],
  ),
  'variation/missed-again': text(
    409,
    [
      'Scadenza mancata che ricomincia',
      'L’obiettivo[ {objective}] ha scadenze mancate[ ({count}, l’ultima del {dueOn})], e ciò che la stessa area ha in suo luogo[, con il numero {added},] dice lo stesso: ciò che è stato mancato non ricomincia con un altro numero. Lasciarlo dov’è e dire perché il termine è passato, oppure chiedere un obiettivo diverso.',
    ],
    [
      'A missed deadline that begins again',
      'Objective[ {objective}] has missed deadlines[ ({count}, the last of {dueOn})], and what the same area has in its place[, by the number {added},] says the same: what was missed does not begin again by another number. Leave it where it is and say why the deadline passed, or ask for something else.',
    ],
  ),
  'variation/changed-twice': text(
    422,
    [
      'Stessa cosa variata due volte',
      'La richiesta cambia due volte la stessa cosa dell’obiettivo[ {objective}][: la scadenza «{deadlineText}»][: l’indicatore «{indicatorText}»]. Lasciare una sola delle modifiche.',
    ],
    [
      'Same thing varied twice',
      'The request changes the same thing of objective[ {objective}] twice[: the deadline “{deadlineText}”][: the indicator “{indicatorText}”]. Keep one of the changes.',
    ],
  ),
  'variation/weight-exhausted': text(
    422,
    [
      'Peso esaurito',
      'La quota[ {share}][ pesa {weight}] e non può cedere tutto il suo peso: spostarne di meno, o stralciare l’obiettivo.',
    ],
    [
      'Weight exhausted',
      'Share[ {share}][ weighs {weight}] and cannot give up all of its weight: move less, or remove the objective.',
    ],
  ),
  'variation/share-without-weight': text(
    422,
    ['Quota senza peso', 'La quota[ {share}] non ha peso ma risorse proprie: non può cedere né ricevere punti.'],
    [
      'Share without weight',
      'Share[ {share}] has no weight but money of its own: it can neither give nor take points.',
    ],
  ),
  'variation/no-points-given': text(
    422,
    [
      'Quota senza punti',
      'La quota[ {share}] entra nel piano senza peso e nessun altro cambiamento della richiesta le dà punti: aggiungerne uno che sposti peso da un’altra quota a questa.',
    ],
    [
      'Share without points',
      'Share[ {share}] comes into the plan without weight and no other change of the request gives it points: add one that moves weight to it from another share.',
    ],
  ),
  'variation/share-incomplete': text(
    422,
    [
      'Quota senza ciò che la misura',
      'Con questa variazione alla quota[ {share}] manca[: {missing}]. Una quota nuova ha bisogno di un indicatore, di una scadenza e di un peso o di un finanziamento proprio; un obiettivo nuovo anche di un valore atteso («almeno 80%», «n. 10»); e il valore atteso che c’è non si toglie senza metterne un altro.',
    ],
    [
      'Share without what measures it',
      'By this variation share[ {share}] lacks[: {missing}]. A new share needs an indicator, a deadline, and a weight or money of its own; a new objective a target, too (at least 80%, 10 of them); and a target that is there is not taken away without another in its place.',
    ],
  ),
  'variation/objective-removed': text(
    409,
    [
      'Obiettivo stralciato',
      'L’obiettivo[ {objective}] è stato stralciato dal piano e non si varia più; resta nella relazione.',
    ],
    [
      'Objective removed',
      'Objective[ {objective}] was removed from the plan and is not varied any more; it stays in the report.',
    ],
  ),
  'variation/share-removed': text(
    409,
    [
      'Quota stralciata',
      'La quota[ {share}] è stata stralciata dal piano: ciò che riguarda lei sola non si varia più; resta nella relazione.',
    ],
    [
      'Share removed',
      'Share[ {share}] was removed from the plan: what concerns it alone is not varied any more; it stays in the report.',
    ],
  ),
  'variation/superseded': text(
    409,
    [
      'Variata da un atto successivo',
      'Ciò che si varierebbe[: {deadlineText}][: {indicatorText}][, obiettivo {objective},] è già stato variato con un atto del {lastVariedOn}: quello[ del {actedOn}], anteriore, non può più cambiarlo. Controllare le date dei due atti; se sono giuste, ritirare o respingere questa variazione e, se serve, chiederne una senza ciò che è superato.',
    ],
    [
      'Varied by a later act',
      'What it would vary[: {deadlineText}][: {indicatorText}][, objective {objective},] was varied by an act of {lastVariedOn} already: the earlier one[ of {actedOn}] can change it no more. Check the dates of both acts; if they are right, withdraw or reject this variation and, where needed, ask for one without what is superseded.',
    ],
  ),
  'variation/number-taken': text(
    409,
    ['Numero già nel piano', 'Il piano ha già un obiettivo[ {number}]: scegliere un altro numero.'],
    ['Number in the plan already', 'The plan has an objective[ {number}] already: choose another number.'],
  ),
  'variation/number-proposed': text(
    409,
    [
      'Numero di una proposta',
      'Il numero[ {objective}] è di una proposta[, «{title}»][ di {office}]: un altro obiettivo non può prenderlo, né la sua storia. {ready|Entra nel piano com’è stata validata: chiedere la variazione con la proposta stessa (`add-proposal`).|Entra nel piano com’è stata proposta, quando è validata.} Per un altro obiettivo usare un altro numero, o far ritirare la proposta da chi l’ha fatta.',
    ],
    [
      'Number of a proposal',
      'The number[ {objective}] is that of a proposal[, «{title}»][ of {office}]: another objective cannot take it, nor its history. {ready|It comes into the plan as it was validated: ask for the variation with the proposal itself (`add-proposal`).|It comes into the plan as it was proposed, once it is validated.} For another objective use another number, or have the proposal withdrawn by whoever made it.',
    ],
  ),
  'variation/unknown-objective': text(
    422,
    ['Obiettivo non nel piano', 'L’obiettivo[ {objective}] non è nel piano: controllare il numero.'],
    ['Objective not in the plan', 'Objective[ {objective}] is not in the plan: check its number.'],
  ),
  'variation/settled': text(
    409,
    [
      'Già rendicontato',
      'Ciò che dovrebbe cambiare[ (quota {share})][ (obiettivo {objective})] è già rendicontato, valutato o chiuso: non si varia a cose fatte.',
    ],
    [
      'Already reported',
      'What shall change[ (share {share})][ (objective {objective})] is already reported, scored or closed: what is done is not varied.',
    ],
  ),
  'variation/deadline-missed': text(
    409,
    [
      'Scadenza già mancata',
      'La scadenza[ del {instance}][ («{deadlineText}»)] {answeredLate|è stata adempiuta in ritardo: resta mancata, con la sua giustificazione.|è già passata senza risposta: adempiere in ritardo, con la giustificazione.} Una variazione la sposta solo se l’atto che la decide è di un giorno in cui non era ancora passata: registrare allora richiesta, pareri e atto ciascuno con il suo giorno.',
    ],
    [
      'Deadline already missed',
      'The deadline[ of {instance}][ (“{deadlineText}”)] {answeredLate|was answered late: it stays missed, with its justification.|has passed without an answer: answer it late, with the justification.} A variation moves it only if the act that decides it is of a day on which it had not passed yet: then record request, opinions and act, each with its own day.',
    ],
  ),
  'variation/deadline-answered': text(
    409,
    [
      'Scadenza già adempiuta',
      'La scadenza[ del {instance}][ («{deadlineText}»)] è già adempiuta: non c’è nulla da spostare.',
    ],
    [
      'Deadline already met',
      'The deadline[ of {instance}][ (“{deadlineText}”)] has been answered: there is nothing to move.',
    ],
  ),
  'variation/day-passed': text(
    422,
    [
      'Giorno già passato',
      'La nuova scadenza[ sarebbe il {value}][, ma oggi è il {today}][, ma la si chiede o decide il {actedOn}]: scegliere un giorno che allora deve ancora venire[. Se fu chiesta o decisa prima del {today}, indicare quel giorno].',
    ],
    [
      'Day already passed',
      'The new deadline[ would be {value}][, but today is {today}][, but it is asked for or decided on {actedOn}]: choose a day that is still to come then[. If it was asked for or decided before {today}, say on which day].',
    ],
  ),
  'variation/after-cut-off': text(
    409,
    [
      'Oltre il termine per le variazioni',
      'Il piano si varia entro il termine che l’ente si è dato[, il {to}], o che la legge dà (TUEL art. 175 c. 9)[; il giorno di questa richiesta o decisione è il {decidedOn}]: dopo, nulla si sposta più.',
    ],
    [
      'After the cut-off for variations',
      'The plan may be varied until the day that the body, or the law (TUEL art. 175 c. 9), has set[, {to}][; the day of this request or decision is {decidedOn}]: after that nothing moves any more.',
    ],
  ),
  'variation/share-under-variation': text(
    409,
    [
      'Quota già in variazione',
      'Per la quota[ {share}] è già aperta la variazione[ {variation}]: attendere che sia decisa, o ritirarla.',
    ],
    [
      'Share under variation',
      'Variation[ {variation}] of share[ {share}] is still open: wait until it is decided, or withdraw it.',
    ],
  ),
  'variation/already-applied': text(
    409,
    ['Variazione già applicata', 'Il piano ha già questa variazione[ ({variation})]: non serve altro.'],
    ['Variation already applied', 'The plan has this variation[ ({variation})] already: nothing else is needed.'],
  ),
} satisfies Record<Extract<RefusalCode, `variation/${string}`>, ProblemText>;
