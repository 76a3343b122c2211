import type { EvaluationNews, NoticeAbout } from '#domain';
import { written } from './written.js';

type About = Extract<NoticeAbout, { readonly kind: 'evaluation' }>;

export interface PersonContent {
  readonly office: string;
  readonly about: About;
  /** Where people reach the application, without a slash at the end. */
  readonly url: string;
  /** Whether nobody but the person reads it: an office's mail is read by others, and says only that there is news. */
  readonly isOwn: boolean;
}

/** What a person reads of their own evaluation: never a score, nor a word that was said. In Italian, then in English. */
export function evaluationText({ office, about, url, isOwn }: PersonContent): { subject: string; text: string } {
  const { planId, evaluationId, what, until } = about;
  const link = `${url}/#/evaluations/${encodeURIComponent(evaluationId)}`;
  const texts = [italian, english].map((words) =>
    [
      isOwn ? words.greeting(planId) : words.office(office, planId),
      '',
      ...(isOwn ? [`   ${words.news[what](until === null ? '' : written(until, words.locale))}`] : []),
      `   ${link}`,
      '',
      words.ending,
      '',
    ].join('\n'),
  );
  return { subject: `Traguardo: ${italian.subject(planId)}`, text: texts.join('\n* * *\n\n') };
}

interface Language {
  readonly locale: string;
  subject(planId: string): string;
  greeting(planId: string): string;
  office(office: string, planId: string): string;
  readonly news: Readonly<Record<EvaluationNews, (day: string) => string>>;
  readonly ending: string;
}

const italian: Language = {
  locale: 'it-IT',
  subject: (planId) => `valutazione ${planId}`,
  greeting: (planId) => `Una novità nella propria valutazione ${planId}:`,
  office: (office, planId) =>
    `All'ufficio ${office}: c'è una novità nella valutazione ${planId} di chi lo tiene, che la legge entrando con il proprio account.`,
  news: {
    proposed: () => 'È proposta. Sarà notificata: dal ricevimento corre il termine per le osservazioni.',
    withdrawn: () => 'La proposta è ritirata: non sarà notificata.',
    'hearing-offered': (day) => `È offerta un'audizione per il ${day}.`,
    decided: () => 'Il giudizio finale è dato. Sarà notificato: dal ricevimento corre il termine per la conciliazione.',
    conciliated: () => 'La conciliazione è decisa.',
    definitive: () => 'È definitiva.',
    'observations-ending': (day) => `Le osservazioni si presentano entro il ${day}.`,
    'conciliation-ending': (day) => `La conciliazione si chiede entro il ${day}.`,
  },
  ending: 'Messaggio automatico di Traguardo: non rispondere.',
};

const english: Language = {
  locale: 'en-GB',
  subject: (planId) => `evaluation ${planId}`,
  greeting: (planId) => `News of one's own evaluation ${planId}:`,
  office: (office, planId) =>
    `To office ${office}: there is news in the evaluation ${planId} of who holds it, to be read with their own account.`,
  news: {
    proposed: () => 'It is proposed. It will be delivered: from the receipt the term for observations runs.',
    withdrawn: () => 'The proposal is withdrawn: it will not be delivered.',
    'hearing-offered': (day) => `A hearing is offered for ${day}.`,
    decided: () =>
      'The final judgement is given. It will be delivered: from the receipt the term for a conciliation runs.',
    conciliated: () => 'The conciliation is decided.',
    definitive: () => 'It is definitive.',
    'observations-ending': (day) => `Observations are made until ${day}.`,
    'conciliation-ending': (day) => `A conciliation is asked for until ${day}.`,
  },
  ending: 'Automatic message of Traguardo: please do not answer.',
};
