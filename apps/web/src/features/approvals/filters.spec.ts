import { asQuery, filtersIn } from './filters.js';

describe('the filters of approvals', () => {
  it('given nothing in the address, asks for those under way', () => {
    expect(asQuery(filtersIn(new URLSearchParams()))).toEqual({ status: 'open', limit: 500 });
  });

  it('asks for what the address says', () => {
    const search = new URLSearchParams('subject=variation&status=returned&mine=true&overdue=true&stuck=true');
    expect(asQuery(filtersIn(search))).toEqual({
      subject: 'variation',
      status: 'returned',
      waitingForMe: 'true',
      overdue: 'true',
      stuck: 'true',
      limit: 500,
    });
  });

  it('given what is late, then also what came back and was not integrated in time', () => {
    expect(asQuery(filtersIn(new URLSearchParams('overdue=true')))).toEqual({ overdue: 'true', limit: 500 });
  });

  it('given what is no filter, leaves it aside', () => {
    expect(asQuery(filtersIn(new URLSearchParams('subject=x&status=y&mine=no')))).toEqual({
      status: 'open',
      limit: 500,
    });
  });
});
