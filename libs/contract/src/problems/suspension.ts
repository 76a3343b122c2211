import { text } from './problem-text.js';

/** What is said of work that rests: how long, by which act, from when, and of misses that an act lifts. */
export const suspensionProblems = {
  'objective/suspended': text(
    409,
    [
      'Quota sospesa',
      'La quota[ {share}] è sospesa[ fino al {until}]: le scadenze sono ferme, e si riprende a riferire quando l’attività riprende.',
    ],
    [
      'Share suspended',
      'Share[ {share}] is suspended[ until {until}]: its deadlines stand still, and reports begin again when work does.',
    ],
  ),
  'objective/not-suspended': text(
    409,
    ['Quota non sospesa', 'La quota[ {share}] non è sospesa: non c’è nulla da ratificare o riprendere.'],
    ['Share not suspended', 'Share[ {share}] is not suspended: there is nothing to ratify or resume.'],
  ),
  'objective/suspension-already-ratified': text(
    409,
    ['Sospensione già ratificata', 'La sospensione della quota[ {share}] ha già il suo atto.'],
    ['Suspension already ratified', 'The suspension of share[ {share}] has its act already.'],
  ),
  'objective/ratified-too-late': text(
    422,
    [
      'Ratifica fuori termine',
      'L’atto[ è del {value} e] non ratifica in tempo la sospensione[, da ratificare entro il {max}][: dal {from} l’attività è ripresa]. Se deve fermarsi ancora, registrare con quell’atto una nuova sospensione; se la ratifica è di un altro atto, indicare quello.',
    ],
    [
      'Ratified too late',
      'The act[ is of {value} and] does not ratify the suspension in time[, which had to be by {max}][: work went on from {from}]. If it is to rest further, record a new suspension by that act; if another act ratified it, name that one.',
    ],
  ),
  'objective/rest-over': text(
    409,
    [
      'Sospensione già finita',
      'Sulla quota[ {share}] l’attività[, sospesa dal {from},] è già ripresa[ il {resumedOn}], e le scadenze restano spostate di tutta la sospensione. Una ripresa[ del {value},] registrata ora non le anticipa: se una va anticipata, chiedere una variazione, citando nei motivi l’atto, che si carica nel registro.',
    ],
    [
      'Rest already over',
      'Work on share[ {share}][, at rest from {from},] has gone on already[, on {resumedOn}], and deadlines stay moved by the whole rest. A resumption[ of {value}] that is recorded now brings none forward: where one is to come sooner, ask for a variation whose reason names the act, which is kept in the register.',
    ],
  ),
  'objective/rest-stands': text(
    409,
    [
      'Due sospensioni negli stessi giorni',
      'La quota[ {share}] era già sospesa[ dal {from}; l’attività è ripresa il {resumedOn}]: due sospensioni non si sovrappongono. Registrare solo i giorni che mancano: quelli prima, fino alla vigilia di quella sospensione, e quelli dopo, dal giorno della ripresa; per ciascuna parte si cita lo stesso atto.',
    ],
    [
      'Two rests on the same days',
      'Share[ {share}] was at rest already[ from {from}; work went on on {resumedOn}]: two rests do not overlap. Record only the days that are missing: those before it, up to the day before that rest, and those after it, from the day on which work went on; each part names the same act.',
    ],
  ),
  'objective/rest-lasts': text(
    409,
    [
      'Sospensione in corso',
      'La quota[ {share}] è sospesa[ dal {from} al {until}]: una sospensione di prima[, dal {value},] si registra quando l’attività è ripresa. Fino ad allora non cambia nulla: il mancato rispetto di una scadenza dei suoi giorni si toglie anche allora.',
    ],
    [
      'A rest lasts',
      'Share[ {share}] rests[ from {from} to {until}]: a rest of before[, from {value},] is recorded once work has gone on. Until then nothing is lost: what was missed on its days is lifted then as well.',
    ],
  ),
  'objective/miss-not-lifted': text(
    409,
    [
      'Scadenza non tolta',
      'Nessun atto ha tolto il mancato rispetto della scadenza[ «{deadlineText}»][ {instance}][ della quota {share}], oppure è già stato ridato: non c’è nulla da ridare.',
    ],
    [
      'Miss not lifted',
      'No act has lifted a miss of the deadline[ «{deadlineText}»][ {instance}][ of share {share}], or it was given back already: there is nothing to give back.',
    ],
  ),
  'objective/act-in-time': text(
    409,
    [
      'Atto in tempo',
      'L’atto[ {act}][ è del {value}]: non dopo l’ultimo giorno della scadenza[ «{deadlineText}»][ ({dueOn})], che perciò non è mancata. Se la data dell’atto è un’altra, la si corregge prima nel registro degli atti.',
    ],
    [
      'Act in time',
      'The act[ {act}][ is of {value}]: not after the last day of the deadline[ «{deadlineText}»][ ({dueOn})], which was therefore not missed. If the act is of another date, correct that in the register of acts first.',
    ],
  ),
  'objective/suspension-too-long': text(
    422,
    [
      'Sospensione troppo lunga',
      'Con questa sospensione la quota[ {share}] resterebbe ferma troppo a lungo[: {days} {days|giorno|giorni} in tutto su {limit} {limit|ammesso|ammessi}]: accorciarla, oppure variare o stralciare.',
    ],
    [
      'Suspension too long',
      'With this suspension share[ {share}] would rest for too long[: {days} {days|day|days} in all of {limit} allowed]: make it shorter, or vary or remove the share.',
    ],
  ),
  'objective/unratified-too-long': text(
    422,
    [
      'Sospensioni urgenti troppo lunghe',
      'Senza atto le sospensioni della quota[ {share}] durano insieme al massimo quanto dice il flusso[: già {days} {days|giorno|giorni} su {limit}, ne restano {left}]: per un’altra serve l’atto.',
    ],
    [
      'Urgent suspensions too long',
      'Without an act the suspensions of share[ {share}] may last together as long as the workflow says[: {days} {days|day|days} of {limit} so far, {left} left]: another one needs its act.',
    ],
  ),
  'objective/suspension-not-begun': text(
    422,
    [
      'Sospensione non ancora cominciata',
      'L’attività si fermerebbe dal {value}, dopo oggi[ ({today})]: fino ad allora si lavora e le scadenze decorrono. Registrare la sospensione quel giorno, o dopo con lo stesso primo giorno, citando l’atto già adottato.',
    ],
    [
      'Suspension not begun',
      'Work would rest from {value}, after today[ ({today})]: until then it goes on and deadlines run. Record the suspension on that day, or later with the same first day, naming the act that was taken already.',
    ],
  ),
  'objective/suspension-after-year': text(
    409,
    [
      'Anno del piano finito',
      'La quota[ {share}] non si può sospendere[ dal {value}]: l’anno del suo piano è finito[ il {until}] e nessuna sua scadenza cade da quel giorno in poi. Se l’atto sospende da un giorno dell’anno, indicare quello; altrimenti dei risultati si dice nella rendicontazione.',
    ],
    [
      'Plan’s year over',
      'Share[ {share}] cannot be suspended[ from {value}]: its plan’s year is over[ since {until}], and none of its deadlines falls on that day or later. If the act suspends from a day of the year, name that day; otherwise the report says what was achieved.',
    ],
  ),
} as const;
