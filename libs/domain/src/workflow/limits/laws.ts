/**
 * What no body's file may change, with the law that says so. One code, one limit; `docs/workflow.md` explains each.
 * Cited as acts are in Italy: the same in both languages.
 */
export const laws = {
  'limit/not-certified': 'D.Lgs. 150/2009, art. 7, c. 2, lett. a, art. 14, c. 4, lett. c, c. 6',
  'limit/paid-before-certified': 'D.Lgs. 150/2009, art. 14, c. 6',
  'limit/certified-by-others': 'D.Lgs. 150/2009, art. 14, c. 1, 2, 8',
  'limit/degree-corrected-by-others': 'D.Lgs. 150/2009, art. 7, c. 2, lett. a',
  'limit/plan-without-act':
    'D.Lgs. 150/2009, art. 10, c. 1, lett. a; D.Lgs. 267/2000 (TUEL), art. 169, c. 1; D.M. 132/2022, art. 11',
  'limit/variation-without-act': 'D.Lgs. 267/2000 (TUEL), art. 175, c. 5-bis, 9; D.Lgs. 150/2009, art. 6',
  'limit/removal-without-act': 'D.Lgs. 150/2009, art. 6, art. 10, c. 1',
  'limit/removal-leaves-report': 'D.Lgs. 150/2009, art. 10, c. 1, lett. b',
  'limit/reopening-without-act': 'L. 241/1990, art. 21-nonies',
  'limit/liquidation-without-act': 'D.Lgs. 267/2000 (TUEL), art. 184, c. 1-3',
  'limit/liquidation-by-political-body': 'D.Lgs. 267/2000 (TUEL), art. 107, c. 1, 3, art. 109, c. 2',
  'limit/liquidation-not-checked': 'D.Lgs. 267/2000 (TUEL), art. 184, c. 4',
  'limit/liquidation-by-accounting': 'D.Lgs. 267/2000 (TUEL), art. 147-bis, c. 1, art. 184, c. 3, 4',
  'limit/act-by-others': 'D.Lgs. 267/2000 (TUEL), art. 48, c. 2, art. 107, c. 1',
  'limit/silent-evaluation-body': 'D.Lgs. 150/2009, art. 14, c. 6',
  'limit/silent-political-body': 'L. 241/1990, art. 2, c. 1; D.Lgs. 267/2000 (TUEL), art. 48, c. 2',
  'limit/silent-act': 'L. 241/1990, art. 2, c. 1',
  'limit/silent-evaluation': 'D.Lgs. 150/2009, art. 18, c. 2; Reg. (UE) 2016/679, art. 22, par. 1',
  'limit/no-substitute': 'L. 241/1990, art. 6-bis; D.P.R. 62/2013, art. 7',
  'limit/same-person': 'D.Lgs. 267/2000 (TUEL), art. 147-bis, c. 1, art. 184, c. 4; L. 241/1990, art. 6-bis',
  'limit/own-control': 'L. 241/1990, art. 6-bis; D.P.R. 62/2013, art. 7',
  'limit/results-outweighed': 'D.Lgs. 150/2009, art. 9, c. 1, lett. a',
  'limit/not-heard': 'CCNL 21/5/2018, art. 14, c. 4; CCNL 16/11/2022, art. 18; D.Lgs. 150/2009, art. 7, c. 2-bis',
} as const;

export type LimitCode = keyof typeof laws;

/** Where the law sets a limit; null: the code is of another kind. */
export function lawOf(code: string): string | null {
  return Object.hasOwn(laws, code) ? laws[code as LimitCode] : null;
}
