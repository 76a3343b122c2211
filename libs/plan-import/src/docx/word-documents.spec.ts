import { docxOf, p, r, table, tc, tr } from '../../../../test/support/office/word-xml.js';
import { readPlanFile } from '../read-file.js';

const HEADINGS = ['N.', 'Obiettivo', 'Area', 'Indicatore', 'Peso', 'Esito'];
const header = tr(...HEADINGS.map((heading) => tc(heading)));
const opening = p('Comune di Prova') + p('Piano della performance 2024', true);
const row = (...cells: readonly string[]) => tr(...cells.map((cell) => tc(cell)));
const plan = (...rows: readonly string[]) => docxOf(opening, `<w:tbl>${header}${rows.join('')}</w:tbl>`);
const objectives = (bytes: Uint8Array) => {
  const { document, problems } = readPlanFile(bytes);
  expect(problems).toEqual([]);
  return (document?.objectives ?? []).map(({ title, shares, indicators }) => ({
    title,
    shares: shares.map(({ areaId, weight }) => `${areaId} ${weight ?? '-'}`),
    indicators: indicators.map(({ text }) => text),
  }));
};
const DOWN = '<w:vMerge/>';
const FIRST = '<w:vMerge w:val="restart"/>';

describe('a table of a word processor', () => {
  const joined = (area: string) =>
    plan(
      tr(tc('1', FIRST), tc('Verde', FIRST), tc('Area Verde'), tc('Alberi piantati'), tc('5', FIRST), tc('')),
      tr(tc('', DOWN), tc('', DOWN), tc(area), tc('Siepi potate'), tc('', DOWN), tc('')),
      row('2', 'Rosa', 'Area Rosa', 'Rose', '5', ''),
    );

  it('has cells joined downwards: the row goes on with the one above, and its weight is not missing', () => {
    expect(objectives(joined('Area Verde'))[0]).toEqual({
      title: 'Verde',
      shares: ['area-verde 5'],
      indicators: ['Alberi piantati', 'Siepi potate'],
    });
  });

  it('has one weight joined over two areas: whose it is has to be written', () => {
    expect(readPlanFile(joined('Area Blu')).problems.map(({ code, place }) => [code, place.it])).toEqual([
      ['import/missing-weight', 'tabella 1 (Piano della performance 2024), riga 3'],
    ]);
  });

  it('has a heading over two columns, on two rows', () => {
    const bytes = docxOf(
      opening,
      `<w:tbl>${tr(tc('N.', FIRST), tc('Obiettivo', FIRST), tc('Area', FIRST), tc('Performance', '<w:gridSpan w:val="2"/>'), tc('Peso', FIRST))}
      ${tr(tc('', DOWN), tc('', DOWN), tc('', DOWN), tc('attesa'), tc('realizzata'), tc('', DOWN))}
      ${row('1', 'Verde', 'Area Verde', 'Alberi piantati', '', '5')}</w:tbl>`,
    );
    expect(objectives(bytes)).toEqual([{ title: 'Verde', shares: ['area-verde 5'], indicators: ['Alberi piantati'] }]);
  });

  it('has borders a little beside those above', () => {
    const span = (count: number) => `<w:gridSpan w:val="${count}"/>`;
    const bytes = docxOf(
      opening,
      `<w:tbl>${tr(tc('N.'), tc('Obiettivo', span(2)), tc('Area', span(3)), tc('Indicatore', span(4)), tc('Peso'))}
      ${tr(tc('1'), tc('Verde', span(3)), tc('Area Verde', span(2)), tc('Alberi', span(3)), tc('5', span(2)))}</w:tbl>`,
    );
    expect(objectives(bytes)).toEqual([{ title: 'Verde', shares: ['area-verde 5'], indicators: ['Alberi'] }]);
  });

  it('stands in a frame, and goes on in the next table without headings', () => {
    const framed = `<w:tbl>${tr(tc(`${table([HEADINGS, ['1', 'Verde', 'Area Verde', 'Alberi', '5', '']])}<w:p/>`))}</w:tbl>`;
    const bytes = docxOf(opening, framed, p(''), table([['2', 'Blu', 'Area Blu', 'Barche', '4', '']]));
    expect(objectives(bytes).map(({ shares }) => shares)).toEqual([['area-verde 5'], ['area-blu 4']]);
  });

  it('has its headings again on the next page, and a section over the whole width', () => {
    const section = (title: string) => tr(tc(title, '<w:gridSpan w:val="6"/>'));
    const bytes = plan(
      section('MISSIONE 1 - Ambiente'),
      row('1', 'Verde', 'Area Verde', 'Alberi', '5', ''),
      section('MISSIONE 3 - Ordine pubblico'),
      header,
      row('1', 'Blu', 'Area Blu', 'Barche', '4', ''),
    );
    expect(readPlanFile(bytes).problems).toEqual([]);
    expect(readPlanFile(bytes).document?.objectives.map(({ id }) => id)).toEqual(['1.1.1', '3.1.1']);
  });

  it('has a table within a cell: its rows are lines of the cell', () => {
    const inner = `${table([
      ['Alberi', 'n. 40'],
      ['Siepi', 'n. 3'],
    ])}<w:p/>`;
    expect(objectives(plan(row('1', 'Verde', 'Area Verde', inner, '5', '')))[0]?.indicators).toEqual([
      'Alberi n. 40',
      'Siepi n. 3',
    ]);
  });
});

describe('the words of a word processor', () => {
  const indicator = (content: string) =>
    objectives(plan(row('1', 'Verde', 'Area Verde', content, '5', '')))[0]?.indicators;

  it('are read as if tracked changes were accepted', () => {
    const deleted = '<w:del><w:r><w:delText>Sassi </w:delText></w:r></w:del>';
    const moved = '<w:moveFrom><w:r><w:t>Muri </w:t></w:r></w:moveFrom>';
    expect(indicator(`<w:p>${deleted}${moved}<w:ins>${r('Alberi')}</w:ins>${r(' piantati')}</w:p>`)).toEqual([
      'Alberi piantati',
    ]);
    const joined = '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Alberi </w:t></w:r></w:p>';
    expect(indicator(`${joined}${p('piantati')}`)).toEqual(['Alberi piantati']);
    const gone = row('9', 'Sassi', 'Area Sassi', 'Muri', '5', '').replace('<w:tr>', '<w:tr><w:trPr><w:del/></w:trPr>');
    expect(objectives(plan(row('1', 'Verde', 'Area Verde', 'Alberi', '5', ''), gone))).toHaveLength(1);
  });

  it('are not those of text boxes, fields, notes and hidden text, and that is told', () => {
    const box = `<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p('Riquadro')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('Riquadro')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`;
    const field = '<w:r><w:instrText>DDEAUTO cmd.exe "/c calc"</w:instrText></w:r>';
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>nascosto</w:t></w:r>';
    const content = `<w:p><w:r>${box}</w:r>${field}${r('Alberi piantati')}${hidden}</w:p>`;
    expect(indicator(content)).toEqual(['Alberi piantati']);
    expect(readPlanFile(plan(row('1', 'V', 'Area V', content, '5', ''))).remarks.map(({ en }) => en)).toEqual([
      'Hidden text (1 places) is not read: who opens the document does not see it.',
      'Text boxes (1) are not read: if one holds part of the plan, move it into the text.',
    ]);
  });

  it('are parted by tabs, breaks, hyphens and blanks of every kind', () => {
    const run = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`;
    expect(indicator(run('<w:t>Alberi</w:t><w:tab/><w:t>e  siepi\u00a0pian\u00adtati</w:t>'))).toEqual([
      'Alberi e siepi piantati',
    ]);
    expect(indicator(run('<w:t>Alberi</w:t><w:br/><w:t>Siepi</w:t>'))).toEqual(['Alberi', 'Siepi']);
    expect(indicator(run('<w:t>Pre</w:t><w:noBreakHyphen/><w:t>verifica</w:t>'))).toEqual(['Pre-verifica']);
  });

  it('are in a list', () => {
    const item = (text: string) => `<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>${r(text)}</w:p>`;
    expect(indicator(`${p('Fasi:')}${item('primo')}${item('secondo')}`)).toEqual(['Fasi: primo', 'Fasi: secondo']);
  });

  it('stand on the page that was laid out last', () => {
    const bytes = docxOf(
      p('Piano della performance 2024'),
      '<w:p><w:r><w:lastRenderedPageBreak/><w:t>Area Verde</w:t></w:r></w:p>',
      table([HEADINGS, ['1', 'Verde', 'Area Verde', 'Alberi', 'cinque', '']]),
    );
    const [problem] = readPlanFile(bytes).problems;
    expect(problem?.place).toEqual({ it: 'tabella 1, riga 2, pagina 2', en: 'table 1, row 2, page 2' });
    expect(problem?.message.it).toBe(
      'Il peso «cinque» alla riga 2 della tabella 1 non si legge: scrivere un numero con al più due decimali, o la frase sul finanziamento che ne prende il posto.',
    );
    expect(problem?.message.en).toMatch(/^The weight «cinque» at row 2 of table 1 cannot be read/);
  });
});
