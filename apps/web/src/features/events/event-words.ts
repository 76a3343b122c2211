import { formatMoney, parseHundredths } from '#domain';
import type { TFunction } from 'i18next';
import type { Answer } from '../../client/ask.js';
import type { Formats } from '../../words/formats.js';

export type Entry = Answer<'auditTrail'>['events'][number];

export interface Telling {
  readonly t: TFunction<'words'>;
  readonly formats: Formats;
  readonly nameOf: (office: string | null) => string;
  /** How a step of an approval chain is called. */
  readonly stepName?: (step: string) => string;
}

/** What happened, in a sentence. An event newer than this page is told by its name. */
export function eventTitle(entry: Pick<Entry, 'type' | 'data'>, { t, formats, nameOf, stepName }: Telling): string {
  const data = entry.data;
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : null);
  const day = (name: string) => formats.longDay(text(name) ?? '1970-01-01');
  switch (entry.type) {
    case 'objective.assigned.v1':
      return [t('event.objective.assigned', { office: nameOf(text('office')) }), ...takenBy(entry, { t, nameOf })].join(
        '. ',
      );
    case 'objective.assignment-corrected.v1':
      return [
        t('event.objective.assignment-corrected', { office: nameOf(text('office')), day: day('from') }),
        ...takenBy(entry, { t, nameOf }),
      ].join('. ');
    case 'objective.progress-reported.v1':
      return [
        text('value') === null
          ? t('event.objective.progress-nil')
          : t('event.objective.progress-reported', { value: formats.percent(text('value')) }),
        ...begunBy(entry).flatMap((begun) => [
          t('event.objective.term-begun', { day: formats.day(begun.dueOn) }),
          ...termReplaced(begun, { t, formats }),
        ]),
      ].join('. ');
    case 'objective.progress-rectified.v1':
      return t('event.objective.progress-rectified', { value: formats.percent(text('value')) });
    case 'objective.deadline-missed.v1':
      return t('event.objective.deadline-missed', { day: day('dueOn') });
    case 'objective.miss-lifted.v1':
      return t(`event.objective.${liftedBy(data)}`, { day: day('dueOn') });
    case 'objective.miss-restored.v1':
      return t('event.objective.miss-restored', { day: day('dueOn') });
    case 'objective.fulfilled-late.v1':
      return t('event.objective.fulfilled-late', { day: day('instance') });
    case 'objective.rendicontazione-submitted.v1':
    case 'objective.rendicontazione-submitted.v2':
      return t('event.objective.rendicontazione-submitted', { degree: formats.percent(text('selfDegree')) });
    case 'objective.rendicontazione-approved.v1':
      return t('event.objective.rendicontazione-approved', {
        step: stepName?.(text('step') ?? '') ?? nameOf(text('step')),
      });
    case 'objective.scored.v1':
      return t('event.objective.scored', { degree: formats.percent(text('degree')) });
    case 'objective.premium-liquidated.v1':
      return t('event.objective.premium-liquidated', { amount: formats.money(text('amount') ?? '0') });
    case 'objective.suspended.v1':
      return t('event.objective.suspended', { day: day('until') });
    case 'objective.resumed.v1':
      return t('event.objective.resumed', { day: day('on') });
    case 'objective.justification-submitted.v1':
      return t('event.objective.justification-submitted', { day: day('instance') });
    case 'objective.justification-weighed.v1':
    case 'objective.proposal-weighed.v1': {
      const fact = data['fact'] as Fact & { readonly kind: string };
      const what =
        correctedDay(fact, { t, formats, nameOf }) ??
        (t(`event.approval.${calledNobody(fact) ? 'called-nobody' : fact.kind}` as never, {
          defaultValue: '',
        }) as string);
      return t(`event.objective.${entry.type.includes('proposal') ? 'proposal' : 'justification'}-weighed`, { what });
    }
    case 'objective.justification-decided.v1':
      return t(`event.objective.justification-${data['accepted'] === true ? 'accepted' : 'rejected'}`, {
        day: day('instance'),
      });
    case 'objective.premium-adjusted.v1':
      return t('event.objective.premium-adjusted', {
        before: formats.money(text('before') ?? '0'),
        after: formats.money(text('after') ?? '0'),
      });
    case 'plan.entered-into-force.v1':
      return t('event.plan.entered-into-force', { day: day('from') });
    case 'plan.varied.v1':
    case 'plan.redrafted.v1':
      return t(`event.plan.${entry.type === 'plan.varied.v1' ? 'varied' : 'redrafted'}`, {
        version: typeof data['version'] === 'number' ? String(data['version']) : '',
      });
    case 'premium.computed.v1': {
      const adjusts = data['adjusts'] as { readonly before: string } | undefined;
      const total = text('total') ?? '0';
      if (adjusts === undefined) {
        return t('event.premium.computed', {
          fund: formats.money(text('fund') ?? '0'),
          total: formats.money(total),
        });
      }
      const less = parseHundredths(adjusts.before, 'before') - parseHundredths(total, 'total');
      return t(less > 0n ? 'event.premium.adjusted-less' : 'event.premium.adjusted-more', {
        before: formats.money(adjusts.before),
        total: formats.money(total),
        difference: formats.money(formatMoney(less > 0n ? less : -less)),
      });
    }
    case 'organisation.office-taken.v1':
      return t('event.organisation.office-taken', { office: nameOf(text('office')), day: day('from') });
    case 'organisation.office-left.v1':
      return t('event.organisation.office-left', { office: nameOf(text('office')), day: day('to') });
    case 'organisation.tenure-annulled.v1':
      return t('event.organisation.tenure-annulled', { office: nameOf(text('office')), reason: text('reason') ?? '' });
    case 'organisation.delegated.v1':
      return t('event.organisation.delegated', { office: nameOf(text('office')), day: day('from') });
    case 'organisation.delegation-taken-up.v1':
      return t('event.organisation.delegation-taken-up', { office: nameOf(text('office')) });
    case 'organisation.delegation-revoked.v1':
      return t('event.organisation.delegation-revoked', { office: nameOf(text('office')) });
    case 'workflow.published.v1': {
      const { name, version } = data['definition'] as { name: Record<string, string>; version: number };
      return t('event.workflow.published', { name: name[formats.language] ?? '', version: String(version) });
    }
    default:
      if (!entry.type.includes('.approval-')) return plainTitle(entry.type, t);
      if (text('withheld') !== null) return t('event.approval.silence-withheld');
      if (calledNobody(data)) return t('event.approval.called-nobody');
      return correctedDay(data, { t, formats, nameOf }) ?? plainTitle(entry.type, t);
  }
}

/** Of which day something was done, told otherwise than before; null: the event is of another kind. */
function correctedDay(
  { kind, from, to, vote }: Fact,
  { t, formats, nameOf }: Omit<Telling, 'stepName'>,
): string | null {
  if (kind !== 'day-corrected' || from === undefined || to === undefined) return null;
  const days = { from: formats.longDay(from), to: formats.longDay(to) };
  if (vote === null || vote === undefined) return t('event.approval.day-corrected', days);
  return t('event.approval.day-of-vote', { ...days, office: nameOf(vote.office) });
}

/** Whom a time-out names may be on the other side of the control, or asked already. */
function calledNobody({ offices, silent, rung }: Fact): boolean {
  return rung !== undefined && silent !== undefined && offices?.length === 0;
}

/** What sort of thing happened, whatever it says: as one chooses among them. */
export function eventKind(type: string, t: TFunction<'words'>): string {
  const [noun = '', name = ''] = type.split('.');
  const known = t(`event.kind.${noun}.${name}` as never, { defaultValue: '' }) as string;
  return known === '' ? plainTitle(type, t) : known;
}

/** Of an event whose sentence says nothing of its data: `plan.closed.v1` → the words under `event.plan.closed`. */
function plainTitle(type: string, t: TFunction<'words'>): string {
  const [noun = '', name = ''] = type.split('.');
  // approvals are told alike, whosever they are
  const place = name.startsWith('approval-') ? `approval.${name.slice('approval-'.length)}` : `${noun}.${name}`;
  const known = t(`event.${place}` as never, { defaultValue: '' }) as string;
  return known === '' ? t('event.other', { name: `${noun}: ${name.replaceAll('-', ' ')}` }) : known;
}

/** What else it says, line by line. */
export function eventNotes({ data }: Pick<Entry, 'data'>, telling: Telling): readonly string[] {
  const { t } = telling;
  const notes: string[] = [];
  const add = (line: string | null | undefined) => line !== null && line !== undefined && notes.push(line);
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const note = text(data['note']);
  const reason = text(data['reason']);
  for (const line of moveNotes(data, telling)) add(line);
  add(note && t('event.note', { text: note }));
  add(reason && t('event.reason', { text: reason }));
  const justification = data['justification'] as { readonly reason: LateReason; readonly note: string } | undefined;
  if (justification !== undefined) {
    add(t('event.reason', { text: `${t(`event.lateReason.${justification.reason}`)}. ${justification.note}` }));
  }
  const act = data['act'] as ActReference | null | undefined;
  if (act) add(t('event.byAct', { act: actWords(act) }));
  for (const point of list<string>(data['points'])) add(t('event.point', { text: point }));
  for (const { value, notMeasuredBecause } of list<Measured>(data['measurements'])) {
    add(
      value === null
        ? t('event.notMeasured', { text: notMeasuredBecause ?? '' })
        : t('event.measured', { text: value }),
    );
  }
  for (const { name } of list<{ readonly name: string }>(data['evidence'])) add(t('event.evidence', { name }));
  return notes;
}

/** What befell a share beside its way: cause, opinion, weight, effect, days. */
function moveNotes(data: Entry['data'], { t, formats, nameOf }: Telling): readonly (string | null)[] {
  const { from, until, urgent, days, cause, opinion, weight, effect, comment, office, fact } = data as Moved;
  // what is said at a step stands by itself, or wrapped where the chain is not the report's
  const vote = fact ?? (data as NonNullable<Moved['fact']>);
  return [
    vote.outcome === undefined ? null : t(`event.outcome.${vote.outcome}`, { office: nameOf(vote.office ?? null) }),
    fact?.reason ? t('event.reason', { text: fact.reason }) : null,
    fact?.note ? t('event.note', { text: fact.note }) : null,
    fact?.act ? t('event.byAct', { act: actWords(fact.act) }) : null,
    effect ? t('event.effect', { effect: t(`share.effect.${effect}`) }) : null,
    typeof cause === 'string' ? t('event.cause', { cause: t(`variation.cause.${cause}`) }) : null,
    typeof opinion === 'object'
      ? t(opinion.favourable ? 'share.opinionFor' : 'share.opinionAgainst', {
          day: formats.longDay(opinion.on),
          text: opinion.note,
        })
      : null,
    isPolicy(weight) ? t(`event.weight.${weight}`) : null,
    from && (until || office) && vote.to === undefined ? t('event.from', { day: formats.longDay(from) }) : null,
    urgent === true ? t('share.restsUrgent') : null,
    typeof days === 'number' ? t('event.days', { count: days }) : null,
    comment ? t('event.comment', { text: comment }) : null,
    ...(['called', 'already', 'silent'] as const).map((what) => {
      const { rung, [what === 'called' ? 'offices' : what]: named = [] } = vote;
      return rung === undefined || named.length === 0
        ? null
        : t(`event.${what}`, { offices: named.map(nameOf).join(', ') });
    }),
  ];
}

interface Moved {
  readonly from?: string;
  readonly until?: string;
  readonly office?: string;
  readonly urgent?: boolean;
  readonly days?: number;
  readonly cause?: 'third-party' | 'upstream-area' | 'resources' | 'change-of-law' | 'force-majeure';
  readonly opinion?: { readonly favourable: boolean; readonly note: string; readonly on: string };
  readonly weight?: unknown;
  readonly effect?: 'full' | 'reduced' | 'neutral' | null;
  readonly comment?: string;
  readonly fact?: Fact;
}

/** What happened to an approval. */
interface Fact {
  readonly outcome?: 'approve' | 'reject' | 'return' | 'correct-degree';
  readonly office?: string;
  readonly note?: string;
  readonly act?: ActReference | null;
  readonly kind?: string;
  /** Of a day that is corrected: whose vote, or null; what was told, what is told now, and why. */
  readonly vote?: { readonly office: string } | null;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
  /** Of a time-out, and of those alone. */
  readonly rung?: number;
  readonly offices?: readonly string[];
  readonly already?: readonly string[];
  readonly silent?: readonly string[];
}

function isPolicy(weight: unknown): weight is 'redistribute' | 'neutralise' {
  return weight === 'redistribute' || weight === 'neutralise';
}

type LateReason = 'third-party' | 'upstream-area' | 'resources' | 'force-majeure' | 'other';

export interface ActReference {
  readonly kind: string;
  readonly number: string;
  readonly date: string | null;
}

interface Measured {
  readonly value: string | null;
  readonly notMeasuredBecause: string | null;
}

/** `DGC 103 del 16/05/2022`, as acts are cited. */
export function actWords({ kind, number, date }: ActReference): string {
  return date === null ? `${kind} ${number}` : `${kind} ${number} del ${date.split('-').toReversed().join('/')}`;
}

function list<Item>(value: unknown): readonly Item[] {
  return Array.isArray(value) ? (value as readonly Item[]) : [];
}

function liftedBy({ isRemoved, variationId }: Entry['data']) {
  if (isRemoved === true) return 'miss-lifted-by-removal';
  return typeof variationId === 'string' ? 'miss-lifted' : 'miss-lifted-by-rest';
}

/** A term that a reported fact lets begin: when it falls due, and which it replaces that was counted from a wrong day. */
export interface Begun {
  readonly dueOn: string;
  readonly insteadOf?: string;
}

export function begunBy({ data }: Pick<Entry, 'data'>): readonly Begun[] {
  const { dueOn, insteadOf } = (data['begins'] ?? {}) as Partial<Begun>;
  return dueOn === undefined ? [] : [{ dueOn, insteadOf }];
}

/** Who loses days of credit by it, and how many. */
function takenBy({ data }: Pick<Entry, 'data'>, { t, nameOf }: Pick<Telling, 't' | 'nameOf'>): readonly string[] {
  const { office, days } = (data['taken'] ?? {}) as Partial<{ office: string; days: number }>;
  if (office === undefined || days === undefined) return [];
  return [t('event.objective.days-taken', { office: nameOf(office), days: String(days) })];
}

/** Which term counts no more since another begins. */
export function termReplaced({ insteadOf }: Begun, { t, formats }: Pick<Telling, 't' | 'formats'>): readonly string[] {
  return insteadOf === undefined ? [] : [t('event.objective.term-replaced', { day: formats.day(insteadOf) })];
}
