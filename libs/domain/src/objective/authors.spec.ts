import type { Staff } from '../organisation/staff.js';
import {
  acknowledge,
  after,
  approve,
  assign,
  decideJustification,
  define,
  fulfilLate,
  justify,
  makeDefinitive,
  rectify,
  reopen,
  report,
  score,
  submit,
} from '../testing/commands.js';
import { giunta, head, NOTED, nucleo, SECRETARY, segretario, vice } from '../testing/example.js';
import { given, eventsOf } from '../testing/given.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import type { ObjectiveCommand } from './messages.js';
import { objective } from './objective.js';

const member: Actor = { id: 'u-member', office: nucleo.office };
/** The Nucleo has two members; the Segretario of today is told by the role, too. */
const staff: Staff = {
  ...exampleStaff,
  tenures: [
    ...exampleStaff.tenures.map((one) => (one.office === 'segretario' ? { ...one, roles: ['segretario'] } : one)),
    tenure(member.id, member.office),
  ],
};
/** As the office of the share: by a delegation of its head, which they have given up since. */
const forTheArea = ({ id }: Actor): Actor => ({ id, office: head.office });
const AUGUST = '2022-08-03T08:00:00.000Z';
const begun = [define(), assign(), acknowledge()] as const;
const own = (rule: string, code = 'approval/own-report') => ({ refusal: code, facts: { rule } });

/** What somebody of the Nucleo did with the share, and the head handed in the report. */
const reported = (...work: readonly ObjectiveCommand[]) => [...begun, ...work, submit({ staff })];
const certified = (...work: readonly ObjectiveCommand[]) => [
  ...reported(...work),
  approve({ staff }),
  approve({ step: 'certificazione', by: nucleo, staff }),
  approve({ step: 'presa-atto', by: giunta, act: NOTED, staff }),
];
const certify = (by: Actor) => approve({ step: 'certificazione', by, staff });

describe('who did the work on a share', () => {
  const work: Readonly<Record<string, readonly ObjectiveCommand[]>> = {
    'reported progress': [report({ by: forTheArea(member) })],
    'answered a deadline': [
      report({ by: forTheArea(member), indicatorId: null, fulfils: { deadlineId: 'draft', instance: '2022-07-31' } }),
    ],
    'rectified what another reported': [report(), rectify({ by: forTheArea(member) })],
    'fulfilled a deadline late': [fulfilLate({ by: forTheArea(member) })],
    'gave a second reason for it': [justify({ at: AUGUST }), fulfilLate({ by: forTheArea(member) })],
    'said why one was missed': [justify({ at: AUGUST, by: forTheArea(member) })],
  };

  it.each(Object.entries(work))(
    'given somebody who %s as its office, when they judge the report as their own, then they are an author',
    (_, done) => {
      const verified = after(...reported(...done), approve({ staff }));
      expect(verified.when(certify(member))).toMatchObject(own('author'));
      expect(verified.when(certify(nucleo))).toHaveProperty('events');
    },
  );

  it('given somebody who only acknowledged it, then nothing that is judged is theirs', () => {
    const taken = after(
      define(),
      assign(),
      acknowledge({ by: forTheArea(member) }),
      submit({ staff }),
      approve({ staff }),
    );
    expect(taken.when(certify(member))).toHaveProperty('events');
  });

  it('given the system, then it is nobody', () => {
    const [share] = after(...begun, report({ by: { id: 'system', office: head.office } })).state.shares;
    expect(share?.authors).toEqual([]);
  });

  it('given another share, then who worked on this one is no author of that', () => {
    const theirs = { shareId: SECRETARY, by: segretario };
    const { shares } = after(...begun, report({ by: forTheArea(member) })).state;
    expect(shares.map(({ authors }) => authors)).toEqual([[member.id], []]);
    expect(theirs.shareId).not.toBe(shares[0]?.shareId);
  });

  it('given the only one of an office, then its substitute takes the step, and they are told so', () => {
    const submitted = after(...reported(report({ by: forTheArea(segretario) })));
    expect(submitted.when(approve({ staff }))).toMatchObject(own('author'));
    expect(submitted.when(approve({ staff, by: vice }))).toMatchObject({
      events: [{ data: { rerouted: { from: 'segretario', rule: 'author' } } }, {}],
    });
  });

  it('given nobody else in the Nucleo, when the report is handed in, then it says so at once', () => {
    const alone = { ...staff, tenures: staff.tenures.filter(({ person }) => person !== member.id) };
    expect(after(...begun, report({ by: forTheArea(nucleo) })).when(submit({ staff: alone }))).toMatchObject({
      refusal: 'approval/no-substitute',
      facts: { step: 'certificazione', rule: 'author' },
    });
  });

  it('given a substitute who worked on the share of whom they stand in for, then that is told beside', () => {
    const theirs = { shareId: SECRETARY, by: { ...vice, office: segretario.office } };
    const taken = [assign({ ...theirs, office: segretario.office, staff }), acknowledge(theirs)];
    const worked = after(...begun, ...taken, report({ ...theirs, indicatorId: 'signed', value: '50' }));
    const measurements = [{ indicatorId: 'signed', value: 'sì', notMeasuredBecause: null }];
    expect(worked.when(submit({ ...theirs, by: segretario, measurements, staff }))).toMatchObject({
      refusal: 'approval/no-substitute',
      facts: { step: 'verifica', rule: 'own-office', instead: 'vicesegretario', insteadRule: 'author' },
    });
  });

  it('given work after the report set out, then it counts from then on, also to score', () => {
    const open = after(...reported(), approve({ staff }), report({ by: forTheArea(member) }));
    expect(open.when(certify(member))).toMatchObject(own('author'));
    const agreed = after(...certified(), report({ by: forTheArea(member) }));
    expect(agreed.when(score({ staff, by: member }))).toMatchObject(own('author'));
    expect(agreed.when(score({ staff }))).toHaveProperty('events');
  });

  it('given a degree, then they neither make it definitive nor have it judged anew', () => {
    const done = [report({ by: forTheArea(segretario) })];
    const scored = after(
      ...reported(...done),
      approve({ staff, by: vice }),
      approve({ step: 'certificazione', by: nucleo, staff }),
      approve({ step: 'presa-atto', by: giunta, act: NOTED, staff }),
      score({ staff }),
    );
    const outcome = own('author', 'lifecycle/own-outcome');
    expect(scored.when(makeDefinitive({ staff, by: segretario }))).toMatchObject(outcome);
    expect(scored.when(reopen({ staff, by: segretario }))).toMatchObject(outcome);
    expect(scored.when(makeDefinitive({ staff, by: vice }))).toHaveProperty('events');
  });

  it('given a justification by somebody else, then they decide on none of the share', () => {
    const done = [report({ by: forTheArea(segretario) }), justify({ at: AUGUST })];
    const told = after(...begun, ...done);
    expect(told.when(decideJustification({ staff, by: segretario, at: AUGUST }))).toMatchObject(own('author'));
    expect(told.when(decideJustification({ staff, by: vice, at: AUGUST }))).toHaveProperty('events');
  });

  it('given a report that set out in an earlier release, then who worked on it is known beside its events', () => {
    const history = eventsOf(objective, ...reported(report({ by: forTheArea(member) })), approve({ staff }));
    const [opened] = history.filter((event) => event.type === 'objective.rendicontazione-submitted.v2');
    if (opened?.type !== 'objective.rendicontazione-submitted.v2') throw new Error('nothing was submitted');
    const { approval } = opened.data;
    expect(approval.parties.authors).toEqual([member.id, head.id]);
    const parties = { ...approval.parties, authors: [head.id] };
    const old = { ...opened, data: { ...opened.data, approval: { ...approval, parties } } };
    const before = given(objective)(...history.map((event) => (event === opened ? old : event)));
    expect(before.when(certify(member))).toMatchObject(own('author'));
  });
});
