import { at } from './place.js';
import type { ObjectiveRows } from './objectives.js';
import { problem, quoted, type Problem } from './problem.js';

export function unreadable(line: number, text: string, column?: number): Problem {
  return problem(
    line,
    'import/unreadable-weight',
    `Il peso ${quoted(text)} alla riga ${at(line)} non si legge: scrivere un numero con al più due decimali, o la frase sul finanziamento che ne prende il posto.`,
    `The weight ${quoted(text)} at line ${at(line)} cannot be read: write a number of at most two decimals, or the sentence on funding that takes its place.`,
    column,
  );
}

export function withoutArea(line: number): Problem {
  return problem(
    line,
    'import/missing-area',
    `La riga ${at(line)} ha un peso ma nessuna area, e nessuna sopra di sé: scrivere di chi è.`,
    `Line ${at(line)} has a weight but no area, and none above it: write whose it is.`,
  );
}

export function ofNoArea(line: number, cell: string, column?: number): Problem {
  const [own] = cell.split(/\s+(?=addett|operai|esterno|interno)/i);
  return problem(
    line,
    'import/missing-area',
    `La riga ${at(line)} ha un peso, e ${quoted(cell)} vi è letto come personale o unità di un'area, senza dire di quale: scrivere l'area davanti («Area … - ${own}»), oppure, se è un'area, «Area ${own}» o il nome con cui l'ente la conosce.`,
    `Line ${at(line)} has a weight, and ${quoted(cell)} is read in it as people or a unit of an area, without saying which: write the area before it (“Area … - ${own}”), or, if it is an area, “Area ${own}” or the name by which the body knows it.`,
    column,
  );
}

export function withoutWeight({ number, title }: ObjectiveRows, line: number): Problem {
  return problem(
    line,
    'import/missing-weight',
    `L'obiettivo ${number} ${quoted(title)} alla riga ${at(line)} non ha né pesi né finanziamento: nessuno ne risponde. Scrivere il peso.`,
    `Objective ${number} ${quoted(title)} at line ${at(line)} has neither weights nor funding: nobody answers for it. Write its weight.`,
  );
}

export function rowWithoutWeight(line: number, column?: number): Problem {
  return problem(
    line,
    'import/missing-weight',
    `La riga ${at(line)} ha un'area o un risultato atteso ma nessun peso: scriverlo, oppure un trattino se non ne ha uno proprio.`,
    `Line ${at(line)} has an area or an expected result but no weight: write it, or a dash if it has none of its own.`,
    column,
  );
}
