import { eventsOf, given } from '../testing/given.js';
import { act } from './act.js';
import type { ActCommand, RelatedTo, RelationOfAct } from './messages.js';

const by = { id: 'u-segretario', office: 'segretario' };
const at = '2022-06-20T08:00:00.000Z';
const DGC_54 = { kind: 'DGC', number: '54', date: '2022-03-14' };
const file = { name: 'dgc-54.pdf', sha256: 'a'.repeat(64), mediaType: 'application/pdf', size: 10 };
const details = { organ: 'Giunta comunale', title: 'Progetti della polizia locale', effectiveFrom: '2022-03-20' };

type Register = Extract<ActCommand, { type: 'act.register' }>;
type Correct = Extract<ActCommand, { type: 'act.correct' }>;
const register = (more: Partial<Register> = {}): ActCommand => ({
  type: 'act.register',
  act: DGC_54,
  ...details,
  file: null,
  by,
  at,
  ...more,
});
const correct = (more: Partial<Correct> = {}): ActCommand => ({
  type: 'act.correct',
  date: DGC_54.date,
  ...details,
  reason: 'errore di battitura',
  by,
  at,
  ...more,
});
const attach: ActCommand = { type: 'act.attach-file', file, by, at };
const relate = (to: RelatedTo, relation: RelationOfAct = 'defines'): ActCommand => ({
  type: 'act.relate',
  relation,
  to,
  by,
  at,
});
const after = (...commands: readonly ActCommand[]) => given(act)(...eventsOf(act, ...commands));
const registered = after(register());

describe('an act that is corrected', () => {
  it('given nothing registered, when anything else is said of it, then it is refused', () => {
    for (const command of [correct(), attach, relate({ planId: '2022' })]) {
      expect(after().when(command)).toEqual({ refusal: 'act/not-registered', facts: {} });
    }
    expect(after().state).toEqual({ act: null, details: null, file: null, relations: [] });
  });

  it('given a file that is not the act’s, then a correction puts another in its place, and attaching one does not', () => {
    const wrong = after(register({ file }));
    const right = { ...file, name: 'dgc-54-firmata.pdf', sha256: 'b'.repeat(64) };
    expect(wrong.when({ ...attach, file: right } as ActCommand)).toMatchObject({ refusal: 'act/has-another-file' });
    const told = { ...details, date: DGC_54.date, reason: 'errore di battitura' };
    expect(wrong.when(correct({ file: right }))).toEqual({
      events: [{ type: 'act.corrected.v1', data: { ...told, file: right } }],
    });
    const corrected = after(register({ file }), correct({ file: right }));
    expect(corrected.state.file).toEqual(right);
    expect(corrected.when(correct({ file: right }))).toEqual({ events: [] });
    expect(after(register({ file }), correct({ title: 'Progetti' })).state.file).toEqual(file);
  });

  it('given blanks around its title and organ, then they are not kept', () => {
    const blank = { organ: ' Giunta comunale ', title: ' Progetti della polizia locale ' };
    expect(after(register(blank)).state.details).toEqual(details);
    expect(registered.when(register(blank))).toEqual({ events: [] });
  });

  it.each<[string, Partial<Correct>]>([
    ['title', { title: 'Progetti' }],
    ['organ', { organ: 'Giunta' }],
    ['day of effect', { effectiveFrom: null }],
    ['date', { date: '2022-03-15' }],
  ])('given another %s alone, when corrected, then that is told with its reason, and the act is so', (_, fields) => {
    const { date = DGC_54.date, ...others } = fields;
    const told = { ...details, ...others };
    expect(registered.when(correct(fields))).toEqual({
      events: [{ type: 'act.corrected.v1', data: { ...told, date, reason: 'errore di battitura' } }],
    });
    const corrected = after(register(), correct(fields));
    expect(corrected.state).toEqual({ act: { ...DGC_54, date }, details: told, file: null, relations: [] });
    expect(corrected.when(correct(fields))).toEqual({ events: [] });
    expect(registered.when({ ...register({ act: { ...DGC_54, date } }), ...others } as ActCommand)).toMatchObject({
      refusal: 'act/already-registered',
    });
  });

  it.each<[string, Partial<Correct>, object]>([
    ['no reason', { reason: ' ' }, { refusal: 'value/text-missing', facts: { field: 'reason' } }],
    ['no title', { title: '' }, { refusal: 'value/text-missing', facts: { field: 'title' } }],
    ['no organ', { organ: '' }, { refusal: 'value/text-missing', facts: { field: 'organ' } }],
    ['a day that is none', { effectiveFrom: '2022-02-30' }, { refusal: 'value/not-a-date' }],
    ['a date to come', { date: '2022-06-21' }, { refusal: 'act/dated-in-future' }],
    [
      'another year, which is part of its name',
      { date: '2021-12-31' },
      { refusal: 'act/of-another-year', facts: { act: '2022-dgc-54', value: '2021-12-31' } },
    ],
  ])('given %s, when corrected, then it is refused', (_, fields, refusal) => {
    expect(registered.when(correct(fields))).toMatchObject(refusal);
  });

  it('given its file, then it is told once, and an event newer than this code leaves it as it is', () => {
    expect(registered.when(attach)).toEqual({ events: [{ type: 'act.file-attached.v1', data: { file } }] });
    const filed = after(register(), attach);
    expect(filed.state.file).toEqual(file);
    expect(filed.when(attach)).toEqual({ events: [] });
    expect(act.evolve(filed.state, JSON.parse('{"type":"act.burnt.v1","data":{}}'))).toBe(filed.state);
  });
});

describe('what an act has to do with', () => {
  const other = { act: { kind: 'DCC', number: '7', date: null } };
  it('given each kind of thing and each relation, then each is told once', () => {
    const all = [
      relate({ planId: '2022' }),
      relate({ objectiveId: '2022' }),
      relate({ planId: '2022' }, 'cites'),
      relate({ planId: '2023' }),
      relate(other),
      relate({ act: { ...other.act, number: '8' } }),
    ];
    const related = after(register(), ...all);
    expect(related.state.relations).toEqual(
      all.map((command) => ({
        relation: (command as { relation: string }).relation,
        to: (command as { to: RelatedTo }).to,
      })),
    );
    for (const command of all) expect(related.when(command)).toEqual({ events: [] });
    expect(related.when(relate({ act: { kind: 'Consiglio comunale', number: 'n. 7', date: null } }))).toEqual({
      events: [],
    });
  });

  it.each<[RelationOfAct, boolean]>([
    ['cites', false],
    ['amends', false],
    ['repeals', false],
    ['carries-out', false],
    ['defines', true],
  ])('given a later act, when one %s it, then %s', (relation, may) => {
    const later = { act: { kind: 'DGC', number: '80', date: '2022-03-15' } };
    const sameDay = { act: { ...later.act, date: DGC_54.date } };
    const facts = { field: 'to.act.date', act: '2022-dgc-80', value: '2022-03-15', max: '2022-03-14' };
    const refused = { refusal: 'act/relates-to-later', facts };
    const allowed = { events: [expect.anything()] as unknown[] };
    expect(registered.when(relate(later, relation))).toEqual(may ? allowed : refused);
    expect(registered.when(relate(sameDay, relation))).toHaveProperty('events');
    // as it is in the register, whatever is told
    const undated = { act: { ...later.act, date: null } };
    const asRegistered = { ...relate(undated, relation), toDated: '2022-03-15' } as ActCommand;
    expect(registered.when(relate(undated, relation))).toHaveProperty('events');
    expect('refusal' in registered.when(asRegistered)).toBe(!may);
    const related = after(register(), relate(sameDay, relation));
    const earlier = related.when(correct({ date: '2022-03-13' }));
    expect('refusal' in earlier && earlier.facts).toEqual(
      may ? false : { ...facts, field: 'date', value: '2022-03-14', max: '2022-03-13' },
    );
    expect(related.when(correct({ date: '2022-03-16' }))).toHaveProperty('events');
  });

  it.each<[string, RelatedTo, object]>([
    ['itself', { act: DGC_54 }, { refusal: 'act/relates-to-itself', facts: { act: '2022-dgc-54' } }],
    ['an act of no kind', { act: { ...other.act, kind: ' ' } }, { facts: { field: 'to.act.kind' } }],
    ['an act of no number', { act: { ...other.act, number: '' } }, { facts: { field: 'to.act.number' } }],
    [
      'an act of a day that is none',
      { act: { ...other.act, date: '2022-13-01' } },
      { refusal: 'value/not-a-date', facts: { field: 'to.act.date' } },
    ],
  ])('given %s, then it is refused', (_, to, refusal) => {
    expect(registered.when(relate(to))).toMatchObject(refusal);
  });
});
