import { subjectNames, type ApprovalSubject, type Label } from '#domain';

/** What a control is of, as the proof calls it. */
export const controlNames: Readonly<Record<ApprovalSubject | 'organisation', Label>> = {
  ...subjectNames,
  organisation: { it: 'Ufficio', en: 'Office' },
};
