import { folderOf, loadStory, NoStory } from './story.js';

describe('the demonstration', () => {
  it('tells the whole year of its own plan: every share assigned, reported, approved by three steps and scored', async () => {
    const { acts, document } = await loadStory(2022);
    const done = acts.filter(({ expect: refusal }) => refusal === null).map(({ path }) => path);
    for (const { id } of document.objectives.flatMap(({ shares }) => shares)) {
      const own = done.filter((path) => path.includes(`/shares/${id}/`)).map((path) => path.split(`/${id}/`)[1]);
      const count = (what: string) => own.filter((path) => path === what).length;
      expect([id, count('assignment'), count('acknowledgement'), count('score')]).toEqual([id, 1, 1, 1]);
      expect(count('rendicontazione')).toBeGreaterThan(0);
      expect(count('rendicontazione/approval')).toBeGreaterThanOrEqual(3);
    }
  });

  it('is the same story whenever it is loaded', async () => {
    expect(await loadStory(2022)).toEqual(await loadStory(2022));
  });

  it('has no acts that share a key', async () => {
    const keys = (await loadStory(2022)).acts.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('each worked body', () => {
  it.each([
    ['unione', '2023'],
    ['provincia', '2024'],
  ])(
    '%s tells the year %s by its own workflow: every share reported, approved by every step and scored',
    async (name, year) => {
      const { acts, document, planId, workflow } = await loadStory(null, folderOf(name));
      expect([planId, workflow]).toEqual([year, expect.stringContaining(`${name}/workflow.yaml`)]);
      const done = acts.filter(({ expect: refusal }) => refusal === null).map(({ path }) => path);
      for (const { id } of document.objectives.flatMap(({ shares }) => shares)) {
        const count = (what: string) => done.filter((path) => path.endsWith(`/shares/${id}/${what}`)).length;
        expect([id, count('assignment'), count('acknowledgement'), count('score')]).toEqual([id, 1, 1, 1]);
        expect(count('rendicontazione/approval')).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('that nobody knows is told with those that there are', () => {
    expect(() => folderOf('regione')).toThrow('No such example: regione. There are comune, provincia, unione');
  });
});

it('a year that nobody tells is told in one sentence', async () => {
  await expect(loadStory(1999)).rejects.toThrow(NoStory);
  await expect(loadStory(1999)).rejects.toThrow('No scenario tells the year 1999: there is one for 2022.');
});
