// On a clean clone Jest begins with the largest files. What takes longest are whole stacks, and the files that start them
// may be short: the last of them would run alone. So they come first, and what is quick fills the gaps at the end.
const { default: Sequencer } = require('@jest/test-sequencer'); // comes with Jest

const STARTS_STACKS = /\/test\/(browser|flow|recovery|stack|upgrade)\//;

module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const first = sorted.filter(({ path }) => STARTS_STACKS.test(path));
    return [...first, ...sorted.filter((test) => !first.includes(test))];
  }
};
