/** The kinds of stream. A category has no hyphen: EventStoreDB ends it at the first one. */
export const categories = [
  'act',
  'plan',
  'objective',
  'premium',
  'evaluation',
  'reminder',
  'clock',
  'account',
  'body',
  'organisation',
  'variation',
  'workflow',
] as const;

export type Category = (typeof categories)[number];

/** `<category>-<body>_<id>`: `objective-demo_2022-20.4.1a`. Bodies and ids are lower case; bodies have no underscore. */
export function streamName(category: Category, body: string, id: string): string {
  return `${category}-${body}_${id}`;
}

/** What all streams of one category and body begin with, for filters. */
export function streamPrefix(category: Category, body: string): string {
  return `${category}-${body}_`;
}

/** The id at the end of a stream's name. */
export function idOfStream(stream: string): string {
  return stream.slice(stream.indexOf('_') + 1);
}
