import type { Wording } from '../text.js';
import type { WordContent } from './content.js';

/** What a document holds and this reading leaves out, said so that nobody misses it in silence. */
export function leftOutRemarks({ textBoxes, deletions, hidden }: WordContent): Wording[] {
  const remarks: Wording[] = [];
  if (deletions > 0)
    remarks.push({
      it: `Revisioni: il testo segnato come eliminato (${deletions} punti) non è letto, quello inserito sì, come se fossero accettate.`,
      en: `Tracked changes: text marked as deleted (${deletions} places) is not read and inserted text is, as if they were accepted.`,
    });
  if (hidden > 0)
    remarks.push({
      it: `Il testo nascosto (${hidden} punti) non è letto: chi apre il documento non lo vede.`,
      en: `Hidden text (${hidden} places) is not read: who opens the document does not see it.`,
    });
  if (textBoxes > 0)
    remarks.push({
      it: `Le caselle di testo (${textBoxes}) non sono lette: se una contiene parte del piano, spostarla nel testo.`,
      en: `Text boxes (${textBoxes}) are not read: if one holds part of the plan, move it into the text.`,
    });
  return remarks;
}
