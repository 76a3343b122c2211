import type { Chosen } from './use-chosen.js';

/** The box by which one of many is chosen. */
export function Tick({
  name,
  label,
  chosen,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: Chosen;
}) {
  return (
    <input
      type="checkbox"
      className="tick"
      aria-label={label}
      checked={chosen.chosen.has(name)}
      onChange={() => chosen.toggle(name)}
    />
  );
}
