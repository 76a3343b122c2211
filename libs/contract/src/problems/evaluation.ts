import type { RefusalCode } from '#domain';
import { text, type ProblemText } from './problem-text.js';

export const evaluationProblems = {
  'evaluation/already-opened': text(
    409,
    [
      'Valutazione già aperta',
      'La valutazione di questa persona per questo piano è già aperta: proseguire con quella.',
    ],
    ['Evaluation already opened', 'The evaluation of this person for this plan is open already: go on with that one.'],
  ),
  'evaluation/not-opened': text(
    404,
    ['Valutazione sconosciuta', 'Non c’è nessuna valutazione con questo identificativo: controllarlo, o aprirla.'],
    ['Unknown evaluation', 'There is no evaluation with this id: check it, or open the evaluation.'],
  ),
  'evaluation/not-now': text(
    409,
    [
      'Non in questo momento',
      'A questo punto della valutazione[ ({status})] il passo non è possibile[: si fa quando è {wanted}].',
    ],
    [
      'Not at this point',
      'At this point of the evaluation[ ({status})] the step is not possible[: it is taken when it is {wanted}].',
    ],
  ),
  'evaluation/definitive': text(
    409,
    ['Valutazione definitiva', 'La valutazione è definitiva e non cambia più: resta il giudice del lavoro.'],
    ['Evaluation definitive', 'The evaluation is definitive and changes no more: what is left is the labour court.'],
  ),
  'evaluation/own': text(
    403,
    [
      'La propria valutazione',
      'Nessuno apre, conduce o chiude la propria valutazione, né valuta o concilia sé stesso, nemmeno per mezzo di chi agisce per sua delega: serve un’altra persona.[ Il motivo qui: {rule}.]',
    ],
    [
      'One’s own evaluation',
      'Nobody opens, conducts or ends their own evaluation, nor evaluates or conciliates themselves, nor does who acts by a delegation of theirs: somebody else has to.[ The reason here: {rule}.]',
    ],
  ),
  'evaluation/no-office': text(
    422,
    [
      'Nessun incarico nell’anno',
      'La persona non ha tenuto nessun ufficio nel tempo del piano: registrarne l’incarico, o controllare chi si valuta.',
    ],
    [
      'No office in the year',
      'The person held no office in the plan’s time: record the tenure, or check who is evaluated.',
    ],
  ),
  'evaluation/no-chain': text(
    409,
    [
      'Valutazioni non previste',
      'Il flusso dell’ente non ha la catena «evaluation» o la sezione «evaluations» con pesi e termini: aggiungerle al file.',
    ],
    [
      'No evaluations foreseen',
      'The body’s workflow has no chain “evaluation” or no section “evaluations” with weights and terms: add them to the file.',
    ],
  ),
  'evaluation/not-foreseen': text(
    403,
    [
      'Ufficio non previsto',
      'Il flusso dell’ente affida questo compito ad altri[: {foreseen}]: agire, o indicare, come uno di questi.[ La versione con cui la valutazione è stata aperta lo affidava a {former}, dove nessuno può più: vale quella in vigore.][ La versione in vigore lo affida a {later}, che subentra quando nessuno degli uffici previsti all’apertura può più: fino ad allora spetta a chi vi resta.][ Oggi nessuno di {vacant} può: registrarvi un incarico, oppure pubblicare un flusso che affidi il compito ad altri.]',
    ],
    [
      'Office not foreseen',
      'The body’s workflow gives this task to others[: {foreseen}]: act as, or name, one of these.[ The version that the evaluation was opened by gave it to {former}, where nobody may any more: the one in force counts.][ The version in force gives it to {later}, who takes over once nobody may of the offices foreseen at the opening: until then it is for whoever is left there.][ Today nobody of {vacant} may: record a tenure there, or publish a workflow that gives the task to others.]',
    ],
  ),
  'evaluation/conducted-by-others': text(
    403,
    [
      'Chi giudica non conduce',
      'Chi valuta o concilia, e chi tiene un ufficio della persona, non conduce la valutazione finché altri possono: dalla consegna corrono i termini di chi è valutato[: la conduce {who}].[ Il motivo qui: {rule}.]',
    ],
    [
      'Who judges does not conduct',
      'Whoever evaluates or conciliates, or holds an office of the person’s, does not conduct the evaluation while others can: the terms of who is evaluated run from its delivery[: {who} conducts it].[ The reason here: {rule}.]',
    ],
  ),
  'evaluation/judge-not-in-office': text(
    422,
    [
      'Non è in quell’ufficio',
      'La persona indicata oggi non tiene l’ufficio[ {office}]: indicare chi lo tiene, o registrarne l’incarico.',
    ],
    [
      'Not in that office',
      'The person named does not hold the office[ {office}] today: name who does, or record the tenure.',
    ],
  ),
  'evaluation/judge-barred': text(
    422,
    [
      'Incompatibile',
      'La persona indicata[ per l’ufficio {office}] non può giudicare questa persona[: {rule}]. Indicarne un’altra.',
    ],
    [
      'Barred from judging',
      'The person named[ as the office {office}] may not judge this person[: {rule}]. Name another one.',
    ],
  ),
  'evaluation/not-evaluator': text(
    403,
    [
      'Non è il valutatore',
      'Questo passo spetta al valutatore nominato[, che è dell’ufficio {office}]. Se non tiene più l’ufficio, chi conduce la valutazione (Segretario o ufficio personale) ne nomina un altro.',
    ],
    [
      'Not the evaluator',
      'This step is for the evaluator who was named[, who is of the office {office}]. Where they hold the office no more, whoever conducts the evaluation (Segretario or personnel office) names another one.',
    ],
  ),
  'evaluation/not-evaluated': text(
    403,
    ['Non è la persona valutata', 'Solo la persona valutata presenta osservazioni o chiede la conciliazione.'],
    ['Not the evaluated person', 'Only the evaluated person makes observations or asks for a conciliation.'],
  ),
  'evaluation/no-results': text(
    409,
    [
      'Nessun risultato da valutare',
      'Nel piano nessuna quota con un peso risponde agli uffici della persona: i risultati non si possono calcolare. Chi la conduce può ritirare la valutazione, con il motivo.',
    ],
    [
      'No results to evaluate',
      'In the plan no share with a weight is of the person’s offices: the results cannot be reckoned. Whoever conducts it can withdraw the evaluation, with the reason.',
    ],
  ),
  'evaluation/not-certified': text(
    409,
    [
      'Risultati non certificati',
      'Il grado[ della quota {share}] non è ancora certificato: la proposta si fa dopo la certificazione dell’organismo di valutazione.',
    ],
    [
      'Results not certified',
      'The degree[ of share {share}] is not certified yet: the proposal is made after the evaluation body has certified it.',
    ],
  ),
  'evaluation/degrees-changed': text(
    409,
    [
      'Gradi cambiati',
      'Il grado[ della quota {share}] non è più quello con cui la valutazione è stata proposta: chi valuta la propone di nuovo, con il motivo, e i termini ricominciano.[ Prima va certificato il grado di {uncertified}.]',
    ],
    [
      'Degrees changed',
      'The degree[ of share {share}] is no longer the one by which the evaluation was proposed: the evaluator proposes it anew, with the reason, and the terms begin anew.[ First the degree of {uncertified} has to be certified.]',
    ],
  ),
  'evaluation/shares-changed': text(
    409,
    [
      'Pesi o quote cambiati',
      'I risultati non sono più quelli con cui la valutazione è stata proposta[: la quota {share} pesa altro, non conta più o conta da allora]: chi valuta la propone di nuovo, con il motivo, e i termini ricominciano.[ Prima va certificato il grado di {uncertified}.]',
    ],
    [
      'Weights or shares changed',
      'The results are no longer those by which the evaluation was proposed[: share {share} weighs something else, counts no more or counts only since]: the evaluator proposes it anew, with the reason, and the terms begin anew.[ First the degree of {uncertified} has to be certified.]',
    ],
  ),
  'evaluation/not-received': text(
    409,
    [
      'Ricevuta mancante',
      'Il termine decorre solo dal ricevimento, e non è registrato: registrarne il giorno con la ricevuta.',
    ],
    ['Receipt missing', 'The term runs only from the receipt, and none is recorded: record its day with the proof.'],
  ),
  'evaluation/already-received': text(
    409,
    [
      'Ricevuta già registrata',
      'Il ricevimento del giudizio finale è già registrato[, e la conciliazione si chiede fino al {until}]: non occorre altro.',
    ],
    [
      'Receipt recorded already',
      'The receipt of the final judgement is recorded already[, and a conciliation can be asked for until {until}]: nothing more is needed.',
    ],
  ),
  'evaluation/term-over': text(
    409,
    [
      'Termine scaduto',
      'Il termine è scaduto[ il {until}][ (oggi è il {today})][, prima del {value}]: il passo non è più possibile.',
    ],
    [
      'Term over',
      'The term ended[ on {until}][ (today is {today})][, before {value}]: the step is not possible any more.',
    ],
  ),
  'evaluation/term-running': text(
    409,
    [
      'Termine in corso',
      'Il termine corre ancora[ fino al {until}][ (oggi è il {today})]: attendere che sia trascorso.',
    ],
    ['Term still running', 'The term is still running[ until {until}][ (today is {today})]: wait until it is over.'],
  ),
  'evaluation/hearing-not-offered': text(
    409,
    [
      'Audizione non offerta',
      'Prima di un giudizio sotto la soglia[ di {threshold}] si offre un’audizione alla persona: fissarne il giorno.',
    ],
    [
      'No hearing offered',
      'Before a judgement below the threshold[ of {threshold}] the person is offered a hearing: set its day.',
    ],
  ),
  'evaluation/judge-still-in-office': text(
    409,
    [
      'Può ancora giudicare',
      'Chi è stato nominato tiene ancora l’ufficio[ {office}] e può giudicare: un altro si nomina quando lo ha lasciato. Finché la persona non ha ricevuto la proposta, la valutazione si può anche ritirare e riaprire.',
    ],
    [
      'Can still judge',
      'Whoever was named still holds the office[ {office}] and can judge: another one is named when they have left it. Before the person has received the proposal, the evaluation can also be withdrawn and opened anew.',
    ],
  ),
  'evaluation/conciliator-judged': text(
    422,
    [
      'Il conciliatore è terzo',
      'Chi ha valutato o ha deciso un passo del giudizio non concilia: nominare una persona terza.',
    ],
    [
      'A conciliator is a third party',
      'Whoever evaluated or took a step of the judgement does not conciliate: name a third person.',
    ],
  ),
  'evaluation/not-conciliator': text(
    403,
    [
      'Non è il conciliatore',
      'La conciliazione la decide chi è stato nominato[, dell’ufficio {office}]. Se non tiene più l’ufficio, chi conduce la valutazione ne nomina un altro.',
    ],
    [
      'Not the conciliator',
      'The conciliation is decided by whoever was named[, of the office {office}]. Where they hold the office no more, whoever conducts the evaluation names another one.',
    ],
  ),
} satisfies Record<Extract<RefusalCode, `evaluation/${string}`>, ProblemText>;
