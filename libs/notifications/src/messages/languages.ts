import { subjectNames, type ApprovalNotice, type ApprovalSubject, type LocalDate } from '#domain';
import { written } from './written.js';

/** The words of a message in one language. */
export interface Language {
  greeting(office: string): string;
  count(deadlines: number, approvals: number): string;
  day(day: LocalDate): string;
  /** @param days  until the day it falls due; negative when it is over */
  distance(days: number): string;
  readonly deadline: string;
  readonly due: string;
  readonly ending: string;
  /** Before what is told of approvals. */
  approvals(office: string): string;
  subject(of: ApprovalSubject): string;
  readonly step: string;
  nameOf(name: ApprovalNotice['step']): string;
  since(day: LocalDate): string;
  /** Of what a step sent back. */
  returned(day: LocalDate): string;
  /**
   * @param others  the offices that it is about besides, separated by commas
   * @param until  the last day of an integration
   */
  readonly says: Readonly<Record<ApprovalNotice['says'], (others: string, until: string) => string>>;
}

export const italian: Language = {
  greeting: (office) => `Scadenze che attendono l'ufficio ${office}:`,
  count: (deadlines, approvals) =>
    [
      ...(deadlines === 0 ? [] : [deadlines === 1 ? '1 scadenza' : `${deadlines} scadenze`]),
      ...(approvals === 0 ? [] : [approvals === 1 ? '1 approvazione' : `${approvals} approvazioni`]),
    ].join(', '),
  day: (day) => written(day, 'it-IT'),
  distance: (days) => {
    if (days < 0) return days === -1 ? 'scaduta ieri' : `scaduta da ${-days} giorni`;
    if (days === 0) return 'scade oggi';
    return days === 1 ? 'scade domani' : `scade tra ${days} giorni`;
  },
  deadline: 'Scadenza',
  due: 'Giorno',
  ending: 'Messaggio automatico di Traguardo: non rispondere. Chi ha già provveduto può ignorarlo.',
  approvals: (office) => `Approvazioni che riguardano l'ufficio ${office}:`,
  subject: (of) => subjectNames[of].it,
  step: 'Passo',
  nameOf: ({ it }) => it,
  since: (day) => `in attesa dal ${written(day, 'it-IT')}`,
  returned: (day) => `rinvio: ${written(day, 'it-IT')}`,
  says: {
    waits: () => 'Attende ancora il vostro ufficio.',
    'may-decide': (others) =>
      others === ''
        ? 'Ora può decidere anche il vostro ufficio.'
        : `Ora può decidere anche il vostro ufficio: non si è espresso ${others}.`,
    decides: (others) =>
      others === '' ? 'Ora decide il vostro ufficio.' : `Ora decide il vostro ufficio al posto di ${others}.`,
    'passed-over': (others) => `Il termine è passato senza la vostra risposta: ora può decidere ${others}.`,
    'approved-silently': () => 'Il termine è passato senza la vostra risposta: il passo è approvato per silenzio.',
    'silence-withheld': () =>
      'Il termine è passato senza la vostra risposta. Il silenzio non approva: non tutte le valutazioni di chi è pagato ' +
      'sono definitive. Il passo resta al vostro ufficio, anche quando lo saranno: deve esprimersi una persona.',
    'integration-due': (_others, until) => `Le integrazioni richieste sono attese entro il ${until}.`,
    'integration-overdue': (_others, until) =>
      `Il termine per le integrazioni richieste è trascorso: erano attese entro il ${until}.`,
  },
};

export const english: Language = {
  greeting: (office) => `Deadlines that wait for office ${office}:`,
  count: (deadlines, approvals) =>
    [
      ...(deadlines === 0 ? [] : [deadlines === 1 ? '1 deadline' : `${deadlines} deadlines`]),
      ...(approvals === 0 ? [] : [approvals === 1 ? '1 approval' : `${approvals} approvals`]),
    ].join(', '),
  day: (day) => written(day, 'en-GB'),
  distance: (days) => {
    if (days < 0) return days === -1 ? 'it was due yesterday' : `it was due ${-days} days ago`;
    if (days === 0) return 'due today';
    return days === 1 ? 'due tomorrow' : `due in ${days} days`;
  },
  deadline: 'Deadline',
  due: 'Day',
  ending: 'Automatic message of Traguardo: please do not answer. If it is already done, ignore it.',
  approvals: (office) => `Approvals that concern office ${office}:`,
  subject: (of) => subjectNames[of].en,
  step: 'Step',
  nameOf: ({ en }) => en,
  since: (day) => `waiting since ${written(day, 'en-GB')}`,
  returned: (day) => `sent back on ${written(day, 'en-GB')}`,
  says: {
    waits: () => 'It still waits for your office.',
    'may-decide': (others) =>
      others === '' ? 'Your office may now decide too.' : `Your office may now decide too: ${others} did not answer.`,
    decides: (others) =>
      others === '' ? 'Your office decides now.' : `Your office decides now, in the place of ${others}.`,
    'passed-over': (others) => `The term passed without your answer: ${others} may decide now.`,
    'approved-silently': () => 'The term passed without your answer: silence has approved the step.',
    'silence-withheld': () =>
      'The term passed without your answer. Silence does not approve: not every evaluation of those who are paid is ' +
      'definitive. The step stays with your office, also once they are: a person has to answer.',
    'integration-due': (_others, until) => `What was asked for is wanted by ${until}.`,
    'integration-overdue': (_others, until) => `The term for what was asked for is over: it was wanted by ${until}.`,
  },
};
