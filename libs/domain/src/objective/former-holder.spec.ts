import type { Staff } from '../organisation/staff.js';
import {
  acknowledge,
  after,
  approve,
  assign,
  decideJustification,
  define,
  justify,
  makeDefinitive,
  reopen,
  score,
  sendBack,
  submit,
  upTo,
} from '../testing/commands.js';
import { giunta, head, NOTED, nucleo, segretario, vice } from '../testing/example.js';
import { eventsOf, given } from '../testing/given.js';
import { delegation, exampleStaff, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import { objective } from './objective.js';
import { creditedFor } from './parties.js';

const ROLES = { segretario: ['segretario'], vicesegretario: ['vicesegretario'] } as const;
/** Of the day on which the year is judged; each office is held by the person of its name. */
const staff: Staff = {
  ...exampleStaff,
  tenures: exampleStaff.tenures.map((one) => ({ ...one, roles: ROLES[one.office as keyof typeof ROLES] ?? one.roles })),
};
const with_ = (...more: Staff['tenures']): Staff => ({ ...staff, tenures: [...staff.tenures, ...more] });
const moved: Actor = { id: 'u-moved', office: nucleo.office };
/** Head of the area until the end of June, of the Nucleo since July. */
const movedIn = with_(
  tenure(moved.id, head.office, { to: '2022-06-30' }),
  tenure(moved.id, nucleo.office, { from: '2022-07-01' }),
);

/** The Segretario answered for the registry’s share for a month, and the head has since. */
const handedOver = [
  define(),
  assign({ office: segretario.office }),
  assign({ at: '2022-07-20T08:00:00.000Z' }),
  acknowledge({ at: '2022-07-20T08:00:00.000Z' }),
] as const;
const submitted = after(...handedOver, submit({ staff }));
const by = (rule: string, code = 'approval/own-report') => ({ refusal: code, facts: { rule } });

describe('who answered for a share in a part of its year', () => {
  it('given their office at a step, then the substitute takes it, and they are told that they are paid', () => {
    expect(submitted.when(approve({ staff, by: segretario }))).toMatchObject(by('beneficiary'));
    expect(submitted.when(sendBack({ staff, by: segretario }))).toMatchObject(by('beneficiary'));
    expect(submitted.when(approve({ staff, by: vice }))).toMatchObject({
      events: [{ data: { rerouted: { from: 'segretario', rule: 'beneficiary' } } }, {}],
    });
  });

  it('given another person who came to that office since, then they take its step: they are paid nothing', () => {
    const since = { id: 'u-since', office: segretario.office };
    const left = staff.tenures.map((one) => (one.office === since.office ? { ...one, to: '2022-12-31' } : one));
    const another = { ...staff, tenures: [...left, tenure(since.id, since.office, { from: '2023-01-01' })] };
    const sent = after(...handedOver, submit({ staff: another }));
    expect(sent.when(approve({ staff: another, by: since }))).toHaveProperty('events');
    expect(sent.when(approve({ staff: another, by: segretario }))).toMatchObject(by('beneficiary'));
  });

  it('given a share that another handed on the same day, then they have no credit of it', () => {
    const sameDay = [...handedOver.slice(0, 2), assign(), acknowledge()] as const;
    expect(after(...sameDay, submit({ staff })).when(approve({ staff }))).toHaveProperty('events');
  });

  it('given the political body, which nobody replaces, then who was of it in those days is barred, and who is of it since is not', () => {
    const later = giunta.id + '-2';
    const body = (...members: Staff['tenures']): Staff => ({
      ...staff,
      tenures: [...staff.tenures.filter(({ office }) => office !== 'giunta'), ...members],
    });
    const had = [
      define(),
      assign({ office: 'giunta' }),
      assign({ at: '2022-07-20T08:00:00.000Z' }),
      acknowledge({ at: '2022-07-20T08:00:00.000Z' }),
    ] as const;
    const was = tenure(giunta.id, 'giunta', { from: '2022-01-01' });
    const alone = body(was);
    expect(after(...had).when(submit({ staff: alone }))).toMatchObject({
      refusal: 'approval/no-substitute',
      facts: { step: 'presa-atto', office: 'giunta', rule: 'beneficiary' },
    });
    const both = body(was, tenure(later, 'giunta', { from: '2023-01-01' }));
    const verified = after(
      ...had,
      submit({ staff: both }),
      approve({ staff: both }),
      approve({ step: 'certificazione', by: nucleo, staff: both }),
    );
    const notes = (id: string) =>
      verified.when(approve({ step: 'presa-atto', by: { id, office: 'giunta' }, act: NOTED, staff: both }));
    expect(notes(giunta.id)).toMatchObject(by('beneficiary'));
    expect(notes(later)).toHaveProperty('events');
  });

  it('given a person who left their office with it, then whoever evaluates is barred as such, others as paid', () => {
    const verified = after(...upTo.acknowledged, submit({ staff: movedIn }), approve({ staff: movedIn }));
    const certify = approve({ step: 'certificazione', by: moved, staff: movedIn });
    expect(verified.when(certify)).toMatchObject(by('evaluator-beneficiary'));
    expect(verified.when({ ...certify, by: nucleo })).toHaveProperty('events');

    const clerk = { id: 'u-clerk', office: 'segretario' };
    const asClerk = with_(
      tenure(clerk.id, head.office, { to: '2022-06-30' }),
      tenure(clerk.id, clerk.office, { from: '2022-07-01' }),
    );
    expect(
      after(...upTo.acknowledged, submit({ staff: asClerk })).when(approve({ staff: asClerk, by: clerk })),
    ).toMatchObject(by('beneficiary'));
  });

  it('given a person who held the office in another year, or before it had the share, then they are paid nothing', () => {
    const elsewhere = (from: string, to: string) =>
      with_(tenure(moved.id, head.office, { from, to }), tenure(moved.id, nucleo.office, { from: '2023-01-10' }));
    const judge = (among: Staff) =>
      after(...upTo.acknowledged, submit({ staff: among }), approve({ staff: among })).when(
        approve({ step: 'certificazione', by: moved, staff: among }),
      );
    expect(judge(elsewhere('2021-01-01', '2021-12-31'))).toHaveProperty('events');
    expect(judge(elsewhere('2023-01-01', '2023-01-09'))).toHaveProperty('events');
    expect(judge(elsewhere('2022-12-31', '2022-12-31'))).toMatchObject(by('evaluator-beneficiary'));
  });

  it('given a tenure that is told after the report set out, then it counts from then on', () => {
    const verified = after(...upTo.acknowledged, submit({ staff }), approve({ staff }));
    const certify = approve({ step: 'certificazione', by: moved, staff: movedIn });
    expect(verified.when(certify)).toMatchObject(by('evaluator-beneficiary'));
  });

  it('given an approval of an earlier release, which did not keep who has the credit, then it is asked all the same', () => {
    const history = eventsOf(objective, ...handedOver, submit({ staff })).map((event) => {
      if (event.type !== 'objective.rendicontazione-submitted.v2') return event;
      const { credited, ...parties } = event.data.approval.parties;
      expect(credited).toBeDefined();
      return { ...event, data: { ...event.data, approval: { ...event.data.approval, parties } } };
    });
    expect(given(objective)(...history).when(approve({ staff, by: segretario }))).toMatchObject(by('beneficiary'));
  });

  it('given a delegate of somebody who is paid for some days, then they are barred as such', () => {
    const lent = {
      ...with_(tenure('u-x', 'vicesegretario')),
      delegations: [delegation('d-1', head.office, 'u-x', { holder: head.id })],
    };
    expect(
      after(...handedOver, submit({ staff: lent })).when(
        approve({ staff: lent, by: { id: 'u-x', office: 'vicesegretario' } }),
      ),
    ).toMatchObject(by('delegate'));
  });

  it('given a justification, then they decide on none of its share', () => {
    const august = '2022-08-05T08:00:00.000Z';
    const told = after(...handedOver, justify({ at: august }));
    expect(told.when(decideJustification({ staff, by: segretario, at: august }))).toMatchObject(by('beneficiary'));
    expect(told.when(decideJustification({ staff, by: vice, at: august }))).toHaveProperty('events');
  });

  it('given the report is approved, then they neither score it, make it definitive nor have it judged anew', () => {
    const agreed = [
      ...handedOver,
      submit({ staff }),
      approve({ staff, by: vice }),
      approve({ step: 'certificazione', by: nucleo, staff }),
      approve({ step: 'presa-atto', by: giunta, act: NOTED, staff }),
    ];
    expect(after(...agreed).when(score({ staff, by: segretario }))).toMatchObject(by('beneficiary'));
    const scored = after(...agreed, score({ staff }));
    const outcome = by('beneficiary', 'lifecycle/own-outcome');
    expect(scored.when(makeDefinitive({ staff, by: segretario }))).toMatchObject(outcome);
    expect(scored.when(reopen({ staff, by: segretario }))).toMatchObject(outcome);
    expect(scored.when(makeDefinitive({ staff, by: vice }))).toHaveProperty('events');
  });
});

describe('which offices have the credit of some days', () => {
  const holders = [
    { office: 'segretario', from: null, to: '2022-03-31' },
    { office: 'tributi', from: '2022-04-01', to: '2022-03-31' },
    { office: 'affari-generali', from: '2022-04-01', to: '2022-05-31' },
    { office: 'archivio', from: '2022-06-01', to: null },
  ] as const;

  it('given holders, then the area for the year and each other for its days, none of who had it for none', () => {
    expect(creditedFor({ areaId: 'affari-generali', holders }, '2022-12-31')).toEqual([
      { office: 'affari-generali', from: '2022-01-01', to: '2022-12-31' },
      { office: 'segretario', from: '2022-01-01', to: '2022-03-31' },
      { office: 'archivio', from: '2022-06-01', to: '2022-12-31' },
    ]);
    expect(creditedFor({ areaId: 'affari-generali', holders }, '2022-05-31')).toHaveLength(2);
    expect(creditedFor({ areaId: 'affari-generali', holders }, null)).toEqual([]);
  });
});
