import type { Archive } from './archive.js';
import { readXml } from './xml.js';

export interface Relation {
  readonly id: string;
  /** The last word of its type: `officeDocument`, `styles`, `worksheet`. */
  readonly type: string;
  /** The name of the part in the archive. */
  readonly target: string;
}

/** What a part refers to within the archive. What it refers to outside is no concern of ours and left out. */
export function relationsOf(archive: Archive, part: string): Relation[] {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const bytes = archive.part(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  if (bytes === null) return [];
  const found: Relation[] = [];
  readXml(bytes, {
    open: (element) => {
      if (element.name !== 'Relationship' || element.attribute('TargetMode') === 'External') return;
      const type = (element.attribute('Type') ?? '').split('/').at(-1) ?? '';
      const target = resolved(folder, element.attribute('Target') ?? '');
      found.push({ id: element.attribute('Id') ?? '', type, target });
    },
    close: () => {},
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
