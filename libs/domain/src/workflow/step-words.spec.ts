import type { Agreement, TimeoutAction } from './chain-definition.js';
import { membersOf } from './members-of.js';
import { agreementInWords, timeoutsInWords } from './step-words.js';

const oiv = { name: 'OIV', office: 'oiv', members: 3 };
const sg = { name: 'Segretario', office: 'segretario', members: 1 };
const head = { name: 'capo dell’area', office: null, members: null };
const one = { kind: 'one' } as const;

describe('a step in words', () => {
  it.each<[string, Agreement, readonly (typeof oiv | typeof head)[]]>([
    ['Segretario o OIV', one, [sg, oiv]],
    ['tutti: Segretario, OIV', { kind: 'all', of: 'offices' }, [sg, oiv]],
    ['tutti i componenti: OIV', { kind: 'all', of: 'members' }, [oiv]],
    ['2 di 3: OIV', { kind: 'quorum', count: 2 }, [oiv]],
    ['2 di 4: Segretario, OIV', { kind: 'quorum', count: 2 }, [sg, oiv]],
    ['2 di: OIV, capo dell’area', { kind: 'quorum', count: 2 }, [oiv, head]],
    ['2 di: capo dell’area, OIV', { kind: 'quorum', count: 2 }, [head, oiv]],
    [
      'peso almeno 3: OIV (3), capo dell’area, Segretario (0)',
      { kind: 'weighted', threshold: 3, weights: { oiv: 3 } },
      [oiv, head, sg],
    ],
    [
      'peso almeno 3: Segretario (2), OIV (1)',
      { kind: 'weighted', threshold: 3, weights: { segretario: 2, oiv: 1 } },
      [sg, oiv],
    ],
  ])('says who must agree: %s', (words, agreement, who) => {
    expect(agreementInWords({ agreement, order: 'parallel' }, who, 'it')).toBe(words);
  });

  it('says that they follow one another', () => {
    const step = { agreement: { kind: 'all', of: 'offices' }, order: 'in-order' } as const;
    expect(agreementInWords(step, [sg, oiv], 'en')).toBe('all: Segretario, OIV, one after the other');
    expect(agreementInWords({ ...step, agreement: one }, [sg], 'en')).toBe('Segretario');
  });

  it('says what happens on each time-out, and on which day: only a reminder comes before the term is over', () => {
    const ladder: readonly TimeoutAction[] = [
      { after: 0, do: 'remind' },
      { after: 2, do: 'escalate', to: { office: 'giunta' } },
      { after: 5, do: 'substitute', by: { office: 'vicesegretario' } },
    ];
    const named = (who: object) => ('office' in who ? String(who.office) : '');
    expect(timeoutsInWords(ladder, named, 'it')).toBe(
      'senza risposta: sollecito (ultimo giorno), decide anche giunta (+2), decide in sua vece vicesegretario (+5)',
    );
    expect(timeoutsInWords([{ after: 0, do: 'approve-silently' }], named, 'en')).toBe(
      'unanswered: silent approval (+1)',
    );
    expect(timeoutsInWords([{ after: -2, do: 'remind' }], named, 'it')).toBe('senza risposta: sollecito (-2)');
    expect(timeoutsInWords([], named, 'it')).toBeNull();
  });

  it('counts who sits in an office, as far as the definition says', () => {
    const offices = [
      { id: 'oiv', function: 'evaluation-body', members: 3 },
      { id: 'sg', function: 'segretario' },
      { id: 'giunta', function: 'political-body' },
    ] as const;
    expect(['oiv', 'sg', 'giunta', 'x'].map((id) => membersOf(id, offices))).toEqual([3, 1, null, null]);
  });
});
