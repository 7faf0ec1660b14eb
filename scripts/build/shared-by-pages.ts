/** What is asked of the bundler about a module: who imports it, and whether the build begins there. */
interface Graph {
  getModuleInfo(id: string): { isEntry: boolean; importers: readonly string[] } | null;
}

/** What the worker loads too, what all pages load, and what panel and full page have in common. */
type Shared = 'shared' | 'pages' | 'inboxes';

/**
 * Names the file of a module that several entries load from the start. Left alone, the bundler also cuts by what loads later, and the panel begins with
 * 38 files where 5 hold the same; each costs it 2 to 5 ms (P9). `null`: the module stays beside its only entry, or with what loads it later.
 */
export function sharedByPages(): (moduleId: string, graph: Graph) => Shared | null {
  const known = new Map<string, Shared | null>();
  return (moduleId, graph) => {
    const name = known.has(moduleId) ? known.get(moduleId) : nameOf(entriesOf(moduleId, graph));
    known.set(moduleId, name ?? null);
    return name ?? null;
  };
}

/** The entries that reach it by imports that are not put off. */
function entriesOf(moduleId: string, graph: Graph): string[] {
  const seen = new Set([moduleId]);
  const entries: string[] = [];
  for (const id of seen) {
    const info = graph.getModuleInfo(id);
    if (info?.isEntry) entries.push(id);
    for (const importer of info?.importers ?? []) seen.add(importer);
  }
  return entries;
}

function nameOf(entries: readonly string[]): Shared | null {
  if (entries.length < 2) return null;
  const among = (name: string) => entries.some((entry) => entry.includes(name));
  return among('background') ? 'shared' : among('popup') ? 'pages' : among('options') ? null : 'inboxes';
}
