export const steps = ['body', 'calendar', 'offices', 'people', 'plan', 'done'] as const;

export type SetupStep = (typeof steps)[number];

export const isStep = (text: string | undefined): text is SetupStep =>
  text !== undefined && (steps as readonly string[]).includes(text);

export function after(step: SetupStep): SetupStep {
  return steps[steps.indexOf(step) + 1] ?? 'done';
}

export function before(step: SetupStep): SetupStep | null {
  return steps[steps.indexOf(step) - 1] ?? null;
}

export const toSetup = (step: SetupStep) => `/setup/${step}`;
