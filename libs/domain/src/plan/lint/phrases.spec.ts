import { archive, document, REGISTRY } from '../../testing/example.js';
import type { PlannedShare } from '../document.js';
import type { LintRule } from './finding.js';
import { lintOf } from './lint.js';
import { plain } from './looked-at.js';

const [registry] = archive.shares as readonly [PlannedShare];

/** Whether a rule finds something on a share, of the Segretario's too, that is measured in these words. */
function finds(rule: LintRule, text: string, areaId = 'affari-generali'): boolean {
  const share = { ...registry, areaId };
  const indicator = { id: 'i1', shareIds: [REGISTRY], text, target: null, source: { line: 10 } };
  const objective = { ...archive, shares: [share], indicators: [indicator], deadlines: [] };
  return lintOf({ ...document, objectives: [objective] }).findings.some((finding) => finding.rule === rule);
}

describe('what the lint of a plan reads out of its words', () => {
  it.each([
    'Adozione del manuale',
    'Manuale adottato',
    'Linee guida adottate',
    'Piano approvato',
    'Tariffe approvate',
    'Sportello attivato',
    'Postazioni attivate',
    'Incarico affidato',
    'Lavori affidati',
    'Progetto redatto',
    'Relazioni redatte',
    'Bando pubblicato',
    'Graduatorie pubblicate',
    'Verbale di consegna',
    'Verbali',
    'Relazione',
    'Relazioni',
    'Rapporto annuale',
    'Rapporti',
    'Regolamento',
    'Regolamenti',
    'Modello unico',
    'Modelli',
    'Elenco dei beni',
    'Elenchi',
    'Avviso',
    'Avvisi',
    'Accertamento',
    'Accertamenti',
    'Bando',
    'Bandi',
    'Graduatoria',
    'Graduatorie',
    'Assenza di rilievi',
    'Nessun rilievo',
    'Nessuna contestazione',
    'Zero reclami',
  ])('given «%s», then it is there at the end or is not', (text) => {
    expect(finds('lint/no-target', text)).toBe(false);
  });

  it.each(['Presenza agli incontri', 'Presenze agli incontri', 'Tenuta dei registri', 'Supporto agli uffici'])(
    'given «%s», then it goes on, and nobody can say how much of it was done',
    (text) => {
      expect(finds('lint/no-target', text)).toBe(true);
    },
  );

  it.each([
    'Si rinvia alla DGC 54/2022',
    'Rinvio alla DGC 54/2022',
    'Rimanda al decreto 7',
    'Rimando al decreto 7',
    'Vedi D.G.C. 54/2022',
    'Cfr. determina 12',
    'cfr determinazione 12',
    'Indicatori nella delibera 54',
    'Indicatori nello decreto 7',
    'Dettaglio in determina 12',
    'Dettagli come da DCC 3',
    'Contenuto con decreto 7',
    'Contenuti di cui alla deliberazione 54',
    'Obiettivi di cui al decreto 7',
    'Modalità   di cui alla DGC 54',
  ])('given «%s», then what is measured stands in another act', (text) => {
    expect(finds('lint/defined-elsewhere', text)).toBe(true);
  });

  it.each(['Vedi allegato', 'Rinvio a giudizio', 'Delibera 54 adottata', 'Indicatori nella relazione 3'])(
    'given «%s», then nothing stands in another act',
    (text) => {
      expect(finds('lint/defined-elsewhere', text)).toBe(false);
    },
  );

  it.each(['Risparmio energetico', 'Risparmi di gestione', 'Riduzione dei tempi', 'Recupero dell’evasione'])(
    'given «%s», then nobody knows from which value it starts',
    (text) => {
      expect(finds('lint/no-baseline', text)).toBe(true);
    },
  );

  it.each([
    'Riduzione dei tempi rispetto a oggi',
    'Riduzione dei tempi rispetto al 2021',
    'Riduzione dei tempi rispetto all’anno prima',
    'Riduzione dei tempi rispetto alla media',
    'Riduzione dei tempi, base 2021',
    'Riduzione dei tempi registrati nel 1999',
    'Riduzione dei tempi registrati nel 2021',
    'Riduzione dei tempi del 1998',
    'Riduzione dei tempi del 2020',
    'Riduzione dei tempi sulla media degli ultimi anni',
    'Riduzione dei tempi da 5 a 3 giorni',
    'Riduzione degli scarti da 12,5 % a 9 %',
    'Riduzione degli scarti da 12% a 9%',
    'Riduzione degli scarti da 120 a 90',
  ])('given «%s», then it says from which value it starts', (text) => {
    expect(finds('lint/no-baseline', text)).toBe(false);
  });

  it.each(['Riduzione dei tempi, base annua', 'Riduzione dei tempi nel 22', 'Riduzione da alcuni a pochi'])(
    'given «%s», then that is no value to start from',
    (text) => {
      expect(finds('lint/no-baseline', text)).toBe(true);
    },
  );

  it.each([
    'Rilievi del RPCT',
    'Rilievo dell’anticorruzione',
    'Nessun rilievo in materia di prevenzione della corruzione',
    'Monitoraggio degli obiettivi',
    'Verifica del piano performance',
    'Controllo del piano della performance',
  ])('given «%s» of the Segretario, then he would be scored on what he verifies himself; of an area not', (text) => {
    expect(finds('lint/own-findings', text, 'segretario')).toBe(true);
    expect(finds('lint/own-findings', text)).toBe(false);
  });

  it('given the Segretario’s own finding, then it is a warning that says which, and on what it rests', () => {
    const objective = {
      ...archive,
      shares: [{ ...registry, areaId: 'segretario' }],
      indicators: [{ id: 'i1', shareIds: [REGISTRY], text: 'Rilievi del RPCT', target: null, source: { line: 10 } }],
      deadlines: [],
    };
    const { findings } = lintOf({ ...document, objectives: [objective] });
    const [found] = findings.filter(({ rule }) => rule === 'lint/own-findings');
    expect(found).toMatchObject({ severity: 'warning', areaId: 'segretario', source: { line: 10 } });
    expect(found?.says.it).toContain('«Rilievi del RPCT»');
    expect(found?.says.en).toContain('“Rilievi del RPCT”');
    expect(found?.basis).toContain('L. 190/2012');
  });

  it('given accents, other apostrophes, capitals and blanks, then they make no other word', () => {
    expect(plain('Modalità  dell’ENTE\n‘tempi’')).toBe("modalita dell'ente 'tempi'");
  });
});
