import type { RefusalCode } from '#domain';
import { text, type ProblemText } from './problem-text.js';

export const organisationProblems = {
  'organisation/already-holds': text(
    409,
    [
      'Ufficio già ricoperto',
      'Questa persona ricopre già l’ufficio[ {office}] in quel periodo[, dal {from}][ al {to}][, come {roles}]: concludere prima quel periodo e registrarne un altro dal giorno dopo, o scegliere altre date.',
    ],
    [
      'Office held already',
      'This person holds the office[ {office}] in that period already[, from {from}][ to {to}][, as {roles}]: end that period first and record another from the day after, or choose other dates.',
    ],
  ),
  'organisation/unknown-tenure': text(
    404,
    ['Incarico sconosciuto', 'Questo incarico non c’è: ricaricare l’organigramma.'],
    ['Unknown tenure', 'There is no such tenure: reload the organisation.'],
  ),
  'organisation/already-left': text(
    409,
    ['Incarico già concluso', 'L’incarico[ presso {office}] finisce già quel giorno[, il {to}].'],
    ['Tenure ended already', 'The tenure[ of {office}] ends on that day already[, {to}].'],
  ),
  'organisation/incompatible': text(
    422,
    [
      'Incarichi incompatibili',
      'Chi fa parte dell’organismo di valutazione non può essere anche Segretario, né chi lo sostituisce, né Responsabile della prevenzione della corruzione, né dell’organo politico; e il Segretario non fa parte dell’organo politico[: «{role}» e «{other}» insieme non sono ammessi] (art. 14 c. 8 D.Lgs. 150/2009, delibera ANAC 1074/2018, art. 97 c. 4 D.Lgs. 267/2000). Nominare un’altra persona.',
    ],
    [
      'Incompatible offices',
      'A member of the evaluation body can be neither Segretario, nor who stands in for them, nor the officer against corruption, nor of the political body; and the Segretario is not of the political body[: "{role}" and "{other}" together are not allowed] (art. 14 c. 8 D.Lgs. 150/2009, delibera ANAC 1074/2018, art. 97 c. 4 D.Lgs. 267/2000). Appoint somebody else.',
    ],
  ),
  'organisation/act-missing': text(
    422,
    [
      'Manca l’atto',
      'Occorre un atto, con tipo, numero e data.[ Nessuno registra senza citarlo l’inizio o la fine di un proprio incarico, come questo presso {ownOffice}.][ Chi fa parte di {judging} valuta, delibera o sostituisce il Segretario: l’inizio e la fine di un tale incarico si registrano citando l’atto.][ Solo chi ricopre l’ufficio {office} lo delega senza, da sé e non all’indietro.][ Il {from} è già passato.]',
    ],
    [
      'Act missing',
      'An act is needed, with its kind, number and date.[ Nobody records without one that a tenure of their own begins or ends, such as this one of {ownOffice}.][ Whoever is of {judging} evaluates, resolves or stands in for the Segretario: that such a tenure begins or ends is recorded by citing the act.][ Only who holds the office {office} delegates it without one, by themselves and not backwards.][ The day {from} is over.]',
    ],
  ),
  'organisation/tenure-acted-by': text(
    409,
    [
      'Con questo incarico si è già agito',
      'Come {office} la persona ha già agito da quando l’incarico è registrato[, da ultimo: {done}][ il {lastAt}]. Annullarlo direbbe che nessuno l’ha mai avuto: se è finito, registrarne la fine; se ciò che è stato fatto è sbagliato, lo rettifica o lo rimanda chi può, e resta nella cronologia.',
    ],
    [
      'Somebody has acted by this tenure',
      'As {office} the person has acted since the tenure was recorded[, last: {done}][ on {lastAt}]. To annul it would say that nobody ever held it: if it is over, record its end; if what was done is wrong, whoever may rectifies it or sends it back, and it stays in the history.',
    ],
  ),
  'organisation/judges-own': text(
    403,
    [
      'Nessuno sceglie chi lo giudica',
      'È in corso un’approvazione[ («{approval}»)][{toScore|, di cui resta da attribuire il grado,|}] di cui chi registra è parte, e il suo passo[ «{step}»] tocca o toccherà a {office}: finché non è compiuto, chi ne è parte non registra per quell’ufficio né incarichi, né la loro fine, né deleghe, con o senza atto.[ Il motivo qui: {rule}.] Lo registra un amministratore, o chi altro tiene l’organigramma e non ne è parte[: qui {who}].',
    ],
    [
      'Nobody chooses who judges them',
      'An approval is under way[ ("{approval}")][{toScore|, whose degree is still to be given,|}] to which whoever records this is a party, and its step[ "{step}"] is, or will be, for {office}: until it is taken no party to it records for that office a tenure, its end or a delegation, act or no act.[ The reason here: {rule}.] An administrator records it, or whoever else keeps the register of offices and is no party[: here {who}].',
    ],
  ),
  'organisation/delegate-holds-it': text(
    422,
    ['Delega inutile', 'Questa persona ricopre già l’ufficio[ {office}] in quel periodo: non le serve una delega.'],
    ['Needless delegation', 'This person holds the office[ {office}] in that period: no delegation is needed.'],
  ),
  'organisation/holder-missing': text(
    422,
    [
      'Per conto di chi?',
      'L’ufficio[ {office}] è ricoperto da più persone, e chi è delegato parla per una sola: indicare in «holder» chi delega, oppure farlo fare a chi delega.',
    ],
    [
      'In whose place?',
      'Several persons hold the office[ {office}], and a delegate speaks for one: name in "holder" who delegates, or let them do it themselves.',
    ],
  ),
  'organisation/not-its-holder': text(
    422,
    [
      'Non lo ricopre',
      'Chi delega non ricopre l’ufficio[ {office}] in quel periodo: indicare una persona che lo ricopre, o registrare prima l’incarico.',
    ],
    [
      'Does not hold it',
      'Who delegates does not hold the office[ {office}] in that period: name somebody who does, or record their tenure first.',
    ],
  ),
  'organisation/already-delegated': text(
    409,
    [
      'Delega già data',
      'Questa persona ha già una delega per l’ufficio[ {office}][, dal {from} al {until}], per le stesse materie o alcune di esse: farla cessare, o scegliere altre date o altre materie.',
    ],
    [
      'Delegated already',
      'This person has a delegation for the office[ {office}] already[, from {from} to {until}], for the same matters or some of them: end it, or choose other dates or other matters.',
    ],
  ),
  'organisation/delegation-too-long': text(
    422,
    [
      'Delega troppo lunga',
      'Una delega dura al massimo {days} giorni[ e questa va dal {from} al {until}]: scegliere un termine più vicino, o registrare un incarico.',
    ],
    [
      'Delegation too long',
      'A delegation lasts {days} days at the most[ and this one goes from {from} to {until}]: choose an earlier end, or record a tenure.',
    ],
  ),
  'organisation/unknown-role': text(
    422,
    [
      'Ruolo sconosciuto',
      'Nessun incarico ha il ruolo o la qualifica «{written}»[: forse si intendeva «{meant}»]. Si può scrivere {known}.',
    ],
    [
      'Unknown role',
      'No tenure has the role or qualification "{written}"[: perhaps "{meant}" is meant]. It can be {known}.',
    ],
  ),
  'organisation/unknown-delegation': text(
    404,
    ['Delega sconosciuta', 'Questa delega non c’è: ricaricare l’organigramma.'],
    ['Unknown delegation', 'There is no such delegation: reload the organisation.'],
  ),
  'organisation/delegation-over': text(
    409,
    ['Delega già finita', 'La delega[ per {office}] è già finita[ il {until}]: non c’è nulla da revocare.'],
    ['Delegation over', 'The delegation[ for {office}] is over[ since {until}]: there is nothing to revoke.'],
  ),
} satisfies Record<Extract<RefusalCode, `organisation/${string}`>, ProblemText>;
