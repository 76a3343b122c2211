import type { Act } from './act.js';
import { requestsOfBodyAct } from './body-acts.js';
import { usually, type Organisation } from './organisation.js';
import { FileInvalid } from './read-yaml.js';
import { instantInRome } from './rome.js';
import type { NamedShare, Roster } from './roster.js';
import type { BodyAct, ListedAct, Scenario } from './scenario.js';
import { documentsOf, requestOfShareAct, usualUser } from './share-acts.js';
import { weekByWeek, type SingleAct } from './weekly.js';

type ChosenAct = Extract<ListedAct, { shares: unknown }>;

/**
 * All acts of a scenario in the order of time; those of one moment in the order of the file.
 *
 * @throws FileInvalid with every act that names what the plan or the organisation has not
 */
export function expand(scenario: Scenario, roster: Roster, organisation: Organisation): readonly Act[] {
  const problems: string[] = [];
  const planId = String(scenario.year);
  const users = new Set(organisation.accounts.map(({ user }) => user));
  const complain = (place: string, problem: string): readonly [] => {
    problems.push(`${place}: ${problem}`);
    return [];
  };

  const acts = [
    ...scenario.acts.flatMap((act, index) =>
      'shares' in act ? onChosen(act, `acts.${index}`) : ofBody(act, `acts.${index}`),
    ),
    ...Object.entries(scenario.objectives).flatMap(([objectiveId, shares]) =>
      Object.entries(shares).flatMap(([letters, own]) => {
        const share = roster.share(`${objectiveId}/${letters}`);
        const place = `objectives.${objectiveId}.${letters}`;
        if (share === undefined) return complain(place, 'the plan has no such share');
        return own.flatMap((act, index) =>
          weekByWeek(act).flatMap(([suffix, single]) => onShare(single, share, `${place}.${index}${suffix}`)),
        );
      }),
    ),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  if (problems.length > 0) throw new FileInvalid(`scenario-${planId}.yaml`, problems);
  return acts;

  function ofBody(act: BodyAct, place: string): readonly Act[] {
    const requests = requestsOfBodyAct(act, planId, roster, organisation);
    if ('problem' in requests) return complain(place, requests.problem);
    return requests.flatMap(({ suffix, role = '', user = usually(organisation, role), ...request }) =>
      dated(act, `${place}${suffix}`, { ...request, user, documents: [] }),
    );
  }

  function onChosen({ shares, except, ...act }: ChosenAct, place: string): readonly Act[] {
    for (const name of [...(shares === 'all' ? [] : shares), ...except]) {
      if (!roster.shares.some((share) => isCalled(share, name))) complain(place, `the plan has no share ${name}`);
    }
    return roster.shares
      .filter((share) => shares === 'all' || shares.some((name) => isCalled(share, name)))
      .filter((share) => !except.some((name) => isCalled(share, name)))
      .flatMap((share) =>
        weekByWeek(act).flatMap(([suffix, single]) => onShare(single, share, `${place}/${share.name}${suffix}`)),
      );
  }

  function onShare(act: SingleAct, share: NamedShare, place: string): readonly Act[] {
    const request = requestOfShareAct(act, share, place);
    if ('problem' in request) return complain(place, request.problem);
    const path = `/objectives/${planId}-${share.objective.id}/shares/${share.shareId}/${request.path}`;
    const documents = documentsOf(act);
    return dated(act, place, { user: usualUser(act, share, organisation), path, body: request.body, documents });
  }

  function dated(
    { on, by, expect }: Pick<SingleAct, 'on' | 'by' | 'expect'>,
    key: string,
    { user: usual, ...request }: Pick<Act, 'user' | 'path' | 'body' | 'documents'>,
  ): readonly Act[] {
    const user = by ?? usual;
    if (!users.has(user)) return complain(key, `nobody is called ${user}`);
    return [{ key, at: momentOf(on), user, ...request, expect: expect ?? null }];
  }
}

/** The instant of a moment as the scenario writes it; a day alone is nine in the morning. */
export function momentOf(on: string): string {
  return instantInRome(on.slice(0, 10), on.slice(11) || '09:00');
}

/** A share answers to its own name, its objective's, and its area's letters. */
function isCalled({ name, objective }: NamedShare, wanted: string): boolean {
  const [, letters = ''] = /\/([A-Z]+)/.exec(name) ?? [];
  return wanted === name || wanted === objective.id || wanted === letters;
}
