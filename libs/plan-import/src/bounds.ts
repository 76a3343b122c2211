import { at } from './place.js';
import { LIMITS } from './limits.js';
import type { Ambiguity } from './draft.js';
import { problem, type Problem } from './problem.js';

/** Ambiguities that are still compared with each other. */
export const MOST_AMBIGUITIES = 60;

export function tooLarge(size: number): Problem {
  const most = LIMITS.bytes / 1_000_000;
  return problem(
    1,
    'import/too-large',
    `Il documento ha ${size} caratteri: se ne leggono al più ${most} milioni. Togliere allegati e immagini.`,
    `The document has ${size} characters: at most ${most} million are read. Remove attachments and images.`,
  );
}

export function tooManyLines(): Problem {
  return problem(
    1,
    'import/too-large',
    `Il documento ha più di ${LIMITS.lines} righe: togliere ciò che non è il piano.`,
    `The document has more than ${LIMITS.lines} lines: remove what is not the plan.`,
  );
}

export function tooManyRows(line: number, count: number): Problem {
  return problem(
    line,
    'import/too-many-rows',
    `L'obiettivo alla riga ${at(line)} ha ${count} righe, più delle ${LIMITS.rowsOfObjective} che un obiettivo può avere: controllare che gli obiettivi abbiano numero e titolo.`,
    `The objective at line ${at(line)} has ${count} rows, more than the ${LIMITS.rowsOfObjective} an objective may have: check that objectives have a number and a title.`,
  );
}

export function areaTooLong(line: number): Problem {
  return problem(
    line,
    'import/cell-too-long',
    `L'area alla riga ${at(line)} ha più di ${LIMITS.areaName} caratteri: controllare che le colonne siano quelle giuste.`,
    `The area at line ${at(line)} is longer than ${LIMITS.areaName} characters: check that the columns are the right ones.`,
  );
}

export function tooManyAreas(): Problem {
  return problem(
    1,
    'import/too-many-areas',
    `La colonna delle aree ha più di ${LIMITS.areas} voci diverse: controllare che sia la colonna giusta.`,
    `The column of areas has more than ${LIMITS.areas} different entries: check that it is the right column.`,
  );
}

export function tooManyReadings(ambiguities: readonly Ambiguity[]): Problem {
  const line = ambiguities[MOST_AMBIGUITIES]?.line ?? 1;
  return problem(
    line,
    'import/too-many-readings',
    `Il documento ha ${ambiguities.length} punti che si possono leggere in più modi, più dei ${MOST_AMBIGUITIES} che si confrontano: scrivere un peso accanto a ogni area, a cominciare dalla riga ${at(ambiguities[0]?.line ?? 1)}.`,
    `The document has ${ambiguities.length} places that can be read in several ways, more than the ${MOST_AMBIGUITIES} that are compared: write one weight beside each area, beginning with line ${at(ambiguities[0]?.line ?? 1)}.`,
  );
}

export function tooManyDoubts(doubts: readonly Ambiguity[]): Problem {
  const line = doubts[MOST_AMBIGUITIES]?.line ?? 1;
  return problem(
    line,
    'import/too-many-readings',
    `Il documento ha ${doubts.length} titoli o nomi di cui non si sa se siano aree, più dei ${MOST_AMBIGUITIES} che si chiedono: scrivere l'area in una colonna «Area» di ogni tabella, o «Area» davanti al nome nei titoli, a cominciare dalla riga ${at(doubts[0]?.line ?? 1)}.`,
    `The document has ${doubts.length} headings or names of which it is not known whether they are areas, more than the ${MOST_AMBIGUITIES} that are asked: write the area in a column “Area” of each table, or “Area” before the name in headings, beginning with line ${at(doubts[0]?.line ?? 1)}.`,
  );
}

export function tooManyColumns(): Problem {
  return problem(
    1,
    'import/too-many-columns',
    `Una tabella ha più delle ${LIMITS.columns} colonne che può avere: controllare che sia un piano.`,
    `A table has more than the ${LIMITS.columns} columns it may have: check that it is a plan.`,
  );
}

export function tooManyTableRows(count: number): Problem {
  return problem(
    1,
    'import/too-many-rows',
    `Il documento ha ${count} righe di tabella, più delle ${LIMITS.rows} che un piano può avere: dividerlo o controllare che sia un piano.`,
    `The document has ${count} table rows, more than the ${LIMITS.rows} a plan may have: split it, or check that it is a plan.`,
  );
}
