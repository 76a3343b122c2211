import type { Archive } from '../office/archive.js';
import { relationsOf } from '../office/relations.js';
import { damaged } from '../office/unreadable.js';
import type { DocumentParts } from '../parts.js';
import { readContent } from './read-content.js';
import { stylesOf } from './styles.js';
import { wordParts } from './word-parts.js';

/** @throws Unreadable */
export function wordDocument(archive: Archive, part: string): DocumentParts {
  const bytes = archive.part(part);
  if (bytes === null) throw damaged();
  const styles = relationsOf(archive, part).find(({ type }) => type === 'styles');
  return wordParts(readContent(bytes, stylesOf(archive, styles?.target)));
}
