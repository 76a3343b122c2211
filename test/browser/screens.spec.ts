import { randomUUID } from 'node:crypto';
import { atTheFrontDoor } from './at-the-front-door.js';
import { italian } from '../../apps/web/src/words/it/index.js';
import { italianOffice } from '../../apps/web/src/words/it/office/index.js';
import { DESK, PHONE, type Person } from './person/person.js';

const door = atTheFrontDoor();

/** Every screen there is, by who looks at it. */
const screens = {
  nobody: ['/#/', '/#/forgotten', '/#/password/none'],
  'lavori-pubblici': [
    '/#/',
    '/#/dashboard',
    '/#/objectives',
    '/#/objectives/2022-5.3.1',
    '/#/objectives/2022-5.3.1/shares/5.3.1-lavori-pubblici/progress',
    '/#/objectives/2022-20.2.1/shares/20.2.1-lavori-pubblici/rendicontazione',
    '/#/objectives/2022-6.1.1/shares/6.1.1-lavori-pubblici-2/acknowledgement',
    '/#/objectives/2022-5.3.1/shares/5.3.1-polizia-locale/approval',
    '/#/objectives/2022-5.3.1/shares/5.3.1-polizia-locale/suspension',
    '/#/approvals',
    '/#/approvals/objective~2022-9.1.98~objective',
    '/#/objectives/2022-9.1.98/proposal',
    '/#/workflow?objective=2022-5.3.1&share=5.3.1-lavori-pubblici',
    '/#/plans',
    '/#/plans/2022',
    '/#/plans/2022/table',
    '/#/plans/2022/variation',
    '/#/variations',
    '/#/evaluations',
    '/#/objectives/2022-5.3.1/variation',
    '/#/premiums',
    '/#/account',
    '/#/acts',
    '/#/acts/new?kind=DGC&number=54&date=2022-03-14',
    '/#/organisation',
    '/#/nowhere',
  ],
  personale: ['/#/premiums/new', '/#/evaluations'],
  'segretario-generale': ['/#/approvals/objective~2022-9.1.99~objective', '/#/acts/2022-dgc-301'],
  revisore: ['/#/audit-trail', '/#/separation-checks'],
  admin: [
    '/#/administration',
    '/#/administration/people/new',
    '/#/administration/people/file',
    '/#/organisation',
    '/#/workflow',
    '/#/administration/body',
    '/#/administration/system',
    '/#/plan-import',
    '/#/setup/body',
    '/#/setup/calendar',
    '/#/setup/offices',
    '/#/setup/people',
    '/#/setup/plan',
    '/#/setup/done',
  ],
} as const;

const PROPOSAL = {
  mission: 9,
  strategicObjective: 1,
  title: 'Riordino della segnaletica',
  shares: [{ id: '9.1.99-lavori-pubblici', areaId: 'lavori-pubblici', weight: '1' }],
  indicators: [
    {
      id: 'i1',
      shareIds: ['9.1.99-lavori-pubblici'],
      text: 'Cartelli sostituiti',
      target: { comparison: 'at-least', value: '80', unit: '%' },
    },
  ],
  // a Sunday: the lint finds it
  deadlines: [{ id: 'd1', shareIds: ['9.1.99-lavori-pubblici'], text: 'Fine lavori', kind: 'fixed', on: '2022-12-25' }],
  horizon: '2022-12-31',
};

/** The same under another number. */
function numbered(number: string): object {
  return JSON.parse(
    JSON.stringify(PROPOSAL).replaceAll('9.1.99-lavori-pubblici', `${number}-lavori-pubblici`),
  ) as object;
}

const ACT = { act: { kind: 'DGC', number: '301', date: '2022-09-30' }, organ: 'Giunta comunale', title: 'Segnaletica' };

/** What the demonstration's days have not brought: a proposal in which something was found, and an act that was corrected. */
beforeAll(async () => {
  const ask = (path: string, token: string, body?: object) =>
    fetch(`${door.stack.address}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(token !== '' && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const send = async (path: string, token: string, body: object) => {
    const answer = await ask(path, token, body);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { readonly token: string; readonly position: string };
  };
  const tokenOf = async (user: string) =>
    (await send('/sessions', '', { user, password: 'solo-per-dimostrazione', as: 'token' })).token;
  const segretario = await tokenOf('segretario-generale');
  await send('/objectives/2022-9.1.99/proposal', await tokenOf('lavori-pubblici'), PROPOSAL);
  await send('/objectives/2022-9.1.98/proposal', await tokenOf('lavori-pubblici'), numbered('9.1.98'));
  const points = ['Manca chi fornisce i cartelli'];
  await send('/approvals/objective~2022-9.1.98~objective/outcomes', segretario, {
    step: 'coerenza',
    outcome: 'return',
    points,
    returnBy: '2022-12-30',
  });
  await send('/acts', segretario, ACT);
  const corrected = { organ: ACT.organ, title: 'Segnaletica stradale', date: '2022-09-29', reason: 'era incompleto' };
  const { position } = await send('/acts/2022-dgc-301/correction', segretario, corrected);
  // on a busy machine the tables take their time
  while (!(await ask(`/acts/2022-dgc-301?minPosition=${position}`, segretario)).ok);
});

/** A word's key instead of the word, a blank that nobody filled in, or a value that is none. */
const NO_WORD = new RegExp(
  `(?<![\\w-])(?:${Object.keys({ ...italian, ...italianOffice }).join('|')})\\.[a-z][\\w-]+|\\{\\{|\\bundefined\\b|\\bNaN\\b|\\bnull\\b|\\[object`,
  'g',
);

/** What the log writes and people do not read: our own words for causes and outcomes, ids of acts, a form for days. */
const RAW = new RegExp(
  `\\b(?:${['third-party', 'upstream-area', 'change-of-law', 'force-majeure', 'correct-degree', 'not-applied'].join('|')})\\b` +
    '|\\b\\d{4}-(?:dgc|dcc|determina|decreto|delibera)-\\d+|YYYY|\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-',
  'g',
);

/** A screen that is not shown is not looked at either. */
const DENIED: readonly string[] = [italian.app.denied, 'Permission denied'];

async function faultsOf(person: Person, path: string): Promise<readonly string[]> {
  await person.open(path);
  await person.see(person.page.getByRole('heading', { level: 1 }));
  const barriers = await person.barriers();
  const text = await person.page.locator('body').innerText();
  const words = [...(text.match(NO_WORD) ?? []), ...(text.match(RAW) ?? [])];
  const title = await person.page.getByRole('heading', { level: 1 }).first().innerText();
  const wide = await person.page.evaluate<string[]>(WIDER_THAN_THE_WINDOW);
  return [
    ...barriers,
    ...(DENIED.includes(title) ? ['is denied'] : []),
    ...words.map((word) => `is no word: ${word}`),
    ...wide.map((one) => `is wider than the window: ${one}`),
    ...person.complaints(),
  ].map((fault) => `${path} ${fault}`);
}

/** Text, since it is read in the page. */
const WIDER_THAN_THE_WINDOW = `document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll('main *, header *, footer *')]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 5)
    .map((one) => one.tagName.toLowerCase() + '.' + one.className)`;

describe.each([
  { where: 'at a desk, in English', size: DESK, language: 'EN, English' },
  { where: 'on a phone, in Italian', size: PHONE, language: 'IT, Italiano' },
])('every screen $where', ({ size, language }) => {
  it.each(Object.keys(screens) as (keyof typeof screens)[])(
    'of %s is without a barrier, a missing word, a fault or anything beyond its edge',
    async (who) => {
      const person = await door.sit({ size });
      await person.open();
      await person.click(person.page.getByRole('button', { name: language }));
      if (who !== 'nobody') await person.signIn(who);
      const faults: string[] = [];
      for (const path of screens[who]) faults.push(...(await faultsOf(person, path)));
      expect(faults).toEqual([]);
    },
    300_000,
  );
});

describe('the language', () => {
  it('is changed with one click, and stays', async () => {
    const clerk = await door.sit();
    await clerk.signIn('lavori-pubblici');
    await clerk.click(clerk.page.getByRole('button', { name: 'EN, English' }));
    await clerk.see(clerk.page.getByRole('heading', { name: 'To do' }));
    expect(await clerk.page.locator('html').getAttribute('lang')).toBe('en');
    await clerk.page.reload();
    await clerk.see(clerk.page.getByRole('heading', { name: 'To do' }));
  });

  it('given a browser in English, is English from the first page on, until Italian is chosen', async () => {
    const guest = await door.sit({ language: 'en-GB' });
    await guest.open();
    await guest.see(guest.page.getByLabel('User name'));
    await guest.click(guest.page.getByRole('button', { name: 'IT, Italiano' }));
    await guest.page.reload();
    await guest.see(guest.page.getByLabel('Nome utente'));
  });
});
