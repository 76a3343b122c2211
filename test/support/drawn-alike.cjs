// What a property is tried on is drawn alike in every `npm test`, so that a change is not refused for what it did not
// change; a soak draws anew each time (`npm run soak -- libs/domain`).
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

if (process.env.SOAK !== '1') fc.configureGlobal({ seed: 2022 });

module.exports = fc;
