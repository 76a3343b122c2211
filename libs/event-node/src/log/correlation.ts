/** The work that an event is part of, as its metadata name it; undefined when they do not. */
export function correlationIn(metadata: string): string | undefined {
  if (!metadata.includes('"$correlationId"')) return undefined;
  try {
    const id = (JSON.parse(metadata) as Readonly<Record<string, unknown>> | null)?.['$correlationId'];
    return typeof id === 'string' && id !== '' ? id : undefined;
  } catch {
    return undefined;
  }
}
