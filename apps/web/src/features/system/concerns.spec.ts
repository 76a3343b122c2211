import { behind, endsSoon, isBackupOld, isDiskLow } from './concerns.js';

const NOW = Date.parse('2026-11-28T09:00:00.000Z');

describe('what an administrator is told to look at', () => {
  it('given little of a large disk, or little at all, then it is low', () => {
    expect(isDiskLow({ freeBytes: 50e9, totalBytes: 1000e9 })).toBe(true);
    expect(isDiskLow({ freeBytes: 1.5e9, totalBytes: 4e9 })).toBe(true);
    expect(isDiskLow({ freeBytes: 30e9, totalBytes: 100e9 })).toBe(false);
  });

  it('given a backup of eight days ago, then it is old; given none, that is said otherwise', () => {
    expect(isBackupOld({ at: '2026-11-20T08:00:00.000Z', to: '/b' }, NOW)).toBe(true);
    expect(isBackupOld({ at: '2026-11-27T08:00:00.000Z', to: '/b' }, NOW)).toBe(false);
    expect(isBackupOld(null, NOW)).toBe(false);
  });

  it('given a certificate of two more weeks, then it ends soon', () => {
    expect(endsSoon({ validTo: '2026-12-10T00:00:00.000Z' }, NOW)).toBe(true);
    expect(endsSoon({ validTo: '2027-03-01T00:00:00.000Z' }, NOW)).toBe(false);
    expect(endsSoon(null, NOW)).toBe(false);
  });

  it('given tables that have not seen the last event, then they are behind, as long as the log is known', () => {
    const one = { name: 'inbox', position: '99', updatedAt: '2026-11-28T08:59:00.000Z' };
    expect(behind({ projections: [one], log: { position: '100' } })).toEqual([one]);
    expect(behind({ projections: [one], log: { position: '99' } })).toEqual([]);
    expect(behind({ projections: [one], log: { position: null } })).toEqual([]);
  });
});
