import { approvalOf, opening, step, takes, who } from '../testing/approval.js';
import { alsoBy, creditedTo, givenTo } from './given-to.js';

const open = approvalOf(opening([step('a')]));

describe('what is on its way when its subject is given to another office', () => {
  it('given one that is open, then the office is a party from then on, once', () => {
    const given = givenTo(open.state, 'tributi');
    expect(given.parties.offices).toEqual(['affari-generali', 'tributi']);
    expect(givenTo(given, 'tributi')).toBe(given);
  });

  it('given one that is over, then its parties stay as they were', () => {
    const { state } = open.after(takes('a', who.segretario));
    expect(givenTo(state, 'tributi')).toBe(state);
  });
});

describe('what is on its way when its share is known to have been another office’s before', () => {
  it('given one that is open, then those are credited who are by now; given one that is over, then nothing changes', () => {
    const credited = [{ office: 'tributi', from: '2022-03-08', to: '2022-12-31' }];
    expect(creditedTo(open.state, credited).parties.credited).toEqual(credited);
    const { state } = open.after(takes('a', who.segretario));
    expect(creditedTo(state, credited)).toBe(state);
  });
});

describe('what is on its way when somebody else writes of it', () => {
  it('given one that is open, then they are an author from then on, once; given one that is over, then nothing changes', () => {
    const also = alsoBy(open.state, 'u-late');
    expect(also.parties.authors).toContain('u-late');
    expect(alsoBy(also, 'u-late')).toBe(also);
    const { state } = open.after(takes('a', who.segretario));
    expect(alsoBy(state, 'u-late')).toBe(state);
  });
});
