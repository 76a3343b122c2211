import { tenureRoles } from '#domain';
import { allowedTo, may, permissions, type Action, type Role } from './permissions.js';

const roles = Object.keys(permissions) as Role[];
const allowed = (action: Action) => roles.filter((role) => may({ roles: [role] }, action)).toSorted();

describe('what a role may do', () => {
  it('given the audit trail, then the Segretario, the Nucleo, the auditor and the administrator may read it', () => {
    expect(allowed('audit-trail.read')).toEqual(['amministratore', 'nucleo', 'revisore', 'segretario']);
  });

  it('given the administrator, then no act on an objective is allowed', () => {
    const acts = allowedTo(['amministratore']).filter((action) => action.startsWith('objective.'));
    expect(acts).toEqual(['objective.read']);
  });

  it('given any role, then plans, objectives, the dashboard and the own inbox may be read', () => {
    for (const action of ['plan.read', 'objective.read', 'dashboard.read', 'inbox.read'] as const) {
      expect(allowed(action)).toEqual(roles.toSorted());
    }
  });

  it('given the roles that come with an office, then they are these but the administrator’s, and one that allows nothing here', () => {
    expect(tenureRoles.toSorted()).toEqual([...roles.filter((role) => role !== 'amministratore'), 'rpct'].toSorted());
  });

  it('given several roles, then what any of them allows is allowed', () => {
    expect(may({ roles: ['segretario', 'responsabile'] }, 'objective.report-progress')).toBe(true);
    expect(may({ roles: ['segretario'] }, 'objective.report-progress')).toBe(false);
  });

  it('given no role, then nothing is allowed but to read and answer one’s own evaluation', () => {
    expect(may({ roles: [] }, 'plan.read')).toBe(false);
    expect(allowedTo([])).toEqual([
      'evaluation.answer',
      'evaluation.read',
      'organisation.end-delegation',
      'session.read',
    ]);
  });
});
