import { draftsOf, type DraftPlace } from './drafts.js';

const DAY_MS = 86_400_000;

function placeInMemory(): DraftPlace {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

describe('what was typed and not sent', () => {
  it('given a kept draft, when the form opens again, then it has what was typed', () => {
    const place = placeInMemory();
    draftsOf('a1', place, () => 5).keep('progress/s1', { value: '40' });
    expect(draftsOf('a1', place, () => 6).read('progress/s1')).toEqual({ at: 5, values: { value: '40' } });
  });

  it('given the draft of another account, then this one sees nothing of it', () => {
    const place = placeInMemory();
    draftsOf('a1', place, () => 5).keep('progress/s1', { value: '40' });
    expect(draftsOf('a2', place, () => 6).read('progress/s1')).toBeNull();
  });

  it('given a sign-out, then the drafts of that account are gone and those of others are not', () => {
    const place = placeInMemory();
    draftsOf('a1', place, () => 5).keep('progress/s1', {});
    draftsOf('a1', place, () => 5).keep('score/s1', {});
    draftsOf('a2', place, () => 5).keep('score/s1', {});
    draftsOf('a1', place, () => 6).discardAll();
    expect(draftsOf('a1', place, () => 6).forms()).toEqual([]);
    expect(draftsOf('a2', place, () => 6).forms()).toEqual(['score/s1']);
  });

  it('given a draft of two months ago, or one that is no draft, then there is none', () => {
    const place = placeInMemory();
    draftsOf('a1', place, () => 0).keep('score/s1', {});
    expect(draftsOf('a1', place, () => 61 * DAY_MS).read('score/s1')).toBeNull();
    place.setItem('traguardo.draft/a1/score/s2', '{');
    expect(draftsOf('a1', place, () => 0).read('score/s2')).toBeNull();
  });
});
