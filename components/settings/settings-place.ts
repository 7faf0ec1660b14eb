/** What the address of the settings says: `#/<section>/<args>`. */
export interface SettingsPlace {
  section: string;
  args: readonly string[];
}

/** `undefined` where it names no section: the list of them. */
export function placeOfSettingsHash(hash: string): SettingsPlace | undefined {
  const [start, section, ...args] = hash.split('/');
  return start === '#' && section ? { section, args: args.filter((arg) => arg !== '') } : undefined;
}
