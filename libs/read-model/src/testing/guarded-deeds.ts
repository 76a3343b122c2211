import fc from 'fast-check';
import {
  lifecycleStates,
  objective,
  type ActReference,
  type Actor,
  type LifecycleInForce,
  type LocalDate,
  type ObjectiveCommand,
  type ObjectiveEvent,
  type PlannedObjective,
  type Staff,
} from '#domain';
import { deedsOnRuns, guardedOfRun, isOfRun } from './guarded-runs.js';
import { before, besideOutsider, chain, done, issuedBy, OUTSIDER, played, type Guarded } from './guarded.js';
import { DAY, OFFICES, person } from './organisations.js';

// Everything that duty separation guards, each done to a share or a run that somebody outside has brought so far.
export const deeds = [
  'suspend',
  'ratify',
  'remove',
  'assign',
  'make-definitive',
  'reopen',
  'adjust',
  'score',
  'validate',
  'return-proposal',
  'reassign',
  'migrate',
  ...deedsOnRuns,
] as const;

export type DeedName = (typeof deeds)[number];

const day = fc.constantFrom<LocalDate>(DAY, '2023-01-19', '2022-06-30');
/** Nobody holds the last. */
const answering = fc.constantFrom('segretario', 'area', 'area', 'giunta', 'archivio', 'archivio');

/** What is known of the share and its run, and how the deed is done. */
export const circumstances = fc.record({
  deed: fc.constantFrom(...deeds),
  areas: fc.tuple(answering, answering),
  holders: fc.uniqueArray(answering, { minLength: 1, maxLength: 2 }),
  /** Of an assignment: nobody has it yet. */
  isFirst: fc.boolean(),
  isTogether: fc.boolean(),
  isCertified: fc.boolean(),
  author: person,
  to: answering,
  from: day,
  told: fc.option(day, { freq: 2, nil: undefined }),
  actDate: day,
});

export type Circumstances = typeof circumstances extends fc.Arbitrary<infer T> ? T : never;

export function guarded(
  { deed, areas, holders: held, isFirst, isTogether, isCertified, author, to, from, told, actDate }: Circumstances,
  staff: Staff,
  own: (name: string) => string,
): Guarded {
  const organised = besideOutsider(staff);
  // the outsider is of no evaluation body, and scores as where there is none
  const withOutsider = { ...organised, offices: organised.offices.filter((one) => one.function !== 'evaluation-body') };
  const holders = deed === 'assign' && isFirst ? [] : held;
  // no act reopens what was not decided yet
  const date = deed === 'reopen' && actDate < '2023-01-10' ? '2023-01-19' : actDate;
  const act: ActReference = { kind: 'DGC', number: '9', date };
  const issued = (by: Actor, of: Staff) => issuedBy(by, of, told);
  if (isOfRun(deed))
    return guardedOfRun(
      deed,
      {
        areas: areas.map(own),
        holder: own(holders[0] ?? ''),
        isCertified,
        told,
        act,
        stream: `premium-demo_${own('run')}`,
      },
      staff,
    );
  const shareId = own('s1');
  const planned = objectiveOf(areas.map(own), isTogether, own);
  const lifecycle = lifecycleFor([...OFFICES.map(own), OUTSIDER.office]);
  const horizon = '2022-12-31';
  const assigned = holders.map((office, index): ObjectiveEvent => ({
    type: 'objective.assigned.v1',
    data: { shareId, office: own(office), from: index === 0 ? '2022-01-01' : '2022-07-01' },
  }));
  const last = own(holders.at(-1) ?? '');
  const entered = { planId: '2022', objective: planned, horizon, workflow: lifecycle };
  const [by, office] = [own(author), own(areas[0])];
  const first: ObjectiveEvent =
    deed === 'validate' || deed === 'return-proposal'
      ? { type: 'objective.proposed.v1', data: { ...entered, proposal: 1, proposedBy: by, office } }
      : { type: 'objective.defined.v1', data: entered };
  const isProposed = first.type === 'objective.proposed.v1';
  const state = played(
    objective,
    [first, ...(isProposed ? [] : assigned)],
    isProposed ? [] : prepared(deed, { shareId, office: last, author: own(author), staff: withOutsider }),
  );
  const command = (by: Actor, of: Staff, onBehalfOf: string | null): ObjectiveCommand => {
    const whole = { ...issued(by, of), shareId };
    const acting = { type: 'approval.act', subject: 'rendicontazione', ...whole } as const;
    switch (deed) {
      case 'suspend':
        return { ...whole, type: 'objective.suspend', reason: 'lavori', from, until: '2023-02-28', act };
      case 'ratify':
        return { ...whole, type: 'objective.ratify-suspension', act };
      case 'remove': {
        const opinion = {
          favourable: true,
          note: 'sì',
          on: '2022-01-02',
          document: { kind: 'verbale', number: '4', date: '2022-01-02' },
        };
        return {
          ...whole,
          type: 'objective.remove',
          cause: 'resources',
          note: 'x',
          act,
          opinion,
          weight: 'neutralise',
        };
      }
      case 'assign':
        return {
          ...whole,
          type: 'objective.assign',
          office: own(to),
          from: from < '2022-07-01' ? '2022-07-01' : from,
          reason: 'registrato dopo',
        };
      case 'make-definitive':
        return { ...whole, type: 'objective.make-definitive', note: '' };
      case 'reopen':
        return { ...whole, type: 'objective.reopen', reason: 'errore', act };
      case 'validate':
        return { ...issued(by, of), ...NO_CHAIN, type: 'objective.validate', findings: [], waiver: null };
      case 'return-proposal':
        return { ...issued(by, of), ...NO_CHAIN, type: 'objective.return-proposal', points: ['manca'] };
      case 'score':
        return { ...whole, type: 'objective.score', degree: '90', reason: '' };
      case 'adjust':
        return { ...whole, type: 'objective.adjust-premium', runId: 'c', amount: '5', act, onBehalfOf };
      case 'reassign':
        return { ...acting, deed: { do: 'reassign', step: 'verifica', to: OUTSIDER, reason: 'assente' } };
      case 'migrate':
        return { ...acting, deed: { do: 'migrate', chain: chain(2), workflow: null, reason: 'nuovo' } };
    }
  };
  const citesAct = ['suspend', 'ratify', 'remove', 'reopen', 'adjust'].includes(deed);
  const isSuspendedFrom = deed === 'suspend' && !(told !== undefined && told < from);
  return {
    ...done(objective, state, command(OUTSIDER, withOutsider, null)),
    stream: `objective-demo_${own('o')}`,
    told: isSuspendedFrom ? from : told,
    act: citesAct ? act : null,
    decide: (by, onBehalfOf) =>
      void objective.decide(
        command(by, deed === 'reassign' ? { ...staff, tenures: withOutsider.tenures } : staff, onBehalfOf),
        state.state,
      ),
  };
}

const NO_CHAIN = { chain: null, workflow: null, step: null } as const;

function lifecycleFor(offices: readonly string[]): LifecycleInForce {
  const verbs = [
    'validate',
    'return-proposal',
    'assign',
    'suspend',
    'resume',
    'remove',
    'submit-rendicontazione',
    'approve-rendicontazione',
  ] as const;
  const outcomes = ['make-definitive', 'liquidate', 'reopen'] as const;
  const who = offices.map((office) => ({ office }));
  const transitions = [...verbs, ...outcomes].map((verb) => ({
    verb,
    from: lifecycleStates,
    to: 'approved' as const,
    who,
    act: null,
  }));
  return { id: 'comune', version: 1, transitions };
}

function objectiveOf([one = '', two = '']: readonly string[], isTogether: boolean, own: (name: string) => string) {
  const shares = [own('s1'), own('s2')];
  const indicator = (id: string, shareIds: readonly string[]) => ({ id, text: id, unit: '', target: null, shareIds });
  return {
    id: own('o'),
    title: 'Strade',
    shares: [one, two].map((areaId, index) => ({ id: shares[index], areaId, weight: '10', funding: null })),
    indicators: isTogether ? [indicator('i', shares)] : [indicator('i', shares.slice(0, 1))],
    // something lies ahead whatever the day: work can rest
    deadlines: [{ id: 'd', text: 'd', shareIds: shares, kind: 'fixed', on: '2099-12-31' }],
  } as object as PlannedObjective; // as much as the rules read
}

interface Preparing {
  readonly shareId: string;
  readonly office: string;
  readonly author: string;
  readonly staff: Staff;
}

/** How a share gets to where the deed is possible. */
function prepared(deed: DeedName, { shareId, office, author, staff }: Preparing): ObjectiveCommand[] {
  const by = { ...before(staff), shareId };
  const rest = { reason: 'urgenza', from: '2022-06-01', until: '2023-02-28', act: null };
  const submit: ObjectiveCommand = {
    ...by,
    type: 'objective.submit-rendicontazione',
    measurements: [{ indicatorId: 'i', value: '1', notMeasuredBecause: null }],
    selfDegree: '90',
    note: '',
    evidence: [],
    chain: chain(1),
    workflow: null,
    by: { id: author, office },
  };
  const approve = { ...by, type: 'objective.approve-rendicontazione', step: 'verifica', note: '', act: null } as const;
  const score = { ...by, type: 'objective.score', degree: '90', reason: '' } as const;
  const pay = { ...by, type: 'objective.liquidate-premium', runId: 'r', amount: '10' } as const;
  const act = { kind: 'DGC', number: '8', date: '2023-01-10' };
  const reopen = { ...by, type: 'objective.reopen', reason: 'errore', act } as const;
  switch (deed) {
    case 'ratify':
      return [{ ...by, ...rest, type: 'objective.suspend' }];
    case 'reassign':
    case 'migrate':
      return [submit];
    case 'score':
      return [submit, approve];
    case 'make-definitive':
    case 'reopen':
      return [submit, approve, score];
    case 'adjust':
      return [submit, approve, score, pay, reopen, approve, score];
    default:
      return [];
  }
}
