import { addDays, daysBetween, type LocalDate } from '#domain';
import { commands } from '#domain/testing';
import { known, opened, settingOut } from '../approving.js';
import {
  answering,
  AREA,
  BEARING,
  credited,
  holderOf,
  isOverdue,
  LAST_DAY,
  LAST_DAY_FOR_VARIATIONS,
  laterBy,
  LONGEST_REST,
  owes,
  resumed,
  shareIds,
  takesFacts,
  with_,
  worked,
  type Model,
  type Over,
  type ShareId,
  type ShareModel,
} from '../model.js';
import { officeOf, type Office, type Person } from '../people.js';
import { actOf, chain, issued, lastActOf, through, workflow, type Act, type Deed } from './deed.js';
import { common, on } from './on-share.js';
import { removedOn } from '../variations.js';

const isActive = ({ removed, rest }: ShareModel) => !removed && rest === null;
const isOwn = (share: ShareModel, { by }: Deed) => officeOf(by) === holderOf(share);
/** Whom the workflow names, but for who answers for the share, or would, or is paid for days of it; where nobody is left, who stands in for the Segretario. */
function mayMove(
  id: ShareId,
  share: ShareModel,
  by: Person,
  named: readonly Person[],
  would: readonly Office[] = [],
): boolean {
  const own = [...answering(id, share), ...would];
  const isFree = (person: Person) => !own.includes(officeOf(person));
  const free = named.filter(isFree);
  return free.length > 0 ? free.includes(by) : by === 'vice' && isFree('vice');
}
/** Whether whoever hands it over says why. */
const isExplained = ({ index }: Deed) => index !== 2;
/** Whoever has it did something as such today. */
const actedOn = ({ works }: ShareModel, { today }: Model) => ({ works: [...works.slice(0, -1), today] });
const MOVERS: readonly Person[] = ['segretario', 'giunta'];
const withOffice = <T>(held: readonly T[], more: readonly T[]): readonly T[] => [...new Set([...held, ...more])];
const missed = ({ id }: Deed, { shares }: Model) => ({ deadlineId: 'draft', instance: shares[id].instance });
const measured = { area: ['boxes', 'rules'], segretario: ['signed'] } as const;

/** The act of a rest that is recorded later is mostly of its first day, and now and then comes only once it is recorded. */
const decidedOn = ({ daysAgo, index }: Deed, { today }: Model) => (index === 2 ? today : addDays(today, -daysAgo));

/** A first day that is put right: weeks earlier, or no earlier at all. */
const correctedTo = ({ holders }: ShareModel, { daysAgo }: Deed) => addDays(holders.at(-1)?.from ?? '', 3 - daysAgo);

/** How long work rests: some days, or some weeks. */
const lastDayFrom = (from: LocalDate, { index }: Deed) => addDays(from, index === 1 ? 4 : 20);

/** Whether others bear the weight of what is removed. */
const isBorne = ({ index }: Deed) => index === 1;

/** What fell due while work rested by an act of then was never missed; by one of later it was. */
function missedUnlessDecided(share: ShareModel, { today }: Model, rest: Over): Partial<ShareModel> {
  const { due, deadline, instance } = share;
  if (due < rest.from || today <= due || deadline === 'answered') return {};
  if (laterBy(rest, share) === 0) return deadline === 'open' && owes(share) ? { deadline: 'missed' } : {};
  const lifted = deadline === 'open' ? {} : { lifted: { instance, due } };
  return { ...lifted, deadline: deadline === 'late' ? 'answered' : 'open', justification: null };
}

export const onShares = {
  assign: on({
    send: (deed, model) => {
      const from = addDays(model.today, -deed.daysAgo);
      const why = isExplained(deed) ? { reason: 'registrato dopo' } : {};
      return commands.assign({ ...common(deed, model), office: deed.office, from, ...why });
    },
    after: (share, model, deed) => {
      const { by, id, office, daysAgo } = deed;
      const { stage, removed, holders, justification } = share;
      const last = holders.at(-1);
      const from = addDays(model.today, -daysAgo);
      // nobody gives it to an office of theirs; to its area it goes as the plan has it
      const isPlanned = last === undefined && office === AREA[id];
      const isMeant = isPlanned ? by === 'segretario' : mayMove(id, share, by, ['segretario'], [office]);
      if (!isMeant || removed || last?.office === office) return null;
      if (!['planned', 'held', 'returned'].includes(stage)) return null;
      if (last !== undefined && from < last.from) return null;
      // days of the year that are over go from nobody without a reason, and none before what they did
      const takes = last !== undefined && from < model.today && from <= LAST_DAY;
      if (takes && (!isExplained(deed) || from <= (share.works.at(-1) ?? ''))) return null;
      // the former holder keeps the credit up to the day before; the new one takes note, and judges nothing of it
      const before = last === undefined ? [] : [...holders.slice(0, -1), { ...last, to: addDays(from, -1) }];
      const given = with_(model, id, {
        stage: stage === 'planned' ? 'held' : stage,
        holders: [...before, { office, from, to: null }],
        works: [...share.works, null],
        acknowledged: false,
        justification: justification && {
          ...justification,
          offices: withOffice(justification.offices, [office]),
        },
      });
      return { ...given, pending: [...given.pending, { given: id, to: office }] };
    },
  }),
  'correct a hand-over': {
    ...on({
      send: (deed, model) => {
        const share = model.shares[deed.id];
        const fields = { office: holderOf(share) ?? deed.office, from: correctedTo(share, deed), reason: 'svista' };
        return commands.assign({ ...common(deed, model), ...fields });
      },
      after: (share, model, deed) => {
        const { id, by } = deed;
        const { stage, removed, holders, justification } = share;
        const last = holders.at(-1);
        if (last === undefined || removed || !['held', 'returned'].includes(stage)) return null;
        const from = correctedTo(share, deed);
        if (from >= last.from) return null;
        // as for any hand-over, whoever had it by then neither; the first to have had it has it as the plan says
        const isPlanned = holders.length === 1 && last.office === AREA[id];
        const had = holders.filter((one) => one.from <= from && (one.to === null || from <= one.to));
        if (
          isPlanned
            ? by !== 'segretario'
            : !mayMove(
                id,
                share,
                by,
                ['segretario'],
                had.map(({ office }) => office),
              )
        )
          return null;
        const former = holders.findLast((one) => one.office !== last.office && (one.to === null || one.to >= one.from));
        if (former !== undefined && from < former.from) return null;
        const did = former === undefined ? null : share.works[holders.indexOf(former)];
        if (from <= (did ?? '') && from <= (former?.to ?? '') && from <= LAST_DAY) return null;
        const corrected = holders.map((one) =>
          one === last ? { ...one, from } : one.to === null || one.to < from ? one : { ...one, to: addDays(from, -1) },
        );
        const paid = credited(id, { ...share, holders: corrected });
        const told = with_(model, id, {
          holders: corrected,
          justification: justification && { ...justification, credited: paid },
        });
        return { ...told, pending: [...told.pending, { given: id, to: last.office }] };
      },
    }),
    isPossible: ({ shares, proposal }, { id }) => proposal.stage === 'planned' && shares[id].holders.length > 0,
  },
  acknowledge: on({
    send: (deed, model) => commands.acknowledge(common(deed, model)),
    after: (share, model, deed) => {
      const waits = ['held', 'returned'].includes(share.stage) && !share.acknowledged;
      return waits && isActive(share) && isOwn(share, deed)
        ? with_(model, deed.id, { ...actedOn(share, model), acknowledged: true })
        : null;
    },
  }),
  report: on({
    send: (deed, model, n) =>
      commands.report({ ...common(deed, model), progressId: `p-${n}`, indicatorId: null, occurredOn: model.today }),
    after: (share, model, deed) =>
      share.acknowledged && isActive(share) && isOwn(share, deed) && takesFacts(share)
        ? with_(model, deed.id, { ...worked(share, deed.by), ...actedOn(share, model), told: true })
        : null,
  }),
  answer: on({
    send: (deed, model, n) =>
      commands.report({
        ...common(deed, model),
        progressId: `p-${n}`,
        indicatorId: null,
        fulfils: missed(deed, model),
        occurredOn: model.today,
      }),
    after: (share, model, deed) => {
      const inTime = share.deadline === 'open' && model.today <= share.due;
      const may = share.acknowledged && isActive(share) && isOwn(share, deed) && takesFacts(share);
      return inTime && may
        ? with_(model, deed.id, {
            ...worked(share, deed.by),
            ...actedOn(share, model),
            told: true,
            deadline: 'answered',
            doneOn: model.today,
          })
        : null;
    },
  }),
  'fulfil late': on({
    send: (deed, model) =>
      commands.fulfilLate({
        ...common(deed, model),
        fulfils: missed(deed, model),
        occurredOn: model.today,
        ...through('justification', deed.version),
      }),
    after: (share, model, deed) => {
      const late = share.deadline === 'missed' || isOverdue(share, model.today);
      const may = share.acknowledged && isOwn(share, deed) && takesFacts(share);
      if (!late || !may) return null;
      // what is done late says why, and that waits to be weighed; the reason that is judged stays the first
      const version = known('justification', deed.version);
      const done = worked(share, deed.by);
      const said = settingOut(
        'justification',
        version,
        done.authors,
        answering(deed.id, share),
        model.today,
        credited(deed.id, share),
      );
      return with_(model, deed.id, {
        ...done,
        ...actedOn(share, model),
        deadline: 'late',
        doneOn: model.today,
        justification: done.justification ?? said,
      });
    },
  }),
  suspend: on({
    send: (deed, model) => {
      const from = addDays(model.today, -deed.daysAgo);
      const act = actOf(decidedOn(deed, model));
      return commands.suspend({ ...common(deed, model), from, until: lastDayFrom(from, deed), act });
    },
    after: (share, model, deed) => {
      const { id, by, daysAgo } = deed;
      const from = addDays(model.today, -daysAgo);
      const on = decidedOn(deed, model);
      const had = share.holders.filter((one) => one.from <= from && (one.to === null || from <= one.to));
      const until = lastDayFrom(from, deed);
      const resumedOn = addDays(until, 1);
      const working = share.stage === 'held' && isActive(share);
      if (!working || share.restedDays + daysBetween(from, resumedOn) > LONGEST_REST) return null;
      const offices = had.map(({ office }) => office);
      if (!mayMove(id, share, by, MOVERS, [...offices, ...credited(id, share)])) return null;
      // not before it was given to anybody; and no day rests twice, whichever rest is told first
      if (on < (share.holders[0]?.from ?? '')) return null;
      if (share.rests.some((one) => one.from < one.resumedOn && from < one.resumedOn && one.from < resumedOn))
        return null;
      return with_(model, id, {
        ...missedUnlessDecided(share, model, { from, resumedOn, decided: on }),
        rest: { from, until, decided: on },
      });
    },
  }),
  'give a miss back': {
    ...on({
      send: (deed, model) => {
        const { instance, due } = model.shares[deed.id];
        const lifted = model.shares[deed.id].lifted ?? { instance, due };
        // by the register the act is of the day after, or of the last day all the same
        const registered = addDays(lifted.due, deed.index === 2 ? 0 : 1);
        const of = { deadlineId: 'draft', instance: lifted.instance };
        return commands.restoreMiss({ ...common(deed, model), missed: of, registered });
      },
      after: (share, model, { id, by, index }) => {
        const { lifted, doneOn } = share;
        if (lifted === null || index === 2 || !takesFacts(share)) return null;
        if (!mayMove(id, share, by, MOVERS, credited(id, share))) return null;
        return with_(model, id, { deadline: doneOn === null ? 'missed' : 'late', due: lifted.due, lifted: null });
      },
    }),
    isPossible: ({ shares, proposal }, { id }) =>
      proposal.stage === 'planned' && shares[id].lifted?.instance === shares[id].instance,
  },
  resume: on({
    send: (deed, model) => commands.resume(common(deed, model)),
    after: ({ rest, removed }, model, { id, by }) =>
      rest !== null && !removed && MOVERS.includes(by) ? resumed(model, id, model.today) : null,
  }),
  remove: on({
    send: (deed, model) =>
      commands.remove({
        ...common(deed, model),
        act: actOf(addDays(model.today, -deed.daysAgo)),
        opinion: {
          favourable: true,
          note: 'inevitabile',
          on: addDays(model.today, -deed.daysAgo),
          document: { kind: 'verbale', number: '4', date: addDays(model.today, -deed.daysAgo) },
        },
        weight: isBorne(deed) ? 'redistribute' : 'neutralise',
      }),
    after: (share, model, deed) => {
      const { id, by, daysAgo } = deed;
      const early = ['planned', 'held'].includes(share.stage) && !share.removed;
      // nor does anybody to whom its weight would go
      const wouldBear = isBorne(deed) ? BEARING[id] : [];
      if (!early || !mayMove(id, share, by, MOVERS, [...credited(id, share), ...wouldBear])) return null;
      const on = addDays(model.today, -daysAgo);
      // what others weigh moves until the last day of variations alone
      if (isBorne(deed) && on > LAST_DAY_FOR_VARIATIONS) return null;
      const gone = with_(model, id, removedOn(on, share, model.today));
      return { ...gone, pending: [...gone.pending, { removed: id, isBorne: isBorne(deed) }] };
    },
  }),
  submit: on({
    send: (deed, model) =>
      commands.submit({
        ...common(deed, model),
        measurements: measured[deed.id].map((indicatorId) => ({ indicatorId, value: 'sì', notMeasuredBecause: null })),
        chain: chain('rendicontazione', deed.version),
        workflow: workflow('rendicontazione', deed.version),
      }),
    after: (share, model, deed) => {
      const may = ['held', 'returned'].includes(share.stage) && share.acknowledged && isActive(share);
      if (!may || !isOwn(share, deed)) return null;
      const done = worked(share, deed.by);
      const version = known('rendicontazione', deed.version);
      const report = opened(
        'rendicontazione',
        version,
        done.authors,
        answering(deed.id, share),
        model.today,
        credited(deed.id, share),
      );
      if (report === null) return null;
      const handedIn = share.report === null ? report : { ...report, isNotFirst: true as const };
      return with_(model, deed.id, { ...done, ...actedOn(share, model), stage: 'reported', report: handedIn });
    },
  }),
  justify: on({
    send: (deed, model) =>
      commands.justify({
        ...common(deed, model),
        missed: missed(deed, model),
        ...through('justification', deed.version),
      }),
    after: (share, model, deed) => {
      const over = ['missed', 'late'].includes(share.deadline) || (owes(share) && isOverdue(share, model.today));
      const may = share.acknowledged && isOwn(share, deed) && takesFacts(share);
      const before = share.justification;
      const again = before === null || before.status === 'returned' || before.status === 'rejected';
      if (!over || !may || !again) return null;
      const done = worked(share, deed.by);
      const version = known('justification', deed.version);
      const justification = opened(
        'justification',
        version,
        done.authors,
        answering(deed.id, share),
        model.today,
        credited(deed.id, share),
      );
      const deadline = share.deadline === 'open' ? 'missed' : share.deadline;
      if (justification === null) return null;
      const wasRejected = before !== null && (before.status === 'rejected' || before.again === true);
      const said = wasRejected ? ({ ...justification, again: true } as const) : justification;
      return with_(model, deed.id, { ...done, ...actedOn(share, model), deadline, justification: said });
    },
  }),
  close: on({
    send: (deed, model) => {
      const { by, at, staff } = common(deed, model);
      return commands.close({ by, at, staff, comment: 'chiuso', act: lastActOf(deed, model, 'determina') });
    },
    after: (_, model, { by, version }) =>
      by === 'segretario' &&
      version === 1 &&
      shareIds.every((id) => model.shares[id].removed || model.shares[id].stage === 'paid')
        ? { ...model, closed: true }
        : null,
  }),
} as const satisfies Record<string, Act>;

export const atMidnight: Act = {
  send: (deed, model) => ({ kind: 'objective', command: commands.alarm(issued(deed.by, model).at) }),
  after: (model) => {
    if (model.proposal.stage === 'none') return null;
    return shareIds.reduce((before, id) => {
      const share = before.shares[id];
      return owes(share) && isOverdue(share, before.today) ? with_(before, id, { deadline: 'missed' }) : before;
    }, model);
  },
};
