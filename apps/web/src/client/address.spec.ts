import { addressOf } from './address.js';

describe('where a route is found', () => {
  it('given names in the path, then each is filled in, whatever signs it has', () => {
    const path = '/api/v1/objectives/:objectiveId/shares/:shareId/progress';
    expect(addressOf(path, { objectiveId: '2022-1.1.1', shareId: 'a b/c' })).toBe(
      '/api/v1/objectives/2022-1.1.1/shares/a%20b%2Fc/progress',
    );
  });

  it('given filters of which some are empty, then only the others are asked', () => {
    const query = { office: 'nucleo', type: '', from: undefined, to: null, limit: 50 };
    expect(addressOf('/api/v1/audit-trail', {}, query)).toBe('/api/v1/audit-trail?office=nucleo&limit=50');
  });

  it('given nothing to ask, then there is no question mark', () => {
    expect(addressOf('/api/v1/plans')).toBe('/api/v1/plans');
  });
});
