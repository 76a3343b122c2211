import { at } from './place.js';
import { formatHundredths } from '#domain';
import { plainCell } from './cell.js';
import type { DraftRow } from './draft.js';
import type { ObjectiveRows } from './objectives.js';
import { italian } from './row-facts.js';
import { folded } from './text.js';

/**
 * A plan with a row for each indicator writes number, title, area and weight again on every one of them: such a weight
 * is the same one, or one for each.
 */
export function withRepetitions({ id, rows: outline }: ObjectiveRows, rows: readonly DraftRow[]): DraftRow[] {
  return rows.map((row, index) => {
    const [share, ...others] = row.shares;
    const title = plainCell(outline[index]?.cells.title?.raw ?? '');
    const earlier = rows
      .slice(0, index)
      .find(
        ({ shares: [first, ...more] }) =>
          more.length === 0 &&
          first !== undefined &&
          share !== undefined &&
          first.areaId === share.areaId &&
          first.weight === share.weight &&
          first.unit === share.unit,
      );
    const [weight, writtenAgain] = [
      share?.weight ?? null,
      index > 0 && title !== '' && folded(title) === folded(plainCell(outline[0]?.cells.title?.raw ?? '')),
    ];
    if (share === undefined || others.length > 0 || earlier === undefined || weight === null || !writtenAgain)
      return row;
    return {
      ...row,
      shares: [],
      ambiguities: [
        ...row.ambiguities,
        {
          id: `${id}-again`,
          line: row.line,
          question: {
            it: `La riga ${at(row.line)} ripete obiettivo, area e peso (${italian(weight)}) della riga ${at(earlier.line)}: il peso è lo stesso o un altro?`,
            en: `Line ${at(row.line)} repeats the objective, area and weight (${formatHundredths(weight)}) of line ${at(earlier.line)}: is it the same weight or another?`,
          },
          options: [
            {
              id: 'same',
              label: {
                it: `Lo stesso: ${italian(weight)} in tutto`,
                en: `The same: ${formatHundredths(weight)} in all`,
              },
              shares: [],
              participants: [],
            },
            {
              id: 'another',
              label: { it: `Un altro: si sommano`, en: `Another: they add up` },
              shares: [share],
              participants: [],
            },
          ],
        },
      ],
    };
  });
}
