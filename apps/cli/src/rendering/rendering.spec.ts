import { strFromU8, unzipSync } from 'fflate';
import type { TableDocument } from './document.js';
import { toDocx } from './docx.js';
import { toMarkdown } from './markdown.js';
import { toTerminal } from './terminal.js';

const sample: TableDocument = {
  body: 'Comune di Esempio',
  title: 'Piano della performance 2022',
  act: 'Approvato con DGC 1 del 16.05.2022',
  note: 'Fatti al 31.12.2022.',
  headings: [
    '',
    'Obiettivi operativi 2022',
    'Area',
    'Performance attesa',
    'Peso',
    'Performance realizzata al 31.12.2022',
  ],
  missions: [
    {
      title: 'Missione 1 – Attività amministrativa',
      strategicObjectives: [
        {
          title: '1. Semplificazione',
          objectives: [
            {
              number: '1',
              title: 'Comitati | quartieri',
              shares: [
                {
                  area: ['Affari generali'],
                  expected: ['Elezioni', 'Relazione'],
                  weight: '15',
                  funding: null,
                  achieved: ['Fatto.'],
                },
                {
                  area: ['Lavori pubblici'],
                  expected: [],
                  weight: '2,5',
                  funding: null,
                  achieved: ['Grado 85 %.', 'Una parte\nsola.'],
                },
              ],
            },
          ],
        },
        { title: '2. Senza obiettivi', objectives: [] },
      ],
    },
    { title: 'Missione 3 – Vuota', strategicObjectives: [{ title: '1. Fondi', objectives: [] }] },
  ],
};

describe('the plan in Markdown', () => {
  const text = toMarkdown(sample);

  it('has a row for each share, and the objective named once', () => {
    expect(text).toContain('| 1 | Comitati \\| quartieri | Affari generali | Elezioni<br>Relazione | 15 | Fatto. |');
    expect(text).toContain('|  |  | Lavori pubblici |  | 2,5 | Grado 85 %.<br>Una parte<br>sola. |');
  });

  it('keeps missions and strategic objectives that have no objectives', () => {
    expect(text).toContain('## Missione 3 – Vuota\n\n### 1. Fondi\n\nNessun obiettivo');
  });
});

describe('the plan in a terminal', () => {
  it('has no line wider than the terminal', () => {
    const lines = toTerminal(sample, 60).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBe(60);
  });

  it('says under each share what was expected and what was achieved, by the headings of the columns', () => {
    const text = toTerminal(sample, 100);
    expect(text).toContain('     Performance realizzata al 31.12.2022:\n       Fatto.');
    expect(text).toContain(':\n       Elezioni\n       Relazione\n');
  });

  it('leaves out what has no objectives', () => {
    expect(toTerminal(sample)).not.toContain('Vuota');
  });
});

describe('the plan in Word', () => {
  it('is the same bytes whenever it is made', async () => {
    const [one, two] = [await toDocx(sample), await toDocx(sample)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  it('lies on A4, repeats the head of each table and breaks no row', async () => {
    const xml = strFromU8(unzipSync(await toDocx(sample))['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    expect(xml.match(/w:val="Heading1"/g)).toHaveLength(2);
    expect(xml.match(/w:val="Heading2"/g)).toHaveLength(3);
  });
});
