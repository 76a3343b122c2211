import {
  lastDayOf,
  romeDayOf,
  type ActReference,
  type Decimal,
  type Indicator,
  type LateReason,
  type LocalDate,
  type PlannedObjective,
  type RemovalCause,
  type Target,
  unratifiedRests,
} from '#domain';
import type { DueRow } from '#postgres';
import type { ShareRow } from '../objectives/tables.js';

/**
 * What one share has achieved, in the words of the plan's last column: status or degree, indicators, deadlines,
 * premium. Exact and always the same for the same rows.
 */
export function realised(share: ShareRow, planned: PlannedObjective, due: readonly DueRow[]): string {
  const indicators = planned.indicators.filter(({ shareIds }) => shareIds.includes(share.share_id));
  return [
    moved(share),
    ...unratified(share, due),
    outcome(share),
    measured(share, indicators),
    ...deadlines(due),
    premium(share),
  ]
    .filter((sentence) => sentence !== null)
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** What befell it beside its way. */
function moved({ moves: { suspension, removal, reopenings } }: ShareRow): string | null {
  if (removal !== null) {
    const borne = removal.weight === 'redistribute' ? 'peso ridistribuito nell’area' : 'peso neutralizzato';
    return `Stralciata con ${cited(removal.act)} (${CAUSES[removal.cause]}: ${unstopped(removal.note)}; ${borne})`;
  }
  if (suspension !== null) {
    return `Attività sospesa fino al ${day(lastDayOf(suspension))} (${unstopped(suspension.reason)})`;
  }
  const reopened = reopenings.at(-1);
  return reopened === undefined ? null : `Riaperta con ${cited(reopened.act)} (${unstopped(reopened.reason)})`;
}

/** What rested on nobody's act, and what it moved. */
function unratified({ moves }: ShareRow, due: readonly DueRow[]): readonly string[] {
  const standing = due
    .filter(({ status }) => status !== 'void' && status !== 'moved')
    .map(({ deadline_id: deadlineId, instance, due_on: dueOn }) => ({ deadlineId, instance, dueOn }));
  return unratifiedRests(moves, standing).map(({ from, to, moved }) => {
    const days = [...new Set(moved.map(({ dueOn }) => day(dueOn)))].join(', ');
    const later = days === '' ? 'nessuna scadenza rinviata' : `scadenze rinviate al ${days}`;
    return `Sospensione urgente dal ${day(from)} al ${day(to)} mai ratificata (${later})`;
  });
}

function outcome(share: ShareRow): string | null {
  const { status, degree, degree_reason: reason, self_degree: claimed, progress, rendicontazione } = share;
  if (degree !== null) {
    const differs = degree === claimed ? '' : ` (dichiarato ${percent(claimed)}: ${unstopped(reason ?? '')})`;
    return `Grado di raggiungimento ${percent(degree)}${differs}`;
  }
  switch (status) {
    case 'rendicontazione-approved':
      return `Rendicontazione approvata con grado dichiarato ${percent(claimed)}; grado da attribuire`;
    case 'rendicontazione-submitted': {
      const step = rendicontazione?.chain.steps.find(({ id }) => id === share.awaited_step);
      return `Rendicontazione inviata con grado dichiarato ${percent(claimed)}; in attesa di: ${step?.name.it ?? '—'}`;
    }
    case 'rendicontazione-returned':
      return `Rendicontazione da integrare: ${(rendicontazione?.points ?? []).map(unstopped).join('; ')}`;
    case 'in-progress':
      return progress === null
        ? 'In corso; rendicontazione non presentata'
        : `Avanzamento ${percent(progress)}; rendicontazione non presentata`;
    case 'acknowledged':
      return 'Nessun avanzamento registrato';
    case 'assigned':
      return 'Assegnata; presa visione mancante';
    case 'suspended':
      return progress === null ? null : `Avanzamento ${percent(progress)}`;
    case 'removed':
      return null;
    default:
      return 'Non assegnata';
  }
}

function measured({ rendicontazione }: ShareRow, indicators: readonly Indicator[]): string | null {
  if (rendicontazione === null || indicators.length === 0) return null;
  const results = indicators.map((indicator) => {
    const measurement = rendicontazione.measurements.find(({ indicatorId }) => indicatorId === indicator.id);
    if (isBlank(measurement?.value)) return `non misurato (${unstopped(measurement?.notMeasuredBecause ?? '')})`;
    const target = indicator.target === null ? '' : ` (atteso ${expected(indicator.target)})`;
    return `${unstopped(measurement?.value ?? '')}${target}`;
  });
  if (results.length === 1) return `Indicatore: ${results[0]}`;
  const count = results.filter((result) => !result.startsWith('non misurato')).length;
  return `Indicatori misurati ${count} su ${results.length}: ${results.join('; ')}`;
}

/** One sentence for each deadline, by its first day. */
function deadlines(due: readonly DueRow[]): readonly string[] {
  const ids = [...new Set(due.map(({ deadline_id }) => deadline_id))];
  return ids.flatMap((id) => {
    const all = due.filter(({ deadline_id, status }) => deadline_id === id && status !== 'void');
    const instances = all.filter(({ status }) => status !== 'moved');
    const moved = all.filter(({ status, every }) => status === 'moved' && every === null);
    const before = [
      ...moved
        .filter(({ lifted }) => lifted === null)
        .map(({ due_on }) => `Scadenza del ${day(due_on)} rinviata con variazione`),
      ...liftedOf(all),
    ];
    const [only] = instances;
    if (only === undefined) return before;
    return [...before, only.every === null && instances.length === 1 ? single(only) : recurring(instances, only.every)];
  });
}

function liftedHow(lifted: DueRow['lifted'] | undefined): readonly [string, string] {
  if (lifted?.isRemoved) return ['stralciata in tempo', 'stralciate in tempo'];
  return lifted?.variationId == null
    ? ['sospesa in tempo', 'sospese in tempo']
    : ['rinviata in tempo', 'tolte in tempo'];
}

/** Misses that an act lifted, act by act. */
function liftedOf(rows: readonly DueRow[]): readonly string[] {
  const lifted = rows.flatMap((row) => (row.lifted === null ? [] : [row.lifted]));
  return [...new Set(lifted.map(({ act }) => cited(act)))].map((act) => {
    const own = lifted.filter((one) => cited(one.act) === act);
    const days = own.map(({ dueOn }) => day(dueOn)).join(', ');
    const [one, more] = liftedHow(own[0]);
    const recorded = `registrato il ${day(romeDayOf(own[0]?.recordedAt ?? ''))}`;
    return own.length === 1
      ? `Scadenza del ${days} segnata come mancata, poi non più: ${one} con ${act}, ${recorded}`
      : `Scadenze del ${days} segnate come mancate, poi non più: ${more} con ${act}, ${recorded}`;
  });
}

function single({ due_on, status, answered_on, ...late }: DueRow): string {
  const term = `Scadenza del ${day(due_on)}`;
  switch (status) {
    case 'met':
      return `${term} rispettata${answered_on === null ? '' : ` (${day(answered_on)})`}`;
    case 'late':
      return `${term} adempiuta in ritardo${answered_on === null ? '' : ` il ${day(answered_on)}`} (${because(late)})`;
    case 'missed':
      return `${term} non rispettata`;
    default:
      return `${term} non ancora decorsa`;
  }
}

function recurring(instances: readonly DueRow[], every: DueRow['every']): string {
  const of = (wanted: DueRow['status']) => instances.filter(({ status }) => status === wanted);
  const [met, late, missed, open] = [of('met'), of('late'), of('missed'), of('open')];
  const nil = met.filter((row) => row.nil).length;
  const name = every === 'week' ? 'Report settimanali' : every === 'month' ? 'Report mensili' : 'Scadenze';
  const past = instances.length - open.length;
  return [
    `${name}: ${met.length} su ${past} nei termini${nil > 0 ? `, di cui ${nil} con esito negativo` : ''}`,
    ...(late.length > 0
      ? [`${late.length} in ritardo (${late.map((row) => `${day(row.due_on)}, ${because(row)}`).join('; ')})`]
      : []),
    ...(missed.length > 0
      ? [
          `${missed.length} non ${missed.length === 1 ? 'reso' : 'resi'} (${missed.map(({ due_on }) => day(due_on)).join(', ')})`,
        ]
      : []),
    ...(open.length > 0 ? [`${open.length} non ancora ${open.length === 1 ? 'dovuto' : 'dovuti'}`] : []),
  ].join('; ');
}

function premium({ premium: amount }: ShareRow): string | null {
  return amount === null ? null : `Premio liquidato € ${money(amount)}`;
}

const REASONS = {
  'third-party': 'fatto di terzi',
  'upstream-area': 'attività di altra area',
  resources: 'carenza di risorse',
  'force-majeure': 'forza maggiore',
  other: 'altra causa',
} as const satisfies Record<LateReason, string>;

const CAUSES = {
  ...REASONS,
  'change-of-law': 'modifica normativa',
} as const satisfies Record<RemovalCause, string>;

function because({ late_reason, late_note }: Pick<DueRow, 'late_reason' | 'late_note'>): string {
  const reason = REASONS[(late_reason ?? 'other') as LateReason];
  return isBlank(late_note) ? reason : `${reason}: ${unstopped(late_note ?? '')}`;
}

const COMPARISONS = { 'at-least': 'almeno ', exactly: '', 'at-most': 'al massimo ' } as const;

function expected({ comparison, value, unit }: Target): string {
  return `${COMPARISONS[comparison]}${unit === '%' ? percent(value) : comma(value)}`;
}

function percent(value: Decimal | null): string {
  return value === null ? '—' : `${comma(value)}%`;
}

function comma(value: Decimal): string {
  return value.replace('.', ',');
}

/** `1234.50` is `1.234,50`. */
function money(amount: Decimal): string {
  const [euros = '0', cents = '00'] = amount.split('.');
  return `${euros.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`;
}

/** `2022-12-31` is `31/12/2022`. */
function day(date: LocalDate): string {
  return date.split('-').toReversed().join('/');
}

/** `DGC 54 del 14/03/2022`, as acts are cited. */
function cited({ kind, number, date }: ActReference): string {
  return date === null ? `${kind} ${number}` : `${kind} ${number} del ${day(date)}`;
}

/** Words of people go inside a sentence, which has its own full stop. */
function unstopped(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.;,\s]+$/, '');
}

function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}
