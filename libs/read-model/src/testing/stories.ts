import { addDays, instancesOf, missedAt, romeDayOf, type Instant, type LifecycleInForce, type Staff } from '#domain';
import {
  act,
  admin,
  chain,
  document,
  giunta,
  headOf,
  noted,
  nucleo,
  personale,
  PLAN,
  roads,
  rules,
  segretario,
  staff,
  system,
  vice,
} from './example.js';
import { attempt, history, type History } from './history.js';

const SPRING = '2022-05-16T08:00:00.000Z';

/** Nobody holds anything: what is asked here is not who may. */
const NOBODY: Staff = { day: '2023-02-21', offices: [], tenures: [], delegations: [], beneficiaries: [] };

/**
 * The plan in force with its objectives defined.
 *
 * @param workflow  that they keep; absent: the usual one
 */
export function begun(workflow?: LifecycleInForce): History {
  const told = history();
  told.plan(PLAN, { type: 'plan.draft', planId: PLAN, document, by: admin, at: SPRING });
  for (const objective of document.objectives) {
    const { horizon } = document;
    told.objective(`${PLAN}-${objective.id}`, {
      type: 'objective.define',
      planId: PLAN,
      objective,
      horizon,
      ...(workflow && { workflow }),
      by: system,
      at: SPRING,
    });
  }
  told.plan(PLAN, { type: 'plan.approve', act, by: segretario, at: SPRING });
  told.plan(PLAN, { type: 'plan.enter-into-force', from: '2022-05-16', by: segretario, at: SPRING });
  return told;
}

export const SHARES = document.objectives.flatMap(({ id, shares }) =>
  shares.map((share) => ({ objectiveId: `${PLAN}-${id}`, shareId: share.id, office: share.areaId })),
);

/** How many kinds of deed there are. */
export const DEEDS = 20;

/** One deed of a random story; the rules may refuse it, then nothing happens. */
export interface Deed {
  readonly what: number;
  readonly share: number;
  readonly number: number;
}

/** A random story: deeds a few days apart, those of a share by whoever must act. */
export function storyOf(deeds: readonly Deed[]): History {
  const told = begun();
  deeds.forEach((deed, index) => {
    const at: Instant = new Date(Date.parse(SPRING) + (index + 1) * 5 * 86_400_000).toISOString();
    attempt(() => perform(told, deed, index, at));
  });
  return told;
}

function perform(told: History, { what, share, number }: Deed, index: number, at: Instant): void {
  const chosen = SHARES[share % SHARES.length];
  if (chosen === undefined) return;
  const { objectiveId, shareId, office } = chosen;
  const objective = [roads, rules].find(({ id }) => objectiveId.endsWith(id)) ?? roads;
  const by = headOf(office);
  const [first, second] = [number % 101, Math.floor(number / 101)];
  const deadline = objective.deadlines.filter(({ shareIds }) => shareIds.includes(shareId))[second % 2];
  const instances = deadline === undefined ? [] : instancesOf(deadline);
  const instance = instances[first % Math.max(1, instances.length)];
  const fulfils =
    deadline === undefined || instance === undefined ? null : { deadlineId: deadline.id, instance: instance.instance };
  const evidence: never[] = [];
  const step = chain.steps[second % 3];
  const stepBy = [office === 'segretario-generale' ? vice : segretario, nucleo, giunta][second % 3] ?? nucleo;
  const send = (command: Parameters<History['objective']>[1]): void => told.objective(objectiveId, command);

  switch (what % DEEDS) {
    case 0:
      return send({ type: 'objective.assign', shareId, office, by: segretario, at });
    case 1:
      return send({ type: 'objective.acknowledge', shareId, by, at });
    case 2:
    case 3:
      return send({
        type: 'objective.report-progress',
        shareId,
        progressId: `p-${index}`,
        indicatorId: null,
        fulfils: what % DEEDS === 2 ? fulfils : null,
        occurredOn: '2022-06-0' + String(1 + (first % 9)),
        value: first % 10 === 0 ? null : String(first),
        note: 'fatto',
        evidence,
        by,
        at,
      });
    case 4:
      return send({
        type: 'objective.rectify-progress',
        shareId,
        progressId: `p-${first % Math.max(1, index)}`,
        value: first % 10 === 0 ? null : String(first),
        note: 'corretto',
        reason: 'errore',
        evidence,
        by,
        at,
      });
    case 5:
      return send({ type: 'objective.mark-missed-deadlines', by: system, at });
    case 6:
      if (fulfils === null) return;
      return send({
        type: 'objective.fulfil-late',
        shareId,
        fulfils,
        justification: { reason: 'resources', note: 'personale assente' },
        evidence,
        occurredOn: '2022-06-30',
        by,
        at,
      });
    case 7:
      return send({
        type: 'objective.submit-rendicontazione',
        shareId,
        measurements: objective.indicators
          .filter(({ shareIds }) => shareIds.includes(shareId))
          .map(({ id }) => ({
            indicatorId: id,
            value: first % 2 === 0 ? '100 %' : null,
            notMeasuredBecause: 'rinviato',
          })),
        selfDegree: String(first),
        note: '',
        evidence,
        chain,
        workflow: null,
        staff,
        by,
        at,
      });
    case 8:
      return send({
        type: 'objective.return-rendicontazione',
        shareId,
        step: step?.id ?? '',
        points: ['manca un documento'],
        staff,
        by: stepBy,
        at,
      });
    case 9:
    case 10:
      return send({
        type: 'objective.approve-rendicontazione',
        shareId,
        step: step?.id ?? '',
        note: '',
        act: second % 3 === 2 ? noted(at) : null,
        staff,
        by: stepBy,
        at,
      });
    case 11:
      return send({
        type: 'objective.score',
        shareId,
        degree: String(first),
        reason: 'valutato',
        staff,
        by: nucleo,
        at,
      });
    case 12:
      return send({ type: 'objective.liquidate-premium', shareId, runId: 'run', amount: '10.00', by: system, at });
    case 13: {
      const from = romeDayOf(at);
      const until = addDays(from, 1 + (first % 30));
      const urgent = second % 2 === 0;
      const rest = {
        shareId,
        reason: 'lavori',
        from,
        until,
        act: urgent ? null : { ...noted(at), number: '14' },
        staff,
      };
      return send({ type: 'objective.suspend', ...rest, by: segretario, at });
    }
    case 14:
      return send({ type: 'objective.resume', shareId, reason: 'finiti', act: null, staff, by: segretario, at });
    case 15:
      return send({
        type: 'objective.ratify-suspension',
        shareId,
        act: { ...noted(at), number: '15' },
        staff,
        by: segretario,
        at,
      });
    case 16:
      if (number % 4 !== 0) return; // seldom, or every story ends early
      return send({
        type: 'objective.remove',
        shareId,
        cause: 'resources',
        note: 'fondi revocati',
        act,
        weight: 'neutralise',
        staff,
        opinion: {
          favourable: true,
          note: 'nulla da dire',
          on: '2022-05-01',
          document: { kind: 'verbale', number: '4', date: '2022-05-01' },
        },
        by: segretario,
        at,
      });
    case 17:
      if (fulfils === null) return;
      return send({
        type: 'objective.justify',
        shareId,
        missed: fulfils,
        evidence,
        by,
        at,
        justification: { reason: 'third-party', note: 'fornitore in ritardo' },
      });
    case 18:
      return send({
        type: 'objective.reopen',
        shareId,
        reason: 'errore',
        act: { ...noted(at), number: '13' },
        staff,
        by: segretario,
        at,
      });
    case 19:
      return second % 2 === 0
        ? send({ type: 'objective.make-definitive', shareId, note: '', staff, by: segretario, at })
        : send({
            type: 'objective.adjust-premium',
            shareId,
            runId: `adj-${index}`,
            amount: '12',
            act: { ...noted(at), number: '16' },
            by: personale,
            at,
          });
  }
}

/** A whole year without chance: every share to its end, one weekly report missed and justified, premiums paid. */
export function wholeYear(): History {
  const told = begun();
  const at = (day: string): Instant => `${day}T09:00:00.000Z`;
  for (const { objectiveId, shareId, office } of SHARES) {
    const by = headOf(office);
    told.objective(objectiveId, { type: 'objective.assign', shareId, office, by: segretario, at: at('2022-05-17') });
    told.objective(objectiveId, { type: 'objective.acknowledge', shareId, by, at: at('2022-05-18') });
  }
  const reportedBy = [...roads.deadlines, ...rules.deadlines]
    .flatMap((deadline) => instancesOf(deadline).map((instance) => ({ deadline, instance })))
    .toSorted((a, b) => (a.instance.dueOn < b.instance.dueOn ? -1 : 1));
  for (const { deadline, instance } of reportedBy) {
    for (const { objectiveId, shareId, office } of SHARES.filter((share) =>
      deadline.shareIds.includes(share.shareId),
    )) {
      const by = headOf(office);
      const fulfils = { deadlineId: deadline.id, instance: instance.instance };
      if (instance.instance === '2022-08-14') {
        const at = missedAt(instance);
        told.objective(objectiveId, { type: 'objective.mark-missed-deadlines', by: system, at });
        told.objective(objectiveId, {
          type: 'objective.fulfil-late',
          shareId,
          fulfils,
          justification: { reason: 'resources', note: 'personale in ferie' },
          evidence: [],
          occurredOn: '2022-08-16',
          by,
          at: '2022-08-17T08:00:00.000Z',
        });
        continue;
      }
      const nil = deadline.kind === 'recurring' && instance.instance < '2022-07-15';
      told.objective(objectiveId, {
        type: 'objective.report-progress',
        shareId,
        progressId: `p-${shareId}-${instance.instance}`.replaceAll('.', '-'),
        indicatorId: null,
        fulfils,
        occurredOn: instance.dueOn,
        value: nil ? null : '80',
        note: '',
        evidence: [],
        by,
        at: at(instance.dueOn),
      });
    }
  }
  for (const { objectiveId, shareId, office } of SHARES) close(told, objectiveId, shareId, office);
  const degreeOf = (shareId: string) => (shareId === '2.1.1-polizia' ? '97.5' : '100');
  const claims = SHARES.filter(({ office }) => office !== 'segretario-generale').map(
    ({ objectiveId, shareId, office }) => ({
      objectiveId,
      shareId,
      areaId: office,
      weight: [...roads.shares, ...rules.shares].find(({ id }) => id === shareId)?.weight ?? null,
      degree: degreeOf(shareId),
    }),
  );
  told.premium('areas-2022', {
    type: 'premium.compute',
    runId: 'areas-2022',
    planId: PLAN,
    scope: { kind: 'areas' },
    fund: '5000.00',
    claims,
    by: personale,
    at: at('2023-02-20'),
  });
  told.premium('areas-2022', {
    type: 'premium.liquidate',
    act: { ...noted(at('2023-02-21')), number: '97' },
    staff: NOBODY,
    by: personale,
    at: at('2023-02-21'),
  });
  for (const { objectiveId, shareId } of SHARES.filter(({ shareId: id }) => id.startsWith('2.1.1'))) {
    told.objective(objectiveId, {
      type: 'objective.liquidate-premium',
      shareId,
      runId: 'areas-2022',
      amount: shareId === '2.1.1-polizia' ? '3988.64' : '909.09',
      by: system,
      at: at('2023-02-21'),
    });
  }
  told.reminder('polizia_2022-07-22', {
    type: 'reminder.send',
    office: 'polizia',
    day: '2022-07-22',
    items: [
      {
        objectiveId: `${PLAN}-2.1.1`,
        shareId: '2.1.1-polizia',
        deadlineId: 'weekly',
        instance: '2022-07-24',
        step: '-1',
        dueOn: '2022-07-24',
        title: roads.title,
      },
    ],
    by: system,
    at: at('2023-02-22'),
  });
  return told;
}

function close(told: History, objectiveId: string, shareId: string, office: string): void {
  const objective = [roads, rules].find(({ id }) => objectiveId.endsWith(id)) ?? roads;
  const at = '2023-01-20T09:00:00.000Z';
  told.objective(objectiveId, {
    type: 'objective.submit-rendicontazione',
    shareId,
    measurements: objective.indicators
      .filter(({ shareIds }) => shareIds.includes(shareId))
      .map(({ id }) =>
        id === 'survey' && office === 'lavori'
          ? { indicatorId: id, value: null, notMeasuredBecause: 'rilievo rinviato al 2023' }
          : { indicatorId: id, value: '100 %', notMeasuredBecause: null },
      ),
    selfDegree: '100',
    note: '',
    evidence: [],
    chain,
    workflow: null,
    staff,
    by: headOf(office),
    at,
  });
  const approve = (step: string, by: typeof vice, withAct: boolean): void =>
    told.objective(objectiveId, {
      type: 'objective.approve-rendicontazione',
      shareId,
      step,
      note: '',
      act: withAct ? noted(at) : null,
      staff,
      by,
      at,
    });
  approve('verifica', office === 'segretario-generale' ? vice : segretario, false);
  approve('certificazione', nucleo, false);
  approve('presa-d-atto', giunta, true);
  const degree = shareId === '2.1.1-polizia' ? '97.5' : '100';
  told.objective(objectiveId, {
    type: 'objective.score',
    shareId,
    degree,
    reason: degree === '100' ? '' : 'un report in ritardo',
    staff,
    by: nucleo,
    at,
  });
}
