import type { Ambiguity, DraftOption } from './draft.js';
import { at } from './place.js';
import { quoted } from './problem.js';
import { slug, type Wording } from './text.js';
import { isOfAll, mayNameAnArea } from './title-words.js';

interface Title {
  readonly text: string;
  readonly line: number;
  /** How deep a heading of Markdown or HTML is; undefined where nothing says. */
  readonly level?: number | undefined;
}

type Meaning = 'area' | 'everybody' | 'title';

/**
 * Lines that are set apart over rows without a column for the area, and are no heading that is known: whose those rows
 * are only a person knows. Each name is asked once, with a proposal.
 */
export class UnknownSections {
  private waiting: Title[] = [];
  private readonly begun: string[] = [];
  private levelAbove: number | undefined;
  private readonly asked = new Map<string, { readonly doubt: Ambiguity; readonly meaning: Meaning }>();

  constructor(private readonly answers: Readonly<Record<string, string>>) {}

  /** Keeps what may be the name of somebody until rows come; false where it is not. */
  keep(title: Title): boolean {
    const may = mayNameAnArea(title.text);
    if (may) this.waiting.push(title);
    return may;
  }

  /** A known heading of an area begins: what was kept stands above it. */
  begin(level: number | undefined): void {
    this.waiting = [];
    this.levelAbove = level;
  }

  /** Rows come that say themselves whose they are: what was kept was a title of theirs. */
  passOver(): void {
    this.waiting = [];
  }

  /** Whose the rows are that come now, below what was kept and in the section above it. */
  sectionBelow(above: string | null): string | null {
    // before the first section there may be a cover: the last line is nearest to the rows
    const titles = above === null ? this.waiting.slice(-1) : this.waiting;
    this.waiting = [];
    let section = above;
    titles.forEach((title, index) => {
      const meaning = this.meaningOf(title, index === 0, section);
      if (meaning === 'area') this.begun.push((section = title.text));
      else if (meaning === 'everybody') section = ofEverybody(title.text);
    });
    return section;
  }

  get doubts(): readonly Ambiguity[] {
    return [...this.asked.values()].map(({ doubt }) => doubt);
  }

  /** The names that are areas. */
  get areas(): ReadonlySet<string> {
    return new Set(this.begun);
  }

  private meaningOf(title: Title, first: boolean, above: string | null): Meaning {
    const id = `${slug(title.text)}-section`;
    const known = this.asked.get(id);
    if (known !== undefined) return known.meaning;
    const below = title.level !== undefined && this.levelAbove !== undefined && title.level > this.levelAbove;
    const likely: Meaning = isOfAll(title.text) ? 'everybody' : first && !below ? 'area' : 'title';
    const doubt = sectionQuestion(id, title, likely, above);
    const given = doubt.options.find((option) => option.id === this.answers[id])?.id as Meaning | undefined;
    this.asked.set(id, { doubt, meaning: given ?? likely });
    return given ?? likely;
  }
}

function ofEverybody(title: string): string {
  return /^tutt/i.test(title) ? title : `Tutte le aree: ${title}`;
}

/** @param likely  is proposed, so it stands first */
function sectionQuestion(id: string, { text, line }: Title, likely: Meaning, above: string | null): Ambiguity {
  const [name, of] = [quoted(text), above === null ? null : quoted(above)];
  const option = (meaning: Meaning, label: Wording): DraftOption => ({
    id: meaning,
    label,
    shares: [],
    participants: [],
  });
  const area = option('area', {
    it: `Sì: gli obiettivi sotto sono di un'area di nome ${name}`,
    en: `Yes: the objectives below are of an area called ${name}`,
  });
  const title = option(
    'title',
    of === null
      ? {
          it: 'No: è un titolo, e di chi sono gli obiettivi va scritto in ogni riga',
          en: 'No: it is a title, and whose the objectives are has to be written in each row',
        }
      : {
          it: `No: è un titolo, gli obiettivi sotto sono di ${of}`,
          en: `No: it is a title, the objectives below are of ${of}`,
        },
  );
  const everybody = option('everybody', {
    it: 'Di tutte: ogni area ha una quota, con quel peso, di ogni obiettivo sotto',
    en: 'Of all: each area has a share, with that weight, of each objective below',
  });
  const options = likely === 'everybody' ? [everybody, area, title] : likely === 'area' ? [area, title] : [title, area];
  return {
    id,
    line,
    question: {
      it: `Il titolo ${name} alla riga ${at(line)} non è di un'area o di un ufficio che si conosca${of === null ? '' : `, e sopra c'è ${of}`}: comincia lì un'altra area?`,
      en: `The heading ${name} at line ${at(line)} is of no area or office that is known${of === null ? '' : `, and above it stands ${of}`}: does another area begin there?`,
    },
    options,
  };
}
