import type { ApprovalNotice, ReminderItem } from '#domain';
import { reminderText } from './reminder.js';

const item = (dueOn: string, more: Partial<ReminderItem> = {}): ReminderItem => ({
  objectiveId: '2022-20.4.1a',
  shareId: '20.4.1a-tributi',
  deadlineId: 'd1',
  instance: dueOn,
  step: '-5',
  dueOn,
  title: 'Recupero dell’evasione',
  ...more,
});

const content = (items: readonly ReminderItem[]) => ({
  office: 'tributi',
  day: '2022-06-23',
  items,
  deadlines: new Map([['2022-20.4.1a d1', 'entro il 30 giugno']]),
  url: 'http://localhost:3000',
});

describe('the text of a reminder', () => {
  it('names objective, deadline, day and where to go, in Italian and in English', () => {
    expect(reminderText(content([item('2022-06-30')]))).toEqual({
      subject: 'Promemoria del 23 giugno 2022: 1 scadenza',
      text: `Scadenze che attendono l'ufficio tributi:

1. 2022-20.4.1a Recupero dell’evasione
   Scadenza: entro il 30 giugno
   Giorno: 30 giugno 2022 (scade tra 7 giorni)
   http://localhost:3000/#/objectives/2022-20.4.1a

Messaggio automatico di Traguardo: non rispondere. Chi ha già provveduto può ignorarlo.

* * *

Deadlines that wait for office tributi:

1. 2022-20.4.1a Recupero dell’evasione
   Deadline: entro il 30 giugno
   Day: 30 June 2022 (due in 7 days)
   http://localhost:3000/#/objectives/2022-20.4.1a

Automatic message of Traguardo: please do not answer. If it is already done, ignore it.
`,
    });
  });

  it('names an occasion once, however many shares of the office answer for it', () => {
    const twice = [item('2022-06-30'), item('2022-06-30', { shareId: '20.4.1a-tributi-2' })];
    expect(reminderText(content(twice)).subject).toBe('Promemoria del 23 giugno 2022: 1 scadenza');
  });

  it.each([
    ['2022-06-24', 'scade domani', 'due tomorrow'],
    ['2022-06-23', 'scade oggi', 'due today'],
    ['2022-06-22', 'scaduta ieri', 'it was due yesterday'],
    ['2022-06-20', 'scaduta da 3 giorni', 'it was due 3 days ago'],
  ])('tells how far %s is', (day, italian, english) => {
    const { text } = reminderText(content([item(day)]));
    expect(text).toContain(`(${italian})`);
    expect(text).toContain(`(${english})`);
  });

  it('tells what became of approvals that nobody took in time', () => {
    const approval: ApprovalNotice = {
      approvalId: 'objective~2022-20.4.1a~rendicontazione~20.4.1a-tributi',
      since: '2022-06-20T08:00:00.000Z',
      rung: 1,
      says: 'may-decide',
      others: ['segretario'],
      subject: 'rendicontazione',
      streamId: '2022-20.4.1a',
      title: 'Recupero dell’evasione',
      step: { it: 'Verifica', en: 'Verification' },
    };
    const { subject, text } = reminderText({ ...content([]), office: 'giunta', approvals: [approval] });
    expect(subject).toBe('Promemoria del 23 giugno 2022: 1 approvazione');
    expect(text).toContain(`Approvazioni che riguardano l'ufficio giunta:

1. Rendicontazione 2022-20.4.1a Recupero dell’evasione
   Passo: Verifica (in attesa dal 20 giugno 2022)
   Ora può decidere anche il vostro ufficio: non si è espresso segretario.
   http://localhost:3000/#/approvals/objective~2022-20.4.1a~rendicontazione~20.4.1a-tributi
`);
    expect(text).toContain('Step: Verification (waiting since 20 June 2022)');
    const both = reminderText({ ...content([item('2022-06-30')]), approvals: [{ ...approval, says: 'waits' }] });
    expect(both.subject).toBe('Promemoria del 23 giugno 2022: 1 scadenza, 1 approvazione');
    expect(both.text).toContain('It still waits for your office.');
  });

  it('tells by when what came back is wanted, and of a justification which deadline it is about', () => {
    const approval: ApprovalNotice = {
      approvalId: 'objective~2022-20.4.1a~justification~20.4.1a-tributi~d1~2022-05-31',
      since: '2022-06-13T08:00:00.000Z',
      rung: 1,
      says: 'integration-overdue',
      others: [],
      subject: 'justification',
      streamId: '2022-20.4.1a',
      title: 'Recupero dell’evasione',
      step: { it: 'Esame', en: 'Examination' },
      until: '2022-06-22',
    };
    const { text } = reminderText({ ...content([]), approvals: [approval] });
    expect(text).toContain(`1. Giustificazione 2022-20.4.1a Recupero dell’evasione
   Scadenza: 31 maggio 2022, entro il 30 giugno
   Passo: Esame (rinvio: 13 giugno 2022)
   Il termine per le integrazioni richieste è trascorso: erano attese entro il 22 giugno 2022.
`);
    expect(text).toContain('Step: Examination (sent back on 13 June 2022)');
  });
});
