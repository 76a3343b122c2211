/** What is drawn: boxes one below the other, in their order, and ways between them. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  readonly id: string;
  /** One below the other; the first `named` of them are the name. */
  readonly lines: readonly string[];
  readonly named: number;
  readonly round?: boolean;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly label: string;
  readonly dashed?: boolean;
}

export interface Box extends GraphNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A way: what leaves its boxes, the lane it takes, and the arrow that arrives. */
export interface Way {
  readonly id: string;
  readonly label: string;
  readonly dashed: boolean;
  /** Lines, as the path of an SVG; those without an arrow, then the one with it. */
  readonly lines: readonly string[];
  readonly arrow: string;
  readonly labelAt: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly ways: readonly Way[];
}

const LINE = 18;
const PAD = 10;
const PORT = 24;
const BETWEEN = 36;
const LANE = 14;
const EDGE = 12;
/** A letter's width, on the safe side. */
const LETTER = 7;

/**
 * The boxes stand in one column, in the order of the definition. What goes to the next one goes straight down; what goes
 * further down takes a lane at the right, what goes back one at the left. Each way has a port of its own at a box, and
 * lanes begin beyond the longest label: nothing crosses a word.
 */
export function layOut({ nodes, edges }: Graph, boxWidth: number): Drawing {
  const rank = new Map(nodes.map(({ id }, index) => [id, index]));
  const sides = edges.flatMap((edge) => sided(edge, rank));
  const right = inLanes(sides.filter(({ side }) => side === 'right'));
  const left = inLanes(sides.filter(({ side }) => side === 'left'));
  const x = left.lanes === 0 ? EDGE : EDGE + left.lanes * LANE + left.gutter;
  const boxes = stacked(nodes, sides, x, boxWidth);
  const beside = (of: Lanes) => of.ways.map((way) => inItsLane(way, of.gutter, sides, boxes));
  return {
    width: x + boxWidth + (right.lanes === 0 ? EDGE : right.gutter + right.lanes * LANE + EDGE),
    height: Math.max(0, ...boxes.map(({ y, height }) => y + height)) + EDGE,
    boxes,
    ways: [...edges.flatMap((edge) => straightDown(edge, rank, boxes)), ...beside(right), ...beside(left)],
  };
}

interface Sided {
  readonly edge: GraphEdge;
  readonly side: 'right' | 'left';
  readonly from: readonly number[];
  readonly to: number;
}

interface InLane extends Sided {
  readonly lane: number;
}

interface Lanes {
  readonly ways: readonly InLane[];
  readonly lanes: number;
  /** Between the boxes and the first lane, where labels are. */
  readonly gutter: number;
}

/** The parts of an edge that take a lane: from above at the right, from below at the left. */
function sided(edge: GraphEdge, rank: ReadonlyMap<string, number>): readonly Sided[] {
  const to = rank.get(edge.to);
  if (to === undefined) return [];
  const from = edge.from.flatMap((id) => rank.get(id) ?? []);
  const down = from.filter((at) => at < to && !isStraight(edge, at, to));
  const up = from.filter((at) => at > to);
  return [
    ...(down.length > 0 ? [{ edge, side: 'right' as const, from: down, to }] : []),
    ...(up.length > 0 ? [{ edge, side: 'left' as const, from: up, to }] : []),
  ];
}

/** The one before leads straight down, unless the same way comes from others too: then all of it takes the lane. */
function isStraight({ from }: GraphEdge, at: number, to: number): boolean {
  return at === to - 1 && from.length === 1;
}

function straightDown(edge: GraphEdge, rank: ReadonlyMap<string, number>, boxes: readonly Box[]): readonly Way[] {
  const [from, to] = [rank.get(edge.from[0] ?? ''), rank.get(edge.to)];
  if (from === undefined || to === undefined || !isStraight(edge, from, to)) return [];
  const [above, below] = [boxes[from], boxes[to]];
  if (above === undefined || below === undefined) return [];
  const x = above.x + above.width / 2;
  const y = above.y + above.height;
  return [
    {
      id: edge.id,
      label: edge.label,
      dashed: edge.dashed ?? false,
      lines: [],
      arrow: `M${x} ${y}V${below.y}`,
      labelAt: { x: x + 8, y: (y + below.y) / 2 + 4, anchor: 'start' },
    },
  ];
}

/** Each its lane, the shortest nearest to the boxes; two that never run beside one another may share one. */
function inLanes(ways: readonly Sided[]): Lanes {
  const lanes: { readonly top: number; readonly bottom: number }[][] = [];
  const placed = ways
    .toSorted((one, other) => span(one) - span(other))
    .map((way) => {
      const run = runOf(way);
      const free = lanes.findIndex((taken) => taken.every(({ top, bottom }) => run.bottom < top || bottom < run.top));
      const lane = free === -1 ? lanes.length : free;
      (lanes[lane] ??= []).push(run);
      return { ...way, lane };
    });
  const longest = Math.max(0, ...ways.map(({ edge }) => edge.label.length));
  return { ways: placed, lanes: lanes.length, gutter: longest * LETTER + 3 * PAD };
}

function runOf({ from, to }: Sided) {
  return { top: Math.min(to, ...from), bottom: Math.max(to, ...from) };
}

function span(way: Sided): number {
  const { top, bottom } = runOf(way);
  return bottom - top;
}

/** Ways that touch a box at one side, from the top of the box down: what arrives first. */
function portsOf(at: number, side: 'right' | 'left', ways: readonly Sided[]): readonly Sided[] {
  const touching = ways.filter((way) => way.side === side && (way.to === at || way.from.includes(at)));
  return touching.toSorted((one, other) => Number(other.to === at) - Number(one.to === at) || span(one) - span(other));
}

function stacked(nodes: readonly GraphNode[], ways: readonly Sided[], x: number, width: number): readonly Box[] {
  let y = EDGE;
  return nodes.map((node, at) => {
    const ports = Math.max(portsOf(at, 'right', ways).length, portsOf(at, 'left', ways).length);
    const height = Math.max(node.lines.length * LINE + 2 * PAD, ports * PORT + PAD);
    const placed = { ...node, x, y, width, height };
    y += height + BETWEEN;
    return placed;
  });
}

function inItsLane(way: InLane, gutter: number, ways: readonly Sided[], boxes: readonly Box[]): Way {
  const { edge, side, from, to, lane } = way;
  const outward = side === 'right' ? 1 : -1;
  const edgeOf = ({ x, width }: Box) => (side === 'right' ? x + width : x);
  const portAt = (at: number) => {
    const ports = portsOf(at, side, ways);
    const place = ports.findIndex((port) => port.edge === edge);
    const { y, height } = boxes[at]!;
    return y + height / 2 + (place - (ports.length - 1) / 2) * PORT;
  };
  const arrives = edgeOf(boxes[to]!);
  const x = arrives + outward * (gutter + (lane + 0.5) * LANE);
  const end = portAt(to);
  return {
    id: `${edge.id} ${side}`,
    label: edge.label,
    dashed: edge.dashed ?? false,
    lines: from.map((at) => `M${edgeOf(boxes[at]!)} ${portAt(at)}H${x}V${end}`),
    arrow: `M${x} ${end}H${arrives}`,
    labelAt: { x: arrives + outward * (PAD + 4), y: end - 5, anchor: side === 'right' ? 'start' : 'end' },
  };
}
