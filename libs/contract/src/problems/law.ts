import { separationRules, type RefusalCode } from '#domain';
import type { Facts } from './problem-text.js';

const laws = {
  'plan/not-drafted': 'D.Lgs. 150/2009, art. 10, c. 1, lett. a',
  'plan/not-approved': 'D.Lgs. 150/2009, art. 10, c. 1, lett. a',
  'plan/not-in-force': 'D.Lgs. 150/2009, art. 10, c. 1, lett. a',
  'plan/objectives-open': 'D.Lgs. 150/2009, art. 10, c. 1, lett. b',
  'objective/not-assigned': 'D.Lgs. 267/2000 (TUEL), art. 107, c. 6, art. 109, c. 2',
  'objective/office-decides': 'D.Lgs. 267/2000 (TUEL), art. 107, c. 1; D.Lgs. 165/2001, art. 4',
  'objective/last-judge': 'L. 241/1990, art. 6-bis',
  'objective/nobody-left': 'L. 241/1990, art. 6-bis',
  'objective/not-your-share': 'D.Lgs. 267/2000 (TUEL), art. 107, c. 6, art. 109, c. 2',
  'approval/own-report': 'L. 241/1990, art. 6-bis; D.P.R. 62/2013, art. 7',
  'approval/no-substitute': 'L. 241/1990, art. 6-bis; D.P.R. 62/2013, art. 7',
  'approval/nobody-at-step': 'L. 241/1990, art. 6-bis; D.P.R. 62/2013, art. 7',
  'objective/not-scored': 'D.Lgs. 150/2009, art. 14, c. 6',
  'premium/signer-is-paid': 'D.P.R. 62/2013, art. 7',
  'premium/nobody-at-step': 'D.P.R. 62/2013, art. 7',
  'premium/plan-not-approved': 'D.Lgs. 150/2009, art. 10, c. 5',
  'premium/not-proposed': 'D.Lgs. 267/2000 (TUEL), art. 184',
  'premium/not-authorised': 'D.Lgs. 267/2000 (TUEL), art. 184',
} as const satisfies Partial<Record<RefusalCode | 'plan/objectives-open', string>>;

/**
 * The article behind a refusal, where the law says so; every other rule is the body's own or plain logic. Where the
 * refusal names a rule of the separation of duties, it is that rule's.
 */
export function lawOf(code: string, { rule }: Facts): string | undefined {
  const separation = Object.values(separationRules).find((one) => one.code === rule);
  return separation?.article ?? (laws as Readonly<Record<string, string | undefined>>)[code];
}
