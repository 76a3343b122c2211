export type Language = 'it' | 'en';

/** Words for people, in both languages. */
export type Text = Readonly<Record<Language, string>>;
