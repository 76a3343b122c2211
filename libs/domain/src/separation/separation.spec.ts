import type { Parties, Staff } from '../organisation/staff.js';
import { delegation, exampleStaff, parties, tenure } from '../testing/staff.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { barred, barredActor, barredOffices, eligible } from './separation.js';

const step = (fields: Partial<StepDefinition> = {}): StepDefinition => ({
  id: 'verifica',
  name: { it: 'Verifica', en: 'Verification' },
  who: [{ office: 'segretario' }],
  agreement: { kind: 'one' },
  order: 'parallel',
  substitute: { office: 'vicesegretario' },
  term: null,
  onTimeout: [],
  outcomes: ['approve'],
  act: null,
  ...fields,
});

const withTenures = (...more: Staff['tenures']): Staff => ({
  ...exampleStaff,
  tenures: [...exampleStaff.tenures, ...more],
});

/** Another body evaluates now. */
const ofOiv: Staff['offices'] = [
  ...exampleStaff.offices.map((one) => (one.id === 'nucleo' ? { ...one, function: null } : one)),
  { id: 'oiv', function: 'evaluation-body', names: [] },
];

const ofArea = parties({ authors: ['u-head'], offices: ['affari-generali'], beneficiaries: ['u-head'] });
const ofSegretario = parties({ authors: ['u-segretario'], offices: ['segretario'], beneficiaries: ['u-segretario'] });

describe('duty separation', () => {
  it.each<[string, string, string, Parties, Staff, string | null]>([
    ['nobody on the other side', 'u-segretario', 'segretario', ofArea, exampleStaff, null],
    ['who wrote it', 'u-head', 'segretario', ofArea, exampleStaff, 'author'],
    ['the office that answers for it', 'u-deputy', 'affari-generali', ofArea, exampleStaff, 'own-office'],
    [
      'who also holds the office that answers for it',
      'u-vice',
      'vicesegretario',
      ofArea,
      withTenures(tenure('u-vice', 'affari-generali')),
      'own-office',
    ],
    [
      'who held that office until the day before',
      'u-vice',
      'vicesegretario',
      ofArea,
      withTenures(tenure('u-vice', 'affari-generali', { to: '2023-01-19' })),
      null,
    ],
    [
      'who is scored on the same finding',
      'u-segretario',
      'segretario',
      { ...ofArea, scored: ['segretario'] },
      exampleStaff,
      'same-finding',
    ],
    ['who is paid on it', 'u-giunta', 'giunta', parties({ beneficiaries: ['u-giunta'] }), exampleStaff, 'beneficiary'],
    [
      'a Nucleo with the Segretario in it',
      'u-segretario',
      'nucleo',
      parties(),
      withTenures(tenure('u-segretario', 'nucleo')),
      'evaluator-segretario',
    ],
    [
      'a Nucleo with a stand-in of the Segretario in it, as a list of earlier releases let it pass',
      'u-nucleo',
      'nucleo',
      parties(),
      { ...exampleStaff, delegations: [delegation('d-1', 'segretario', 'u-nucleo')] },
      'evaluator-segretario',
    ],
    [
      'a Nucleo with the Vicesegretario in it, as earlier releases let it pass',
      'u-vice',
      'nucleo',
      parties(),
      withTenures(tenure('u-vice', 'nucleo')),
      'evaluator-segretario',
    ],
    [
      'a Nucleo with somebody in it who has the role of the Vicesegretario in another office',
      'u-nucleo',
      'nucleo',
      parties(),
      withTenures(tenure('u-nucleo', 'tributi', { roles: ['vicesegretario'] })),
      'evaluator-segretario',
    ],
    [
      'a Nucleo with a stand-in of the Vicesegretario in it',
      'u-nucleo',
      'nucleo',
      parties(),
      { ...exampleStaff, delegations: [delegation('d-1', 'vicesegretario', 'u-nucleo')] },
      'evaluator-segretario',
    ],
    [
      'a former Nucleo, by which something under way is still certified, with the Segretario in it',
      'u-segretario',
      'nucleo',
      parties(),
      { ...withTenures(tenure('u-segretario', 'nucleo')), offices: ofOiv, stillEvaluating: ['nucleo'] },
      'evaluator-segretario',
    ],
    [
      'a former Nucleo, by which something under way is still certified, with the officer against corruption in it',
      'u-x',
      'nucleo',
      parties(),
      {
        ...withTenures(tenure('u-x', 'nucleo'), tenure('u-x', 'tributi', { roles: ['rpct'] })),
        offices: ofOiv,
        stillEvaluating: ['nucleo'],
      },
      'evaluator-rpct',
    ],
    [
      'a former Nucleo, by which something under way is still certified, with somebody in it who is paid',
      'u-head',
      'nucleo',
      parties(),
      { ...withTenures(tenure('u-head', 'nucleo')), offices: ofOiv, stillEvaluating: ['nucleo'] },
      'evaluator-beneficiary',
    ],
    [
      'a former Nucleo that certifies nothing any more, with the Segretario in it',
      'u-segretario',
      'nucleo',
      parties(),
      { ...withTenures(tenure('u-segretario', 'nucleo')), offices: ofOiv },
      null,
    ],
    [
      'a Nucleo with somebody in it who was Vicesegretario until the day before',
      'u-x',
      'nucleo',
      parties(),
      withTenures(tenure('u-x', 'nucleo'), tenure('u-x', 'vicesegretario', { to: '2023-01-19' })),
      null,
    ],
    [
      'a Nucleo with the stand-in of a stand-in of the RPCT in it',
      'u-nucleo',
      'nucleo',
      parties(),
      {
        ...withTenures(tenure('u-x', 'anticorruzione', { roles: ['rpct'] }), tenure('u-y', 'archivio')),
        delegations: [delegation('d-1', 'anticorruzione', 'u-y'), delegation('d-2', 'archivio', 'u-nucleo')],
      },
      'evaluator-rpct',
    ],
    [
      'a Nucleo with one in it to whom the Segretario has given a delegation that nobody has acted by',
      'u-nucleo',
      'nucleo',
      parties(),
      { ...exampleStaff, delegations: [delegation('d-1', 'segretario', 'u-nucleo', { takenUp: false })] },
      null,
    ],
    [
      'a Nucleo with the RPCT in it',
      'u-nucleo',
      'nucleo',
      parties(),
      withTenures(tenure('u-nucleo', 'anticorruzione', { roles: ['rpct'] })),
      'evaluator-rpct',
    ],
    [
      'a Nucleo with a beneficiary in it',
      'u-head',
      'nucleo',
      parties(),
      withTenures(tenure('u-head', 'nucleo')),
      'evaluator-beneficiary',
    ],
    ['who took an earlier step', 'u-giunta', 'giunta', parties({ earlier: ['u-giunta'] }), exampleStaff, 'four-eyes'],
  ])('given %s, when a step is theirs, then the rule is told', (_, person, office, sides, staff, code) => {
    expect(barred(person, office, sides, staff)?.code ?? null).toBe(code);
  });

  it('given somebody who acts for the author, then the rule holds for them as for the author', () => {
    const vice = { id: 'u-vice', office: 'segretario' };
    const proposed = parties({ authors: ['u-segretario'] });
    expect(barredActor(vice, 'u-segretario', proposed, exampleStaff)?.code).toBe('author');
    expect(barredActor(vice, null, proposed, exampleStaff)).toBeNull();
  });
});

describe('who may take a step', () => {
  it('given nobody barred, then the offices that the step names and who holds them', () => {
    expect(eligible(step(), ofArea, exampleStaff, {})).toEqual({
      offices: ['segretario'],
      persons: ['u-segretario'],
      reroutedFrom: null,
      rule: null,
      replaced: [],
    });
  });

  it('given the Segretario’s own share, then the substitute takes the step, with the rule and from whom', () => {
    expect(eligible(step(), ofSegretario, exampleStaff, {})).toMatchObject({
      offices: ['vicesegretario'],
      persons: ['u-vice'],
      reroutedFrom: 'segretario',
      rule: { code: 'own-office' },
    });
  });

  it('given no substitute, or one that is barred too, then nobody may, and each office is told with its rule', () => {
    expect(eligible(step({ substitute: null }), ofSegretario, exampleStaff, {})).toBeNull();
    const both = { ...ofSegretario, authors: ['u-segretario', 'u-vice'] };
    expect(eligible(step(), both, exampleStaff, {})).toBeNull();
    expect(barredOffices(step(), both, exampleStaff, {})).toMatchObject([
      { office: 'segretario', rule: { code: 'own-office' } },
      { office: 'vicesegretario', rule: { code: 'author' } },
    ]);
  });

  it('given an office that nobody holds, then the step waits for it and is not rerouted', () => {
    const vacant = { ...exampleStaff, tenures: [] };
    expect(eligible(step(), ofArea, vacant, {})).toMatchObject({ offices: ['segretario'], persons: [] });
  });

  it('given a Nucleo of three with one barred, then the others are enough for two, and too few for three', () => {
    const staff = withTenures(tenure('u-head', 'nucleo'), tenure('u-third', 'nucleo'));
    const nucleo = (count: number) => step({ who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count } });
    expect(eligible(nucleo(2), parties(), staff, {})).toMatchObject({
      offices: ['nucleo'],
      persons: ['u-nucleo', 'u-third'],
      reroutedFrom: null,
    });
    expect(eligible(nucleo(3), parties(), staff, {})).toMatchObject({
      offices: ['nucleo', 'vicesegretario'],
      reroutedFrom: 'nucleo',
      rule: { code: 'evaluator-beneficiary' },
    });
  });

  it('given all the offices needed and one of them barred, then the substitute takes its place', () => {
    const both = step({
      who: [{ office: 'segretario' }, { office: 'giunta' }],
      agreement: { kind: 'all', of: 'offices' },
    });
    expect(eligible(both, ofSegretario, exampleStaff, {})?.offices).toEqual(['vicesegretario', 'giunta']);
  });

  it('given members and one of them barred, then that one abstains', () => {
    const members = step({ who: [{ office: 'giunta' }], agreement: { kind: 'all', of: 'members' } });
    const staff = withTenures(tenure('u-mayor', 'giunta'));
    expect(eligible(members, parties({ authors: ['u-mayor'] }), staff, {})?.persons).toEqual(['u-giunta']);
  });

  it('given weights, then those who are left must reach the threshold', () => {
    const weighted = step({
      who: [{ office: 'segretario' }, { office: 'giunta' }],
      agreement: { kind: 'weighted', threshold: 2, weights: { segretario: 1, giunta: 2 } },
    });
    expect(eligible(weighted, ofSegretario, exampleStaff, {})?.offices).toEqual(['giunta']);
    expect(eligible(weighted, parties({ offices: ['giunta'] }), exampleStaff, {})?.reroutedFrom).toBe('giunta');
  });

  it('given weights and several that are barred, then the substitute speaks for all of them, and no office for itself and another', () => {
    const weighted = step({
      who: [{ office: 'segretario' }, { office: 'giunta' }, { office: 'nucleo' }],
      agreement: { kind: 'weighted', threshold: 4, weights: { segretario: 1, giunta: 1, nucleo: 2 } },
    });
    const two = parties({ offices: ['segretario', 'nucleo'] });
    expect(eligible(weighted, two, exampleStaff, {})).toMatchObject({
      offices: ['vicesegretario', 'giunta'],
      replaced: ['segretario', 'nucleo'],
    });
    const staff = withTenures(tenure('u-giunta', 'giunta', { roles: ['giunta'] }));
    const itself = { ...weighted, substitute: { role: 'giunta' } };
    expect(eligible(itself, two, staff, {})).toBeNull();
  });

  it('given a step of the other areas and an objective of one area, then its substitute takes it, and without one nobody', () => {
    const others = step({ who: [{ relation: 'other-areas' }] });
    expect(eligible(others, ofArea, exampleStaff, { 'other-areas': [] })).toEqual({
      offices: ['vicesegretario'],
      persons: ['u-vice'],
      reroutedFrom: null,
      rule: null,
      replaced: [],
    });
    expect(eligible({ ...others, substitute: null }, ofArea, exampleStaff, {})).toBeNull();
    expect(eligible(others, parties({ offices: ['vicesegretario'] }), exampleStaff, {})).toBeNull();
    const two = eligible(others, ofArea, withTenures(tenure('u-t', 'tributi')), { 'other-areas': ['tributi'] });
    expect(two?.offices).toEqual(['tributi']);
  });

  it('given a member who abstains and an office that is barred as a whole, then that one is told first', () => {
    const all = step({
      who: [{ office: 'nucleo' }, { office: 'segretario' }],
      agreement: { kind: 'all', of: 'members' },
      substitute: null,
    });
    const staff = withTenures(tenure('u-second', 'nucleo'));
    const sides = { ...ofSegretario, authors: ['u-nucleo'] };
    expect(eligible(all, sides, staff, {})).toBeNull();
    expect(barredOffices(all, sides, staff, {})).toMatchObject([
      { office: 'segretario', rule: { code: 'own-office' } },
      { office: 'nucleo', rule: { code: 'author' } },
    ]);
  });

  it('given a role or a relation in place of an office, then the offices of today are found', () => {
    const staff = withTenures(
      tenure('u-head', 'personale', { roles: ['personale'] }),
      tenure('u-old', 'economato', { roles: ['personale'], to: '2022-12-31' }),
    );
    expect(eligible(step({ who: [{ role: 'personale' }] }), parties(), staff, {})?.offices).toEqual(['personale']);
    const relation = step({ who: [{ relation: 'head-of-area' }] });
    const relations = { 'head-of-area': ['affari-generali'] };
    expect(eligible(relation, parties(), exampleStaff, relations)?.persons).toEqual(['u-head']);
    expect(eligible(relation, parties(), exampleStaff, {})).toBeNull();
  });

  it('given somebody who stands in for the Segretario, then both may act, unless either is barred', () => {
    const staff = { ...exampleStaff, delegations: [delegation('d-1', 'segretario', 'u-vice')] };
    expect(eligible(step(), ofArea, staff, {})?.persons).toEqual(['u-segretario', 'u-vice']);
    expect(eligible(step(), parties({ authors: ['u-segretario'] }), staff, {})).toMatchObject({
      offices: ['vicesegretario'],
      reroutedFrom: 'segretario',
      rule: { code: 'author' },
    });
  });

  it('given a delegation for other matters, then it does not count', () => {
    const staff = {
      ...exampleStaff,
      delegations: [delegation('d-1', 'segretario', 'u-vice', { subjects: ['variation'] })],
    };
    expect(eligible(step(), ofArea, staff, {}, 'rendicontazione')?.persons).toEqual(['u-segretario']);
    expect(eligible(step(), ofArea, staff, {}, 'variation')?.persons).toEqual(['u-segretario', 'u-vice']);
  });
});

describe('whoever acts by a delegation of somebody on the other side', () => {
  const lent = (...delegations: Staff['delegations']): Staff => ({ ...exampleStaff, delegations });
  const ofBoth = lent(delegation('d-1', 'segretario', 'u-x'), delegation('d-2', 'vicesegretario', 'u-x'));
  const rule = (id: string, office: string, onBehalfOf: string | null, to: Parties, staff: Staff) =>
    barredActor({ id, office }, onBehalfOf, to, staff)?.code ?? null;

  it('given a delegate of the Segretario and of who verifies in his place, then they do not verify his report', () => {
    expect(rule('u-x', 'vicesegretario', 'u-vice', ofSegretario, ofBoth)).toBe('delegate');
    expect(rule('u-x', 'vicesegretario', 'u-vice', ofArea, ofBoth)).toBeNull();
    expect(eligible(step(), ofSegretario, ofBoth, {})).toMatchObject({
      offices: ['vicesegretario'],
      persons: ['u-vice'],
    });
  });

  it('given who stands in for the head of an area, then they verify nothing of it, be it by an office of their own', () => {
    const staff = lent(delegation('d-1', 'affari-generali', 'u-segretario', { subjects: ['variation'] }));
    expect(rule('u-segretario', 'segretario', null, parties({ offices: ['affari-generali'] }), staff)).toBe('delegate');
    expect(eligible(step(), parties({ offices: ['affari-generali'] }), staff, {})).toMatchObject({
      persons: ['u-vice'],
      reroutedFrom: 'segretario',
      rule: { code: 'delegate' },
    });
  });

  it.each<[string, Parties]>([
    ['wrote it', parties({ authors: ['u-head'] })],
    ['is paid on it', parties({ beneficiaries: ['u-head'] })],
    ['holds an office that is scored on the same finding', parties({ scored: ['affari-generali'] })],
    ['holds another office that answers for it', parties({ offices: ['tributi'] })],
  ])('given a delegate of somebody who %s, then they are barred', (_, other) => {
    const staff = {
      ...withTenures(tenure('u-head', 'tributi')),
      delegations: [delegation('d-1', 'affari-generali', 'u-x'), delegation('d-2', 'giunta', 'u-x')],
    };
    expect(rule('u-x', 'giunta', 'u-giunta', other, staff)).toBe('delegate');
    expect(rule('u-x', 'giunta', 'u-giunta', other, { ...staff, day: '2023-02-01' })).toBeNull();
  });

  it('given what its holder gave by themselves, then it bars nobody until somebody has acted by it', () => {
    const given = (takenUp?: boolean) =>
      lent(delegation('d-1', 'affari-generali', 'u-segretario', takenUp === undefined ? {} : { takenUp }));
    const own = given(false);
    expect(rule('u-segretario', 'segretario', null, ofArea, own)).toBeNull();
    expect(eligible(step(), ofArea, own, {})).toMatchObject({ offices: ['segretario'], reroutedFrom: null });
    expect(rule('u-segretario', 'segretario', null, ofArea, given(true))).toBe('delegate');
    // by an act, or in logs of earlier releases
    expect(rule('u-segretario', 'segretario', null, ofArea, given())).toBe('delegate');
  });

  it('given a party who delegates to whom a judge stands in for, then that bars the judge once both are taken up', () => {
    const chain = (takenUp: boolean) =>
      lent(delegation('d-1', 'affari-generali', 'u-giunta', { takenUp }), delegation('d-2', 'giunta', 'u-segretario'));
    expect(rule('u-segretario', 'segretario', null, ofArea, chain(false))).toBeNull();
    expect(rule('u-segretario', 'segretario', null, ofArea, chain(true))).toBe('delegate');
  });

  it('given the Vicesegretario who stands in for the Segretario, then in their own right they verify his report all the same', () => {
    const staff = lent(delegation('d-1', 'segretario', 'u-vice'));
    expect(rule('u-vice', 'vicesegretario', null, ofSegretario, staff)).toBeNull();
    // whoever acts for the Segretario is on his side, of whatever they do as another office
    const more = { ...staff, tenures: [...staff.tenures, tenure('u-vice', 'giunta')] };
    expect(rule('u-vice', 'giunta', null, ofSegretario, more)).toBe('delegate');
  });

  it('given the Vicesegretario to whom the Segretario delegates, then at a step of the Nucleo they are barred with or without it', () => {
    const members = withTenures(tenure('u-vice', 'nucleo'));
    const staff = { ...members, delegations: [delegation('d-1', 'segretario', 'u-vice')] };
    expect(rule('u-vice', 'nucleo', null, ofSegretario, staff)).toBe('evaluator-segretario');
    expect(rule('u-vice', 'nucleo', null, ofArea, members)).toBe('evaluator-segretario');
    // the place of a colleague does not help
    expect(rule('u-vice', 'nucleo', 'u-nucleo', ofArea, exampleStaff)).toBe('evaluator-segretario');
  });

  it('given who stands in for the Vicesegretario there, then they are as free as those, unless the Segretario named them too', () => {
    const chain = [delegation('d-1', 'segretario', 'u-vice'), delegation('d-2', 'vicesegretario', 'u-x')];
    expect(rule('u-x', 'vicesegretario', 'u-vice', ofSegretario, lent(...chain))).toBeNull();
    expect(rule('u-x', 'giunta', 'u-giunta', ofSegretario, lent(...chain))).toBe('delegate');
    const both = lent(...chain, delegation('d-3', 'segretario', 'u-x'));
    expect(rule('u-x', 'vicesegretario', 'u-vice', ofSegretario, both)).toBe('delegate');
  });

  it('given the role alone, then it frees no other office than the one that the body’s file calls so, if it calls any so', () => {
    const deputy = tenure('u-y', 'tributi', { roles: ['vicesegretario'] });
    const staff = { ...withTenures(deputy), delegations: [delegation('d-1', 'segretario', 'u-y')] };
    expect(rule('u-y', 'tributi', null, ofSegretario, staff)).toBe('delegate');
    const offices = exampleStaff.offices.filter((one) => one.function !== 'segretario-substitute');
    expect(rule('u-y', 'tributi', null, ofSegretario, { ...staff, offices })).toBeNull();
    // nor does it free what else its holder does
    const more = { ...staff, offices, tenures: [...staff.tenures, tenure('u-y', 'giunta')] };
    expect(rule('u-y', 'giunta', null, ofSegretario, more)).toBe('delegate');
  });
});

describe('a member who has delegated somebody', () => {
  const quorum = (count: number) => step({ who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count } });
  const given = (to: string, more: Staff['tenures'] = []): Staff => ({
    ...withTenures(...more),
    delegations: [delegation('d-1', 'nucleo', to, { holder: 'u-nucleo' })],
  });

  it('given a delegate who is barred, then nobody takes the member’s place: the step waits for whoever else it needs', () => {
    const alone = eligible({ ...quorum(2), substitute: null }, ofArea, given('u-head'), {});
    expect(alone).toMatchObject({ offices: ['nucleo'], persons: ['u-nucleo'], reroutedFrom: null });
    expect(eligible(quorum(2), ofArea, given('u-head'), {})).toMatchObject({ offices: ['nucleo'] });
  });

  it('given a colleague who is barred, then the member and the delegate are one voice, and the substitute makes the other', () => {
    const barredColleague = given('u-x', [tenure('u-head', 'nucleo')]);
    expect(eligible(quorum(2), parties({ authors: ['u-head'] }), barredColleague, {})).toMatchObject({
      offices: ['nucleo', 'vicesegretario'],
      reroutedFrom: 'nucleo',
    });
  });
});
