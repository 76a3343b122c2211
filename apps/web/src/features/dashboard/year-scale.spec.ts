import { yearScale } from './year-scale.js';

describe('the days of a year on a line', () => {
  const { place, months } = yearScale(2022, 10, 374);

  it('given the first and the last day, then they stand at its ends, and any other in between', () => {
    expect(['2022-01-01', '2022-12-31', '2022-07-02'].map(place)).toEqual([10, 374, 192]);
  });

  it('then each of the twelve months begins on its first', () => {
    expect([months.length, months[0], months[1], months[11]]).toEqual([12, '2022-01-01', '2022-02-01', '2022-12-01']);
  });
});
