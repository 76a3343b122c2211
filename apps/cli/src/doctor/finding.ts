/** What one look has found. A warning is for the coming days, a problem for now. */
export interface Finding {
  /** What was looked at: `disk`, `log`, … */
  readonly check: string;
  readonly level: 'ok' | 'warning' | 'problem';
  /** What is so, and where something is wrong, what to do. */
  readonly message: string;
}

export const ok = (check: string, message: string): Finding => ({ check, level: 'ok', message });
export const warning = (check: string, message: string): Finding => ({ check, level: 'warning', message });
export const problem = (check: string, message: string): Finding => ({ check, level: 'problem', message });
