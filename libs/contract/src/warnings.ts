import { z } from 'zod';
import type { Language } from './language.js';
import { fill, text, type Facts, type ProblemText } from './problems/problem-text.js';
import { CommandAnswer } from './values.js';
import { elided } from './words/elision.js';
import { factsInWords } from './words/facts-in-words.js';

/** Of the answer to a command and of its dry run: what it brings with it, and hinders nothing. */
export const Warning = z
  .object({
    code: z.string().meta({ examples: ['objective/judges-no-more'] }),
    title: z.string(),
    detail: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'Warning', description: 'What a command brings with it that whoever sends it may not know.' });

/** Of what gives a share to whom nobody could judge, or would: as the plan has it, or knowingly. */
export const WarnedAnswer = CommandAnswer.extend({ warnings: z.array(Warning) }).meta({ id: 'WarnedAnswer' });

/** What every code of a warning means. */
export const warnings = {
  'objective/judges-no-more': text(
    200,
    [
      'Chi scrive non giudica più questa quota',
      'Con questa registrazione si diventa autori della quota[ {share}], per sempre: il passo[ «{step}»] non sarà più di chi scrive[ come {office}][ e spetterà a: {offices}]. Chi deve giudicare lasci scrivere un altro.',
    ],
    [
      'Who writes judges this share no more',
      'With this entry one becomes an author of share[ {share}], for good: the step[ “{step}”] will no longer be for who writes[ as {office}][ and falls to: {offices}]. Whoever is to judge lets another write.',
    ],
  ),
  'objective/last-judge': text(
    200,
    [
      'Nessun altro potrebbe giudicare questa quota',
      'Con questa registrazione si diventa autori della quota[ {share}], per sempre: il passo[ «{step}»] oggi lo può compiere solo chi scrive[ come {office}], e poi nessuno. Far scrivere a un’altra persona, o nominare prima chi giudichi (un altro titolare, o un `substitute` nel file del flusso).',
    ],
    [
      'Nobody else could judge this share',
      'With this entry one becomes an author of share[ {share}], for good: the step[ “{step}”] can be taken today only by who writes[ as {office}], and then by nobody. Have another person write, or first name who judges (another holder, or a `substitute` in the workflow file).',
    ],
  ),
  'objective/days-taken': text(
    200,
    [
      'Giorni che passano da un ufficio all’altro',
      '{days} giorni della quota[ {share}], dal {from} al {until}, passano da {former} a {later}: il premio di quei giorni va a chi li ha. {former} ne ha notizia in «Da fare».',
    ],
    [
      'Days go from one office to another',
      '{days} days of share[ {share}], from {from} to {until}, go from {former} to {later}: what is paid for them goes to whoever has them. {former} is told in its inbox.',
    ],
  ),
  'objective/nobody-left': text(
    200,
    [
      'Nessuno può giudicare la quota',
      'Della quota[ {share}], di cui risponde {office}, il passo[ «{step}»] non può compierlo nessuno[: chi lo farebbe ({offices}) ne risponde, l’ha avuta o ne è pagato]. Chi è dell’organismo di valutazione e anche di {office} non può certificare nient’altro del piano. Prima che la si rendiconti darla a un altro ufficio, oppure[ dare l’ufficio {who} anche a chi non ne è parte, o] nominare per quel passo, nel file del flusso, un sostituto che non ne sia parte, e pubblicarlo.',
    ],
    [
      'Nobody can judge the share',
      'Of share[ {share}], for which {office} answers, nobody can take the step[ “{step}”][: who would ({offices}) answers for it, had it or is paid for it]. Whoever is of the evaluation body and of {office} too can certify nothing else of the plan either. Before it is reported on give it to another office, or[ give the office {who} to somebody who is no party too, or] name a substitute who is no party for that step in the workflow file, and publish it.',
    ],
  ),
  'organisation/judged-beside': text(
    200,
    [
      'Chi giudica è anche fra i giudicati',
      'La stessa persona è di {judging} e dell’ufficio {office}: di ciò di cui quell’ufficio risponde {judging} delibera o certifica. Su ciò che è del suo ufficio non compie nessun passo; e se {judging} è l’organismo di valutazione, non certifica, non valuta e non giudica nulla finché quell’ufficio risponde di una quota, né nulla di un piano in cui ne ha avuto dei giorni mentre lo ricopriva. La legge può non ammettere i due incarichi insieme: in giunta con un’area è ammesso nei comuni fino a 5.000 abitanti (art. 53 c. 23 L. 388/2000); il Segretario non ne fa parte. Se è un errore, annullare in «Uffici» l’incarico registrato per sbaglio.',
    ],
    [
      'Who judges is among those who are judged',
      'The same person is of {judging} and of the office {office}: on what that office answers for {judging} resolves or certifies. They take no step on what is of their office; and if {judging} is the evaluation body, they certify, score and judge nothing while that office answers for a share, nor anything of a plan in which it had days of one while they held it. The law may not let them be both: of the Giunta with an area they may be in towns of up to 5,000 (art. 53 c. 23 L. 388/2000); the Segretario is no member. If it is a mistake, annul on “Offices” the tenure that was recorded by mistake.',
    ],
  ),
  'organisation/own-office-ends': text(
    200,
    [
      'L’ufficio del solo account finisce',
      'L’ufficio {office}, che questa persona ha dal solo account, non è più suo dal {from} in poi: da quel giorno vale solo ciò che dicono gli incarichi. Se lo conserva, registrare un incarico anche per quello.',
    ],
    [
      'The office by the account alone ends',
      'The office {office}, which this person has by the account alone, is theirs no more from {from} on: from that day on only what tenures say counts. If they keep it, record a tenure for it too.',
    ],
  ),
  'plan/number-proposed': text(
    200,
    [
      'Il numero di una proposta va a un altro obiettivo',
      'Sotto il numero[ {objective}] il documento mette un obiettivo diverso dalla proposta[ «{title}»][ di {office}][, nello stato «{state}»][ (diversi: {differs})]. Finché la bozza lo ha, nessuno giudica più la proposta; tolto da un documento corretto, la proposta torna com’era. Avvisare chi l’ha fatta, che può ripresentarla con un altro numero.',
    ],
    [
      'The number of a proposal goes to another objective',
      'Under the number[ {objective}] the document has an objective that is not the proposal[ «{title}»][ of {office}][, in the state “{state}”][ (other: {differs})]. As long as the draft has it nobody judges the proposal any more; taken out by a corrected document, it is that proposal again as it was. Tell whoever made it, who may hand it in under another number.',
    ],
  ),
  'plan/proposal-not-validated': text(
    200,
    [
      'Una proposta entra nel piano senza validazione',
      'L’obiettivo[ {objective}] è la proposta[ «{title}»][ di {office}][, nello stato «{state}»]: entra nel piano senza che nessuno l’abbia validata. Il piano pubblicato vale com’è; se la si vuole giudicare prima, toglierla dal documento.',
    ],
    [
      'A proposal comes into the plan without validation',
      'Objective[ {objective}] is the proposal[ «{title}»][ of {office}][, in the state “{state}”]: it comes into the plan and nobody has validated it. The published plan holds as it is; to have it judged first, take it out of the document.',
    ],
  ),
  'plan/proposal-otherwise': text(
    200,
    [
      'Una proposta entra nel piano cambiata',
      'L’obiettivo[ {objective}] è la proposta[ «{title}»][ di {office}][, nello stato «{state}»], ma nel documento sono diversi[ {differs}]: vale ciò che dice il piano. Se è un errore, correggere il documento.',
    ],
    [
      'A proposal comes into the plan changed',
      'Objective[ {objective}] is the proposal[ «{title}»][ of {office}][, in the state “{state}”], but the document has otherwise[ {differs}]: what the plan says holds. If it is a mistake, correct the document.',
    ],
  ),
  'premium/fund-shared-before': text(
    200,
    [
      'Altre ripartizioni hanno già pagato',
      'Per lo stesso ambito hanno già pagato: {runs}, in tutto {paid}. Questa divide di nuovo per intero il fondo indicato, fra le sole quote non ancora pagate: se il fondo è lo stesso, indicare ciò che ne resta per loro, o calcolare il primo con una riserva.',
    ],
    [
      'Other runs have paid already',
      'Of the same scope have paid already: {runs}, {paid} in all. This one divides the whole fund that is given anew, among the shares that are not paid yet: if the fund is the same, give what is left of it for them, or compute the first with a reserve.',
    ],
  ),
  'premium/acts-differ': text(
    200,
    [
      'Le quote chiedono atti diversi per la liquidazione',
      'Le quote della ripartizione[ {run}] seguono versioni del flusso che per liquidare ammettono atti di tipo diverso[: tutte ammettono {kinds}, e la ripartizione si autorizza con uno di questi]. Un atto che una di loro non ammette sarebbe rifiutato solo al pagamento.',
    ],
    [
      'The shares ask for different acts of payment',
      'The shares of run[ {run}] follow versions of the workflow that take different kinds of act to liquidate[: all of them take {kinds}, and the run is to be authorised by one of those]. An act that one of them does not take would be refused at the payment only.',
    ],
  ),
  'premium/payers-differ': text(
    200,
    [
      'Le quote affidano la liquidazione a uffici diversi',
      'Le quote della ripartizione[ {run}] seguono versioni del flusso che affidano la liquidazione a uffici diversi[ ({offices})], e nessuno può liquidarle tutte: la liquida chi indica la versione in vigore[: {who}].',
    ],
    [
      'The shares have different offices liquidate',
      'The shares of run[ {run}] follow versions of the workflow that have different offices liquidate[ ({offices})], and nobody may liquidate all of them: it is liquidated by whom the version in force names[: {who}].',
    ],
  ),
  'premium/pays-nothing': text(
    200,
    [
      'La ripartizione paga 0,00 a tutti',
      'Il fondo[ della ripartizione {run}] è 0,00: ogni quota risulterà pagata 0,00, e nessun’altra ripartizione la pagherà. È giusto solo per un anno senza premi, i cui obiettivi si chiudono così. Se il fondo manca ancora, ritirarla e calcolarla quando c’è.',
    ],
    [
      'The run pays 0.00 to all',
      'The fund[ of run {run}] is 0.00: each share will count as paid 0.00, and no other run will pay it. That is right only for a year without premiums, whose objectives are closed in this way. If the fund is not there yet, withdraw it and compute it when it is.',
    ],
  ),
  'variation/plan-finding': text(
    200,
    [
      'Il controllo del piano troverebbe qualcosa in più',
      'Con questa variazione[: {says}] Correggere la richiesta, o dire nel motivo perché va bene così: lo legge chi la decide.',
    ],
    [
      'The check of the plan would find something more',
      'By this variation[: {says}] Change the request, or say in its reason why it is right so: whoever decides it reads that.',
    ],
  ),
  'variation/missed-deadlines': text(
    200,
    [
      'Ciò che perde peso ha scadenze mancate',
      'La quota[ {share}] ha scadenze mancate: {count}[, l’ultima il {dueOn}][ («{deadlineText}»)].[ Ne dipendono {weight} punti, e con questa variazione {left}.] Mancate restano comunque: lo legge anche chi decide.',
    ],
    [
      'What loses weight has missed deadlines',
      'Share[ {share}] has missed deadlines: {count}[, the last on {dueOn}][ (“{deadlineText}”)].[ {weight} points hang on them, and {left} by this variation.] They stay missed all the same: whoever decides reads this, too.',
    ],
  ),
  'variation/missed-beside': text(
    200,
    [
      'Ciò che si aggiunge dice ciò che ha scadenze mancate',
      'L’obiettivo[ {added}], che la variazione aggiunge, dice quanto dice la quota[ {share}], che ha scadenze mancate: {count}[, l’ultima il {dueOn}][ («{deadlineText}»)]. Quelle restano mancate, con i loro punti[ ({weight})], e a ciò che si aggiunge non ne potranno passare. Se non è un altro lavoro, toglierlo dalla richiesta; se lo è, dire nel motivo perché: lo legge chi decide.',
    ],
    [
      'What comes in says what has missed deadlines',
      'Objective[ {added}], which the variation adds, says what share[ {share}] says, which has missed deadlines: {count}[, the last on {dueOn}][ (“{deadlineText}”)]. They stay missed, with their points[ ({weight})], and none of those can move to what is added. If it is no other work, take it out of the request; if it is, say why in the reason: whoever decides reads that.',
    ],
  ),
  'variation/term-ended': text(
    200,
    [
      'Il termine contato da un fatto diventa un giorno fisso',
      'Il termine[ «{deadlineText}»] si conta oggi da un fatto: con questa variazione scade il {to}, una volta sola, e nessun fatto lo fa più decorrere.[ Al suo posto non ci sono più le scadenze aperte: {open}.][ Restano come sono quelle passate o a cui si è risposto: {settled}.]',
    ],
    [
      'The term counted from a fact becomes a fixed day',
      'The term[ “{deadlineText}”] is counted from a fact today: by this variation it falls due on {to}, once, and no fact begins it any more.[ It takes the place of what is open: {open}.][ What has passed or was answered stays as it is: {settled}.]',
    ],
  ),
} as const satisfies Readonly<Record<string, ProblemText>>;

export type WarningCode = keyof typeof warnings;

/** @param words  what the sentence calls otherwise than the facts do, in the language */
export function describeWarning(code: WarningCode, language: Language, facts: Facts, words: Facts = {}) {
  const { title, detail } = warnings[code];
  const told = fill(detail[language], { ...factsInWords(facts, detail[language], language), ...words });
  return { code, title: title[language], detail: language === 'it' ? elided(told) : told, facts };
}
