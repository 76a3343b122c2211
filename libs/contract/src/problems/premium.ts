import type { RefusalCode } from '#domain';
import { text, type ProblemText } from './problem-text.js';

export const premiumProblems = {
  'premium/already-computed': text(
    409,
    [
      'Ripartizione già calcolata',
      'La ripartizione[ {run}] è già calcolata: per calcolarla di nuovo ritirarla prima; per un’altra, usare un altro nome.[ Il pagamento di {adjusts} ha un solo conguaglio.]',
    ],
    [
      'Run already computed',
      'Run[ {run}] is already computed: to compute it anew withdraw it first; for another one choose another name.[ The payment of {adjusts} has one adjustment.]',
    ],
  ),
  'premium/not-computed': text(
    404,
    ['Ripartizione sconosciuta', 'Non c’è nessuna ripartizione[ {run}]: calcolarla prima.'],
    ['Unknown run', 'There is no run[ {run}]: compute it first.'],
  ),
  'premium/already-liquidated': text(
    409,
    ['Ripartizione già liquidata', 'La ripartizione[ {run}] è già liquidata: non serve altro.'],
    ['Run already liquidated', 'Run[ {run}] is already liquidated: nothing else is needed.'],
  ),
  'premium/bound-elsewhere': text(
    409,
    [
      'Quota di un’altra ripartizione',
      'La quota[ {share}] è nella liquidazione della ripartizione[ {other}]: nessun’altra la paga. Se quella è stata liquidata, ritirare questa[ ({run})] e calcolarla di nuovo; se è rimasta a metà, liquidarla di nuovo o ritirarla.',
    ],
    [
      'Share of another run',
      'Share[ {share}] is being liquidated by run[ {other}]: no other run pays it. If that one was liquidated, withdraw this one[ ({run})] and compute it anew; if it stopped halfway, liquidate it again or withdraw it.',
    ],
  ),
  'premium/signer-is-paid': text(
    403,
    [
      'Chi firma non può essere pagato',
      'La ripartizione paga, o accantona, anche per chi la firma[ ({office})] o per chi gli ha dato una delega (art. 7 D.P.R. 62/2013): la firma spetta a un responsabile che non ne riceve nulla, o a chi lo sostituisce[: qui {who}].',
    ],
    [
      'Who signs may not be paid',
      'The run pays, or sets something aside for, who signs it[ ({office})] or who gave them a delegation (art. 7 D.P.R. 62/2013): it is signed by a head who gets nothing by it, or by who stands in for them[: here {who}].',
    ],
  ),
  'premium/nobody-may-sign': text(
    409,
    [
      'Nessuno può firmare',
      'La ripartizione paga tutti quelli che il flusso indica per liquidarla o proporla[ ({offices})], e nessuno li sostituisce senza esserne pagato. Prima che qualcosa sia firmato: nominare nel file del flusso un `substitute` della transizione `liquidate`, che non ne riceva nulla, e pubblicarlo. Vale anche per ciò che è già calcolato.',
    ],
    [
      'Nobody may sign',
      'The run pays all whom the workflow names to liquidate or propose it[ ({offices})], and nobody stands in for them who is not paid. Before anything is signed: name in the workflow file a `substitute` of the transition `liquidate`, who gets nothing of it, and publish it. It counts for what is computed already too.',
    ],
  ),
  'premium/no-common-payer': text(
    409,
    [
      'Nessuno può liquidare tutte le quote',
      'Le quote della ripartizione seguono versioni del flusso che affidano la liquidazione a uffici diversi[ ({offices})], e chi indica la versione in vigore ne è pagato: una ripartizione la liquida uno solo. Nominare nel file del flusso, alla transizione `liquidate`, un ufficio o un `substitute` che non ne riceva nulla, e pubblicarlo: vale anche per ciò che è già calcolato o autorizzato.',
    ],
    [
      'Nobody may liquidate all shares',
      'The shares of the run follow versions of the workflow that have different offices liquidate[ ({offices})], and whom the version in force names is paid by it: one run is liquidated by one. Name in the workflow file, at the transition `liquidate`, an office or a `substitute` who gets nothing by it, and publish it: it counts for what is computed or authorised already too.',
    ],
  ),
  'premium/nobody-at-step': text(
    409,
    [
      'Un passo resterebbe senza nessuno',
      'Il passo[ «{step}»] della ripartizione non potrebbe compierlo nessuno: chi lo farebbe[ ({offices})] ne è pagato, l’ha calcolata o proposta per un altro ufficio, o avrebbe già compiuto un altro passo dello stesso controllo[ ({steps})].[ La via più semplice: ritirarla e farla calcolare di nuovo da un’altra persona dell’ufficio {anew}; chi la propone può restare lo stesso. In alternativa:][ La via più semplice: ritirarla e farla calcolare di nuovo e proporre da un’altra persona dell’ufficio {afresh}. In alternativa:] Prima di proporla[ dare anche a un’altra persona, che non ne riceva nulla, l’ufficio {who}, o] nominare nel file del flusso, per uno dei passi, un `substitute` che non ne riceva nulla e non ne compia altri, pubblicarlo, ritirare la ripartizione e calcolarla di nuovo. Una delega non basta: chi agisce al posto di altri è tenuto come loro.',
    ],
    [
      'A step would be left without anybody',
      'Nobody could take the step[ “{step}”] of the run: who would[ ({offices})] is paid by it, has computed or proposed it as another office, or would have taken another step of the same control[ ({steps})].[ The simplest way: withdraw it and have it computed anew by another person of the office {anew}; who proposes it may stay the same. Or:][ The simplest way: withdraw it and have it computed anew and proposed by another person of the office {afresh}. Or:] Before it is proposed[ give another person too, who gets nothing by it, the office {who}, or] name in the workflow file, for one of the steps, a `substitute` who gets nothing by it and takes no other, publish it, withdraw the run and compute it anew. A delegation is not enough: who acts in the place of others is bound as they are.',
    ],
  ),
  'premium/no-claims': text(
    409,
    [
      'Nessuna quota da premiare',
      'Nel piano non c’è nessuna quota per questo fondo[ ({scope})]: controllare l’ambito scelto.[ Altre sono già pagate ({runs}): un calcolo di prova che resta si ritira.][ Altre sono accantonate ({reservedBy}): le paga una ripartizione successiva, calcolata dalla pagina di quella con «Calcola quanto spetta dalla riserva».]',
    ],
    [
      'No share to pay',
      'The plan has no share for this fund[ ({scope})]: check the chosen scope.[ Others are paid already ({runs}): a forecast that is left is withdrawn.][ Others are set aside ({reservedBy}): a later run pays them, computed on the page of that one by “Compute what the reserve owes”.]',
    ],
  ),
  'premium/nothing-certified': text(
    409,
    [
      'Nessun grado certificato',
      'Nessuna quota della ripartizione ha un grado certificato: non pagherebbe nessuno. Prima l’organismo di valutazione (Nucleo o OIV) certifica i rendiconti, poi l’ufficio personale calcola di nuovo.',
    ],
    [
      'No degree certified',
      'No share of the run has a certified degree: it would pay nobody. First the evaluation body (Nucleo or OIV) certifies the reports, then the personnel office computes anew.',
    ],
  ),
  'premium/no-chain': text(
    409,
    [
      'Nessuna approvazione da chiedere',
      'La ripartizione[ {run}] è di un tempo o di un ente che non ne approva: si liquida con un atto.',
    ],
    ['No approval to ask for', 'Run[ {run}] is of a time or of a body that approves none: an act liquidates it.'],
  ),
  'premium/plan-not-approved': text(
    409,
    [
      'Piano non approvato',
      'Il piano[ {plan}] non è approvato: la ripartizione[ {run}] si propone dopo la sua delibera.',
    ],
    ['Plan not approved', 'Plan[ {plan}] is not approved: run[ {run}] is proposed after its act.'],
  ),
  'premium/degrees-changed': text(
    409,
    [
      'Gradi cambiati',
      'Il grado[ della quota {share}] non è più quello con cui la ripartizione[ {run}] è stata calcolata: l’ufficio personale la ritira (se è autorizzata, con un atto di annullamento) e la calcola di nuovo.',
    ],
    [
      'Degrees changed',
      'The degree[ of share {share}] is no longer the one by which run[ {run}] was computed: the personnel office withdraws it (by an act of annulment, where it is authorised) and computes it anew.',
    ],
  ),
  'premium/holders-changed': text(
    409,
    [
      'Quota passata di mano',
      'Della quota[ {share}] hanno risposto altri uffici, o per altri giorni, di quelli con cui la ripartizione[ {run}] è stata calcolata: l’ufficio personale la ritira (se è autorizzata, con un atto di annullamento) e la calcola di nuovo.',
    ],
    [
      'Share handed over',
      'For share[ {share}] other offices have answered, or for other days, than those by which run[ {run}] was computed: the personnel office withdraws it (by an act of annulment, where it is authorised) and computes it anew.',
    ],
  ),
  'premium/weights-changed': text(
    409,
    [
      'Pesi cambiati',
      'Il peso[ della quota {share}] nel piano non è più quello con cui la ripartizione[ {run}] è stata calcolata (variato, stralciato o aggiunto): l’ufficio personale la ritira (se è autorizzata, con un atto di annullamento) e la calcola di nuovo.',
    ],
    [
      'Weights changed',
      'The weight[ of share {share}] in the plan is no longer the one by which run[ {run}] was computed (moved, removed or added): the personnel office withdraws it (by an act of annulment, where it is authorised) and computes it anew.',
    ],
  ),
  'premium/set-aside': text(
    409,
    [
      'Accantonata da un’altra ripartizione',
      'Per la quota[ {share}] un’altra ripartizione[, {reservedBy},] ha accantonato il suo importo: la paga una ripartizione successiva di quella, e nessun altro fondo. L’ufficio personale ritira questa[, {run}] (se è autorizzata, con un atto di annullamento)[ e la calcola di nuovo per le altre quote, senza {without}].',
    ],
    [
      'Set aside by another run',
      'For share[ {share}] another run[, {reservedBy},] has set its amount aside: a later run of that one pays it, and no other fund. The personnel office withdraws this one[, {run}] (by an act of annulment, where it is authorised)[ and computes it anew for the other shares, without {without}].',
    ],
  ),
  'premium/share-not-payable': text(
    409,
    [
      'Quota non ancora liquidabile',
      'La quota[ {share}] è nello stato «{state}», e il flusso dell’ente liquida solo da: {from}. Chi può la porti fin lì dalla pagina dell’obiettivo, poi la ripartizione va avanti.',
    ],
    [
      'Share not payable yet',
      'Share[ {share}] stands at “{state}”, and the body’s workflow liquidates only from: {from}. Whoever may takes it there on the objective’s page, then the run goes on.',
    ],
  ),
  'premium/liquidates-nothing': text(
    409,
    [
      'Nessun premio secondo il flusso',
      'Il flusso dell’ente, nella versione che[ la quota {share}] segue, non liquida nulla: nessuna transizione «liquidate» vi porta. I premi si pagano con la versione di un piano che la prevede.',
    ],
    [
      'No premium by the workflow',
      'The body’s workflow, in the version that[ share {share}] follows, liquidates nothing: it has no transition “liquidate”. Premiums are paid by the version of a plan that has one.',
    ],
  ),
  'premium/evaluations-missing': text(
    409,
    [
      'Valutazioni non definitive',
      'Chi è pagato deve avere una valutazione definitiva[: manca per {offices}]. Concluderla[, o calcolare di nuovo con una riserva di almeno {needed}: la loro parte si paga poi][, o ritirare questa ripartizione e calcolare di nuovo quanto spetta dalla riserva di {settles}: la loro parte vi resta][: il conguaglio di {adjusts} si propone dopo].',
    ],
    [
      'Evaluations not definitive',
      'Whoever is paid needs a definitive evaluation[: it is missing for {offices}]. Conclude it[, or compute anew with a reserve of at least {needed}: their part is paid later][, or withdraw this run and compute anew what the reserve of {settles} owes: their part stays in it][: the adjustment of {adjusts} is proposed after that].',
    ],
  ),
  'premium/reserve-too-small': text(
    422,
    [
      'Riserva insufficiente',
      'La riserva[ di {reserve}] non copre quanto è dovuto[ per {offices}]: servono almeno {needed}. Aumentarla, o concludere prima le valutazioni.',
    ],
    [
      'Reserve too small',
      'The reserve[ of {reserve}] does not cover what is due[ to {offices}]: it has to be {needed} or more. Raise it, or conclude the evaluations first.',
    ],
  ),
  'premium/reserve-too-large': text(
    422,
    [
      'Riserva troppo grande',
      'La riserva[ di {reserve}] non lascia nulla da dividere[: {offices}] avrebbero 0,00 pur avendo un grado e senza attendere una valutazione, e nessun’altra ripartizione li pagherebbe. Ridurla: per chi attende[ bastano {needed}].',
    ],
    [
      'Reserve too large',
      'The reserve[ of {reserve}] leaves nothing to divide[: {offices}] would get 0.00 though they have a degree and wait for no evaluation, and no other run would pay them. Lower it: for those who wait[ {needed} is enough].',
    ],
  ),
  'premium/not-liquidated': text(
    409,
    [
      'Ripartizione non liquidata',
      'Quanto la ripartizione[ {run}] accantona si paga dopo la sua liquidazione: liquidarla prima.',
    ],
    ['Run not liquidated', 'What run[ {run}] sets aside is paid after it is liquidated: liquidate it first.'],
  ),
  'premium/nothing-to-settle': text(
    409,
    [
      'Nulla da pagare dalla riserva',
      'Della riserva della ripartizione[ {run}] ora non c’è nulla da pagare[: le valutazioni mancano ancora per {offices}].',
    ],
    [
      'Nothing to pay from the reserve',
      'Of the reserve of run[ {run}] nothing is to be paid now[: evaluations are still missing for {offices}].',
    ],
  ),
  'premium/document-missing': text(
    422,
    [
      'Documento mancante',
      'La ripartizione si propone con i documenti che la definizione richiede: indicare[ {documents}] con tipo, numero e data.[ Passando alla versione {version} non si può più: ritirarla, calcolarla di nuovo e proporla con quella.]',
    ],
    [
      'Document missing',
      'A run is proposed with the documents that the definition demands: name[ {documents}] with kind, number and date.[ In moving to version {version} that can no longer be done: withdraw it, compute it anew and propose it by that one.]',
    ],
  ),
  'premium/unknown-document': text(
    422,
    ['Documento non richiesto', 'La definizione non richiede nessun documento «{document}»: toglierlo.'],
    ['Document not demanded', 'The definition demands no document “{document}”: leave it out.'],
  ),
  'premium/document-of-other-kind': text(
    422,
    [
      'Documento di altro tipo',
      'Il documento[ {document}] non può essere di tipo {kind}[: serve un atto di tipo {kinds}].',
    ],
    ['Document of another kind', 'The document[ {document}] cannot be of kind {kind}[: it has to be {kinds}].'],
  ),
  'premium/already-proposed': text(
    409,
    [
      'Ripartizione già proposta',
      'La ripartizione[ {run}] è già proposta: prosegue con i passi della sua catena; restituita, si calcola di nuovo.',
    ],
    [
      'Run already proposed',
      'Run[ {run}] is already proposed: it goes on by the steps of its chain; sent back, it is computed anew.',
    ],
  ),
  'premium/withdrawn': text(
    409,
    [
      'Ripartizione ritirata',
      'La ripartizione[ {run}] è ritirata o annullata: l’ufficio personale la calcola di nuovo, con lo stesso nome.',
    ],
    [
      'Run withdrawn',
      'Run[ {run}] was withdrawn or annulled: the personnel office computes it anew, under the same name.',
    ],
  ),
  'premium/not-proposed': text(
    409,
    [
      'Ripartizione non proposta',
      'La ripartizione[ {run}] è solo calcolata: prima della liquidazione l’ufficio personale la propone con i suoi documenti, poi passa la catena.',
    ],
    [
      'Run not proposed',
      'Run[ {run}] is only computed: before it is liquidated the personnel office proposes it with its documents, then it passes the chain.',
    ],
  ),
  'premium/not-authorised': text(
    409,
    [
      'Ripartizione non autorizzata',
      'La ripartizione[ {run}] non ha passato la sua catena[: attende il passo {step}][, che spetta a {office}].',
    ],
    [
      'Run not authorised',
      'Run[ {run}] has not passed its chain[: it awaits the step {step}][, which is for {office}].',
    ],
  ),
  'premium/authorised-by-another-act': text(
    409,
    [
      'Autorizzata con un altro atto',
      'La ripartizione è autorizzata con {kind} {number}: si liquida con quell’atto, o senza indicarne uno.',
    ],
    [
      'Authorised by another act',
      'The run is authorised by {kind} {number}: it is liquidated by that act, or without naming one.',
    ],
  ),
} satisfies Record<Extract<RefusalCode, `premium/${string}`>, ProblemText>;
