import { useFormats } from '../words/use-formats.js';

/** How far, as a figure and as a bar; a dash where nothing was reported. */
export function Progress({ percent }: { readonly percent: string | null }) {
  const formats = useFormats();
  const width = Math.min(100, Math.max(0, Number(percent ?? 0)));
  return (
    <span className="progress-figure">
      <svg className="progress-bar-figure" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="rail" width="100" height="6" rx="0" />
        <rect className="filled" width={width} height="6" />
      </svg>
      <span className="figure">{formats.percent(percent)}</span>
    </span>
  );
}
