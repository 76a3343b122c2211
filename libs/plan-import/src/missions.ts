import { at } from './place.js';
import type { Mission } from '#domain';
import { plainCell } from './cell.js';
import { numberOf } from './ordinal.js';
import { problem, type Problem } from './problem.js';
import { collapsed, folded } from './text.js';

interface Strategic {
  readonly number: number;
  title: string;
  readonly line: number;
  used: boolean;
}

interface Branch {
  readonly number: number;
  title: string;
  readonly line: number;
  readonly strategic: Map<number, Strategic>;
  used: boolean;
}

interface Entry {
  readonly mission: number;
  readonly strategic: number | null;
  readonly line: number;
}

export interface Place {
  readonly mission: number;
  readonly strategic: number;
}

/** The missions and strategic objectives of a plan, first as announced, then again over their tables. */
export class MissionTree {
  private readonly branches = new Map<number, Branch>();
  private readonly sections = new Map<string, number>();
  private readonly entries: Entry[] = [];
  private mission: Branch | null = null;
  private strategic: Strategic | null = null;
  private waiting: 'strategic' | null = null;
  private firstUse: number | null = null;

  enterMission(number: number, title: string, line: number): void {
    this.mission = this.branch(number, title, line);
    this.strategic = null;
    this.waiting = null;
    this.entries.push({ mission: number, strategic: null, line });
  }

  /** @param number  null where the number and the title follow on a line of their own */
  enterStrategic(number: number | null, title: string, line: number): void {
    if (number === null) this.waiting = 'strategic';
    else this.enter(number, title, line);
  }

  /** Whether a heading waits for the line with its number and title. */
  get untitled(): boolean {
    return this.waiting !== null;
  }

  nameLast(number: number, title: string): void {
    this.waiting = null;
    this.enter(number, title, this.entries.at(-1)?.line ?? 1);
  }

  /**
   * Where a row stands: by columns of its own, by the headings over it, or by the section of its area.
   * A plan without missions has one for each section, and one for the whole where it has no sections.
   */
  placeOf(missionCell: string, strategicCell: string, section: string | null, line: number): Place {
    const cellPath = /^(?:[a-z.\s]{0,12})?(\d{1,3})\.(\d{1,3})(?!\d)/i.exec(plainCell(strategicCell));
    if (plainCell(missionCell) !== '') this.byCell(missionCell, line);
    else if (cellPath !== null && this.mission?.number !== Number(cellPath[1]))
      this.enterMission(Number(cellPath[1]), '', line);
    else if (this.mission === null || this.sections.size > 0) this.bySection(section, line);
    const mission = this.mission ?? this.branch(1, '', line);
    if (plainCell(strategicCell) !== '') this.strategicByCell(mission, strategicCell, cellPath?.[2], line);
    const strategic =
      this.strategic ??
      this.leaf(
        mission,
        mission.strategic.size === 1 ? ([...mission.strategic.keys()][0] ?? 1) : 1,
        mission.title,
        line,
      );
    this.strategic = strategic;
    mission.used = true;
    strategic.used = true;
    this.firstUse ??= line;
    return { mission: mission.number, strategic: strategic.number };
  }

  get size(): number {
    return this.branches.size;
  }

  /** @param title  of a mission or strategic objective that the plan leaves without one */
  missions(title: string): Mission[] {
    return [...this.branches.values()]
      .sort((a, b) => a.number - b.number)
      .map(({ number, title: own, strategic }) => ({
        number,
        title: own || title,
        strategicObjectives: [...strategic.values()]
          .sort((a, b) => a.number - b.number)
          .map((leaf) => ({ number: leaf.number, title: leaf.title || own || title })),
      }));
  }

  /** Missions and strategic objectives over tables that the plan's own list of them does not know. */
  problems(): Problem[] {
    const announced = this.announced();
    if (announced === null) return [];
    const later = this.entries.slice(announced.length);
    const known = new Map<number, Set<number>>();
    for (const { mission, strategic } of announced) {
      const numbers = known.get(mission) ?? new Set();
      if (strategic !== null) numbers.add(strategic);
      known.set(mission, numbers);
    }
    return later.flatMap(({ mission, strategic, line }) => {
      const numbers = known.get(mission);
      if (numbers === undefined) return strategic === null ? [unknownMission(mission, line)] : [];
      return strategic === null || numbers.size === 0 || numbers.has(strategic)
        ? []
        : [unknownStrategic(mission, strategic, line)];
    });
  }

  /** The last place of the announced order, after which nothing has a table; null where the last has one. */
  missingEnd(): { readonly after: string; readonly missing: readonly string[] } | null {
    if (this.announced() === null && this.firstUse !== null) return null;
    const leaves = [...this.branches.values()]
      .sort((a, b) => a.number - b.number)
      .flatMap(({ number, strategic, used }) =>
        strategic.size === 0
          ? [{ name: String(number), used }]
          : [...strategic.values()]
              .sort((a, b) => a.number - b.number)
              .map((leaf) => ({ name: `${number}.${leaf.number}`, used: leaf.used })),
      );
    const last = leaves.map(({ used }) => used).lastIndexOf(true);
    const missing = leaves.slice(last + 1).map(({ name }) => name);
    return missing.length === 0 ? null : { after: leaves[last]?.name ?? '', missing };
  }

  /** The list of missions that precedes the tables and that their headings repeat. */
  private announced(): readonly Entry[] | null {
    const first = this.firstUse;
    if (first === null) return null;
    const before = this.entries.filter(({ line }) => line < first);
    const lastMission = before.map(({ strategic }) => strategic).lastIndexOf(null);
    const list = before.slice(0, Math.max(0, lastMission));
    const numbers = new Set(list.map(({ mission }) => mission));
    const repeated = this.entries
      .slice(list.length)
      .some(({ mission, strategic }) => strategic === null && numbers.has(mission));
    return numbers.size >= 2 && repeated ? list : null;
  }

  private enter(number: number, title: string, line: number): void {
    this.waiting = null;
    const mission = this.mission ?? this.branch(1, '', line);
    this.mission = mission;
    this.strategic = this.leaf(mission, number, title, line);
    this.entries.push({ mission: mission.number, strategic: number, line });
  }

  private byCell(cell: string, line: number): void {
    const text = plainCell(cell);
    const numbered = /^(?:mission[ei]?|m\.?|linea)? ?(?:n\.? ?)?(\d{1,3}|[ivxl]+(?=[\s.:–-]))[\s.:)–—-]*(.*)$/i.exec(
      text,
    );
    const title = numbered?.[2] ?? text;
    const number = numbered?.[1] === undefined ? this.numberTitled(text) : numberOf(numbered[1]);
    if (this.mission?.number === number) return;
    this.enterMission(number, title, line);
  }

  private strategicByCell(mission: Branch, cell: string, pathNumber: string | undefined, line: number): void {
    const text = plainCell(cell);
    const numbered = /^(?:[a-z. ]{0,12}?)?(?:\d{1,3}\.)?(\d{1,3})(?!\d)[\s.:)–—-]*(.*)$/i.exec(text);
    const same = [...mission.strategic.values()].find(({ title }) => folded(title) === folded(text));
    const number =
      pathNumber === undefined ? (numbered?.[1] ?? same?.number ?? mission.strategic.size + 1) : pathNumber;
    if (this.strategic?.number === Number(number) && mission.strategic.get(Number(number)) === this.strategic) return;
    this.enter(Number(number), collapsed(numbered?.[2] ?? text), line);
  }

  private bySection(section: string | null, line: number): void {
    const name = section ?? '';
    const number = this.sections.get(name) ?? this.sections.size + 1;
    if (this.sections.has(name) && this.mission?.number === number) return;
    this.sections.set(name, number);
    this.enterMission(number, name, line);
  }

  private numberTitled(title: string): number {
    const same = [...this.branches.values()].find((branch) => folded(branch.title) === folded(title));
    return same?.number ?? Math.max(0, ...this.branches.keys()) + 1;
  }

  private branch(number: number, title: string, line: number): Branch {
    const branch = this.branches.get(number) ?? {
      number,
      title,
      line,
      strategic: new Map<number, Strategic>(),
      used: false,
    };
    if (branch.title === '') branch.title = title;
    this.branches.set(number, branch);
    return branch;
  }

  private leaf(mission: Branch, number: number, title: string, line: number): Strategic {
    const leaf = mission.strategic.get(number) ?? { number, title, line, used: false };
    if (leaf.title === '') leaf.title = title;
    mission.strategic.set(number, leaf);
    return leaf;
  }
}

function unknownMission(number: number, line: number): Problem {
  return problem(
    line,
    'import/unknown-mission',
    `La missione ${number} alla riga ${at(line)} non è fra quelle elencate all'inizio del documento: correggere il numero o aggiungerla all'elenco.`,
    `Mission ${number} at line ${at(line)} is not among those listed at the beginning of the document: correct the number or add it to the list.`,
  );
}

function unknownStrategic(mission: number, number: number, line: number): Problem {
  return problem(
    line,
    'import/unknown-strategic-objective',
    `L'obiettivo strategico ${number} della missione ${mission} alla riga ${at(line)} non è fra quelli elencati all'inizio del documento: correggere il numero o aggiungerlo all'elenco.`,
    `Strategic objective ${number} of mission ${mission} at line ${at(line)} is not among those listed at the beginning of the document: correct the number or add it to the list.`,
  );
}
