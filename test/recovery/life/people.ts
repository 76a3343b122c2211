import type { Staff } from '#domain';
import { example, exampleStaff } from '#domain/testing';

// Who lives through it: each office is held by one person, the Nucleo by two.

export type Office = 'affari-generali' | 'tributi' | 'segretario' | 'vicesegretario' | 'nucleo' | 'giunta';

const offices = {
  head: 'affari-generali',
  taxes: 'tributi',
  segretario: 'segretario',
  vice: 'vicesegretario',
  nucleo: 'nucleo',
  second: 'nucleo',
  giunta: 'giunta',
} as const satisfies Record<string, Office>;

export type Person = keyof typeof offices;
export const everybody = Object.keys(offices) as readonly Person[];

export function officeOf(person: Person): Office {
  return offices[person];
}

export function actor(person: Person) {
  return { id: `u-${person}`, office: officeOf(person) };
}

export const staff: Staff = {
  ...exampleStaff,
  tenures: [
    ...example.roles.tenures,
    { person: 'u-second', office: 'nucleo', roles: ['nucleo'], from: '2022-01-01', to: null, act: null },
    { person: 'u-taxes', office: 'tributi', roles: ['responsabile'], from: '2022-01-01', to: null, act: null },
  ],
};
