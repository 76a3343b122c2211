// On a clean clone Jest begins with the largest files. What takes longest are whole stacks, and the files that start them
// may be short: the last of them would run alone. So they come first, then whatever starts a server, and what is quick
// fills the gaps at the end.
const { default: Sequencer } = require('@jest/test-sequencer'); // comes with Jest

const STARTS_STACKS = /\/test\/(browser|flow|recovery|stack|upgrade)\//;
const STARTS_SERVERS = /\/test\/|\/libs\/(postgres|read-model)\//;

module.exports = class extends Sequencer {
  sort(tests) {
    const turn = ({ path }) => (STARTS_STACKS.test(path) ? 0 : STARTS_SERVERS.test(path) ? 1 : 2);
    return super.sort(tests).toSorted((one, other) => turn(one) - turn(other));
  }
};
