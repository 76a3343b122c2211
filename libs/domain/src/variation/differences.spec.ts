import type { PlanDocument } from '../plan/document.js';
import { archive, document, REGISTRY, SECRETARY } from '../testing/example.js';
import { addObjective, addShare, moveDraft, moveWeight, remove, reword } from '../testing/variation.js';
import type { PlanChange } from './changes.js';
import { differencesOf } from './differences.js';
import { variedBy } from './varied.js';

const told = (...changes: readonly PlanChange[]) =>
  differencesOf(document, variedBy(changes, document).document).map(({ shareId, what, before, after }) => [
    shareId,
    what,
    before,
    after,
  ]);
const weightOf = (id: string) => archive.shares.find((share) => share.id === id)?.weight ?? null;

describe('what shares are told otherwise by another version of a plan', () => {
  it('given a day, words, a target and points that change, then each share hears its own, before and after', () => {
    expect(told(moveDraft)).toEqual([
      [REGISTRY, 'deadline', '2022-07-31', '2022-10-31'],
      [SECRETARY, 'deadline', '2022-07-31', '2022-10-31'],
    ]);
    const [, text] = told(reword).map(([, , before]) => before);
    expect(told(reword).map(([share, what]) => [share, what])).toEqual([
      [REGISTRY, 'indicator'],
      [REGISTRY, 'target'],
    ]);
    expect(text).toBeDefined();
    expect(told(moveWeight)).toEqual([
      [REGISTRY, 'weight', weightOf(REGISTRY), '7.5'],
      [SECRETARY, 'weight', weightOf(SECRETARY), '5'],
    ]);
  });

  it('given what is new or removed, then that is all they hear', () => {
    expect(told(addShare, addObjective)).toEqual([
      ['6.1.1-affari-generali-2', 'added', null, '5'],
      ['6.1.2-affari-generali', 'added', null, '7.5'],
    ]);
    expect(told(remove)).toEqual([
      [REGISTRY, 'removed', weightOf(REGISTRY), null],
      [SECRETARY, 'removed', weightOf(SECRETARY), null],
    ]);
  });

  it('given nothing that changed, or what was removed before, then nobody hears anything', () => {
    expect(differencesOf(document, document)).toEqual([]);
    const gone: PlanDocument = { ...document, removedShares: [REGISTRY] };
    expect(differencesOf(gone, gone)).toEqual([]);
    expect(differencesOf(document, gone).map(({ what }) => what)).toEqual(['removed']);
  });
});
