import type { Staff } from '../organisation/staff.js';
import type { Actor } from '../values.js';
import {
  acknowledgement,
  approvalOf,
  certification,
  opening,
  people,
  verification,
  who,
  type Deed,
} from '../testing/approval.js';
import { delegation, parties, tenure } from '../testing/staff.js';

const ofSegretario = parties({ authors: ['u-segretario'], offices: ['segretario'] });
const shared = { ...verification, who: [{ office: 'giunta' }], substitute: null } as const;
const asked = (fields: Partial<Parameters<typeof opening>[1]> = {}) =>
  approvalOf(opening([shared, certification, acknowledgement], fields));
const own = asked({ parties: ofSegretario });
const others = asked();

const gives = (by: Actor): Deed => [{ do: 'reassign', step: 'verifica', to: who.giunta, reason: 'assenza' }, by];
const moves = (by: Actor): Deed => [
  {
    do: 'migrate',
    chain: { id: 'rendicontazione', version: 2, steps: [shared, certification] },
    workflow: { id: 'comune', version: 2 },
    reason: 'nuovo regolamento',
  },
  by,
];

describe.each([
  ['gives a step to another', gives],
  ['moves it to another version', moves],
] as const)('who %s', (_, does) => {
  const not = (office: string) => ({ refusal: 'approval/for-the-segretario', told: { office } });

  it('given an approval in which the Segretario is a party, then the substitute by office may, and the Segretario may not', () => {
    expect(own.when(does(who.segretario))).toMatchObject({ refusal: 'approval/own-report' });
    expect(own.when(does(who.vice))).toHaveProperty('facts.0.kind');
  });

  it('given one of others, then it is for the Segretario', () => {
    expect(others.when(does(who.segretario))).toHaveProperty('facts.0.kind');
    expect(others.when(does(who.vice))).toMatchObject(not('segretario'));
  });

  it('given a substitute who is a party too, then nobody', () => {
    const both = asked({ parties: parties({ offices: ['segretario', 'vicesegretario'] }) });
    expect(both.when(does(who.vice))).toMatchObject({ refusal: 'approval/own-report' });
  });

  it('given no office that stands in, then whoever has the role does, for the Segretario alone', () => {
    const offices = people.offices.filter((one) => one.function !== 'segretario-substitute');
    const byRole: Staff = {
      ...people,
      offices,
      tenures: [...people.tenures, tenure('u-y', 'studi', { roles: ['vicesegretario'] })],
    };
    const deputy = { id: 'u-y', office: 'studi' };
    expect(asked({ parties: ofSegretario, staff: byRole }).when(does(deputy))).toHaveProperty('facts.0.kind');
    expect(asked({ staff: byRole }).when(does(deputy))).toMatchObject(not('segretario'));
  });

  it('given a second person with the role of Segretario, who is no party, then it is for that one', () => {
    const two: Staff = { ...people, tenures: [...people.tenures, tenure('u-x', 'altro', { roles: ['segretario'] })] };
    expect(asked({ parties: ofSegretario, staff: two }).when(does(who.vice))).toMatchObject(not('altro'));
  });

  it('given nobody in the office of the Segretario, then the substitute by office may', () => {
    const vacant: Staff = { ...people, tenures: people.tenures.filter(({ office }) => office !== 'segretario') };
    expect(asked({ staff: vacant }).when(does(who.vice))).toHaveProperty('facts.0.kind');
  });

  it('given a delegate of the Segretario, then it is for them, unless it is the substitute', () => {
    const vacant = people.tenures.filter(({ office }) => office !== 'segretario');
    const lent = (to: string): Staff => ({
      ...people,
      tenures: vacant,
      delegations: [delegation('d-1', 'segretario', to, { holder: null })],
    });
    expect(asked({ staff: lent('u-x') }).when(does(who.vice))).toMatchObject(not('segretario'));
    expect(asked({ staff: lent('u-vice') }).when(does(who.vice))).toHaveProperty('facts.0.kind');
  });

  it('given an account of that office with the role of Segretario, then they may by their role', () => {
    const tenures = people.tenures.map((one) => (one.person === 'u-vice' ? { ...one, roles: ['segretario'] } : one));
    expect(asked({ staff: { ...people, tenures } }).when(does(who.vice))).toHaveProperty('facts.0.kind');
  });
});
