const SEGRETARIATO = /^segretariato(?![\p{L}])/iu;

/** Whether a name is of the Segretario's office, not of who holds it. */
export function namesSegretariato(name: string): boolean {
  return SEGRETARIATO.test(name);
}

/** The name of the Segretario's office as that of who holds it: «Segretario generale» of «Segretariato generale». */
export function asSegretario(name: string): string {
  return name.replace(SEGRETARIATO, 'Segretario');
}
