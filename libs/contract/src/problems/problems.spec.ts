import { fill } from './problem-text.js';
import { describeProblem, problems, type ProblemCode } from './problems.js';

const codes = Object.keys(problems) as ProblemCode[];

describe('what each code says', () => {
  it.each(codes)('given %s without a single fact, then both languages still say whole sentences', (code) => {
    for (const language of ['it', 'en'] as const) {
      const { title, detail, status } = describeProblem(code, language, {});
      expect(title).toMatch(/^[A-ZÈ].*[^.]$/);
      expect(detail).toMatch(/^[A-ZÈ].*[.]$/);
      expect(detail).not.toMatch(/[[\]{}]| {2}| [.,]/);
      expect(status).toBeGreaterThanOrEqual(400);
    }
    expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
  });

  it('given a body that has an OIV and a president, then no sentence tells it of a Nucleo or a Giunta as if it had them', () => {
    const said = codes.flatMap((code) =>
      (['it', 'en'] as const).map((language) => {
        const { title, detail } = describeProblem(code, language, {});
        return `${title} ${detail}`.replace(/Nucleo (?:o|or) OIV/, '');
      }),
    );
    expect(said.filter((sentence) => /Nucleo|Giunta/.test(sentence))).toEqual([]);
  });

  it('given facts, then they stand in the sentence; given none, then their part falls away', () => {
    const template = 'Il piano[ {plan}] è chiuso[ dal {day}].';
    expect(fill(template, { plan: '2022' })).toBe('Il piano 2022 è chiuso.');
    expect(fill(template, {})).toBe('Il piano è chiuso.');
    expect(fill(template, { plan: '' })).toBe('Il piano è chiuso.');
  });

  it('given a revision that never was, then nobody is said to have acted', () => {
    const { detail } = describeProblem('command/stale-revision', 'it', { actual: 3, expected: 5, changed: '' });
    expect(detail).toBe('La revisione è 3, non 5: ricaricare e decidere di nuovo.');
  });

  it('given a fact that looks like a placeholder, then it is told as it is', () => {
    expect(fill('Il campo {field}[: «{value}»].', { field: 'x', value: '[{field}]$&' })).toBe(
      'Il campo x: «[{field}]$&».',
    );
  });

  it.each([
    ['objective/occurred-in-future', { value: '2022-03-05', today: '2022-03-01' }, '(5 marzo 2022)'],
    ['objective/deadline-passed', { instance: '2022-07-08' }, 'La scadenza dell’8 luglio 2022 è passata'],
    ['objective/deadline-passed', { instance: '2022-07-08', deadlineText: 'la bozza' }, '8 luglio 2022 («la bozza») è'],
    ['objective/indicator-not-measured', { indicator: 'i1', indicatorText: 'Faldoni' }, 'dell’indicatore «Faldoni»:'],
    ['objective/unknown-indicator', { indicator: 'i1', indicatorText: 'x'.repeat(200) }, `x…» non è`],
    ['objective/unknown-deadline', { deadline: 'd1', instance: '2022-07-08' }, 'La scadenza dell’8 luglio 2022 non'],
    ['reminder/already-sent', { day: '2022-11-11' }, 'dell’11 novembre 2022'],
    ['value/not-unique', { field: 'x', value: '1.1' }, '«1.1»'],
    ['value/not-a-date', { field: 'x', value: '2022-02-30' }, '«2022-02-30»'],
    [
      'value/out-of-range',
      { field: 'receivedOn', value: '2023-01-19', min: '2023-01-20' },
      'Il campo «giorno del ricevimento» è fuori dai limiti: 19 gennaio 2023, minimo 20 gennaio 2023.',
    ],
    [
      'value/out-of-range',
      { field: 'changes.points', value: '0' },
      'Il campo «punti da spostare» è fuori dai limiti: 0',
    ],
    ['value/out-of-range', { field: 'degree', value: '100.5', max: '100' }, ': 100,5, '],
    [
      'objective/adjusted-above-degree',
      { share: '1.1', value: '1321.65', paid: '489.45', from: '90', to: '33.33', max: '489.45' },
      'la quota 1.1 avrebbe 1.321,65 €. Una ripartizione le ha pagato 489,45 € con il grado 90 %',
    ],
    ['plan/unknown-area', { share: '1-x', area: 'x' }, 'che il piano non elenca: nominarne una del piano.'],
    ['plan/unknown-area', { area: 'x', areas: 'tributi, lavori' }, 'nominarne una del piano: tributi, lavori.'],
    ['approval/not-your-step', { step: 'x', office: 'Segretario, Nucleo' }, 'spetta ad altri (Segretario, Nucleo):'],
    ['objective/suspension-too-long', { days: 2, limit: 1 }, ': 2 giorni in tutto su 1 ammesso:'],
    ['objective/suspension-too-long', { days: 181, limit: 180 }, ': 181 giorni in tutto su 180 ammessi:'],
    ['variation/changed-twice', { objective: '6.1.1', deadlineText: 'la bozza' }, '6.1.1: la scadenza «la bozza». Las'],
    ['value/text-missing', { field: 'act.number' }, 'Il campo «numero dell’atto» è vuoto'],
    ['value/text-missing', { field: 'areas.3' }, 'Il campo «areas.3» è vuoto'],
    [
      'approval/own-report',
      { rule: 'own-office', day: '2022-09-22' },
      'Il motivo qui: ricopre un ufficio che ne risponde o ne ha risposto. Così era il 22 settembre 2022, il giorno indicato.',
    ],
    [
      'objective/ratified-too-late',
      { value: '2022-10-02', max: '2022-09-30', from: '2022-10-01' },
      'entro il 30 settembre 2022: dal 1 ottobre 2022 l’attività è ripresa.',
    ],
    ['evaluation/term-over', { until: '2023-01-30', value: '2023-01-31' }, 'il 30 gennaio 2023, prima del 31 gennaio'],
    [
      'value/before-its-fact',
      { needs: 'plan-approved', min: '2022-05-16', value: '2022-05-11' },
      ': l’approvazione del piano è del 16 maggio 2022, e ciò che si registra sarebbe dell’11 maggio 2022.',
    ],
    [
      'approval/act-before-step',
      { step: 'delibera', min: '2022-05-16', value: '2022-05-11' },
      ' il passo delibera si è aperto il 16 maggio 2022, e l’atto è dell’11 maggio 2022.',
    ],
    [
      'act/dated-otherwise',
      { act: '2022-dgc-54', registered: '2022-05-16', value: '2022-05-11' },
      'DGC 54 del 2022 ha un’altra data, 16 maggio 2022, non 11 maggio 2022: citarlo con quella',
    ],
    ['variation/after-cut-off', { to: '2022-12-15', decidedOn: '2022-12-20' }, 'decisione è il 20 dicembre 2022'],
    [
      'objective/before-holder',
      { value: '2022-08-01', min: '2022-07-01', former: 'area', since: '2022-09-01' },
      'dal giorno 1 settembre 2022',
    ],
    [
      'objective/rest-over',
      { share: 'x', value: '2023-01-10', from: '2023-01-02', resumedOn: '2023-01-31' },
      'già ripresa il 31 gennaio 2023, e',
    ],
    [
      'objective/rest-stands',
      { share: 'x', value: '2023-01-10', to: '2023-02-10', from: '2023-01-02', resumedOn: '2023-01-31' },
      'era già sospesa dal 2 gennaio 2023; l’attività è ripresa il 31 gennaio 2023: due',
    ],
    [
      'objective/rest-lasts',
      { share: 'x', value: '2023-01-02', from: '2023-01-20', until: '2023-01-31' },
      'è sospesa dal 20 gennaio 2023 al 31 gennaio 2023: una sospensione di prima, dal 2 gennaio 2023, si',
    ],
    ['premium/already-computed', { run: '2022-10-01' }, 'La ripartizione 2022-10-01'],
    [
      'clock/goes-backwards',
      { now: '2022-07-01T06:30:00.000Z', to: '2022-03-01T08:00:00.000Z' },
      '1 luglio 2022 alle ore 08:30',
    ],
    [
      'command/stale-revision',
      { actual: 4, expected: 3, changed: 'objective.progress-reported.v1' },
      'Nel frattempo è accaduto altro: avanzamento registrato. La revisione è 4, non 3:',
    ],
    [
      'command/stale-revision',
      {
        actual: 4,
        expected: 1,
        changed: 'objective.assigned.v1, plan.approval-voted.v1, plan.approval-new.v1, plan.new.v1',
        lastBy: 'Nucleo',
        lastAt: '2022-03-01T08:00:00.000Z',
      },
      'quota assegnata, espresso un voto, approvazione andata avanti, altro. Da ultimo ha agito Nucleo, il 1 marzo 2022 alle ore 09:00. La',
    ],
    ['session/too-many-requests', { seconds: 1 }, 'fra 1 secondo.'],
    ['session/too-many-requests', { seconds: 2 }, 'fra 2 secondi.'],
    ['import/problems', { count: 1 }, 'ha 1 problema '],
  ] as const)('given %s with %j, then it reads as people write: %s', (code, facts, words) => {
    expect(describeProblem(code, 'it', facts).detail).toContain(words);
  });

  it.each(['approval/own-report', 'approval/no-substitute'] as const)(
    'given %s by a rule of the separation of duties, then the sentence tells it and cites its article',
    (code) => {
      const facts = { office: 'personale', rule: 'four-eyes' };
      expect(describeProblem(code, 'it', facts)).toMatchObject({
        detail: expect.stringContaining(
          'Il motivo qui: ha compiuto un altro passo dello stesso controllo, o l’ha preparato da un altro ufficio.',
        ),
        law: 'art. 147-bis c. 1 D.Lgs. 267/2000',
      });
      expect(describeProblem(code, 'en', { ...facts, rule: 'author' }).law).toBe('art. 6-bis L. 241/1990');
      expect(describeProblem(code, 'it', {}).law).toBe('L. 241/1990, art. 6-bis; D.P.R. 62/2013, art. 7');
    },
  );

  it('given a substitute who may not act either, then who that is, and why', () => {
    const facts = { office: 'segretario', rule: 'own-office', instead: 'Vicesegretario', insteadRule: 'author' };
    expect(describeProblem('approval/no-substitute', 'it', facts).detail).toMatch(
      / Nemmeno chi sostituisce, Vicesegretario, può: l’ha scritto, proposto o presentato, o vi ha lavorato\. Che cosa fare: nominare/,
    );
  });

  it('given which ways are left, then those are told and no other', () => {
    const told = (facts: object) => describeProblem('approval/no-substitute', 'en', { opens: 1, ...facts }).detail;
    const [person, share, both] = [
      'somebody who is no party too, or',
      'now of Vice, to another office, or',
      'did not have it too, or',
    ];
    expect(told({})).toContain('What to do: name in the workflow file another substitute, who is no party, publish it');
    expect(told({ who: 'Vice' })).toContain(`What to do: give the office Vice to ${person} name in`);
    expect(told({ handed: 'Vice' })).toContain(`What to do: give the share, ${share} name in`);
    expect(told({ handedToo: 'Vice', another: 'Vice' })).toContain(
      `to another office and the office Vice to somebody who ${both} name`,
    );
  });

  it('given nobody for a step, then what is under way is moved, and what has not set out yet is not', () => {
    const facts = { step: 'verifica' };
    const detail = (told: object) => describeProblem('approval/no-substitute', 'en', { ...facts, ...told }).detail;
    expect(detail({})).toMatch(
      / in the workflow file another substitute, who is no party, publish it and move what is under way there\.$/,
    );
    expect(detail({ opens: 1 })).toMatch(
      / in the workflow file another substitute, who is no party, publish it and try again: nothing has set out yet/,
    );
    expect(detail({ opens: 1 })).not.toContain('under way');
  });

  it('given nobody for a step of the evaluation body, then no substitute is named who could not be', () => {
    const detail = describeProblem('approval/no-substitute', 'en', { step: 'certificazione', certifies: 1 }).detail;
    expect(detail).not.toContain('another substitute');
    expect(detail).toMatch(/take that step out in the workflow file, publish it and move what is under way there\.$/);
  });

  it('given a run that would come to a step with nobody, then which, who would take it, what they took, and what would do', () => {
    const end = { step: 'Liquidazione', offices: 'Segretario, Vice', steps: 'Proposta, Controllo' };
    const detail = (told: object) => describeProblem('premium/nobody-at-step', 'it', { ...end, ...told }).detail;
    expect(detail({ who: 'Segretario o Vice' })).toBe(
      'Il passo «Liquidazione» della ripartizione non potrebbe compierlo nessuno: chi lo farebbe (Segretario, Vice) ne è pagato, l’ha calcolata o proposta per un altro ufficio, o avrebbe già compiuto un altro passo dello stesso controllo (Proposta, Controllo). Prima di proporla dare anche a un’altra persona, che non ne riceva nulla, l’ufficio Segretario o Vice, o nominare nel file del flusso, per uno dei passi, un `substitute` che non ne riceva nulla e non ne compia altri, pubblicarlo, ritirare la ripartizione e calcolarla di nuovo. Una delega non basta: chi agisce al posto di altri è tenuto come loro.',
    );
    expect(detail({ who: '' })).toContain('Prima di proporla nominare nel file del flusso');
    expect(detail({ anew: 'Personale' })).toContain(
      'farla calcolare di nuovo da un’altra persona dell’ufficio Personale;',
    );
    expect(detail({ afresh: 'Personale' })).toContain(
      'calcolare di nuovo e proporre da un’altra persona dell’ufficio Personale.',
    );
  });

  it('given that nothing is possible, nobody could, or an address without an id, then the sentence does not stop half-way', () => {
    const nothing = { state: 'definitive', verb: 'suspend', possible: '', from: 'assigned' };
    expect(describeProblem('lifecycle/not-allowed', 'en', nothing).detail).toBe(
      'In its state (definitive) the body’s definition does not foresee this transition (suspend). It is foreseen from: assigned.',
    );
    expect(describeProblem('lifecycle/not-yours', 'it', { office: 'tributi', who: '' }).detail).toBe(
      'Questo passaggio non spetta all’ufficio tributi.',
    );
    expect(describeProblem('objective/not-defined', 'en', { objective: '' }).detail).not.toMatch(/ {2}| [.:]/);
  });

  it('given names of offices, then the sentence has them and the facts keep the ids', () => {
    const facts = { share: '1', office: 'polizia-locale' };
    expect(describeProblem('objective/not-your-share', 'en', facts, { office: 'Polizia locale' })).toMatchObject({
      detail: 'Another office (Polizia locale) answers for share 1: only that one may act.',
      facts,
    });
  });
});
