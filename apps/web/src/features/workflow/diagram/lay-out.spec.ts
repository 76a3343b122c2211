import { layOut, type Box, type Drawing, type Graph } from './lay-out.js';
import { wrapped } from './wrapped.js';

const node = (id: string) => ({ id, lines: [id], named: 1 });
const edge = (from: readonly string[], to: string, label = `${from.join()}>${to}`) => ({ id: label, from, to, label });
const graph: Graph = {
  nodes: ['a', 'b', 'c', 'd', 'e'].map(node),
  edges: [
    edge(['a'], 'b'),
    edge(['b'], 'c'),
    edge(['a', 'b', 'c'], 'd'),
    edge(['a'], 'c'),
    edge(['d', 'b'], 'e'),
    edge(['e', 'd'], 'b'),
    edge(['c'], 'a'),
  ],
};
const drawing = layOut(graph, 200);

/** Where the lines of a way stand upright, and from where to where. */
function uprights({ ways }: Drawing) {
  return ways
    .filter(({ lines }) => lines.length > 0)
    .map(({ id, lines }) => {
      const [, x = '0'] = /H([\d.]+)/.exec(lines[0] ?? '') ?? [];
      const ends = lines.flatMap((line) => [/ ([\d.]+)H/, /V([\d.]+)/].map((end) => Number(end.exec(line)?.[1])));
      return { id, x: Number(x), top: Math.min(...ends), bottom: Math.max(...ends) };
    });
}

describe('a definition drawn', () => {
  it('has its boxes in one column, one below the other', () => {
    const { boxes } = drawing;
    for (const [index, box] of boxes.slice(1).entries()) {
      const above = boxes[index] as Box;
      expect(box.x).toBe(above.x);
      expect(box.y).toBeGreaterThan(above.y + above.height);
    }
  });

  it('leads straight down to the next box, and by a lane everywhere else', () => {
    const straight = drawing.ways.filter(({ lines }) => lines.length === 0).map(({ label }) => label);
    expect(straight).toEqual(['a>b', 'b>c']);
    expect(drawing.ways).toHaveLength(graph.edges.length);
  });

  it('keeps everything within its edges', () => {
    for (const { x, top, bottom } of uprights(drawing)) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(drawing.width);
      expect(top).toBeGreaterThan(0);
      expect(bottom).toBeLessThan(drawing.height);
    }
  });

  it('never lays two lanes over one another', () => {
    const all = uprights(drawing);
    const over = all.flatMap((one, at) =>
      all.slice(at + 1).filter(({ x, top, bottom }) => x === one.x && top <= one.bottom && one.top <= bottom),
    );
    expect(over).toEqual([]);
  });

  it('never lets two ways touch a box at the same place', () => {
    const places = drawing.ways.flatMap(({ lines, arrow }) => [
      ...lines.map((line) => line.slice(0, line.indexOf('H'))),
      ...(lines.length > 0 ? [arrow.slice(arrow.indexOf('H'))] : []),
    ]);
    const starts = places.filter((place) => place.startsWith('M'));
    expect(new Set(starts).size).toBe(starts.length);
  });

  it('has its labels between the boxes and the first lane', () => {
    const [first] = drawing.boxes as [Box, ...Box[]];
    const lanes = uprights(drawing).map(({ x }) => x);
    const nearest = Math.min(...lanes.filter((x) => x > first.x).map((x) => x - first.x - first.width));
    expect(nearest).toBeGreaterThan(Math.max(...graph.edges.map(({ label }) => label.length * 7)));
  });

  it('given an edge to what is not there, leaves it out', () => {
    const { ways } = layOut({ nodes: [node('a')], edges: [edge(['a'], 'nowhere'), edge(['nowhere'], 'a')] }, 100);
    expect(ways).toEqual([]);
  });
});

describe('a text in a box', () => {
  it('is parted between words', () => {
    expect(wrapped('Certificazione del Nucleo di Valutazione', 18)).toEqual([
      'Certificazione del',
      'Nucleo di',
      'Valutazione',
    ]);
    expect(wrapped('Approvazione', 4)).toEqual(['Approvazione']);
  });
});
