import { text } from './problem-text.js';

/** What is said of the transitions of an objective and its shares beside assignment, rests, reports and outcome. */
export const lifecycleProblems = {
  'lifecycle/not-allowed': text(
    409,
    [
      'Passaggio non previsto',
      'Nello stato in cui si trova[ ({state})] la definizione dell’ente non prevede questo passaggio[ ({verb})][: adesso si può {possible}].[ È previsto da: {from}.][ Lo può fare: {who}.]',
    ],
    [
      'Transition not foreseen',
      'In its state[ ({state})] the body’s definition does not foresee this transition[ ({verb})][: possible now: {possible}].[ It is foreseen from: {from}.][ It is for: {who}.]',
    ],
  ),
  'lifecycle/not-yours': text(
    403,
    ['Passaggio di altri', 'Questo passaggio[ ({verb})] non spetta all’ufficio[ {office}][: lo può fare {who}].'],
    ['Transition of others', 'This transition[ ({verb})] is not for the office[ {office}][: it is for {who}].'],
  ),
  'lifecycle/own-outcome': text(
    403,
    [
      'Nessuno chiude l’esito che lo riguarda',
      'Chi risponde della quota[ {share}] o ne ha avuto una parte dell’anno, chi vi ha lavorato, chi è valutato sullo stesso riscontro e chi agisce per loro delega non ne rende definitivo né ne riapre l’esito[ ({verb})]: tocca a un altro di quelli che il flusso indica o, se sono tutti in questa condizione, al vicesegretario (l’ufficio che ne ha la funzione, `segretario-substitute`, nel file del flusso; se il file non ne nomina, chi ne ha il ruolo).[ Il motivo qui: {rule}.][ Così era il {day}, il giorno indicato.]',
    ],
    [
      'Nobody closes an outcome of their own',
      'Who answers for share[ {share}] or did for a part of the year, who worked on it, who is scored on the same finding and who acts by a delegation of theirs neither makes its outcome definitive nor reopens it[ ({verb})]: it is for another of those whom the workflow names or, where all of them are in that position, for the Vicesegretario (the office with that function, `segretario-substitute`, in the workflow file; where it names none, who has the role).[ The reason here: {rule}.][ So it was on {day}, the day that was given.]',
    ],
  ),
  'lifecycle/own-share': text(
    403,
    [
      'Nessuno decide della propria quota',
      'Chi risponde della quota[ {share}] e chi agisce per sua delega non la sospende, non la stralcia e non l’affida ad altri, chi è pagato per alcuni suoi giorni non la sospende e non la stralcia, e nessuno prende per il proprio ufficio la quota di un’altra area o di un altro ufficio[ ({verb})]: tocca a un altro di quelli che il flusso indica o, se sono tutti in questa condizione, al vicesegretario (l’ufficio che ne ha la funzione, `segretario-substitute`, nel file del flusso; se il file non ne nomina, chi ne ha il ruolo).{bears| Qui il peso tolto andrebbe anche a una quota di cui risponde chi agisce: lo decide un altro, o la quota si stralcia senza ridistribuirne il peso.|}[ Il motivo qui: {rule}.][ Così era il {day}, il giorno indicato.]',
    ],
    [
      'Nobody decides on a share of their own',
      'Who answers for share[ {share}] and who acts by a delegation of theirs neither suspends nor removes it nor gives it to others, who is paid for some of its days neither suspends nor removes it, and nobody takes the share of another area or office for their own[ ({verb})]: it is for another of those whom the workflow names or, where all of them are in that position, for the Vicesegretario (the office with that function, `segretario-substitute`, in the workflow file; where it names none, who has the role).{bears| Here the weight that is freed would also go to a share for which whoever acts answers: somebody else decides that, or the share is removed without its weight going to others.|}[ The reason here: {rule}.][ So it was on {day}, the day that was given.]',
    ],
  ),
  'lifecycle/act-missing': text(
    422,
    ['Manca l’atto', 'Questo passaggio[ ({verb})] si compie con un atto[ ({kinds})]: indicarne tipo, numero e data.'],
    ['Act missing', 'This transition[ ({verb})] is made by an act[ ({kinds})]: give its kind, number and date.'],
  ),
  'lifecycle/act-of-another-kind': text(
    422,
    [
      'Atto di un altro tipo',
      'Per questo passaggio[ ({verb})] l’atto indicato[ ({kind})] non basta[: ne serve uno fra {kinds}].',
    ],
    [
      'Act of another kind',
      'For this transition[ ({verb})] the act that was given[ ({kind})] will not do[: one of {kinds} is needed].',
    ],
  ),
  'objective/proposal-incomplete': text(
    422,
    [
      'Proposta incompleta',
      'Ogni quota[ (qui {share})] ha bisogno di un indicatore con valore atteso, di una scadenza, e di un peso o di un finanziamento proprio[: manca {missing}].',
    ],
    [
      'Proposal incomplete',
      'Every share[ (here {share})] needs an indicator with a target, a deadline, and a weight or money of its own[: {missing} is missing].',
    ],
  ),
  'objective/own-proposal': text(
    403,
    [
      'Proposta propria',
      'Nessuno valida o restituisce la propria proposta, né quella che dà una quota al proprio ufficio[ ({office})]: tocca a chi non l’ha presentata e non ne risponderebbe.',
    ],
    [
      'Own proposal',
      'No one validates or returns their own proposal, nor one that gives their office[ ({office})] a share: it is for someone who did not make it and would not answer for it.',
    ],
  ),
  'proposal/number-elsewhere': text(
    422,
    [
      'Numero di un’altra missione',
      'L’obiettivo[ {objective}] è proposto sotto un altro posto del piano[ ({place})]: una variazione lo aggiungerebbe con il numero di quel posto. Proporlo con un numero che comincia come quello, o correggere missione e obiettivo strategico.',
    ],
    [
      'Number of another mission',
      'Objective[ {objective}] is proposed under another place of the plan[ ({place})]: a variation would add it with a number of that place. Propose it with a number that begins as it does, or correct mission and strategic objective.',
    ],
  ),
  'proposal/under-variation': text(
    409,
    [
      'Proposta portata nel piano da una variazione',
      'La variazione[ {variation}] che porta nel piano la proposta[ {objective}] non è ancora decisa: prima la ritira l’ufficio che l’ha chiesta[ ({office})], poi si ritira la proposta.',
    ],
    [
      'Proposal that a variation brings into the plan',
      'The variation[ {variation}] that brings the proposal[ {objective}] into the plan is not decided yet: first the office that asked for it[ ({office})] withdraws it, then the proposal is withdrawn.',
    ],
  ),
  'objective/points-missing': text(
    422,
    ['Mancano i punti', 'Per restituire una proposta serve almeno un punto: scrivere che cosa va cambiato.'],
    ['Points missing', 'To return a proposal at least one point is needed: write what has to change.'],
  ),
  'objective/lint-not-waived': text(
    422,
    [
      'Rilievi non superati',
      'La proposta ha dei rilievi[: {findings}]. Restituirla, oppure scrivere perché si accettano.',
    ],
    ['Findings not waived', 'The proposal has findings[: {findings}]. Return it, or write why they are accepted.'],
  ),
  'objective/removed': text(
    409,
    [
      'Quota stralciata',
      'La quota[ {share}] è stralciata: resta negli elenchi e nella relazione, e non accetta altri atti.',
    ],
    ['Share removed', 'Share[ {share}] was removed: it stays in the lists and the report, and takes no further acts.'],
  ),
  'objective/cause-under-control': text(
    422,
    [
      'Causa non ammessa',
      'Si stralcia solo per una causa che l’ente non può governare[: {causes}]; in ogni altro caso si rendiconta quanto è stato fatto.',
    ],
    [
      'Cause not accepted',
      'A share is removed only for a cause beyond the body’s control[: {causes}]; otherwise what was done is reported.',
    ],
  ),
  'objective/opinion-missing': text(
    422,
    [
      'Manca il parere di chi valuta',
      'Per lo stralcio serve il parere dell’organismo di valutazione: indicarne esito e documento (tipo, numero, data), dove chiunque lo ritrovi.',
    ],
    [
      'Opinion of the evaluation body missing',
      'A removal needs the opinion of the evaluation body: give its outcome and its document (kind, number, date), where anybody finds it.',
    ],
  ),
  'objective/opinion-after-act': text(
    422,
    [
      'Parere dopo l’atto',
      'Il parere[ del {value}] viene dopo l’atto[ del {to}]: chi decide lo stralcio sente prima chi valuta, correggere le date.',
    ],
    [
      'Opinion after the act',
      'The opinion[ of {value}] comes after the act[ of {to}]: whoever decides on the removal hears the evaluation body before, correct the dates.',
    ],
  ),
  'objective/weight-after-cut-off': text(
    409,
    [
      'Oltre il termine, il peso non passa ad altri',
      'Lo stralcio[ della quota {share}] si può decidere anche dopo il termine per le variazioni[, il {to}][ (questo è del {decidedOn})], ma da allora nessun peso si sposta: stralciare con il peso neutralizzato.',
    ],
    [
      'After the cut-off no weight goes to others',
      'A removal[, here of share {share},] may be decided after the cut-off for variations, too[, {to}][ (this one is of {decidedOn})], but from then on no weight moves: remove it with its weight neutralised.',
    ],
  ),
  'objective/reopened-before-decision': text(
    422,
    [
      'Atto precedente alla decisione',
      'L’atto[ del {value}] è precedente alla decisione che riaprirebbe[, del {min}]: correggerne la data.',
    ],
    [
      'Act before the decision',
      'The act[ of {value}] is dated before the decision that it would reopen[, of {min}]: correct its date.',
    ],
  ),
  'objective/reopened-by-same-act': text(
    422,
    [
      'Lo stesso atto',
      'L’atto[ {act}] è quello che ha preso atto della rendicontazione: a riaprirla è un altro, che dica perché.',
    ],
    ['The same act', 'The act[ {act}] is the one that took note of the report: another one reopens it, and says why.'],
  ),
  'objective/before-its-fact': text(
    422,
    [
      'Prima del fatto su cui si fonda',
      'Nulla accade prima di ciò su cui si fonda[: {needs} è del {min}][, e ciò che si registra sarebbe del {value}]. Indicare il giorno in cui è accaduto, da allora in poi.',
    ],
    [
      'Before the fact that it rests on',
      'Nothing happens before what it rests on[: {needs} is of {min}][, and what is recorded would be of {value}]. Give the day on which it happened, from then on.',
    ],
  ),
  'objective/deadline-not-missed': text(
    409,
    [
      'Scadenza non mancata',
      'La scadenza[ del {instance}][ («{deadlineText}»)] non è mancata: si giustifica solo ciò che non è stato fatto in tempo.',
    ],
    [
      'Deadline not missed',
      'The deadline[ of {instance}][ (“{deadlineText}”)] was not missed: only what was not done in time is justified.',
    ],
  ),
  'objective/already-justified': text(
    409,
    [
      'Giustificazione già presentata',
      'Per la scadenza[ del {instance}][ («{deadlineText}»)] c’è già una giustificazione: se ne può presentare un’altra solo se è respinta.',
    ],
    [
      'Already justified',
      'The deadline[ of {instance}][ (“{deadlineText}”)] has a justification already: another may follow only if it is rejected.',
    ],
  ),
  'objective/not-justified': text(
    409,
    [
      'Nessuna giustificazione in attesa',
      'Per la scadenza[ del {instance}][ («{deadlineText}»)] non c’è una giustificazione che attenda una decisione.',
    ],
    [
      'No justification awaits',
      'For the deadline[ of {instance}][ (“{deadlineText}”)] no justification awaits a decision.',
    ],
  ),
  'objective/effect-missing': text(
    422,
    ['Manca l’effetto', 'Chi accoglie per ultimo una giustificazione dice con quale effetto: pieno, ridotto o neutro.'],
    ['Effect missing', 'Whoever accepts a justification last says with what effect: full, reduced or neutral.'],
  ),
  'objective/effect-of-rejection': text(
    422,
    [
      'Effetto senza accoglimento',
      'Una giustificazione che non viene accolta non ha effetto: togliere l’effetto, o accoglierla.',
    ],
    [
      'Effect without acceptance',
      'A justification that is not accepted has no effect: leave the effect out, or accept it.',
    ],
  ),
  'objective/effect-differs': text(
    409,
    [
      'Effetto diverso da quello concordato',
      'Chi ha già votato in questo passo concorda su un altro effetto[: {agreed}, non {effect}]. Concordare su quello (o non indicarne), oppure restituire o respingere, come il passo consente.',
    ],
    [
      'Another effect than was agreed to',
      'Who has voted at this step agrees to another effect[: {agreed}, not {effect}]. Agree to that one (or name none), or send it back or reject it, as the step allows.',
    ],
  ),
  'objective/adjustment-needed': text(
    409,
    [
      'Serve un conguaglio',
      'Il premio della quota[ {share}] era già pagato[ con la ripartizione {run}] quando fu riaperta: registrare un conguaglio.',
    ],
    [
      'Adjustment needed',
      'The premium of share[ {share}] was paid[ by run {run}] before it was reopened: record an adjustment.',
    ],
  ),
  'objective/nothing-to-adjust': text(
    409,
    [
      'Niente da conguagliare',
      'La quota[ {share}] non è stata riaperta dopo un pagamento: non c’è nulla da conguagliare.',
    ],
    ['Nothing to adjust', 'Share[ {share}] was not reopened after a payment: there is nothing to adjust.'],
  ),
  'objective/adjusted-above-degree': text(
    422,
    [
      'Più di quanto spetta',
      'Con il conguaglio la quota[ {share}] avrebbe {value} €. Una ripartizione le ha pagato {paid} € con il grado {from} %[ (con il 100 % sarebbero stati {full} €)][, e la sua riserva ha per lei al più {ceiling} €][, poi un conguaglio li ha portati a {last} €]: con il grado di ora, {to} %, spettano al massimo {max} €. Indicare l’importo complessivo, non la differenza, fino a {max} €.',
    ],
    [
      'More than is due',
      'With the adjustment share[ {share}] would have {value} €. A run paid it {paid} € by the degree {from} %[ (100 % would have made {full} €)][, and its reserve has {ceiling} € for it at most][, then an adjustment made that {last} €]: by the degree of now, {to} %, at most {max} € are due. Give the whole amount, not the difference, of up to {max} €.',
    ],
  ),
} as const;
