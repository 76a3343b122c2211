import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '#contract';
import { createInstance, type TFunction } from 'i18next';
import { eventTitle } from '../features/events/event-words.js';
import { english } from './en/index.js';
import { englishOffice } from './en/office/index.js';
import { formatsOf } from './formats.js';
import { italian } from './it/index.js';
import { italianOffice } from './it/office/index.js';

const words = {
  it: {
    words: {
      ...italian,
      ...italianOffice,
      event: { ...italian.event, ...italianOffice.event },
      variation: { ...italian.variation, ...italianOffice.variation },
    },
  },
  en: {
    words: {
      ...english,
      ...englishOffice,
      event: { ...english.event, ...englishOffice.event },
      variation: { ...english.variation, ...englishOffice.variation },
    },
  },
};

/** The type of every event that the rules or the accounts ever wrote, and the kinds of fact of an approval. */
const { types, facts } = written();

describe('what is looked up by a name of the log has words', () => {
  it.each(['it', 'en'] as const)('given every type of event, in %s', async (lng) => {
    const instance = createInstance();
    await instance.init({ lng, defaultNS: 'words', resources: words, showSupportNotice: false });
    const telling = { t: instance.t as TFunction<'words'>, formats: formatsOf(lng), nameOf: () => '–' };
    expect(types.length).toBeGreaterThan(80);
    const other = telling.t('event.other', { name: '' });
    const silent = types.filter((type) => titleOf(type, telling).startsWith(other));
    expect(silent).toEqual([]);
  });

  it('given every kind of fact of an approval', () => {
    expect(facts).toContain('voted');
    expect(facts.filter((kind) => !Object.hasOwn(words.it.words.event.approval, kind))).toEqual([]);
  });

  it('given every relation that an act may have', () => {
    const { relation } = routes.relateAct.body.shape;
    const told = Object.keys(words.it.words.acts.relations);
    expect(told).toEqual(expect.arrayContaining(relation.options));
  });
});

function titleOf(type: string, telling: Parameters<typeof eventTitle>[1]): string {
  const definition = { name: { it: 'x', en: 'x' }, version: 1 };
  return eventTitle({ type, data: { fact: { kind: 'voted' }, definition } }, telling);
}

function written() {
  const root = join(process.cwd(), 'libs');
  const sources = ['domain', 'auth'].flatMap((lib) =>
    readdirSync(join(root, lib, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('testing'))
      .map((file) => readFileSync(join(root, lib, 'src', file), 'utf8')),
  );
  const found = (pattern: RegExp, among: readonly string[]) => [
    ...new Set(among.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name))),
  ];
  return {
    types: found(/'([a-z]+\.[a-z-]+\.v\d+)'/g, sources),
    facts: found(/readonly kind: '([a-z-]+)'/g, [readFileSync(join(root, 'domain/src/approval/facts.ts'), 'utf8')]),
  };
}
