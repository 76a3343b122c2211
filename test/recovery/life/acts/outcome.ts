import { commands } from '#domain/testing';
import { asksSeveral, isParty, type Version } from '../approving.js';
import { AREA, credited, mostOf, with_, type Model, type ShareId, type ShareModel } from '../model.js';
import { officeOf, type Person } from '../people.js';
import { actOf, lastActOf, type Act, type Deed } from './deed.js';
import { common, on } from './on-share.js';

/** By which degree whoever scores does. */
const DEGREES = { 1: 95, 2: 0, 3: 50, 4: 100 } as const satisfies Record<Version, number>;
/** What a run has for the full degree, in cents. */
const FULL = 12_345;
/** What a run has set aside of it, which a later one pays. */
const RESERVED = 8_000;
const isFromReserve = ({ version }: Deed) => version === 3;
const hasFor = (deed: Deed) => (isFromReserve(deed) ? RESERVED : FULL * 100);
const payOf = (degree: number) => Math.floor((2 * FULL * degree + 100) / 200);
const money = (cents: number) => (cents / 100).toFixed(2);
/** All that is due, a cent more, half of it, or nothing. */
const adjustedTo = (share: ShareModel, { version }: Deed) =>
  ({ 1: mostOf(share), 2: 0, 3: mostOf(share) + 1, 4: Math.floor(mostOf(share) / 2) })[version];

/** The degree of a share, what is paid by it, and what is judged anew. */
export const onOutcomes = {
  score: on({
    send: (deed, model) =>
      commands.score({ ...common(deed, model), degree: String(DEGREES[deed.version]), reason: 'riconteggio' }),
    after: ({ stage, report, justification }, model, { id, by, version }) => {
      // first why a deadline was missed is decided, once
      if (justification?.status === 'open' && justification.again !== true) return null;
      if (stage !== 'agreed' || report === null || isParty(report, by) || officeOf(by) !== 'nucleo') return null;
      const degree = DEGREES[version];
      // one alone does not overrule those who agreed together
      if (degree !== 95 && asksSeveral(report)) return null;
      return with_(model, id, { stage: 'scored', degree });
    },
  }),
  'make definitive': on({
    send: (deed, model) => commands.makeDefinitive({ ...common(deed, model), act: lastActOf(deed, model, 'decreto') }),
    after: ({ stage }, model, { id, by, version }) =>
      stage === 'scored' && by === settlerOf(id, model) && version === 1
        ? with_(model, id, { stage: 'definitive' })
        : null,
  }),
  liquidate: on({
    send: (deed, model) => {
      const { degree } = model.shares[deed.id];
      const cents = Math.min(payOf(degree), hasFor(deed));
      // the fund has 123.45 for the full degree, a reserve no more than is set aside
      const full = degree === 0 || isFromReserve(deed) ? { fullAmount: money(FULL) } : {};
      const ceiling = isFromReserve(deed) ? { ceiling: money(RESERVED) } : {};
      return commands.liquidate({ ...common(deed, model), amount: money(cents), ...full, ...ceiling });
    },
    after: ({ stage, firstPaid, degree }, model, deed) => {
      // once a run has paid it, be it nothing, every later one adjusts
      if (!['scored', 'definitive'].includes(stage) || firstPaid !== null) return null;
      const byFull = degree === 0 || isFromReserve(deed);
      const measure = byFull ? { cents: FULL, degree: 100 } : { cents: payOf(degree), degree };
      const ceiling = hasFor(deed);
      const change = { firstPaid: { ...measure, ceiling }, paid: Math.min(payOf(degree), ceiling) };
      return with_(model, deed.id, { stage: 'paid', ...change });
    },
  }),
  adjust: on({
    send: (deed, model, n) =>
      commands.adjust({
        ...common(deed, model),
        runId: `adjustment-${n}`,
        amount: money(adjustedTo(model.shares[deed.id], deed)),
        act: actOf(model.today, 'determina'),
      }),
    after: (share, model, deed) => {
      const { stage, adjusting, holders } = share;
      const { id, by } = deed;
      const paid = adjustedTo(share, deed);
      if (paid > mostOf(share)) return null;
      // nobody settles what they were paid themselves
      const own = [AREA[id], ...holders.map(({ office }) => office)];
      if (!['scored', 'definitive'].includes(stage) || !adjusting || own.includes(officeOf(by))) return null;
      return with_(model, id, { stage: 'paid', adjusting: false, paid });
    },
  }),
  reopen: on({
    send: (deed, model) => commands.reopen({ ...common(deed, model), act: actOf(model.today, 'DGC', '41') }),
    after: ({ stage, removed, adjusting, report }, model, { id, by }) => {
      const over = model.closed || ['agreed', 'scored', 'definitive', 'paid'].includes(stage);
      if (!over || removed || by !== settlerOf(id, model) || report === null) return null;
      const anew = { ...report, status: 'open', passed: [], votes: [], took: {}, claim: null } as const;
      const change = {
        stage: 'reported',
        report: anew,
        reopened: true,
        adjusting: adjusting || stage === 'paid',
      } as const;
      return { ...with_(model, id, change), closed: false };
    },
  }),
} as const satisfies Record<string, Act>;

/** The Segretario closes outcomes and has them judged anew; of what he is paid for or did the Vicesegretario, and nobody theirs. */
function settlerOf(id: ShareId, model: Model): Person | null {
  const offices = credited(id, model.shares[id]);
  const isTheirs = (person: Person) => offices.includes(officeOf(person)) || model.shares[id].authors.includes(person);
  return (['segretario', 'vice'] as const).find((person) => !isTheirs(person)) ?? null;
}
