/** The cookie says who asks; this says that our own page asks, which no other site can. */
export const OWN_PAGE = { 'X-Traguardo': 'web' } as const;
