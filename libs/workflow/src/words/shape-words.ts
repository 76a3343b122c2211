import type { WorkflowMistakeCode } from '#domain';
import type { Template } from './sentence.js';

export const shapeWords = {
  'workflow/same-id': [
    ['«{id}» compare due volte.', 'Togliere il doppione o dargli un altro codice.'],
    ['“{id}” stands here twice.', 'Take one out or give it another id.'],
  ],
  'workflow/unknown-office': [
    [
      'L’ufficio «{office}» non è fra quelli di «offices».',
      '[Forse «{near}»? ]Aggiungerlo a «offices» o sceglierne uno: {known}.',
    ],
    [
      'The office “{office}” is not among “offices”.',
      '[Perhaps “{near}”? ]Add it to “offices” or choose one: {known}.',
    ],
  ],
  'workflow/unknown-role': [
    ['Nessuno può avere il ruolo «{role}».', '[Forse «{near}»? ]Sceglierne uno: {known}.'],
    ['Nobody can have the role “{role}”.', '[Perhaps “{near}”? ]Choose one: {known}.'],
  ],
  'workflow/no-such-relation': [
    [
      'Nel passo «{step}» «{relation}» non indica nessuno: per «{subject}» chi decide non è noto così.',
      'Nominare un ufficio o un ruolo[, oppure una relazione fra: {known}].',
    ],
    [
      'At the step “{step}” “{relation}” means nobody: who decides on “{subject}” is not known so.',
      'Name an office or a role[, or one of these relations: {known}].',
    ],
  ],
  'workflow/unknown-state': [
    [
      'Lo stato «{state}» non è fra quelli di «states».',
      '[Forse «{near}»? ]Aggiungerlo a «states» o sceglierne uno: {known}.',
    ],
    ['The state “{state}” is not among “states”.', '[Perhaps “{near}”? ]Add it to “states” or choose one: {known}.'],
  ],
  'workflow/unreachable-state': [
    [
      'Nessun obiettivo arriva mai allo stato «{state}», partendo da «{first}».',
      'Aggiungere una transizione che vi porti, o togliere lo stato.',
    ],
    [
      'No objective ever comes to the state “{state}”, beginning from “{first}”.',
      'Add a transition that leads there, or take the state out.',
    ],
  ],
  'workflow/dead-end': [
    [
      'Dallo stato «{state}» un obiettivo non va avanti fino a «closed»: resterebbe aperto, se non stralciato, rinviato o riaperto.',
      'Aggiungere una transizione che porti avanti[: «{verb}», da «{state}» a «{to}»].',
    ],
    [
      'From the state “{state}” an objective does not go on to “closed”: it would stay open, unless removed, sent back or reopened.',
      'Add a transition that leads on[: “{verb}”, from “{state}” to “{to}”].',
    ],
  ],
  'workflow/never-closed': [
    [
      'Nessuna transizione porta a «closed»: nessun obiettivo si chiuderebbe mai.',
      'Aggiungere la transizione «close», da ogni stato in cui la vita di un obiettivo finisce, a «closed».',
    ],
    [
      'No transition leads to “closed”: no objective would ever be over.',
      'Add the transition “close”, from every state in which the life of an objective ends, to “closed”.',
    ],
  ],
  'workflow/way-missing': [
    [
      'Da «{state}» manca «{verb}»: ciò che vi arriva si fermerebbe lì.',
      'Aggiungere la transizione «{verb}» da «{state}» a «{to}».',
    ],
    [
      '“{verb}” is missing from “{state}”: what comes there would stay.',
      'Add the transition “{verb}” from “{state}” to “{to}”.',
    ],
  ],
  'workflow/return-leads-nowhere': [
    [
      'Il passo «{step}» può rispondere «{outcome}», ma da «{state}» manca la transizione «{verb}».',
      'Aggiungere la transizione da «{state}», o togliere «{outcome}».',
    ],
    [
      'The step “{step}” may answer “{outcome}”, but the transition “{verb}” is missing from “{state}”.',
      'Add the transition from “{state}”, or take “{outcome}” out.',
    ],
  ],
  'workflow/act-does-not-liquidate': [
    [
      'Il passo «{step}» autorizza la liquidazione con un atto di tipo {kinds}, ma «liquidate» ne vuole uno di tipo {paying}: si liquida con l’atto che autorizza, e nessuno potrebbe.',
      'Scrivere fra i tipi di «liquidate» anche uno di quelli del passo «{step}», o viceversa.',
    ],
    [
      'The step “{step}” authorises the payment by an act of the kind {kinds}, but “liquidate” wants one of the kind {paying}: one pays by the act that authorises, and nobody could.',
      'Write a kind of the step “{step}” among those of “liquidate” too, or the other way round.',
    ],
  ],
  'workflow/cannot-approve': [
    [
      'Il passo «{step}» non può essere superato: fra i suoi esiti manca «approve».',
      'Aggiungere «approve» a «outcomes».',
    ],
    ['The step “{step}” can never be passed: “approve” is not among its outcomes.', 'Add “approve” to “outcomes”.'],
  ],
  'workflow/only-the-first-acts': [
    [
      'Nel passo «{step}» basta uno solo e si va in ordine: dopo il primo nessuno agirebbe mai.',
      'Scrivere «order: parallel», o un altro accordo (all, quorum, weighted).',
    ],
    [
      'At the step “{step}” one is enough and they act in order: after the first nobody ever would.',
      'Write “order: parallel”, or another agreement (all, quorum, weighted).',
    ],
  ],
  'workflow/members-unknown': [
    [
      'Il passo «{step}» chiede {count} {count|voto|voti}, ma di {office} non è detto quanti componenti ha.',
      'Aggiungere «members» all’ufficio, come «members: 3».',
    ],
    [
      'The step “{step}” asks for {count} {count|vote|votes}, but it is not said how many sit in {office}.',
      'Add “members” to the office, as in “members: 3”.',
    ],
  ],
  'workflow/quorum-too-high': [
    [
      'Il passo «{step}» chiede {count} {count|voto|voti}, ma a votare sono al più {most}.',
      'Abbassare «count», o aggiungere chi vota.',
    ],
    [
      'The step “{step}” asks for {count} {count|vote|votes}, but at most {most} can vote.',
      'Lower “count”, or add who votes.',
    ],
  ],
  'workflow/weights-too-low': [
    [
      'Nel passo «{step}» tutti i pesi insieme fanno {sum}: la soglia {threshold} non si raggiunge mai.',
      'Abbassare «threshold», o alzare i pesi.',
    ],
    [
      'At the step “{step}” all weights together are {sum}: the threshold of {threshold} is never reached.',
      'Lower “threshold”, or raise the weights.',
    ],
  ],
  'workflow/without-weight': [
    [
      'Nel passo «{step}» «{who}» vota senza peso.',
      'Dare un peso al suo ufficio in «weights» (solo gli uffici ne hanno), o toglierlo da «who».',
    ],
    [
      'At the step “{step}” “{who}” votes without a weight.',
      'Give its office one in “weights” (only offices have them), or take it out of “who”.',
    ],
  ],
  'workflow/weight-of-nobody': [
    ['Nel passo «{step}» ha un peso «{office}», che non vota.', 'Aggiungerlo a «who», o togliere il peso.'],
    ['At the step “{step}” “{office}” has a weight and no vote.', 'Add it to “who”, or take the weight out.'],
  ],
  'workflow/timeout-without-term': [
    [
      'Il passo «{step}» dice che cosa accade alla scadenza, ma non ha un termine.',
      'Aggiungere «term: { workingDays: … }», o togliere «onTimeout».',
    ],
    [
      'The step “{step}” says what happens at its term, but has none.',
      'Add “term: { workingDays: … }”, or take “onTimeout” out.',
    ],
  ],
  'workflow/timeouts-not-rising': [
    [
      'Nel passo «{step}» questa azione viene {after} {after|giorno|giorni} dopo il termine, ma quella prima ne attende {before}.',
      'Ordinare le azioni per «after» crescente, una per giorno.',
    ],
    [
      'At the step “{step}” this comes {after} {after|day|days} after the term, but what stands before it waits {before}.',
      'Put the actions in rising order of “after”, one for a day.',
    ],
  ],
  'workflow/after-the-end': [
    ['Nel passo «{step}» dopo il silenzio-assenso non accade più nulla.', 'Mettere «approve-silently» per ultimo.'],
    ['At the step “{step}” nothing happens after the silent approval.', 'Put “approve-silently” last.'],
  ],
  'workflow/silence-never-comes': [
    [
      'Il passo «{step}» è l’ultimo della catena «{subject}», e chi lo compie deve dire qualcosa (un atto, un motivo, l’effetto): il silenzio non lo supererebbe mai.',
      'Togliere «approve-silently», o mettere il passo prima di un altro che decida; si può sollecitare («remind»).',
    ],
    [
      'The step “{step}” is the last of the chain “{subject}”, and whoever takes it has something to say (an act, a reason, the effect): silence would never pass it.',
      'Take “approve-silently” out, or put the step before another that decides; one may remind.',
    ],
  ],
  'workflow/same-substitute': [
    ['Nel passo «{step}» il sostituto «{who}» è lo stesso che sostituisce.', 'Nominare un altro ufficio.'],
    ['At the step “{step}” the substitute “{who}” is the one to be substituted.', 'Name another office.'],
  ],
  'workflow/already-asked': [
    [
      'Nel passo «{step}» alla scadenza si chiamerebbe «{who}», che è già chiamato a decidere.',
      'Nominare un altro ufficio, o sollecitare («remind»).',
    ],
    ['At the step “{step}” the time-out would call “{who}”, who is asked already.', 'Name another office, or remind.'],
  ],
  'workflow/not-an-earlier-step': [
    [
      'Il passo «{step}» sarebbe indipendente da «{other}», che non è un passo prima di lui.',
      '[Forse «{near}»? ][Scegliere fra: {known}. ]«independentOf: earlier» vale per tutti i passi precedenti.',
    ],
    [
      'The step “{step}” would be independent of “{other}”, which is no step before it.',
      '[Perhaps “{near}”? ][Choose one of: {known}. ]“independentOf: earlier” is for every step before.',
    ],
  ],
  'workflow/too-few-people': [
    [
      'Il passo «{step}» può restare senza nessuno di «{who}»[, per ciò che è di «{own}»][, se lo propone «{proposer}»][, dove «{nobody}» non indica un’altra area][, dove l’altra area è «{other}»][, dopo «{taken}»]: resterebbe fermo.',
      'Aggiungere un altro ufficio in «who» o in «substitute», togliere chi serve qui dagli altri passi (anche da «substitute» e «onTimeout»), dire quanti sono con «members» nell’ufficio, o scrivere «independentOf: nobody» dove la legge lo consente.',
    ],
    [
      'The step “{step}” may be left without anybody of “{who}”[, for what is of “{own}”][, where “{proposer}” proposes it][, where “{nobody}” means no other area][, where the other area is “{other}”][, after “{taken}”]: it would stand still.',
      'Add another office to “who” or as “substitute”, take whoever is needed here out of the other steps (of “substitute” and “onTimeout” too), say how many there are by “members” of the office, or write “independentOf: nobody” where the law lets it.',
    ],
  ],
  'workflow/outcome-not-for-subject': [
    [
      '«{outcome}» non è un esito per «{subject}»: non porterebbe da nessuna parte.',
      'Toglierlo; per rimandare indietro c’è «return».',
    ],
    ['“{outcome}” is no outcome for “{subject}”: it would lead nowhere.', 'Take it out; “return” sends back.'],
  ],
  'workflow/unratified-too-long': [
    [
      'Senza ratifica si resterebbe sospesi {days} {days|giorno|giorni}, oltre il massimo di {most} per qualsiasi sospensione.',
      'Scrivere in «unratifiedDays» al più {most}.',
    ],
    [
      'Without ratification work would rest {days} {days|day|days}, longer than the {most} of any suspension.',
      'Write at most {most} in “unratifiedDays”.',
    ],
  ],
  'workflow/evaluates-without-chain': [
    [
      'La sezione «evaluations» c’è, ma nessuna catena: un giudizio non avrebbe da chi passare.',
      'Aggiungere «evaluation» a «chains», o togliere la sezione.',
    ],
    [
      'There is the section “evaluations”, but no chain: a judgement would have nowhere to go.',
      'Add “evaluation” to “chains”, or take the section out.',
    ],
  ],
  'workflow/conciliator-evaluates': [
    [
      '«{office}» valuta e concilierebbe: chi sente le due parti è un terzo.',
      'Toglierlo da «conciliators» o da «evaluators».',
    ],
    [
      '“{office}” evaluates and would conciliate: whoever hears both is a third one.',
      'Take it out of “conciliators” or of “evaluators”.',
    ],
  ],
  'workflow/several-segretari': [
    [
      'L’ente ha un solo Segretario: «{office}» lo sarebbe accanto a «{first}».',
      'Lasciare «function: segretario» a uno solo; di chi lo sostituisce scrivere «segretario-substitute».',
    ],
    [
      'A body has one Segretario: “{office}” would be one beside “{first}”.',
      'Leave “function: segretario” to one; of whoever stands in write “segretario-substitute”.',
    ],
  ],
} satisfies Partial<Record<WorkflowMistakeCode, Template>>;
