import type { Wording } from '../text.js';
import type { Sheet } from './sheet.js';

/** What a workbook hides and this reading leaves out, said so that nobody misses it in silence. */
export function notSeenRemarks(
  sheets: readonly Sheet[],
  hiddenSheets: readonly string[],
  asText: readonly string[],
): Wording[] {
  const remarks: Wording[] = [];
  if (hiddenSheets.length > 0)
    remarks.push({
      it: `I fogli nascosti (${listed(hiddenSheets)}) non sono letti: chi apre il file non li vede.`,
      en: `Hidden sheets (${listed(hiddenSheets)}) are not read: who opens the file does not see them.`,
    });
  for (const { name, hiddenRows, hiddenColumns } of sheets) {
    if (hiddenRows === 0 && hiddenColumns === 0) continue;
    remarks.push({
      it: `Nel foglio «${name}» le righe e le colonne nascoste (${hiddenRows} e ${hiddenColumns}) non sono lette: se sono parte del piano, mostrarle e salvare di nuovo.`,
      en: `In the sheet “${name}” hidden rows and columns (${hiddenRows} and ${hiddenColumns}) are not read: if they are part of the plan, show them and save again.`,
    });
  }
  if (asText.length > 0)
    remarks.push({
      it: `Nei fogli ${listed(asText)} nessuna riga nomina le colonne di una tabella di obiettivi: sono letti come testo.`,
      en: `In the sheets ${listed(asText)} no row names the columns of a table of objectives: they are read as text.`,
    });
  return remarks;
}

function listed(names: readonly string[]): string {
  return names
    .slice(0, 10)
    .map((name) => `«${name}»`)
    .join(', ');
}
