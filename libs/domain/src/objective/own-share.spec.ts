import type { Staff } from '../organisation/staff.js';
import {
  after,
  assign,
  define,
  makeDefinitive,
  ratify,
  remove,
  reopen,
  resume,
  secretaryToTheEnd,
  suspend,
  upTo,
} from '../testing/commands.js';
import { archive, giunta, head, REGISTRY, roles, SECRETARY, segretario, vice } from '../testing/example.js';
import { delegation, tenure } from '../testing/staff.js';
import { possibleOn } from './transitions.js';
import { usualLifecycle } from './usual-lifecycle.js';

const staff: Staff = {
  ...roles,
  day: '2023-01-20',
  tenures: [
    tenure('u-segretario', 'segretario', { roles: ['segretario'] }),
    tenure('u-vice', 'vicesegretario', { roles: ['vicesegretario'] }),
    tenure('u-giunta', 'giunta', { roles: ['giunta'] }),
  ],
};
const own = { shareId: SECRETARY, staff };
const scored = after(...upTo.scored, ...secretaryToTheEnd.slice(0, -1));
const refused = { refusal: 'lifecycle/own-outcome', facts: { office: 'segretario', rule: 'own-office' } };
/** Who handed in its report themselves. */
const written = { ...refused, facts: { office: 'segretario', rule: 'author' } };

describe('an outcome on which somebody is scored', () => {
  it('given the Segretario’s own share, then he neither makes it definitive nor reopens it, and who stands in for him does', () => {
    expect(scored.when(makeDefinitive(own))).toMatchObject(written);
    expect(scored.when(reopen(own))).toMatchObject(written);
    expect(scored.when(makeDefinitive({ ...own, by: vice }))).toHaveProperty('events');
    expect(scored.when(reopen({ ...own, by: vice }))).toHaveProperty('events');
  });

  it('given a body that calls that office otherwise, then it is the one that its definition says', () => {
    const deputy = { id: 'u-deputy', office: 'delegato' };
    const offices = [{ id: 'delegato', function: 'segretario-substitute' as const, names: [] }];
    const named = { ...staff, offices, tenures: [...staff.tenures, tenure('u-deputy', 'delegato')] };
    expect(scored.when(makeDefinitive({ ...own, staff: named, by: deputy }))).toHaveProperty('events');
  });

  it('given a day that is told, then whoever was scored on it that day closes it no more than who is today', () => {
    const was = tenure('u-x', 'segretario', { roles: ['segretario'], from: '2023-01-01', to: '2023-01-10' });
    const is = tenure('u-x', 'vicesegretario', { roles: ['vicesegretario'] });
    const others = staff.tenures.filter(({ office }) => office !== 'vicesegretario');
    const later = { ...staff, day: '2023-01-31', tenures: [...others, was, is] };
    const closes = (on: string, by = { id: 'u-x', office: 'vicesegretario' }) =>
      scored.when(makeDefinitive({ ...own, staff: later, by, on, at: '2023-01-31T09:00:00.000Z' }));
    expect(closes('2023-01-10')).toMatchObject({
      ...refused,
      facts: { office: 'vicesegretario', rule: 'own-office', day: '2023-01-10' },
    });
    expect(closes('2023-01-20')).toHaveProperty('events');
    const lent = delegation('d-1', 'segretario', 'u-x', { until: '2023-01-19', holder: 'u-segretario' });
    const delegate = { ...later, tenures: [...others, is], delegations: [lent], offices: [] };
    const asDeputy = { shareId: REGISTRY, staff: delegate, by: { id: 'u-x', office: 'vicesegretario' } };
    expect(scored.when(makeDefinitive(asDeputy))).toMatchObject({ refusal: 'lifecycle/not-yours' });
  });

  it('given who came later to the office, or to stand in, then with no day before', () => {
    const from = (office: string, day: string) =>
      staff.tenures.map((one) => (one.office === office ? { ...one, from: day } : one));
    const day = '2023-01-31';
    const at = '2023-01-31T09:00:00.000Z';
    const area = (on: string) =>
      scored.when(makeDefinitive({ staff: { ...staff, day, tenures: from('segretario', '2023-01-25') }, on, at }));
    const facts = { needs: 'tenure', value: '2023-01-24', min: '2023-01-25', field: 'occurredOn' };
    expect(area('2023-01-24')).toEqual({ refusal: 'value/before-its-fact', facts });
    expect(area('2023-01-25')).toHaveProperty('events');
    const ofVice = (on: string) =>
      scored.when(
        makeDefinitive({
          ...own,
          staff: { ...staff, day, tenures: from('vicesegretario', '2023-01-25') },
          by: vice,
          on,
          at,
        }),
      );
    expect(ofVice('2023-01-24')).toEqual({ refusal: 'value/before-its-fact', facts });
    expect(ofVice('2023-01-25')).toHaveProperty('events');
  });

  it('given his delegate, or who acts for him, then they do not either', () => {
    const lent = {
      ...staff,
      tenures: [...staff.tenures, tenure('u-x', 'segretario-2', { roles: ['segretario'] })],
      delegations: [delegation('d-1', 'segretario', 'u-x', { holder: 'u-segretario' })],
    };
    for (const office of ['segretario', 'segretario-2']) {
      const by = { id: 'u-x', office };
      expect(scored.when(makeDefinitive({ ...own, staff: lent, by }))).toMatchObject({ refusal: refused.refusal });
    }
  });

  it('given others whom the definition names too, then it is for those, and not for who stands in', () => {
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'make-definitive' ? { ...one, who: [...one.who, { office: 'giunta' }] } : one,
    );
    const [, ...rest] = upTo.scored;
    const both = after(
      define({ workflow: { ...usualLifecycle, transitions } }),
      ...rest,
      ...secretaryToTheEnd.slice(0, -1),
    );
    expect(both.when(makeDefinitive(own))).toMatchObject(written);
    expect(both.when(makeDefinitive({ ...own, by: vice }))).toMatchObject({ refusal: 'lifecycle/not-yours' });
    expect(both.when(makeDefinitive({ ...own, by: giunta }))).toHaveProperty('events');
  });

  it('given the share of an area, then it is the Segretario’s to close, and not of who stands in for him', () => {
    expect(scored.when(makeDefinitive({ staff, by: vice }))).toMatchObject({ refusal: 'lifecycle/not-yours' });
    expect(scored.when(makeDefinitive({ staff, by: segretario }))).toHaveProperty('events');
  });
});

describe('a share for which somebody answers', () => {
  // something still falls due once the year is over: work can rest
  const ahead = {
    id: 'ahead',
    text: 'resoconto',
    shareIds: [REGISTRY, SECRETARY],
    kind: 'fixed',
    on: '2023-12-31',
  } as const;
  const given = [
    define({ objective: { ...archive, deadlines: [...archive.deadlines, ahead] } }),
    ...upTo.acknowledged.slice(1),
    ...secretaryToTheEnd.slice(0, 2),
  ];
  const held = after(...given);
  const { tenures } = staff;
  const withoutGiunta = { ...staff, tenures: tenures.filter(({ office }) => office !== 'giunta') };
  const deeds = [
    ['lets it rest', suspend],
    ['strikes it out', remove],
    ['gives it to somebody else', (fields: object) => assign({ office: 'tributi', ...fields })],
  ] as const;
  const refusal = {
    refusal: 'lifecycle/own-share',
    facts: { share: SECRETARY, office: 'segretario', rule: 'own-office' },
  };

  it('given who answered for it on the first day of a rest, then they do not let it rest from that day', () => {
    const was = tenure('u-giunta', 'affari-generali', { from: '2023-01-01', to: '2023-01-10' });
    const then = { ...staff, tenures: [...tenures, was] };
    const rests = (from: string) =>
      held.when(suspend({ staff: then, from, until: '2023-02-28', at: '2023-01-20T08:00:00.000Z', by: giunta }));
    expect(rests('2023-01-10')).toMatchObject({
      refusal: 'lifecycle/own-share',
      facts: { office: 'giunta', rule: 'own-office', day: '2023-01-10' },
    });
    expect(rests('2023-01-11')).not.toMatchObject({ refusal: 'lifecycle/own-share' });
  });

  it('given who answered for it on the first day of an urgent rest, or on the day that is told, then they ratify it no more than who does today', () => {
    const giunta2 = { id: 'u-giunta-2', office: 'giunta' };
    const day = '2023-01-31';
    const at = `${day}T08:00:00.000Z`;
    const rest = { act: null, from: '2023-01-10', until: '2023-01-30', at: '2023-01-20T08:00:00.000Z', by: giunta2 };
    const ratifies = (was: Staff['tenures'][number], fields: object = {}) => {
      const then = { ...staff, tenures: [...tenures, tenure('u-giunta-2', 'giunta', { roles: ['giunta'] })] };
      const act = { kind: 'DGC', number: '9', date: '2023-01-12' };
      return after(...given, suspend({ staff: then, ...rest })).when(
        ratify({ staff: { ...then, day, tenures: [...then.tenures, was] }, act, at, by: giunta, ...fields }),
      );
    };
    const head = (from: string, to: string) => tenure('u-giunta', 'affari-generali', { from, to });
    const barred = (of: string) => ({
      refusal: 'lifecycle/own-share',
      facts: { verb: 'suspend', office: 'giunta', rule: 'own-office', day: of },
    });
    expect(ratifies(head('2023-01-01', '2023-01-10'))).toMatchObject(barred('2023-01-10'));
    expect(ratifies(head('2023-01-01', '2023-01-09'))).toHaveProperty('events');
    expect(ratifies(head('2023-01-11', '2023-01-30'))).toHaveProperty('events');
    expect(ratifies(head('2023-01-11', '2023-01-30'), { on: '2023-01-15' })).toMatchObject(barred('2023-01-15'));
    expect(ratifies(head('2023-01-01', '2023-01-10'), { by: giunta2 })).toHaveProperty('events');
  });

  it('given a share that was handed on since an urgent rest began, then who had it then does not ratify that', () => {
    const at = '2023-01-20T08:00:00.000Z';
    const rest = { act: null, from: '2023-01-10', until: '2023-01-30', by: giunta, at, staff };
    const handed = (office: string, from: string) => assign({ office, from, staff, at, by: segretario });
    const ratifies = (office: string, begun: string) =>
      after(...given, handed('uffici', begun), suspend(rest), handed('tributi', '2023-01-15')).when(
        ratify({
          staff: { ...staff, tenures: [...tenures, tenure('u-giunta', office)] },
          act: { kind: 'DGC', number: '9', date: '2023-01-12' },
          at,
          by: giunta,
        }),
      );
    const refused = { refusal: 'lifecycle/own-share', facts: { office: 'giunta', rule: 'own-office' } };
    expect(ratifies('tributi', '2023-01-10')).toMatchObject(refused);
    expect(ratifies('uffici', '2023-01-10')).toMatchObject(refused);
    expect(ratifies('uffici', '2023-01-11')).toHaveProperty('events');
  });

  it.each(deeds.slice(0, 2))(
    'given who is paid for some of its days and has left its office since, then not they %s, and who stands in does',
    (_, deed) => {
      const was = tenure('u-segretario', 'affari-generali', { from: '2022-01-20', to: '2022-03-31' });
      const paid = { ...withoutGiunta, tenures: [...withoutGiunta.tenures, was] };
      expect(held.when(deed({ staff: paid }))).toMatchObject({
        refusal: 'lifecycle/own-share',
        facts: { share: REGISTRY, office: 'segretario', rule: 'beneficiary' },
      });
      expect(held.when(deed({ staff: paid, by: vice }))).toHaveProperty('events');
      const since = { ...was, from: '2023-01-01', to: '2023-01-10' };
      const free = { ...withoutGiunta, tenures: [...withoutGiunta.tenures, since] };
      expect(held.when(deed({ staff: free }))).toHaveProperty('events');
    },
  );

  it('given a share that was theirs for some of its days, then they strike it out no more than who has it now', () => {
    const begun = assign({ office: 'segretario', from: '2022-01-30', staff, by: vice });
    const reason = 'registrato dopo';
    const passed = assign({
      office: 'tributi',
      from: '2022-07-01',
      reason,
      staff,
      by: vice,
      at: '2023-01-19T08:00:00.000Z',
    });
    const handed = after(...upTo.defined, begun, passed);
    expect(handed.when(remove({ staff }))).toMatchObject({
      refusal: 'lifecycle/own-share',
      facts: { rule: 'beneficiary' },
    });
    expect(handed.when(remove({ staff, by: giunta }))).toHaveProperty('events');
  });

  it('given that all whom the definition names answered for it on the first day, then who stands in for the Segretario ratifies', () => {
    const at = '2023-01-20T08:00:00.000Z';
    const rest = { act: null, from: '2023-01-10', until: '2023-01-30' };
    const urgent = after(...given, suspend({ staff, ...rest, at, by: giunta }));
    const was = tenure('u-segretario', 'affari-generali', { from: '2023-01-01', to: '2023-01-10' });
    const then = { ...withoutGiunta, day: '2023-01-20', tenures: [...withoutGiunta.tenures, was] };
    const act = { kind: 'DGC', number: '9', date: '2023-01-12' };
    const ratifies = (by: typeof vice, of = then) => urgent.when(ratify({ staff: of, act, by, at }));
    expect(ratifies(segretario)).toMatchObject({ refusal: 'lifecycle/own-share', facts: { day: '2023-01-10' } });
    expect(ratifies(vice)).toHaveProperty('events');
    expect(ratifies(vice, withoutGiunta)).toMatchObject({ refusal: 'lifecycle/not-yours' });
  });

  it('given the share of another office, then nobody takes it for an office of theirs, from whichever day', () => {
    const takes = (by = segretario, office = 'segretario') => held.when(assign({ staff, office, by }));
    expect(takes()).toMatchObject({ refusal: 'lifecycle/own-share', facts: { share: REGISTRY, verb: 'assign' } });
    expect(takes(giunta)).not.toMatchObject({ refusal: 'lifecycle/own-share' });
    expect(takes(segretario, 'tributi')).toHaveProperty('events');
    expect(takes(vice)).toHaveProperty('events');
    expect(takes(vice, 'tributi')).toMatchObject({ refusal: 'lifecycle/not-yours' });
  });

  it('given a delegate of two, of whom one has it and the other would get it, then they give it in the place of neither', () => {
    const two = ['u-a', 'u-b'];
    const lent = {
      ...staff,
      tenures: [
        ...two.map((person) => tenure(person, 'segretario-2', { roles: ['segretario'] })),
        tenure('u-a', 'affari-generali'),
        tenure('u-b', 'tributi'),
      ],
      delegations: two.map((holder) => delegation(holder, 'segretario-2', 'u-x', { holder, takenUp: false })),
    };
    const gives = (office: string) =>
      held.when(assign({ staff: lent, office, by: { id: 'u-x', office: 'segretario-2' } }));
    expect(gives('tributi')).toMatchObject({ refusal: 'lifecycle/own-share', facts: { verb: 'assign' } });
    expect(gives('cultura')).toHaveProperty('events');
  });

  it.each(deeds)('given the Segretario’s own, then he neither %s himself, nor does his delegate', (_, deed) => {
    expect(held.when(deed(own))).toMatchObject(refusal);
    const lent = { ...staff, delegations: [delegation('d-1', 'segretario', 'u-x', { holder: 'u-segretario' })] };
    expect(held.when(deed({ ...own, staff: lent, by: { id: 'u-x', office: 'segretario' } }))).toMatchObject({
      refusal: 'lifecycle/own-share',
    });
  });

  it('given a removal whose weight would go to a share that they have, then others decide it, and it says who bears it', () => {
    const bearing = ['segretario', 'tributi'];
    const strikes = (by = segretario, of = staff) =>
      held.when(remove({ staff: of, by, weight: 'redistribute', bearing }));
    const barred = { share: REGISTRY, verb: 'remove', office: 'segretario', rule: 'own-office', bears: 1 };
    expect(strikes()).toEqual({ refusal: 'lifecycle/own-share', facts: barred });
    const decided = strikes(giunta);
    expect('events' in decided && decided.events.at(-1)).toMatchObject({ data: { weight: 'redistribute', bearing } });
    expect(strikes(vice)).toMatchObject({ refusal: 'lifecycle/not-yours', facts: { who: 'giunta' } });
    expect(strikes(vice, withoutGiunta)).toHaveProperty('events');
    const both = held.when(remove({ ...own, weight: 'redistribute', bearing }));
    expect(both).toMatchObject({ refusal: 'lifecycle/own-share' });
    expect(both).not.toHaveProperty('facts.bears');
  });

  it('given that whoever strikes it out had a share that would bear its weight, for some days, then others decide it', () => {
    const was = tenure('u-segretario', 'tributi', { from: '2022-01-01', to: '2022-03-31' });
    const then = { ...staff, tenures: [...staff.tenures, was] };
    const of = (from: string, to: string) => ({
      bearing: ['cultura'],
      bearingCredited: [{ office: 'tributi', from, to }],
    });
    const strikes = (paid: ReturnType<typeof of>, by = segretario) =>
      held.when(remove({ staff: then, by, weight: 'redistribute', ...paid }));
    expect(strikes(of('2022-03-01', '2022-12-31'))).toMatchObject({
      refusal: 'lifecycle/own-share',
      facts: { rule: 'beneficiary', bears: 1 },
    });
    expect(strikes(of('2022-04-01', '2022-12-31'))).toHaveProperty('events');
    expect(strikes(of('2022-03-01', '2022-12-31'), giunta)).toHaveProperty('events');
    expect(held.when(remove({ staff: then, by: segretario }))).toHaveProperty('events');
  });

  it.each(deeds)('given the share of an area, then the Segretario %s', (_, deed) => {
    expect(held.when(deed({ staff }))).toHaveProperty('events');
  });

  it.each(deeds.slice(0, 2))(
    'given others whom the definition names, then one of those %s, and not who stands in',
    (_, deed) => {
      expect(held.when(deed({ ...own, by: giunta }))).toHaveProperty('events');
      expect(held.when(deed({ ...own, by: vice }))).toMatchObject({
        refusal: 'lifecycle/not-yours',
        facts: { who: 'giunta' },
      });
    },
  );

  it('given that the definition names nobody else, then who stands in for him gives it to somebody else', () => {
    expect(held.when(assign({ ...own, office: 'affari-generali', by: vice }))).toHaveProperty('events');
    expect(after(define()).when(assign({ ...own, office: 'segretario', by: vice }))).toMatchObject({
      refusal: 'lifecycle/not-yours',
    });
    expect(held.when(suspend({ ...own, staff: withoutGiunta, by: vice }))).toHaveProperty('events');
  });

  it('given nobody answers for it yet, then he assigns it, as the plan has it: that is the Giunta’s decision', () => {
    expect(after(define()).when(assign({ ...own, office: 'segretario' }))).toHaveProperty('events');
  });

  it('given nobody answers for it yet, then otherwise than the plan has it he neither takes it nor gives it away, and who stands in for him does', () => {
    const first = (fields: object) => after(define()).when(assign({ staff, ...fields }));
    const told = {
      refusal: 'lifecycle/own-share',
      facts: { verb: 'assign', office: 'segretario', rule: 'own-office' },
    };
    for (const fields of [{ office: 'segretario' }, { ...own, office: 'affari-generali' }]) {
      expect(first(fields)).toMatchObject(told);
      expect(first({ ...fields, by: vice })).toHaveProperty('events');
      expect(first({ ...fields, by: { id: 'system', office: 'system' } })).toHaveProperty('events');
    }
    expect(first({ office: 'tributi' })).toHaveProperty('events');
    expect(first({ office: 'tributi', by: vice })).toMatchObject({ refusal: 'lifecycle/not-yours' });
    expect(first({ office: 'vicesegretario', by: vice })).toMatchObject({ refusal: 'lifecycle/not-yours' });
  });

  it('given an office that he had on its first day, then he does not give it the share from that day', () => {
    const was = tenure('u-segretario', 'tributi', { from: '2022-01-01', to: '2022-06-19' });
    const then = { ...staff, day: '2022-06-20', tenures: [...tenures, was] };
    const first = (from: string) => after(define()).when(assign({ staff: then, office: 'tributi', from }));
    expect(first('2022-06-19')).toMatchObject({ refusal: 'lifecycle/own-share', facts: { day: '2022-06-19' } });
    expect(first('2022-06-20')).toHaveProperty('events');
  });

  it('given an urgent rest, then he ratifies none of his own, and work goes on by whom it may', () => {
    const urgent = after(...given, suspend({ ...own, act: null, by: giunta }));
    expect(urgent.when(ratify(own))).toMatchObject(refusal);
    expect(urgent.when(ratify({ ...own, by: giunta }))).toHaveProperty('events');
    expect(urgent.when(resume(own))).toHaveProperty('events');
  });

  it('given a head whom the body’s definition names, then they let their own share not rest', () => {
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'suspend' ? { ...one, who: [...one.who, { relation: 'head-of-area' as const }] } : one,
    );
    const named = after(define({ workflow: { ...usualLifecycle, transitions } }), ...upTo.acknowledged.slice(1));
    expect(named.when(suspend({ staff, by: head }))).toMatchObject({ refusal: 'lifecycle/own-share' });
    expect(after(...upTo.acknowledged).when(suspend({ staff, by: head }))).toMatchObject({
      refusal: 'lifecycle/not-yours',
    });
  });

  it('given what could come next, then it names who may do it, whom no rule bars', () => {
    const { state } = held;
    const share = (id: string) => state.shares.find(({ shareId }) => shareId === id);
    const who = (id: string, verb: string, of = staff) => {
      const found = share(id);
      return found && possibleOn(state, found, of).find((one) => one.verb === verb)?.who;
    };
    const [bySegretario, byGiunta] = [{ role: 'segretario' }, { role: 'giunta' }];
    expect(who(REGISTRY, 'suspend')).toEqual([bySegretario, byGiunta]);
    expect(who(SECRETARY, 'suspend')).toEqual([byGiunta]);
    expect(who(SECRETARY, 'suspend', withoutGiunta)).toEqual([byGiunta, { role: 'vicesegretario' }]);
  });
});
