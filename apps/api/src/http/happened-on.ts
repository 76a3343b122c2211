import type { LocalDate } from '#domain';
import type { CommandContext } from '#engine';

/** The day that a call says it happened on, for commands whose rules go by it; nothing where it says none. */
export function happenedOn({ context: { occurredOn: on } }: { readonly context: CommandContext }): {
  readonly on?: LocalDate;
} {
  return on === undefined ? {} : { on };
}
