import type { NoticeAbout } from '#domain';
import { noticeText } from './notice.js';

const of = { objectiveId: '6.1.1', title: 'Archivio', shareId: '6.1.1-tributi', areaId: 'tributi' };
const changed: NoticeAbout = {
  kind: 'plan-changed',
  planId: '2022',
  version: 2,
  variationId: '2022-1',
  act: { kind: 'DGC', number: '40', date: '2022-06-30' },
  differences: [
    { ...of, what: 'weight', name: '', before: '10', after: '12.5' },
    { ...of, what: 'deadline', name: 'Bozza', before: '2022-07-31', after: '2022-10-31' },
    { ...of, objectiveId: '6.1.2', title: 'Museo', what: 'removed', name: '', before: '5', after: null },
  ],
};
const say = (about: NoticeAbout) => noticeText({ office: 'tributi', about, url: 'http://localhost:3000' });

describe('the text of a notice', () => {
  it('given a plan that was varied, then it says by which act, and of each objective what changes, before and after', () => {
    const { subject, text } = say(changed);
    expect(subject).toBe('Traguardo: il piano 2022 è stato variato');
    const [italian, english] = text.split('* * *');
    expect(italian).toContain(`All'ufficio tributi: il piano 2022 è stato variato.

Con DGC 40 del 30 giugno 2022 cambia ciò di cui l'ufficio risponde (prima → adesso):

1. 6.1.1 Archivio
   Peso: 10 → 12,5
   Scadenza (Bozza): 31 luglio 2022 → 31 ottobre 2022
   http://localhost:3000/#/objectives/2022-6.1.1

2. 6.1.2 Museo
   Quota stralciata, peso: 5 → nessuno
`);
    expect(english).toContain('Weight: 10 → 12.5');
    expect(english).toContain('Deadline (Bozza): 31 July 2022 → 31 October 2022');
  });

  it('given a proposal that a draft tells otherwise, then it says how, and what becomes of it', () => {
    const about = { kind: 'proposal-told-otherwise', objectiveId: '2022-6.1.1', title: 'Archivio' } as const;
    const other = say({ ...about, planned: 'Sentieri', differs: ['title', 'shares'], another: true });
    expect(other.subject).toBe('Traguardo: il numero di una proposta è di un altro obiettivo nella bozza del piano');
    expect(other.text).toContain("la bozza del piano ha l'obiettivo «Sentieri»");
    const same = say({ ...about, planned: 'Archivio', differs: ['shares', 'deadlines'] }).text;
    expect(same).toContain('ma diversa (le quote e le scadenze): nel piano vale ciò che dice la bozza.');
    expect(same).toContain('but otherwise (the shares and the deadlines)');
  });

  it('given days of a share that go to another office, then it says which, to whom and why', () => {
    const taken = { office: 'tributi', to: 'archivio', from: '2022-05-01', until: '2022-05-31', days: 31 };
    const about = { kind: 'days-taken', objectiveId: '2022-6.1.1', shareId: 's', title: 'Archivio', taken } as const;
    const { subject, text } = say({ ...about, act: null, reason: 'registrato dopo' });
    expect(subject).toBe('Traguardo: giorni di una quota passano a un altro ufficio');
    expect(text).toContain("31 giorni, dal 1 maggio 2022 al 31 maggio 2022, ora sono dell'ufficio archivio");
    expect(text).toContain('Motivo: registrato dopo');
    const day = { ...taken, until: '2022-05-01', days: 1 };
    expect(say({ ...about, taken: day, act: null, reason: null }).text).toContain(
      '1 day, from 1 May 2022 to 1 May 2022,',
    );
  });

  it('given a suspension that is over, then it says from when work goes on, by how much deadlines move, and why', () => {
    const over = { kind: 'suspension-over', objectiveId: '2022-6.1.1', shareId: 's', title: 'Archivio' } as const;
    const { subject, text } = say({ ...over, on: '2022-07-31', days: 30, unratified: true });
    expect(subject).toBe('Traguardo: la sospensione è finita');
    expect(text).toContain(
      "L'attività riprende dal 31 luglio 2022: nessun atto ha ratificato la sospensione in tempo. Le scadenze ancora aperte slittano di 30 giorni.",
    );
    const some = say({ ...over, on: '2022-07-31', days: 2, unratified: false, someOtherwise: true }).text;
    expect(some).toContain('slittano di 2 giorni. Alcune slittano di altri giorni: ');
    expect(some).toContain('fall due 2 days later. Some move by other days: ');
    expect(say({ ...over, on: '2022-07-31', days: 1, unratified: false }).text).toContain(
      'Work goes on from 31 July 2022. Deadlines that are still open fall due 1 day later.',
    );
  });
});
