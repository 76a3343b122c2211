import { verification } from '../testing/approval.js';
import { exampleStaff, parties, tenure } from '../testing/staff.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { eligible } from './separation.js';
import { waysOut } from './ways-out.js';

/** The Segretario's share, handed to the Vicesegretario in May. */
const relations = { 'head-of-area': ['segretario'], assignee: ['vicesegretario'] };
const credited = [{ office: 'vicesegretario', from: '2022-05-01', to: '2022-12-31' }] as const;
const handed = parties({ offices: ['segretario', 'vicesegretario'], credited });
const since = tenure('u-since', 'vicesegretario', { from: '2023-01-01' });
const withSince = { ...exampleStaff, tenures: [...exampleStaff.tenures, since] };
const of = (its: Parameters<typeof waysOut>[1], staff = exampleStaff, opens = true) =>
  waysOut(verification, its, staff, relations, { subject: 'rendicontazione', opens });

describe('what would let somebody take a step that nobody may', () => {
  it('given a person who is barred, then another holder of that office', () => {
    const wrote = parties({ offices: ['segretario'], authors: ['u-vice'] });
    expect(eligible(verification, wrote, exampleStaff, relations)).toBeNull();
    expect(of(wrote)).toEqual({ who: 'vicesegretario' });
  });

  it('given an office that is barred, then no other holder: the share goes to a third office, and somebody else comes to it', () => {
    expect(eligible(verification, handed, withSince, relations)).toBeNull();
    expect(of(handed)).toEqual({ handedToo: 'vicesegretario', another: 'vicesegretario' });
    expect(of(handed, withSince)).toEqual({ handed: 'vicesegretario' });
    const given = { ...handed, offices: ['segretario'] };
    expect(eligible(verification, given, withSince, relations)).toMatchObject({ persons: ['u-since'] });
  });

  it('given it is still in its year, then the credit of its office ends as the share is handed on', () => {
    const inMay = { ...exampleStaff, day: '2022-05-20' };
    expect(of(handed, inMay)).toEqual({ handedToo: 'vicesegretario', another: 'vicesegretario' });
  });

  it('given an approval under way, then its share is not handed on', () => {
    expect(of(handed, withSince, false)).toEqual({});
  });

  it('given several who are to agree, then as many others', () => {
    const quorum: StepDefinition = {
      ...verification,
      who: [{ office: 'nucleo' }],
      agreement: { kind: 'quorum', count: 2 },
      substitute: null,
    };
    const wrote = parties({ authors: ['u-nucleo'] });
    const ways = waysOut(quorum, wrote, exampleStaff, {}, { subject: null, opens: true });
    expect(ways).toEqual({ who: 'nucleo' });
  });
});
