import { v5 as uuidV5 } from 'uuid';

// any fixed UUID will do: it only keeps our names apart from other people's
const simulations = '6f1d7c3e-5a0b-5c0e-9d55-2d1f4a6b8c10';

/** The same UUID for the same names, whenever and wherever it is asked for. */
export function nameUuid(...names: readonly string[]): string {
  return uuidV5(names.join('\n'), simulations);
}
