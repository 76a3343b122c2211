import type { AdviceCode } from '#domain';
import type { Template } from './sentence.js';

export const adviceWords: Readonly<Record<AdviceCode, Template>> = {
  'workflow/nobody-pays-instead': [
    [
      'A «{verb}» arriva un solo ufficio, senza sostituto: una ripartizione che paga chi lo ricopre non la può firmare nessuno.',
      'Nominare chi ne prende il posto: «substitute: { office: … }».',
    ],
    [
      '“{verb}” is for one office alone, without a substitute: a run that pays who holds it could be signed by nobody.',
      'Name who takes its place: “substitute: { office: … }”.',
    ],
  ],
  'workflow/nobody-for-segretario': [
    [
      '«{verb}» spetta al solo Segretario, e nessun ufficio ne fa le veci: sulla quota di cui risponde il Segretario può farlo solo chi ha il ruolo di vicesegretario, se c’è.',
      'Dare a un ufficio «function: segretario-substitute», o nominare in «who» anche un altro.',
    ],
    [
      '“{verb}” is for the Segretario alone, and no office stands in for them: on a share of the Segretario’s only who has the role of Vicesegretario can do it, if anybody has.',
      'Give an office “function: segretario-substitute”, or name another one in “who” too.',
    ],
  ],
  'workflow/own-variation': [
    [
      'Al passo «{step}» serve «{office}», senza sostituto: una variazione che tocca una quota di quell’ufficio non la può chiedere nessuno, perché non decide di ciò di cui risponde.',
      'Nominare chi ne prende il posto: «substitute: { office: … }».',
    ],
    [
      'The step “{step}” needs “{office}”, without a substitute: a variation that touches a share of that office can be asked for by nobody, since it does not decide on what it answers for.',
      'Name who takes its place: “substitute: { office: … }”.',
    ],
  ],
  'workflow/never-taken': [
    [
      '«{verb}» da {from} non può accadere mai: nessun obiettivo vi è pronto, o nessun passo della catena che lo decide offre quell’esito.',
      'Farla partire da uno stato in cui può accadere, aggiungere l’esito al passo, o toglierla.',
    ],
    [
      '“{verb}” from {from} can never happen: no objective is ready for it there, or no step of the chain that decides it offers that outcome.',
      'Let it begin from a state in which it can, add the outcome to the step, or take it out.',
    ],
  ],
  'workflow/one-person-twice': [
    [
      'Al passo «{step}» può non restare nessuno, dove una stessa persona ricopre due di questi uffici: {pairs}.',
      'Tenerli di persone diverse, o dare al passo chi può farlo in loro vece: un altro in «who», o «substitute».',
    ],
    [
      'Nobody may be left at the step “{step}”, where one person holds two of these offices: {pairs}.',
      'Keep them with different persons, or give the step somebody who can take it instead: another in “who”, or “substitute”.',
    ],
  ],
  'workflow/calls-nobody': [
    [
      'Allo scadere del termine il passo «{step}» chiama «{office}», che è una persona sola e ha già compiuto il passo «{before}»: non può compiere anche questo, e resta fermo.',
      'Chiamare un ufficio che prima non ha deciso, oppure scrivere in «independentOf» da quali passi questo è indipendente.',
    ],
    [
      'When its term is over the step “{step}” calls “{office}”, which is one person alone who has taken the step “{before}” already: they cannot take this one too, and it stands still.',
      'Call an office that has not decided before, or say in “independentOf” of which steps this one is independent.',
    ],
  ],
  'workflow/own-evaluation': [
    [
      '«{part}» è di una sola persona, chi ricopre «{office}»: nella valutazione di questa persona non può farlo nessuno, e il suo premio può restare da pagare.',
      'Nominare in «{part}» anche un altro ufficio, o toglierlo: allora può farlo chi è indicato o ne ha il permesso.',
    ],
    [
      '“{part}” is one person alone, who holds “{office}”: nobody can do it in the evaluation of that person, whose premium may stay unpaid.',
      'Name another office in “{part}” too, or leave it out: then whoever is named, or has the permission, can do it.',
    ],
  ],
  'workflow/conductor-evaluates': [
    [
      '«conductors» è il solo «{office}», una persona sola che è anche tra gli «evaluators»: chi valuta consegna, attesta la ricevuta e chiude da sé.',
      'Nominare in «conductors» anche un ufficio che non valuta, per esempio il personale.',
    ],
    [
      '“conductors” is “{office}” alone, one person who is among the “evaluators” too: who evaluates delivers, attests the receipt and ends it by themselves.',
      'Name in “conductors” an office that does not evaluate too, for example the personnel office.',
    ],
  ],
  'workflow/hearing-never-due': [
    [
      'Con «hearingBelow: 0» nessun contraddittorio è mai dovuto: nessun punteggio è sotto lo zero, e il contratto lo vuole prima di una valutazione non positiva (CCNL 21/5/2018, art. 14, c. 4).',
      'Scrivere il punteggio sotto il quale una valutazione non è positiva, per esempio 60.',
    ],
    [
      'With “hearingBelow: 0” no hearing is ever due: no score lies below nought, and the contract wants one before an evaluation that is not positive (CCNL 21/5/2018, art. 14, c. 4).',
      'Write the score below which an evaluation is not positive, 60 for instance.',
    ],
  ],
  'workflow/cut-off-too-early': [
    [
      'Con «cutOff: {cutOff}» un piano si varia solo se è in vigore prima di allora: chi lo adotta entro il 31 gennaio del suo anno (D.Lgs. 150/2009, art. 10, c. 1, lett. a) può non chiedere mai una variazione, e la catena «variation» non serve.',
      'Scrivere l’ultimo giorno dell’anno in cui il piano si può variare, per esempio 12-15.',
    ],
    [
      'With “cutOff: {cutOff}” a plan is varied only if it is in force before that: whoever adopts it by 31 January of its year (D.Lgs. 150/2009, art. 10, c. 1, lett. a) may never ask for a variation, and the chain “variation” is of no use.',
      'Write the last day of the year on which the plan may be varied, 12-15 for instance.',
    ],
  ],
};
