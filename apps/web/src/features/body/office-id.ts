const LONGEST = 100;

/** `Lavori pubblici e patrimonio` → `lavori-pubblici-e-patrimonio`: as the plan's areas get theirs. */
export function officeId(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}

/** Ids for those who have none yet; two names that would get the same one are told apart by a number. */
export function withIds<Row extends { readonly id: string; readonly name: string }>(rows: readonly Row[]): Row[] {
  const taken = new Set(rows.map(({ id }) => id).filter((id) => id !== ''));
  return rows.map((row) => {
    if (row.id !== '') return row;
    const wanted = officeId(row.name);
    let id = wanted;
    for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
    taken.add(id);
    return { ...row, id };
  });
}

/** Of each new row the office that has its name already, and the id that the row gets beside it. */
export function namesakesIn<Row extends { readonly id: string; readonly name: string }>(
  rows: readonly Row[],
): readonly ({ readonly id: string; readonly other: string } | null)[] {
  return withIds(rows).map(({ id, name }, index) => {
    const other = officeId(name);
    return rows[index]?.id === '' && other !== '' && id !== other ? { id, other } : null;
  });
}
