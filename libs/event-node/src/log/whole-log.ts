/** The stream that is the whole log: read-only. */
export const WHOLE_LOG = '$all';
