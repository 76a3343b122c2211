import { asDocx } from '../../support/office/as-docx.js';
import type { LaidRow, Piece } from '../../support/office/layout.js';

/** A small plan as an office would write it, for a body that has two areas and a Segretario. */
export async function planOfTwoAreas(year: number) {
  const pieces: Piece[] = [
    heading('Comune di Borgo Sereno'),
    heading(`Piano degli obiettivi e della performance ${year}`),
    line(`Approvato con deliberazione di Giunta comunale n. 12 del 30 gennaio ${year}.`),
    line(
      'A ciascuna area sono assegnati obiettivi per un totale di 100 punti; al Segretario Generale obiettivi per un massimo di 40 punti.',
    ),
    heading('Area Amministrativa'),
    table([
      ['1', 'Digitalizzazione degli archivi', 'Pratiche scansionate', '80%', '60'],
      ['2', 'Tempi di pagamento', 'Giorni medi di pagamento', 'non più di 30', '40'],
    ]),
    heading('Area Tecnica'),
    table([['1', 'Manutenzione delle scuole', 'Interventi conclusi', 'n. 6', '100']]),
    heading('Segretario Generale'),
    table([['1', 'Prevenzione della corruzione', 'Incontri di formazione', 'n. 2', '40']]),
  ];
  return {
    name: `Piano ${year}.docx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(await asDocx(pieces, { headings: 'styled' })),
  };
}

const heading = (text: string): Piece => ({ kind: 'paragraph', text, setApart: true });
const line = (text: string): Piece => ({ kind: 'paragraph', text, setApart: false });

function table(rows: readonly (readonly string[])[]): Piece {
  const laid = (cells: readonly string[], header: boolean): LaidRow => ({
    header,
    cells: cells.map((text) => ({ lines: [{ text, item: false, gap: 0 }], joined: false })),
  });
  const header = laid(['N.', 'Obiettivo', 'Indicatore', 'Target', 'Peso'], true);
  return { kind: 'table', rows: [header, ...rows.map((cells) => laid(cells, false))] };
}
