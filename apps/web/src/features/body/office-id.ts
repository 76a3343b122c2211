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
