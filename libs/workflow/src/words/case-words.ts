import type { WorkflowMistakeCode } from '#domain';
import type { Template } from './sentence.js';

/** One code has several sentences where what is wrong, or what to do, is another: by its fact `case`. */
export const caseWords: Readonly<Partial<Record<WorkflowMistakeCode, Readonly<Record<string, Template>>>>> = {
  'workflow/no-such-relation': {
    transition: [
      [
        '«{relation}» non indica nessuno per «{verb}»: la quota è di un’area sola.',
        'Nominare un ufficio, un ruolo, oppure «assignee» o «head-of-area».',
      ],
      [
        '“{relation}” means nobody for “{verb}”: a share is of one area.',
        'Name an office, a role, or “assignee” or “head-of-area”.',
      ],
    ],
    unproposed: [
      [
        '«{relation}» non indica nessuno per «{verb}» dove l’obiettivo è venuto con il piano: nessuno l’ha proposto.',
        'Nominare accanto un ufficio, un ruolo o un’altra relazione.',
      ],
      [
        '“{relation}” means nobody for “{verb}” where the objective came with the plan: nobody proposed it.',
        'Name an office, a role or another relation beside it.',
      ],
    ],
  },
  'workflow/way-missing': {
    leftOut: [
      [
        'Manca «{verb}», da «{state}» a «{to}»: agli stati «{states}» non arriva nessun obiettivo.',
        'Aggiungere quella transizione, o, se l’ente ne fa a meno, togliere quegli stati e le transizioni che ne partono.',
      ],
      [
        '“{verb}” is missing, from “{state}” to “{to}”: no objective comes to the states “{states}”.',
        'Add that transition, or, if the body does without, take out those states and the transitions from them.',
      ],
    ],
  },
  'workflow/unreachable-state': {
    first: [
      ['Un obiettivo comincia da «{state}», ma il primo stato è «{first}».', 'Mettere «{state}» per primo.'],
      ['An objective begins from “{state}”, but the first state is “{first}”.', 'Put “{state}” first.'],
    ],
  },
  'workflow/who-not-asked': {
    act: [
      [
        '«{verb}» segue dall’atto che approva il piano: chi è nominato qui non potrebbe compierlo.',
        'Togliere «who», o dire chi decide con la catena «plan».',
      ],
      [
        '“{verb}” follows from the act that approves the plan: whoever is named here could not do it.',
        'Take “who” out, or say who decides by the chain “plan”.',
      ],
    ],
    assignee: [
      [
        '«{verb}» è di chi risponde della quota: «{who}» non potrebbe compierlo.',
        'Scrivere «who: [{ relation: assignee }]».',
      ],
      [
        '“{verb}” is for whoever answers for the share: “{who}” could not do it.',
        'Write “who: [{ relation: assignee }]”.',
      ],
    ],
  },
  'workflow/act-not-asked': {
    chain: [
      [
        '«{verb}» segue dalla catena «{chain}»: non prende un atto suo.',
        'Togliere «act»; l’atto di un passo della catena va scritto a quel passo.',
      ],
      [
        '“{verb}” follows from the chain “{chain}”: it takes no act of its own.',
        'Take “act” out; the act of a step of the chain is written at that step.',
      ],
    ],
  },
  'workflow/never-from': {
    unpaid: [
      [
        '«{verb}» non può accadere da «{state}»: dove si liquida, si chiude ciò che è stato pagato, che allora è «liquidated».',
        'Togliere «{state}» da «from»[: può partire da {known}].',
      ],
      [
        '“{verb}” cannot happen from “{state}”: where a body pays, what was paid is closed, and is “liquidated” then.',
        'Take “{state}” out of “from”[: it may begin from {known}].',
      ],
    ],
    unacknowledged: [
      [
        '«{verb}» non può accadere da «{state}»: rendiconta chi ha preso visione, e la quota è allora «in-progress».',
        'Togliere «{state}» da «from»[: può partire da {known}].',
      ],
      [
        '“{verb}” cannot happen from “{state}”: whoever reports has acknowledged, and the share is “in-progress” then.',
        'Take “{state}” out of “from”[: it may begin from {known}].',
      ],
    ],
  },
  'limit/no-substitute': {
    plan: [
      [
        'Il passo «{step}» è di «{who}», che può aver redatto e proposto il piano: senza sostituto allora nessuno potrebbe agire.',
        'Aggiungere «substitute», un altro ufficio.',
      ],
      [
        'The step “{step}” is of “{who}”, who may have drafted and proposed the plan: without a substitute nobody could act then.',
        'Add “substitute”, another office.',
      ],
    ],
  },
  'workflow/same-substitute': {
    verb: [
      ['A «{verb}» il sostituto «{who}» è lo stesso che sostituisce.', 'Nominare un altro ufficio.'],
      ['At “{verb}” the substitute “{who}” is the one to be substituted.', 'Name another office.'],
    ],
  },
  'workflow/too-few-people': {
    'evaluation-body': [
      [
        'Il passo «{step}» può restare senza nessuno di «{who}»[, per ciò che è di «{own}»][, se lo propone «{proposer}»][, dopo «{taken}»]: resterebbe fermo, e qui nessun altro può sostituire.',
        'Togliere «{who}» dagli altri passi (anche da «substitute» e «onTimeout»), o dire con «members» nell’ufficio che sono di più.',
      ],
      [
        'The step “{step}” may be left without anybody of “{who}”[, for what is of “{own}”][, where “{proposer}” proposes it][, after “{taken}”]: it would stand still, and nobody else may stand in here.',
        'Take “{who}” out of the other steps (of “substitute” and “onTimeout” too), or say by “members” of the office that they are more.',
      ],
    ],
  },
  'limit/own-control': {
    share: [
      [
        'A «{verb}» arriverebbe «{who}», che risponde della quota o l’ha proposta: deciderebbe di ciò che è suo.',
        'Toglierlo, e nominare qualcun altro.',
      ],
      [
        '“{verb}” would be for “{who}”, who answers for the share or proposed it: they would decide on what is their own.',
        'Take it out, and name somebody else.',
      ],
    ],
  },
  'limit/liquidation-not-checked': {
    alone: [
      [
        'Nel passo «{step}» basterebbe «{who}»: si liquiderebbe senza il controllo del servizio finanziario.',
        'Toglierlo, o scrivere «agreement: { kind: all, of: offices }».',
      ],
      [
        'At the step “{step}” “{who}” would be enough: one would pay without the check of the accounting service.',
        'Take it out, or write “agreement: { kind: all, of: offices }”.',
      ],
    ],
    votes: [
      [
        'Nel passo «{step}» {who} possono arrivare a {count} da soli: si liquiderebbe senza il controllo del servizio finanziario.',
        'Alzare il numero, dire quanti sono con «members», o scrivere «agreement: { kind: all, of: offices }».',
      ],
      [
        'At the step “{step}” {who} may come to {count} by themselves: one would pay without the check of the accounting service.',
        'Raise the number, say how many they are by “members”, or write “agreement: { kind: all, of: offices }”.',
      ],
    ],
    late: [
      [
        'Nel passo «{step}» alla scadenza deciderebbe «{who}» al posto del servizio finanziario, che controlla la liquidazione.',
        'Lasciare solo uffici con «function: accounting»; alla scadenza si può sollecitare («remind»).',
      ],
      [
        'At the step “{step}” once it is late “{who}” would decide instead of the accounting service, which checks the payment.',
        'Keep only offices with “function: accounting”; at the term one may remind.',
      ],
    ],
    substitute: [
      [
        'Nel passo «{step}» il sostituto «{who}» controllerebbe la liquidazione al posto del servizio finanziario.',
        'Nominare un altro ufficio con «function: accounting», o il Segretario o chi lo sostituisce per ufficio.',
      ],
      [
        'At the step “{step}” the substitute “{who}” would check the payment instead of the accounting service.',
        'Name another office with “function: accounting”, or the Segretario or whoever stands in for them by office.',
      ],
    ],
  },
};
