import { asCsv } from './as-csv.js';

describe('lines for a spreadsheet', () => {
  it('given quotes, separators and what looks like a formula, then each stays one text', () => {
    expect(asCsv([['Anna "Nina"; Riva', '=1+1']])).toBe('\uFEFF"Anna ""Nina""; Riva";"\'=1+1"\r\n');
  });
});
