/** Of a plan, what is looked at here. */
interface Plan {
  readonly missions: readonly {
    readonly strategicObjectives: readonly { readonly objectives: readonly OfPlan[] }[];
  }[];
}

interface OfPlan {
  readonly objectiveId: string;
  readonly title: string;
  readonly shares: readonly {
    readonly shareId: string;
    readonly areaId: string;
    readonly office: string | null;
    readonly status: string;
  }[];
}

function sharesOf({ missions }: Plan) {
  return missions.flatMap(({ strategicObjectives }) =>
    strategicObjectives.flatMap(({ objectives }) =>
      objectives.flatMap(({ objectiveId, title, shares }) => shares.map((share) => ({ objectiveId, title, ...share }))),
    ),
  );
}

/** Shares that no office was given yet. */
export function unassigned(plan: Plan) {
  return sharesOf(plan).filter(({ status }) => status === 'defined');
}

const AT_WORK: ReadonlySet<string> = new Set(['assigned', 'acknowledged', 'in-progress', 'rendicontazione-returned']);

/** Offices that have something left to do, each with its shares. */
export function openByOffice(plan: Plan) {
  const open = sharesOf(plan).filter(({ office, status }) => office !== null && AT_WORK.has(status));
  return [...new Set(open.flatMap(({ office }) => office ?? []))].map((office) => ({
    office,
    shares: open
      .filter((share) => share.office === office)
      .map(({ objectiveId, shareId, title }) => ({ objectiveId, shareId, title })),
  }));
}

/** What each office is reminded of: its open shares but those that are left out; nobody of none. */
export function remindersWithout(leftOut: ReadonlySet<string>, offices: ReturnType<typeof openByOffice>) {
  return offices
    .map(({ office, shares }) => ({
      office,
      shares: shares
        .filter(({ shareId }) => !leftOut.has(shareId))
        .map(({ objectiveId, shareId }) => ({ objectiveId, shareId })),
    }))
    .filter(({ shares }) => shares.length > 0);
}
