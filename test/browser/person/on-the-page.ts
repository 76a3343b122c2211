import type { Locator } from 'playwright-core';
import type { Person } from './person.js';

// What a page shows, by the words that people see and hear.
export const link = ({ page }: Person, name: string | RegExp): Locator => page.getByRole('link', { name });
export const button = ({ page }: Person, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });
export const field = ({ page }: Person, label: string | RegExp): Locator => page.getByLabel(label);
/** What the page says to everybody, also to those who only listen. */
export const said = ({ page }: Person, words: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: words });
