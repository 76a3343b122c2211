import { databaseIsAway, databaseIsFull } from './database-is-away.js';

describe('what PostgreSQL says when it cannot do its work', () => {
  it.each([
    ['53100', 'full'],
    ['57P03', 'away'],
    ['08006', 'away'],
    ['23505', 'neither'],
  ])('given its code %s, then it is %s', (code, expected) => {
    const error = Object.assign(new Error('could not extend file'), { code });
    expect(databaseIsFull(error) ? 'full' : databaseIsAway(error) ? 'away' : 'neither').toBe(expected);
  });
});
