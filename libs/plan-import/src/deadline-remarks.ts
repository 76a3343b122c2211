import type { Deadline, LocalDate, PlannedObjective } from '#domain';
import { deadlinesIn } from './deadline-words.js';
import type { DraftObjective } from './draft-plan.js';
import { deadlinesOf } from './found-deadlines.js';
import { at } from './place.js';
import { quoted } from './problem.js';
import type { PlanTime } from './terms/read-term.js';
import type { Wording } from './text.js';

/** As many as a person reads. */
const MOST = 40;

/** What of the terms of a plan is supposed, falls due never by itself, or may have been read otherwise than it is meant. */
export function remarksOnDeadlines(
  drafts: readonly DraftObjective[],
  objectives: readonly PlannedObjective[],
  time: PlanTime,
): readonly Wording[] {
  const unread = drafts.flatMap(({ indicators }) =>
    indicators.flatMap(({ deadlines, unread: left, source }) =>
      left.map((words) =>
        deadlines.some((one) => one.words.kind === 'recurring' || one.words.kind === 'fixed')
          ? otherwiseMeant(words, source.line)
          : withoutDay(words, source.line),
      ),
    ),
  );
  const found = objectives.flatMap((objective) => {
    const lines = deadlinesOf(objective).map(({ line }) => line);
    return objective.deadlines.flatMap((deadline, index) =>
      deadline.kind === 'as-of' && isSaid(deadline, time)
        ? []
        : toldOf(deadline, lines[index] ?? objective.source.line),
    );
  });
  const all = distinct([...unread, ...found]);
  return all.length <= MOST ? all : [...all.slice(0, MOST), besides(all.length - MOST)];
}

/** Whether the plan itself says by when the state of that day is to be told. */
function isSaid({ text, asOf }: Extract<Deadline, { kind: 'as-of' }>, time: PlanTime): boolean {
  return deadlinesIn(text, time).some(
    (words) => words.kind === 'as-of' && words.asOf === asOf && words.graceDays !== undefined,
  );
}

function toldOf(deadline: Deadline, line: number): Wording[] {
  switch (deadline.kind) {
    case 'as-of':
      return deadline.dueOn === undefined ? [] : [supposed(deadline.asOf, deadline.dueOn, deadline.graceDays, line)];
    case 'relative':
      return [counted(`${deadline.within} (${deadline.to})`, line)];
    case 'after':
      return [neverDue(deadline.text, line)];
    default:
      return [];
  }
}

function supposed(asOf: LocalDate, dueOn: LocalDate, days: number, line: number): Wording {
  return {
    it: `La situazione al ${inDigits(asOf)} (riga ${at(line)}) è attesa entro il ${inDigits(dueOn)}: ${days} giorni dopo, poiché il piano non dice entro quando. Se il giorno è un altro, scriverlo nel piano: «entro il …».`,
    en: `The state as of ${inDigits(asOf)} (line ${at(line)}) is expected by ${inDigits(dueOn)}: ${days} days later, as the plan does not say by when. If it is another day, write it in the plan: «entro il …».`,
  };
}

function neverDue(words: string, line: number): Wording {
  const said = quoted(words);
  return {
    it: `Il termine ${said} (riga ${at(line)}) dipende da un fatto di cui il piano non dà il giorno: da solo non scade mai, nessun promemoria parte e nulla risulta mancato. Scrivere nel piano un giorno («entro il …»), o dargliene uno con una variazione quando il fatto è avvenuto.`,
    en: `The term ${said} (line ${at(line)}) depends on a fact of which the plan does not give the day: by itself it never falls due, no reminder leaves and nothing is ever missed. Write a day in the plan («entro il …»), or give it one by a variation once the fact has happened.`,
  };
}

function counted(words: string, line: number): Wording {
  const said = quoted(words);
  return {
    it: `Il termine ${said} (riga ${at(line)}) si conta da un fatto: non scade, e nessuno riceve promemoria, finché chi ne risponde non registra il fatto con un avanzamento («Fa decorrere un termine»). Se il giorno è già noto, scriverlo nel piano: «entro il …».`,
    en: `The term ${said} (line ${at(line)}) is counted from a fact: it does not fall due, and nobody is reminded, until whoever answers for it reports the fact with their progress (“A term begins with it”). If the day is known already, write it in the plan: «entro il …».`,
  };
}

const SO_WRITTEN =
  '«entro il 30/06/2026», «entro il giorno 5 di ogni mese», «entro il 10 del mese successivo», «ogni venerdì», «entro 30 giorni dal verbale»';

function otherwiseMeant(words: string, line: number): Wording {
  const said = quoted(words);
  return {
    it: `Del termine ${said} (riga ${at(line)}) non si legge con certezza il giorno: valgono soltanto i giorni letti dal resto del testo, di una serie la fine di ogni periodo. Se ne manca uno, scriverlo così: ${SO_WRITTEN}.`,
    en: `The day of the term ${said} (line ${at(line)}) cannot be read surely: what is due is due on the days read from the rest of the text, of a series at the end of each period. If one is missing, write it so: ${SO_WRITTEN}.`,
  };
}

function withoutDay(words: string, line: number): Wording {
  const said = quoted(words);
  return {
    it: `Del termine ${said} (riga ${at(line)}) non si legge il giorno: da queste parole non nasce nessuna scadenza, e chi non ne ha un’altra ha l’ultimo giorno del piano. Se un giorno c’è, scriverlo così: ${SO_WRITTEN}.`,
    en: `The day of the term ${said} (line ${at(line)}) cannot be read: no deadline comes of these words, and who has no other has the last day of the plan. If there is a day, write it so: ${SO_WRITTEN}.`,
  };
}

function inDigits(date: LocalDate): string {
  return date.split('-').toReversed().join('/');
}

function besides(count: number): Wording {
  return {
    it: `Altri ${count} termini sono supposti, senza giorno o non letti, e non sono elencati qui: corretti i primi, importare di nuovo.`,
    en: `Another ${count} terms are supposed, without a day or not read, and are not listed here: once these are corrected, import again.`,
  };
}

function distinct(remarks: readonly Wording[]): readonly Wording[] {
  // those of one sentence are the same: the first place stays
  return [...new Map(remarks.map((remark) => [remark.it, remark])).values()];
}
