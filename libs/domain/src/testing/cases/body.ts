import { ACT, head, minutes, MORNING, REGISTRY, staff } from '../example.js';
import { town, withStep } from '../workflow.js';
import { possible } from './case.js';

const system = { id: 'system', office: 'system' };
const issued = { by: staff, at: MORNING };

const file = { ...minutes, name: 'delibera.pdf' };
const details = { organ: 'Giunta comunale', title: 'Piano della performance', effectiveFrom: null };
const register = { type: 'act.register', act: ACT, ...details, file: null, ...issued } as const;
const relate = { type: 'act.relate', relation: 'defines', to: { planId: 'demo-2022' }, ...issued } as const;

const office = { id: 'affari-generali', name: 'Affari generali', kind: 'area' } as const;
const named = { type: 'body.name', name: 'Comune di Prova', ...issued } as const;
const patron = { type: 'body.set-patron-day', patronDay: '08-10', ...issued } as const;
const offices = { type: 'body.define-offices', offices: [office], ...issued } as const;

const settle = {
  type: 'body.settle-refused',
  cause: 'e-1',
  stream: 'objective-demo_2022-1.1.1',
  note: 'Pagata a mano',
  ...issued,
} as const;

const takeOffice = {
  type: 'organisation.take-office',
  tenureId: 't-1',
  person: 'u-head',
  office: 'affari-generali',
  roles: ['responsabile'],
  from: '2022-01-01',
  to: null,
  act: null,
  ...issued,
} as const;
const leaveOffice = {
  type: 'organisation.leave-office',
  tenureId: 't-1',
  to: '2022-06-30',
  act: null,
  ...issued,
} as const;
const annulTenure = {
  type: 'organisation.annul-tenure',
  tenureId: 't-1',
  reason: 'Era per un’altra persona',
  act: null,
  ...issued,
} as const;
const delegate = {
  type: 'organisation.delegate',
  delegationId: 'd-1',
  kind: 'sostituzione',
  office: 'affari-generali',
  person: 'u-deputy',
  from: '2022-08-01',
  until: '2022-08-31',
  subjects: null,
  act: null,
  by: head,
  at: MORNING,
} as const;
const takeUp = { type: 'organisation.take-up-delegation', delegationId: 'd-1', ...issued } as const;
const revoke = {
  type: 'organisation.revoke-delegation',
  delegationId: 'd-1',
  reason: 'rientro',
  by: head,
  at: MORNING,
} as const;

/** What is done to the body itself: its acts, offices, people, workflow, clock and messages. */
export const onTheBody = {
  'account.note': [
    possible(
      'account',
      [],
      { type: 'account.note', event: { type: 'account.disabled.v1', data: {} }, ...issued },
      'one more',
    ),
  ],
  'act.register': [possible('act', [], register, 'nothing', { ...register, title: 'Un altro titolo' })],
  'act.correct': [
    possible(
      'act',
      [register],
      { type: 'act.correct', ...details, title: 'Piano 2022', date: '2022-06-02', reason: 'refuso', ...issued },
      'nothing',
    ),
  ],
  'act.attach-file': [
    possible('act', [register], { type: 'act.attach-file', file, ...issued }, 'nothing', {
      type: 'act.attach-file',
      file: { ...file, sha256: 'b'.repeat(64) },
      ...issued,
    }),
  ],
  'act.relate': [possible('act', [register], relate, 'nothing', { ...relate, relation: 'cites' })],
  'body.name': [possible('body', [], named, 'nothing', { ...named, name: 'Città di Prova' })],
  'body.set-patron-day': [possible('body', [], patron, 'nothing', { ...patron, patronDay: null })],
  'body.define-offices': [possible('body', [], offices, 'nothing')],
  'body.complete-setup': [
    possible('body', [named, patron, offices], { type: 'body.complete-setup', ...issued }, 'nothing'),
  ],
  'body.settle-refused': [possible('body', [], settle, 'nothing', { ...settle, cause: 'e-2' })],
  'clock.advance': [
    possible('clock', [], { type: 'clock.advance', to: '2022-07-01T08:00:00.000Z', ...issued }, 'nothing', {
      type: 'clock.advance',
      to: '2022-07-02T08:00:00.000Z',
      ...issued,
    }),
  ],
  'organisation.take-office': [
    possible('organisation', [], takeOffice, 'value/not-unique', { ...takeOffice, tenureId: 't-2' }),
  ],
  'organisation.leave-office': [
    possible('organisation', [takeOffice], leaveOffice, 'organisation/already-left', {
      ...leaveOffice,
      to: '2022-07-31',
    }),
  ],
  'organisation.annul-tenure': [possible('organisation', [takeOffice], annulTenure, 'organisation/unknown-tenure')],
  'organisation.delegate': [
    possible('organisation', [takeOffice], delegate, 'value/not-unique', { ...delegate, delegationId: 'd-2' }),
  ],
  'organisation.take-up-delegation': [possible('organisation', [takeOffice, delegate], takeUp, 'nothing')],
  'organisation.revoke-delegation': [
    possible('organisation', [takeOffice, delegate], revoke, 'organisation/delegation-over'),
  ],
  'reminder.send': [
    possible(
      'reminder',
      [],
      {
        type: 'reminder.send',
        office: 'affari-generali',
        day: '2022-07-24',
        items: [
          {
            objectiveId: 'demo-2022-6.1.1',
            shareId: REGISTRY,
            deadlineId: 'draft',
            instance: '2022-07-31',
            step: '-5',
            dueOn: '2022-07-31',
            title: 'Riordino dell’archivio',
          },
        ],
        by: system,
        at: MORNING,
      },
      'reminder/already-sent',
    ),
  ],
  'reminder.give-notice': [
    possible(
      'reminder',
      [],
      {
        type: 'reminder.give-notice',
        office: 'affari-generali',
        day: '2022-07-24',
        about: {
          kind: 'suspension-over',
          objectiveId: 'demo-2022-6.1.1',
          shareId: REGISTRY,
          title: 'Archivio',
          on: '2022-07-24',
          days: 10,
          unratified: true,
        },
        by: { id: 'system', office: 'system' },
        at: MORNING,
      },
      'reminder/already-sent',
    ),
  ],
  'workflow.publish': [
    possible(
      'workflow',
      [],
      { type: 'workflow.publish', definition: town, known: { roles: [] }, ...issued },
      'nothing',
      {
        type: 'workflow.publish',
        definition: withStep('plan', 0, { name: { it: 'Altro', en: 'Other' } }),
        known: { roles: [] },
        ...issued,
      },
    ),
  ],
};
