/** Who could make a transition, as far as it is known without asking who holds what. */
export type Could = { readonly office: string } | { readonly role: string } | { readonly system: true };

export function inWord(could: Could): string {
  return 'office' in could ? could.office : 'role' in could ? could.role : 'system';
}
