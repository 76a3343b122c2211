import { asked, proposals } from './asked.js';

const question = (id: string, line: number) => ({
  id,
  line,
  place: `riga ${line}`,
  question: id,
  options: [{ id: 'a', label: 'A' }],
  proposed: 'a',
});

describe('the questions of a reading', () => {
  it('given one that was answered and is asked no more, then it stays where it stood', () => {
    const shown = asked([question('first', 3), question('last', 9)], [question('middle', 5), question('last', 9)]);
    expect(shown.map(({ id }) => id)).toEqual(['first', 'middle', 'last']);
  });

  it('given whether the document is whole, then no proposal answers it', () => {
    expect(proposals([question('document-end', 1), question('weights', 1)]).map(({ option }) => option)).toEqual(['a']);
  });
});
