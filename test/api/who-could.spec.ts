import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { romeDayOf, type WorkflowDefinition } from '#domain';
import { lifecycleInForce } from '../../apps/api/src/objectives/lifecycle-in-force.js';
import { readWorkflowFile } from '../../apps/api/src/workflow/read-workflow-file.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { clientOf, type Client } from '../support/client.js';
import { PASSWORD } from '../support/people.js';
import { outlastingPlan } from '../support/small-plan.js';
import { accepted, FINANZIARIA, givenInForce } from '../support/story.js';

interface Told {
  readonly route: string;
  readonly may: boolean;
  readonly refusal: Refused | null;
  readonly whoCould: WhoCould | null;
}

interface Refused {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly facts: Readonly<Record<string, string | undefined>>;
}

interface WhoCould {
  readonly roles: readonly string[];
  readonly offices: readonly string[];
  readonly people: readonly { readonly person: string; readonly name: string | null; readonly office: string }[];
}

interface Worker {
  readonly user: string;
  readonly office: string;
  readonly roles: readonly string[];
  readonly client: Client;
}

interface Entry {
  readonly user: string;
  readonly office?: string;
  readonly roles: readonly string[];
}

const SHARE = 'shareId=1.1.1-finanziaria';
const heads = [
  { user: 'finanziaria', roles: ['responsabile'] },
  { user: 'polizia-locale', roles: ['responsabile'] },
];

/** Refused so, it is another's: whoever a sentence names is not. */
const FOR_OTHERS = /^permission\/|^lifecycle\/not-yours$/;

/** Whether the sentence of such a refusal says that it is for somebody, by their office or by their role. */
function isToldFor({ code, facts }: Refused, { office, roles }: Worker): boolean {
  const listed = (ids = '') => ids.split(', ');
  if (!FOR_OTHERS.test(code)) return false;
  return (
    listed(facts['offices']).includes(office) ||
    listed(facts['who']).includes(office) ||
    listed(facts['roles']).some((role) => roles.includes(role))
  );
}

/** Where it differs from body to body. */
const PARTLY = /nobody has yet|after the step/;

const bodies = [
  ['the town', 'apps/api/workflows/comune.yaml', 'examples/comune/organisation.yaml', /./],
  ['the union', 'examples/unione/workflow.yaml', 'examples/unione/organisation.yaml', PARTLY],
  ['the province', 'examples/provincia/workflow.yaml', 'examples/provincia/organisation.yaml', PARTLY],
] as const;

describe.each(bodies)('who could, in %s', (_, file, organisation, looked) => {
  let api: TestApi;
  let workers: readonly Worker[];
  const definition: WorkflowDefinition = readWorkflowFile(file);

  beforeAll(async () => {
    api = await startTestApi({ workflow: file });
    const [kind] = definition.chains.plan?.steps.at(-1)?.act?.kinds ?? [];
    await givenInForce(api, lifecycleInForce(definition), outlastingPlan, kind);
    const { accounts } = parse(readFileSync(organisation, 'utf8')) as { accounts: readonly Entry[] };
    const known = new Set(definition.offices.map(({ id }) => id));
    // the other heads of area are as these two
    const entries = accounts.filter(
      ({ user, office = user, roles }) => known.has(office) || !roles.includes('responsabile'),
    );
    const areas = heads.filter(({ user }) => !entries.some((entry) => entry.user === user));
    workers = await Promise.all([...entries, ...areas].map((entry) => working(entry)));
  });
  afterAll(() => api.close());

  const working = async ({ user, office = user, roles }: Entry): Promise<Worker> => {
    const created = await api.operator.post('/api/v1/accounts', {
      user,
      name: user,
      password: PASSWORD,
      office,
      roles,
    });
    // the tests' own Segretario is there already
    if (created.status !== 201 && created.status !== 409) throw new Error(JSON.stringify(created.body));
    const { token } = accepted(await api.anyone.post('/api/v1/sessions', { user, password: PASSWORD }));
    return { user, office, roles, client: clientOf(() => api.url, String(token)) };
  };

  const toldTo = async ({ client }: Worker, query = SHARE): Promise<readonly Told[]> =>
    accepted(await client.get(`/api/v1/objectives/2022-1.1.1/permissions?${query}`))['commands'] as readonly Told[];

  /** Of each command everybody is asked; what each is told of the others is held against what those are told, and is alike. */
  const faults = async (query?: string): Promise<readonly string[]> => {
    const told = await Promise.all(workers.map(async (worker) => ({ worker, commands: await toldTo(worker, query) })));
    return told.flatMap(({ worker, commands }) =>
      commands.flatMap(({ route, refusal, whoCould }, index) => {
        const others = told.map(({ worker: other, commands: theirs }) => ({ other, theirs: theirs[index] }));
        const able = others.flatMap(({ other, theirs }) => (theirs?.may === true ? [other] : []));
        if (whoCould === null || refusal === null) return [];
        const wrong = whoCould.roles.filter((role) =>
          others.some(({ other, theirs }) => other.roles.includes(role) && theirs?.may !== true),
        );
        const elsewhere = others.flatMap(({ theirs }) => (theirs?.whoCould ? [sorted(theirs.whoCould.roles)] : []));
        const alike = new Set(elsewhere.map((roles) => roles.join(', '))).size;
        const named = [whoCould.people.map(({ office }) => office), whoCould.offices].map((offices) => sorted(offices));
        const really = [able.map(({ office }) => office), [...new Set(able.map(({ office }) => office))]].map(sorted);
        const isSame = JSON.stringify(named) === JSON.stringify(really);
        return isSame && wrong.length === 0 && alike === 1
          ? []
          : [
              `${route}, asked by ${worker.user} (${refusal.code}): ${JSON.stringify({ whoCould, really, wrong, alike })}`,
            ];
      }),
    );
  };

  /** Whom the sentences name, held against what those are told: an office with nobody in it may be named, and waits. */
  const untrue = async (query?: string): Promise<readonly string[]> => {
    const told = await Promise.all(workers.map(async (worker) => ({ worker, commands: await toldTo(worker, query) })));
    return told.flatMap(({ worker, commands }) =>
      commands.flatMap(({ route, refusal }, index) => {
        if (refusal === null) return [];
        const code = ({ commands: theirs }: (typeof told)[number]) => theirs[index]?.refusal?.code ?? '';
        const wrong = told.filter((one) => isToldFor(refusal, one.worker) && FOR_OTHERS.test(code(one)));
        const said = `${route}, asked by ${worker.user}: «${refusal.detail}»`;
        return wrong.map((one) => `${said}, but ${one.worker.user} is told ${code(one)}`);
      }),
    );
  };

  /** Whoever is named for it does it. */
  const doneBy = async (route: string, path: string, body: object = {}): Promise<void> => {
    const onlooker = workers.find(({ roles }) => roles.includes('amministratore'));
    const asked = onlooker && (await toldTo(onlooker)).find((told) => told.route === route);
    const [named] = asked?.whoCould?.people ?? [];
    const worker =
      workers.find(({ user }) => user === named?.name) ?? workers.find(({ office }) => office === named?.office);
    if (worker === undefined) throw new Error(`Nobody could ${route}: ${JSON.stringify(asked)}`);
    accepted(await worker.client.command(`${FINANZIARIA}/${path}`, body));
  };

  const today = romeDayOf(new Date().toISOString());
  const actFor = (verb: string) => {
    const kinds = definition.objective.transitions.find((one) => one.verb === verb)?.act?.kinds;
    return kinds === undefined ? null : { kind: kinds[0], number: '7', date: today };
  };

  const measurements = [{ indicatorId: '1.1.1-i1', value: '85%' }];
  const steps = definition.chains.rendicontazione?.steps ?? [];
  const approved = async ({ id, act, agreement }: (typeof steps)[number]) => {
    const cited = act === null ? null : { kind: act.kinds[0], number: '8', date: today };
    const votes = agreement.kind === 'quorum' ? agreement.count : 1;
    for (let vote = 0; vote < votes; vote++) {
      await doneBy('approveRendicontazione', 'rendicontazione/approval', { step: id, note: '', act: cited });
    }
  };
  const way: readonly (readonly [string, () => Promise<void>])[] = [
    ['that nobody has yet', async () => undefined],
    ['that was assigned', () => doneBy('assign', 'assignment', { office: 'finanziaria', act: actFor('assign') })],
    ['under way', () => doneBy('acknowledge', 'acknowledgement')],
    [
      'at rest without an act',
      () => doneBy('suspend', 'suspension', { reason: 'frana', from: today, until: today, act: null }),
    ],
    [
      'that is reported on',
      async () => {
        await doneBy('ratifySuspension', 'suspension/ratification', { act: actFor('suspend') });
        await doneBy('resume', 'resumption', { reason: 'si riprende', act: actFor('resume') });
        await doneBy('submitRendicontazione', 'rendicontazione', { measurements, selfDegree: '90', note: '' });
      },
    ],
    ...steps.map((step) => [`after the step ${step.id}`, () => approved(step)] as const),
    ['with a degree', () => doneBy('score', 'score', { degree: '90', reason: '' })],
    ['that is definitive', () => doneBy('makeDefinitive', 'definitive', { note: '' })],
  ];

  it.each(way)('given a share %s, then who is named is not refused, and who is not is', async (place, happen) => {
    await happen();
    expect(looked.test(place) ? await faults() : []).toEqual([]);
    expect(looked.test(place) ? await untrue() : []).toEqual([]);
  });

  it('given somebody who stands in for an office, then they are named as that office, in whose place', async () => {
    const [head, segretario] = ['polizia-locale', 'segretario-generale'].map((user) =>
      workers.find((one) => one.user === user),
    );
    if (head === undefined || segretario === undefined) throw new Error('The body has neither.');
    const delegation = {
      kind: 'sostituzione',
      office: segretario.office,
      person: head.user,
      from: today,
      until: today,
    };
    accepted(await segretario.client.command('/api/v1/organisation/delegations', delegation));
    const reopening = { reason: 'errore di calcolo', act: { ...actFor('reopen'), number: '99' } };
    const path = `${FINANZIARIA}/reopening?dryRun=true`;
    const onlooker = workers.find(({ roles }) => roles.includes('amministratore'));
    const asked = await onlooker?.client.post(path, reopening);
    const whoCould = (asked?.body as { readonly whoCould?: WhoCould } | undefined)?.whoCould;
    const standIn = { name: 'polizia-locale', office: 'segretario-generale', onBehalfOf: expect.any(String) };
    expect(whoCould?.people).toContainEqual(expect.objectContaining(standIn));
    const asOffice = { 'traguardo-office': 'segretario-generale' };
    expect(await head.client.post(path, reopening, asOffice)).toMatchObject({ status: 200 });
    expect(await head.client.post(path, reopening)).toMatchObject({ status: 403, body: { whoCould } });
  });

  it('given a share of an office whose holder heads no area, then they and nobody else are named for it, and do it', async () => {
    const personnel = definition.offices.find((one) => one.function === 'personnel')?.id;
    const holder = workers.find(({ office, roles }) => office === personnel && !roles.includes('responsabile'));
    const onlooker = workers.find(({ roles }) => roles.includes('amministratore'));
    if (holder === undefined || onlooker === undefined) throw new Error('The body has neither.');
    const share = '1.1.1-polizia-locale';
    const query = `shareId=${share}`;
    const could = async (route: string) =>
      (await toldTo(onlooker, query))
        .find((told) => told.route === route)
        ?.whoCould?.people.map(({ office }) => office);
    const address = `/api/v1/objectives/2022-1.1.1/shares/${share}`;
    const assignment = { office: holder.office, act: actFor('assign') };
    const [assigner] = (await could('assign')) ?? [];
    const giver = workers.find(({ office }) => office === assigner);
    if (giver === undefined) throw new Error('Nobody could assign it.');
    accepted(await giver.client.command(`${address}/assignment`, assignment));
    const own = [
      ['acknowledge', 'acknowledgement', {}],
      ['reportProgress', 'progress', { value: '10', note: 'avviato' }],
    ] as const;
    for (const [route, path, body] of own) {
      expect(await faults(query)).toEqual([]);
      expect(await could(route)).toEqual([holder.office]);
      accepted(await holder.client.command(`${address}/${path}`, body));
    }
    expect(await could('submitRendicontazione')).toEqual([holder.office]);
    expect(await faults(query)).toEqual([]);
  });

  it('given the objective as a whole, then of proposing, validating and closing it is told so too', async () => {
    for (const action of ['propose', 'return-proposal', 'validate', 'close']) {
      expect(await faults(`action=objective.${action}`)).toEqual([]);
      expect(await untrue(`action=objective.${action}`)).toEqual([]);
    }
  });
});

function sorted(texts: readonly string[]): readonly string[] {
  return texts.toSorted();
}
