import type { act as italian } from '../it/act.js';
import type { Same } from '../same.js';

export const act: Same<typeof italian> = {
  note: 'Note',
  actTitle: 'Act',
  actKind: 'Kind',
  actKindHint: 'For example DGC.',
  actNumber: 'Number',
  actDate: 'Date',
  actMissing: 'Kind, number and date of the act are needed.',
};
