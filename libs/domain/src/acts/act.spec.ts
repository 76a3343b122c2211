import fc from 'fast-check';
import { given } from '../testing/given.js';
import { actKey } from './act-key.js';
import { act } from './act.js';
import type { ActCommand, ActEvent } from './messages.js';

const by = { id: 'u-segretario', office: 'segretario' };
const at = '2022-06-20T08:00:00.000Z';
const DGC_54 = { kind: 'DGC', number: '54', date: '2022-03-14' };
const file = { name: 'dgc-54.pdf', sha256: 'a'.repeat(64), mediaType: 'application/pdf', size: 10 };
const other = { ...file, sha256: 'b'.repeat(64) };
const details = { organ: 'Giunta comunale', title: 'Progetti della polizia locale', effectiveFrom: null };

const register = (more: object = {}): ActCommand => ({
  type: 'act.register',
  act: DGC_54,
  ...details,
  file: null,
  by,
  at,
  ...more,
});
const registered: ActEvent = { type: 'act.registered.v1', data: { act: DGC_54, ...details, file: null } };
const withFile: ActEvent = { type: 'act.file-attached.v1', data: { file } };
const relate = (to: object): ActCommand => ({ type: 'act.relate', relation: 'defines', to, by, at }) as ActCommand;
const correct = (more: object): ActCommand =>
  ({ type: 'act.correct', date: '2022-03-14', ...details, reason: 'errore', by, at, ...more }) as ActCommand;

describe('the register of acts', () => {
  it('given nothing, when an act is registered, then it is', () => {
    expect(given(act)().when(register())).toEqual({ events: [registered] });
  });

  it('given an act, when it is registered the same again, then nothing changes; with its file, the file is attached', () => {
    expect(given(act)(registered).when(register())).toEqual({ events: [] });
    expect(given(act)(registered).when(register({ file }))).toEqual({ events: [withFile] });
    expect(given(act)(registered, withFile).when(register({ file }))).toEqual({ events: [] });
  });

  it('given an act, when it is registered with another title or date, then it is refused', () => {
    const refusal = { refusal: 'act/already-registered', facts: { act: '2022-dgc-54' } };
    expect(given(act)(registered).when(register({ title: 'Altro' }))).toEqual(refusal);
    expect(given(act)(registered).when(register({ act: { ...DGC_54, date: '2022-03-15' } }))).toEqual(refusal);
  });

  it('given an act with its file, when another file comes, then it is refused', () => {
    const outcome = { refusal: 'act/has-another-file', facts: { act: '2022-dgc-54', sha256: file.sha256 } };
    expect(given(act)(registered, withFile).when(register({ file: other }))).toEqual(outcome);
    expect(given(act)(registered, withFile).when({ type: 'act.attach-file', file: other, by, at })).toEqual(outcome);
    expect(given(act)(registered, withFile).when({ type: 'act.attach-file', file, by, at })).toEqual({ events: [] });
  });

  it('given an act of tomorrow, of no date, or without title, when it is registered, then it is refused', () => {
    const refusal = (more: object) => (given(act)().when(register(more)) as { refusal: string }).refusal;
    expect(refusal({ act: { ...DGC_54, date: '2022-06-21' } })).toBe('act/dated-in-future');
    expect(refusal({ act: { ...DGC_54, date: null } })).toBe('value/not-a-date');
    expect(refusal({ title: ' ' })).toBe('value/text-missing');
    expect(refusal({ effectiveFrom: '2022-02-30' })).toBe('value/not-a-date');
  });

  it('given an act, when it is corrected, then a new event says why and the old one stays', () => {
    const corrected = { ...details, title: 'Progetti di vigilanza', date: '2022-03-15', reason: 'errore' };
    expect(given(act)(registered).when(correct({ title: 'Progetti di vigilanza', date: '2022-03-15' }))).toEqual({
      events: [{ type: 'act.corrected.v1', data: corrected }],
    });
    expect(given(act)(registered).when(correct({}))).toEqual({ events: [] });
    expect(given(act)(registered).when(correct({ date: '2021-03-14' }))).toMatchObject({
      refusal: 'act/of-another-year',
    });
    expect(given(act)(registered).when(correct({ reason: '' }))).toMatchObject({ refusal: 'value/text-missing' });
  });

  it('given an act, when it is related, then once; never to itself', () => {
    const to = { objectiveId: '2022-5.1.1' };
    const related: ActEvent = { type: 'act.related.v1', data: { relation: 'defines', to } };
    expect(given(act)(registered).when(relate(to))).toEqual({ events: [related] });
    expect(given(act)(registered, related).when(relate(to))).toEqual({ events: [] });
    const itself = { act: { kind: 'Delibera di Giunta', number: 'n. 054', date: '2022-03-14' } };
    expect(given(act)(registered).when(relate(itself))).toMatchObject({ refusal: 'act/relates-to-itself' });
  });

  it.each([correct({}), relate({ planId: '2022' }), { type: 'act.attach-file', file, by, at } as const])(
    'given no act, when %o comes, then there is none',
    (command) => {
      expect(given(act)().when(command)).toEqual({ refusal: 'act/not-registered', facts: {} });
    },
  );
});

describe('what an act is called by', () => {
  it.each([
    [{ kind: 'DGC', number: '54', date: '2022-03-14' }, '2022-dgc-54'],
    [{ kind: 'd.G.C.', number: 'n. 54', date: '2022-03-14' }, '2022-dgc-54'],
    [{ kind: 'Delibera di Giunta', number: '054', date: '2022-03-14' }, '2022-dgc-54'],
    [{ kind: 'DGC', number: '54/14.03.22', date: null }, '2022-dgc-54'],
    [{ kind: 'DGC', number: '54/2022', date: null }, '2022-dgc-54'],
    [{ kind: 'DGC', number: '54', date: null }, 'undated-dgc-54'],
    [{ kind: 'DCC', number: '15', date: '2022-03-21' }, '2022-dcc-15'],
    [{ kind: 'DET', number: '7', date: '2022-03-21' }, '2022-determina-7'],
    [{ kind: 'Decreto del Sindaco', number: '3', date: '2022-01-02' }, '2022-decreto-3'],
    [{ kind: 'CCDI', number: 'unico', date: '2021-12-20' }, '2021-ccdi-unico'],
  ])('%o is %s', (reference, id) => {
    expect(actKey(reference).id).toBe(id);
  });

  it('given any words, then the id names a stream: lower case, no blank, no underscore', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (kind, number) => {
        expect(actKey({ kind, number, date: '2022-03-14' }).id).toMatch(/^2022-[a-z0-9.]+-[a-z0-9.]+$/);
      }),
    );
  });
});
