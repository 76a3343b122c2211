import { approvalSubjects, subjectNames, type ApprovalSubject, type Label } from '#domain';

/** What a control may be of: what is approved, or a tenure. */
export const controlSubjects = [...approvalSubjects, 'organisation'] as const;

/** What a control is of, as the proof calls it. */
export const controlNames: Readonly<Record<ApprovalSubject | 'organisation', Label>> = {
  ...subjectNames,
  organisation: { it: 'Ufficio', en: 'Office' },
};
