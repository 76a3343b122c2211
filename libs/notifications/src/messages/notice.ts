import type { ActReference, DaysTaken, Difference, LocalDate, NoticeAbout, ToldPart } from '#domain';
import { evaluationText } from './evaluation-notice.js';
import { written } from './written.js';

export interface NoticeContent {
  /** Of what is told to a person: whether nobody else reads it. */
  readonly isOwn?: boolean;
  readonly office: string;
  readonly about: NoticeAbout;
  /** Where people reach the application, without a slash at the end. */
  readonly url: string;
}

/** What an office reads when something was decided that changes what it answers for: in Italian, the same in English below. */
export function noticeText({ office, about, url, isOwn = false }: NoticeContent): { subject: string; text: string } {
  if (about.kind === 'evaluation') return evaluationText({ office, about, url, isOwn });
  const [subject] = said(italian, about, url);
  const written = [italian, english].map((words) => {
    const [title, lines] = said(words, about, url);
    return [words.greeting(office, title), '', ...lines, words.ending, ''].join('\n');
  });
  return { subject: `Traguardo: ${subject}`, text: written.join('\n* * *\n\n') };
}

interface Language {
  greeting(office: string, title: string): string;
  day(day: LocalDate): string;
  number(text: string): string;
  changed(planId: string): string;
  byAct(act: string, day: string): string;
  over(): string;
  toldOtherwise(another: boolean): string;
  inDraft(planned: string, differs: readonly ToldPart[], another: boolean): string;
  goesOn(day: string, days: number, unratified: boolean): string;
  daysTaken(): string;
  wentTo(taken: DaysTaken, from: string, until: string): string;
  readonly because: string;
  readonly otherwise: string;
  readonly what: Readonly<Record<Difference['what'], string>>;
  readonly none: string;
  readonly ending: string;
}

type OfOffice = Exclude<NoticeAbout, { readonly kind: 'evaluation' }>;

function said(words: Language, about: OfOffice, url: string): readonly [title: string, lines: readonly string[]] {
  if (about.kind === 'suspension-over') {
    const { objectiveId, title, on, days, someOtherwise, unratified } = about;
    return [
      words.over(),
      [
        `${objectiveId} ${title}`,
        `   ${words.goesOn(words.day(on), days, unratified)}${someOtherwise ? ` ${words.otherwise}` : ''}`,
        `   ${link(url, objectiveId)}`,
        '',
      ],
    ];
  }
  if (about.kind === 'days-taken') {
    const { objectiveId, title, taken, act, reason } = about;
    const why = reason === null ? [] : [`   ${words.because}: ${reason}`];
    const lines = [`   ${words.wentTo(taken, words.day(taken.from), words.day(taken.until))}`, ...why];
    return [
      words.daysTaken(),
      [...cited(words, act), `${objectiveId} ${title}`, ...lines, `   ${link(url, objectiveId)}`, ''],
    ];
  }
  if (about.kind === 'proposal-told-otherwise') {
    const { objectiveId, title, planned, differs, another = false } = about;
    const lines = [`   ${words.inDraft(planned, differs, another)}`, `   ${link(url, objectiveId)}`, ''];
    return [words.toldOtherwise(another), [`${objectiveId} ${title}`, ...lines]];
  }
  const { planId, act, differences } = about;
  const objectives = [...new Set(differences.map(({ objectiveId }) => objectiveId))];
  const lines = objectives.flatMap((id, index) => {
    const own = differences.filter(({ objectiveId }) => objectiveId === id);
    const changes = [...new Set(own.map((one) => `   ${changeIn(words, one)}`))];
    return [`${index + 1}. ${id} ${own[0]?.title ?? ''}`, ...changes, `   ${link(url, `${planId}-${id}`)}`, ''];
  });
  return [words.changed(planId), [...cited(words, act), ...lines]];
}

function cited(words: Language, act: ActReference | null): readonly string[] {
  if (act === null) return [];
  return [words.byAct(`${act.kind} ${act.number}`, act.date === null ? '' : words.day(act.date)), ''];
}

function changeIn(words: Language, { what, name, before, after }: Difference): string {
  const shown = (value: string | null) => {
    if (value === null) return words.none;
    if (what === 'deadline') return words.day(value);
    return what === 'indicator' || what === 'target' ? value : words.number(value);
  };
  const named = name === '' ? words.what[what] : `${words.what[what]} (${name})`;
  return `${named}: ${shown(before)} → ${shown(after)}`;
}

const PARTS_IT: Readonly<Record<ToldPart, string>> = {
  title: 'il titolo',
  shares: 'le quote',
  indicators: 'gli indicatori',
  deadlines: 'le scadenze',
};

const PARTS_EN: Readonly<Record<ToldPart, string>> = {
  title: 'the title',
  shares: 'the shares',
  indicators: 'the indicators',
  deadlines: 'the deadlines',
};

function listed(parts: readonly ToldPart[], names: Readonly<Record<ToldPart, string>>, language: 'it' | 'en'): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts.map((part) => names[part]));
}

function link(url: string, objectiveId: string): string {
  return `${url}/#/objectives/${encodeURIComponent(objectiveId)}`;
}

const italian: Language = {
  greeting: (office, title) => `All'ufficio ${office}: ${title}.`,
  day: (day) => written(day, 'it-IT'),
  number: (text) => text.replace('.', ','),
  changed: (planId) => `il piano ${planId} è stato variato`,
  byAct: (act, day) =>
    `Con ${act}${day === '' ? '' : ` del ${day}`} cambia ciò di cui l'ufficio risponde (prima → adesso):`,
  over: () => 'la sospensione è finita',
  toldOtherwise: (another) =>
    another
      ? 'il numero di una proposta è di un altro obiettivo nella bozza del piano'
      : 'la bozza del piano cambia una proposta',
  inDraft: (planned, differs, another) =>
    another
      ? `Sotto il numero della proposta la bozza del piano ha l'obiettivo «${planned}». Finché lo ha, nessuno giudica la proposta; ` +
        'tolto da una bozza corretta, la proposta torna com’era. Per non aspettare, proporla con un altro numero.'
      : `La bozza del piano ha la proposta, ma diversa (${listed(differs, PARTS_IT, 'it')}): nel piano vale ciò che dice la bozza. ` +
        'Se è un errore, dirlo a chi redige il piano prima che sia approvato.',
  goesOn: (day, days, unratified) =>
    `L'attività riprende dal ${day}${unratified ? ': nessun atto ha ratificato la sospensione in tempo' : ''}. ` +
    `Le scadenze ancora aperte slittano di ${days} ${days === 1 ? 'giorno' : 'giorni'}.`,
  daysTaken: () => 'giorni di una quota passano a un altro ufficio',
  wentTo: ({ days, to }, from, until) =>
    `${days} ${days === 1 ? 'giorno' : 'giorni'}, dal ${from} al ${until}, ora ${days === 1 ? 'è' : 'sono'} dell'ufficio ${to}, con il premio di quei giorni. ` +
    'Se è un errore, dirlo a chi assegna le quote.',
  because: 'Motivo',
  otherwise: 'Alcune slittano di altri giorni: i nuovi giorni sono nella pagina dell’obiettivo.',
  what: {
    deadline: 'Scadenza',
    indicator: 'Indicatore',
    target: 'Valore atteso',
    weight: 'Peso',
    added: 'Nuova quota, peso',
    removed: 'Quota stralciata, peso',
  },
  none: 'nessuno',
  ending: 'Messaggio automatico di Traguardo: non rispondere. La presa visione si dà nella pagina dell’obiettivo.',
};

const english: Language = {
  greeting: (office, title) => `To office ${office}: ${title}.`,
  day: (day) => written(day, 'en-GB'),
  number: (text) => text,
  changed: (planId) => `the plan ${planId} was varied`,
  byAct: (act, day) => `By ${act}${day === '' ? '' : ` of ${day}`} what the office answers for changes (before → now):`,
  over: () => 'the suspension is over',
  toldOtherwise: (another) =>
    another
      ? 'the number of a proposal is that of another objective in the draft of the plan'
      : 'the draft of the plan changes a proposal',
  inDraft: (planned, differs, another) =>
    another
      ? `Under the number of the proposal the draft of the plan has the objective “${planned}”. As long as it has, nobody judges the proposal; ` +
        'taken out by a corrected draft it is that proposal again, as it was. Not to wait, propose it under another number.'
      : `The draft of the plan has the proposal, but otherwise (${listed(differs, PARTS_EN, 'en')}): in the plan what the draft says holds. ` +
        'If it is a mistake, tell whoever drafts the plan before it is approved.',
  goesOn: (day, days, unratified) =>
    `Work goes on from ${day}${unratified ? ': no act has ratified the suspension in time' : ''}. ` +
    `Deadlines that are still open fall due ${days} ${days === 1 ? 'day' : 'days'} later.`,
  daysTaken: () => 'days of a share go to another office',
  wentTo: ({ days, to }, from, until) =>
    `${days} ${days === 1 ? 'day' : 'days'}, from ${from} to ${until}, now of the office ${to}, with what is paid for them. ` +
    'If it is a mistake, tell whoever assigns shares.',
  because: 'Reason',
  otherwise: 'Some move by other days: the page of the objective has the new ones.',
  what: {
    deadline: 'Deadline',
    indicator: 'Indicator',
    target: 'Target',
    weight: 'Weight',
    added: 'New share, weight',
    removed: 'Share removed, weight',
  },
  none: 'none',
  ending: 'Automatic message of Traguardo: please do not answer. It is acknowledged on the page of the objective.',
};
