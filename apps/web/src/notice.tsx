import type { Problem } from './api.js';

/** Tells a refusal or a fault at once, also to those who listen to the page. */
export function Notice({ problem }: { readonly problem: Problem | null }) {
  return <div role="alert">{problem === null ? null : <p className="notice">{problem.message}</p>}</div>;
}
