import { createInstance, type TFunction } from 'i18next';
import { formatsOf } from '../../words/formats.js';
import { italian } from '../../words/it/index.js';
import { italianOffice } from '../../words/it/office/index.js';
import { eventTypes } from '../audit-trail/event-types.js';
import { eventKind, eventNotes, eventTitle, type Telling } from './event-words.js';

let telling: Telling;

beforeAll(async () => {
  const words = createInstance();
  await words.init({
    lng: 'it',
    defaultNS: 'words',
    resources: { it: { words: { ...italian, event: { ...italian.event, ...italianOffice.event } } } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  telling = {
    t: words.t as TFunction<'words'>,
    formats: formatsOf('it'),
    nameOf: (office) => (office === 'finanziaria' ? 'Area finanziaria' : '–'),
  };
});

describe('what happened, in words', () => {
  it('given an assignment, then the office is named and its id is not', () => {
    const title = eventTitle({ type: 'objective.assigned.v1', data: { office: 'finanziaria' } }, telling);
    expect(title).toBe('Quota assegnata a Area finanziaria');
  });

  it('given a report of progress without a value, then it is a nil return', () => {
    const title = eventTitle({ type: 'objective.progress-reported.v1', data: { value: null } }, telling);
    expect(title).toBe('Rapporto negativo: niente da segnalare');
  });

  it('given a term that begins in the place of one, then it is told which counts no more', () => {
    const title = (begins: object) =>
      eventTitle({ type: 'objective.progress-reported.v1', data: { value: '50', begins } }, telling);
    expect(title({ dueOn: '2022-12-31' })).toMatch(/Decorre un termine che scade il 31\/12\/2022$/);
    expect(title({ dueOn: '2022-12-31', insteadOf: '2023-04-30' })).toMatch(
      /che scade il 31\/12\/2022\. Il termine del 30\/04\/2023, contato da un giorno sbagliato, non vale più$/,
    );
  });

  it('given a miss that is lifted, then it is told whether the act had moved the deadline or let work rest', () => {
    const title = (data: object) =>
      eventTitle({ type: 'objective.miss-lifted.v1', data: { dueOn: '2022-07-31', ...data } }, telling);
    expect(title({ variationId: '2022-1' })).toContain('spostata in tempo');
    expect(title({ restsUntil: '2022-09-30' })).toContain('sospeso in tempo');
    expect(title({ isRemoved: true })).toContain('stralciato la quota in tempo');
  });

  it('given a run that adjusts a payment, then what was paid, what is due and the difference are told, to the cent', () => {
    const title = (total: string) =>
      eventTitle(
        { type: 'premium.computed.v1', data: { fund: total, total, adjusts: { runId: 'a', before: '4692.19' } } },
        telling,
      ).replaceAll('\u00a0', ' ');
    expect(title('3850.00')).toBe(
      'Conguaglio calcolato: pagato 4.692,19 €, dovuto in tutto 3.850,00 €, da recuperare 842,19 €',
    );
    expect(title('4692.20')).toContain('da pagare in più 0,01 €');
  });

  it('given an event of which nothing but the name is told, then it has its words', () => {
    expect(eventTitle({ type: 'plan.closed.v1', data: {} }, telling)).toBe('Piano chiuso');
  });

  it('given an event newer than this page, then it is told by its name', () => {
    expect(eventTitle({ type: 'plan.put-aside.v1', data: {} }, telling)).toBe('Altro evento: plan: put aside');
  });

  it('given every kind that one may filter by, then each has words of its own with nothing left to fill in', () => {
    const kinds = eventTypes.map((type) => eventKind(type, telling.t));
    expect(kinds).toContain('Avanzamento registrato');
    expect(new Set(kinds).size).toBe(eventTypes.length);
    for (const kind of kinds) expect(kind).not.toMatch(/[{:]|Altro evento/);
  });

  it('given a report sent back, then every point is told', () => {
    const notes = eventNotes({ data: { points: ['Manca la delibera', 'Manca la data'] } }, telling);
    expect(notes).toEqual(['Punto: Manca la delibera', 'Punto: Manca la data']);
  });

  it('given a late fulfilment with its act and documents, then reason, act and documents are told', () => {
    const data = {
      justification: { reason: 'third-party', note: 'Ditta in ritardo' },
      act: { kind: 'DGC', number: '7', date: '2022-09-01' },
      evidence: [{ name: 'nota.pdf' }],
    };
    expect(eventNotes({ data }, telling)).toEqual([
      'Motivo: causa di terzi. Ditta in ritardo',
      'Atto: DGC 7 del 01/09/2022',
      'Documento: nota.pdf',
    ]);
  });

  it('given a stralcio, then cause, opinion, act and what becomes of the weight are told', () => {
    const data = {
      cause: 'resources',
      note: 'Fondi revocati',
      act: { kind: 'DGC', number: '30', date: '2022-09-10' },
      opinion: { favourable: false, note: 'Si poteva prevedere', on: '2022-09-09' },
      weight: 'neutralise',
    };
    expect(eventNotes({ data }, telling)).toEqual([
      'Causa: Risorse mancanti',
      'Parere contrario di chi valuta, 9 settembre 2022: Si poteva prevedere',
      'Il peso non conta più per i premi',
      'Nota: Fondi revocati',
      'Atto: DGC 30 del 10/09/2022',
    ]);
  });

  it('given a vote, by itself or on a justification, then whose it is and what it says are told', () => {
    const vote = { kind: 'voted', office: 'finanziaria', outcome: 'reject', note: 'Non basta' };
    expect(eventNotes({ data: { fact: vote, effect: null } }, telling)).toEqual([
      'Area finanziaria: contrario',
      'Nota: Non basta',
    ]);
    expect(eventNotes({ data: vote }, telling)).toContain('Area finanziaria: contrario');
    const decided = { type: 'objective.justification-decided.v1', data: { accepted: true, instance: '2022-07-31' } };
    expect(eventTitle(decided, telling)).toBe('Giustificazione accolta per la scadenza del 31 luglio 2022');
  });

  it('given a time-out, then it is told who was called, who was asked already and who had not spoken', () => {
    const rung = { rung: 0, opening: 1, step: 'parere', silent: ['giunta'] };
    const called = { ...rung, kind: 'escalated', offices: ['finanziaria'] };
    expect(eventTitle({ type: 'variation.approval-escalated.v1', data: called }, telling)).toBe(
      'Passo portato anche ad altri',
    );
    expect(eventNotes({ data: called }, telling)).toEqual(['A chi: Area finanziaria', 'Non si erano espressi: –']);
    const nobody = { ...rung, kind: 'substituted', offices: [], already: ['finanziaria'] };
    const title = 'Termine del passo trascorso: nessun altro da chiamare';
    expect(eventTitle({ type: 'plan.approval-substituted.v1', data: nobody }, telling)).toBe(title);
    expect(eventTitle({ type: 'objective.justification-weighed.v1', data: { fact: nobody } }, telling)).toBe(
      `Giustificazione: ${title}`,
    );
    expect(eventNotes({ data: { fact: nobody } }, telling)).toEqual([
      'Già chiamati a decidere: Area finanziaria',
      'Non si erano espressi: –',
    ]);
  });
});
