import { decimal } from '../words.js';

/** A percentage as a bar with its figure; a dash where nothing was measured. */
export function Bar({ percent }: { readonly percent: string | null }) {
  if (percent === null) return <>–</>;
  return (
    <span className="bar">
      <progress max={100} value={Number(percent)} aria-hidden="true" />
      <span className="number">{decimal(percent)} %</span>
    </span>
  );
}
