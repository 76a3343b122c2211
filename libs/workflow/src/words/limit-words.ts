import type { LimitCode } from '#domain';
import type { Template } from './sentence.js';

export const limitWords: Readonly<Record<LimitCode, Template>> = {
  'limit/not-certified': [
    [
      'Nessun passo della rendicontazione è dell’organismo di valutazione: senza la sua certificazione non si paga nulla.',
      'Aggiungere un passo con un ufficio che abbia «function: evaluation-body» (Nucleo o OIV).',
    ],
    [
      'No step of the rendicontazione is the evaluation body’s: nothing is paid unless it has certified.',
      'Add a step with an office that has “function: evaluation-body” (Nucleo or OIV).',
    ],
  ],
  'limit/paid-before-certified': [
    [
      'Da «{state}» si arriverebbe al pagamento senza passare da «rendicontazione-approved».',
      'Liquidare solo da «rendicontazione-approved» o da stati che la seguono.',
    ],
    [
      'From “{state}” one would come to payment without passing “rendicontazione-approved”.',
      'Liquidate only from “rendicontazione-approved” or from states after it.',
    ],
  ],
  'limit/certified-by-others': [
    [
      'Nel passo «{step}» «{who}» agirebbe al posto dell’organismo di valutazione, che è autonomo.',
      'Lasciare solo uffici con «function: evaluation-body»; alla scadenza si può sollecitare («remind»).',
    ],
    [
      'At the step “{step}” “{who}” would act instead of the evaluation body, which is independent.',
      'Keep only offices with “function: evaluation-body”; at the term one may remind.',
    ],
  ],
  'limit/degree-corrected-by-others': [
    [
      'Il passo «{step}» correggerebbe il grado di raggiungimento, che misura l’organismo di valutazione.',
      'Togliere «correct-degree», o affidare il passo all’organismo di valutazione; gli altri possono rinviare («return»).',
    ],
    [
      'The step “{step}” would correct the degree, which the evaluation body measures.',
      'Take “correct-degree” out, or give the step to the evaluation body; others may send back (“return”).',
    ],
  ],
  'limit/plan-without-act': [
    [
      'Il piano non si conclude con un atto dell’organo politico.',
      'L’ultimo passo sia di uffici con «function: political-body» e abbia «act», come «act: { kinds: [DGC] }».',
    ],
    [
      'The plan does not end with an act of the political body.',
      'Let the last step be of offices with “function: political-body” and have “act”, as in “act: { kinds: [DGC] }”.',
    ],
  ],
  'limit/variation-without-act': [
    [
      'La variazione non si conclude con un atto dell’organo politico, che ha approvato il piano.',
      'L’ultimo passo sia di uffici con «function: political-body» e abbia «act», come «act: { kinds: [DGC] }».',
    ],
    [
      'The variation does not end with an act of the political body, which approved the plan.',
      'Let the last step be of offices with “function: political-body” and have “act”, as in “act: { kinds: [DGC] }”.',
    ],
  ],
  'limit/removal-without-act': [
    [
      'Lo stralcio non è dell’organo politico con un suo atto.',
      'A «{verb}» servono in «who» un ufficio con «function: political-body» e «act».',
    ],
    [
      'The removal is not the political body’s by an act of its own.',
      '“{verb}” takes an office with “function: political-body” in “who”, and “act”.',
    ],
  ],
  'limit/removal-leaves-report': [
    [
      'Un obiettivo stralciato resta nella Relazione: «{verb}» lo porterebbe a «{to}».',
      'Da «removed» si può solo chiudere («close»).',
    ],
    [
      'An objective that was removed stays in the report: “{verb}” would bring it to “{to}”.',
      'From “removed” one may only “close”.',
    ],
  ],
  'limit/reopening-without-act': [
    [
      'Si riaprirebbe senza un atto ciò che un atto ha concluso.',
      'Aggiungere «act» a «{verb}», come «act: { kinds: [DGC, determina] }».',
    ],
    [
      'What an act has concluded would be reopened without one.',
      'Add “act” to “{verb}”, as in “act: { kinds: [DGC, determina] }”.',
    ],
  ],
  'limit/liquidation-without-act': [
    [
      'I premi si liquiderebbero senza un atto di liquidazione.',
      'Aggiungere «act» al passo che firma nella catena «{subject}», come «act: { kinds: [determina] }».',
    ],
    [
      'Premiums would be paid without an act of liquidation.',
      'Add “act” to the step that signs in the chain “{subject}”, as in “act: { kinds: [determina] }”.',
    ],
  ],
  'limit/liquidation-by-political-body': [
    [
      'Il passo «{step}» farebbe firmare la liquidazione all’organo politico: è un atto di gestione.',
      'Affidarlo a un dirigente o responsabile, che non sia fra i beneficiari.',
    ],
    [
      'The step “{step}” would have the political body sign the payment: it is an act of management.',
      'Give it to a manager or head of service who is not among the beneficiaries.',
    ],
  ],
  'limit/liquidation-not-checked': [
    [
      'Nessun passo della liquidazione è del servizio finanziario, che la controlla.',
      'Aggiungere[ la catena «{chain}», e in essa] un passo con un ufficio che abbia «function: accounting».',
    ],
    [
      'No step of the payment is the accounting service’s, which checks it.',
      'Add[ the chain “{chain}”, and in it] a step with an office that has “function: accounting”.',
    ],
  ],
  'limit/liquidation-by-accounting': [
    [
      'A «{step}» firmerebbe la liquidazione il solo servizio finanziario, che la controlla.',
      'Far firmare l’atto al responsabile del servizio che propone, o a un altro dirigente: la ragioneria lo riceve e lo controlla.',
    ],
    [
      'At “{step}” the accounting service alone would sign the payment, which it checks.',
      'Have the act signed by the head of the service that proposes it, or by another manager: accounting gets it and checks it.',
    ],
  ],
  'limit/act-by-others': [
    [
      'Nel passo «{step}» l’atto dell’organo politico lo darebbe «{who}».',
      'Lasciare solo uffici con «function: political-body»; alla scadenza si può sollecitare («remind»).',
    ],
    [
      'At the step “{step}” “{who}” would give the act of the political body.',
      'Keep only offices with “function: political-body”; at the term one may remind.',
    ],
  ],
  'limit/silent-evaluation-body': [
    [
      'Nel passo «{step}» il silenzio di «{who}» varrebbe come parola dell’organismo di valutazione (un ruolo può essere anche suo).',
      'Togliere «approve-silently»: si può sollecitare («remind»).',
    ],
    [
      'At the step “{step}” the silence of “{who}” would stand for the evaluation body’s word (a role may be its too).',
      'Take “approve-silently” out: one may remind.',
    ],
  ],
  'limit/silent-political-body': [
    [
      'Nel passo «{step}» il silenzio di «{who}» varrebbe come decisione dell’organo politico.',
      'Togliere «approve-silently»: si può sollecitare («remind»).',
    ],
    [
      'At the step “{step}” the silence of “{who}” would stand for a decision of the political body.',
      'Take “approve-silently” out: one may remind.',
    ],
  ],
  'limit/silent-act': [
    [
      'Il passo «{step}» si compie con un atto, che il silenzio non può sostituire.',
      'Togliere «approve-silently», o «act».',
    ],
    ['The step “{step}” is taken by an act, for which silence cannot stand.', 'Take “approve-silently” out, or “act”.'],
  ],
  'limit/silent-evaluation': [
    [
      'Nel passo «{step}» si valuterebbero o pagherebbero persone per il solo passare del tempo.',
      'Togliere «approve-silently»: si può sollecitare, incaricare altri («escalate») o sostituire («substitute»).',
    ],
    [
      'At the step “{step}” people would be judged or paid by the mere passing of time.',
      'Take “approve-silently” out: one may remind, escalate or substitute.',
    ],
  ],
  'limit/no-substitute': [
    [
      'Il passo «{step}» è di «{who}», che può essere parte in causa, o non esserci, come le altre aree di un obiettivo che ne ha una: senza sostituto nessuno potrebbe agire.',
      'Aggiungere «substitute», un altro ufficio.',
    ],
    [
      'The step “{step}” is of “{who}”, who may be a party, or not be there, as the other areas of an objective of one: without a substitute nobody could act.',
      'Add “substitute”, another office.',
    ],
  ],
  'limit/same-person': [
    [
      'Nel passo «{step}» una persona controllerebbe ciò che ha fatto essa stessa: {steps}.',
      'Togliere «independentOf», o scrivere «independentOf: earlier».',
    ],
    [
      'At the step “{step}” somebody would check what they did themselves: {steps}.',
      'Take “independentOf” out, or write “independentOf: earlier”.',
    ],
  ],
  'limit/own-control': [
    ['Nel passo «{step}» «{who}» giudicherebbe ciò che è suo.', 'Nominare qualcun altro.'],
    ['At the step “{step}” “{who}” would judge what is their own.', 'Name somebody else.'],
  ],
  'limit/results-outweighed': [
    ['I risultati pesano {results} su 100: non prevalgono sui comportamenti.', 'Scrivere un peso maggiore di 50.'],
    ['Results weigh {results} of 100: they do not outweigh behaviours.', 'Write a weight above 50.'],
  ],
  'limit/not-heard': [
    [
      'Chi è valutato non è sentito prima del giudizio definitivo.',
      'Aggiungere, prima dell’ultimo passo, un passo con «who: [{ relation: assignee }]».',
    ],
    [
      'Whoever is evaluated is not heard before the judgement stands.',
      'Add a step with “who: [{ relation: assignee }]” before the last.',
    ],
  ],
};
