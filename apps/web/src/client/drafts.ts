const PREFIX = 'traguardo.draft';
const KEPT_DAYS = 60;
const DAY_MS = 86_400_000;

export interface Draft<Values> {
  readonly at: number;
  readonly values: Values;
}

/** Where drafts are: `localStorage`, or a map in a test. */
export type DraftPlace = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What one account has typed on this browser and not sent yet, form by form. */
export function draftsOf(account: string, place: DraftPlace, now: () => number) {
  const name = (form: string) => `${PREFIX}/${account}/${form}`;
  return {
    read<Values>(form: string): Draft<Values> | null {
      const draft = parsed<Values>(place.getItem(name(form)));
      if (draft === null || now() - draft.at > KEPT_DAYS * DAY_MS) return null;
      return draft;
    },
    keep(form: string, values: unknown): void {
      try {
        place.setItem(name(form), JSON.stringify({ at: now(), values }));
      } catch {
        // the browser's place is full or closed: the form itself still has everything
      }
    },
    discard(form: string): void {
      place.removeItem(name(form));
    },
    /** Names of the forms with something in them. */
    forms(): readonly string[] {
      return keys(place)
        .filter((key) => key.startsWith(name('')))
        .map((key) => key.slice(name('').length));
    },
    /** At sign-out: what one office wrote is not for who sits down next. */
    discardAll(): void {
      for (const form of this.forms()) this.discard(form);
    },
  };
}

export type Drafts = ReturnType<typeof draftsOf>;

function keys(place: DraftPlace): readonly string[] {
  return Array.from({ length: place.length }, (_, index) => place.key(index)).filter((key) => key !== null);
}

function parsed<Values>(text: string | null): Draft<Values> | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as Draft<Values>;
  } catch {
    return null;
  }
}
