import { askOutcome, premiumTotals } from '../../apps/cli/src/simulation/outcome.js';
import { usually } from '../../apps/cli/src/simulation/organisation.js';
import { simulateYear } from '../../apps/cli/src/simulation/simulate-year.js';
import { folderOf, loadStory } from '../../apps/cli/src/simulation/story.js';

describe('a worked body lives through its year by a workflow of its own', () => {
  it.each([
    ['unione', { 'approval/own-report': 2, 'approval/act-of-other-kind': 1, 'evaluation/term-running': 1 }, 8],
    ['provincia', { 'approval/already-voted': 1, 'approval/not-this-step': 1, 'approval/act-of-other-kind': 1 }, 11],
  ])(
    '%s: what its rules refuse is refused, every share comes to its degree and its premium, to the cent',
    async (name, refused, shares) => {
      const story = await loadStory(null, folderOf(name));
      const outcome = await simulateYear({ story }, async (lived) => ({
        ...(await askOutcome(lived.townHall, usually(story.organisation, 'giunta'), story.planId)),
        refusals: lived.refusals,
      }));
      expect(outcome.refusals).toEqual(refused);
      const entries = outcome.runs.flatMap((run) => run.entries);
      expect(entries).toHaveLength(shares);
      expect(entries.filter(({ degree }) => degree === null)).toEqual([]);
      for (const { status, fund, total, savings } of premiumTotals(outcome)) {
        expect(status).toBe('liquidated');
        expect(Math.round((Number(total) + Number(savings)) * 100)).toBe(Math.round(Number(fund) * 100));
      }
    },
    240_000,
  );
});
