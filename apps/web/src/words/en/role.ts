import type { role as italian } from '../it/role.js';
import type { Same } from '../same.js';

export const role: Same<typeof italian> = {
  amministratore: 'administers the system',
  segretario: 'assigns, verifies, closes',
  vicesegretario: 'stands in for the Segretario',
  responsabile: 'answers for objectives',
  nucleo: 'certifies and gives degrees',
  giunta: 'approves by act',
  personale: 'computes and liquidates premiums',
  revisore: 'audits the trail',
};
