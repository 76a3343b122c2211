import { waitingAt, type Approval, type ObjectiveCommand } from '#domain';
import { replay } from '../runtime/fold.js';
import { chain, headOf, segretario, staff, vice } from '../testing/example.js';
import { begun } from '../testing/stories.js';
import { approvals } from './project.js';
import { shapeOf } from './shape.js';
import { approvalTable } from './tables.js';

const OBJECTIVE = '2022-2.1.1';
const SHARE = '2.1.1-lavori';
const ON = '2023-02-20';
const AT = `${ON}T08:00:00.000Z`;

/** What waits, and for whom, after these commands on one objective. */
function waiting(...commands: readonly ObjectiveCommand[]) {
  const told = begun();
  for (const command of commands) told.objective(OBJECTIVE, command);
  const rows = replay([approvals], told.events).all(approvalTable);
  return rows.map(({ subject, shape, approval }) => {
    const who = waitingAt(approval, { ...staff, day: ON }, { patronDay: null })?.who.map(({ office }) => office);
    return { subject, who, isOfItsShape: shape === shapeOf(asKept(approval)) };
  });
}

/** As a table gives it back: the fields of each value in an order of its own. */
function asKept(approval: Approval): Approval {
  return JSON.parse(JSON.stringify(approval), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  ) as Approval;
}

describe('a justification on its way', () => {
  it('given that its share is handed to whoever should judge it, then it waits for their substitute', () => {
    const by = headOf('lavori');
    const own = { shareId: SHARE, by, at: AT };
    const given: readonly ObjectiveCommand[] = [
      { type: 'objective.assign', shareId: SHARE, office: 'lavori', by: segretario, at: '2022-06-20T08:00:00.000Z' },
      { type: 'objective.acknowledge', shareId: SHARE, by, at: '2022-06-20T08:00:00.000Z' },
      {
        type: 'objective.justify',
        ...own,
        missed: { deadlineId: 'giunta', instance: '2022-10-31' },
        justification: { reason: 'third-party', note: 'il fornitore' },
        evidence: [],
        through: { chain, workflow: null, staff: { ...staff, day: ON } },
      },
    ];
    expect(waiting(...given)).toEqual([{ subject: 'justification', who: [segretario.office], isOfItsShape: true }]);
    const handed = { type: 'objective.assign', shareId: SHARE, office: segretario.office, by: vice, at: AT } as const;
    expect(waiting(...given, handed)).toEqual([{ subject: 'justification', who: [vice.office], isOfItsShape: true }]);
  });
});
