import type { many as italian } from '../it/many.js';
import type { Same } from '../same.js';

export const many: Same<typeof italian> = {
  several: 'Several at once',
  one: 'One at a time',
  all: 'Choose all ({{count}})',
  noneChosen: 'Choose at least one.',
  approve_zero: 'Approve the chosen ones',
  approve_one: 'Approve the chosen one',
  approve_other: 'Approve the {{count}} chosen',
  acknowledge_zero: 'Acknowledge the chosen ones',
  acknowledge_one: 'Acknowledge the chosen one',
  acknowledge_other: 'Acknowledge the {{count}} chosen',
  assign_zero: 'Assign the chosen ones to their areas',
  assign_one: 'Assign the chosen one to its area',
  assign_other: 'Assign the {{count}} chosen, each to its area',
  remind_zero: 'Remind the chosen offices',
  remind_one: 'Remind one office',
  remind_other: 'Remind {{count}} offices',
  actHint: 'where the step takes one',
  done_one: '{{done}} of {{count}} done.',
  done_other: '{{done}} of {{count}} done.',
  were_one: 'Done:',
  were_other: '{{count}} done:',
  refused_one: 'Not done, with its reason; it stays chosen and can be tried again:',
  refused_other: '{{count}} not done, with their reasons; they stay chosen and can be tried again:',
};
