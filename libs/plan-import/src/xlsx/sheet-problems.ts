import { at } from '../place.js';
import { problem, type Problem } from '../problem.js';
import type { Sheet } from './sheet.js';

export function rowsHiddenByFilter(line: number, { name, hiddenRows }: Sheet): Problem {
  return problem(
    line,
    'import/rows-hidden-by-filter',
    `Nel foglio «${name}» un filtro nasconde ${hiddenRows} righe, che possono essere parte del piano: togliere il filtro e salvare di nuovo.`,
    `In the sheet “${name}” a filter hides ${hiddenRows} rows, which may be part of the plan: clear the filter and save again.`,
  );
}

export function neverCalculated(line: number): Problem {
  return problem(
    line,
    'import/formula-without-value',
    `Alla riga ${at(line)} una formula non ha il suo risultato: aprire il file con il foglio di calcolo e salvarlo di nuovo, oppure scrivere il valore.`,
    `At line ${at(line)} a formula has no result: open the file in a spreadsheet program and save it again, or write the value.`,
    1,
  );
}
