/** What is asked of the bundler about a module: who imports it at once, who later, and whether the build begins there. */
interface Graph {
  getModuleInfo(id: string): { isEntry: boolean; importers: readonly string[]; dynamicImporters: readonly string[] } | null;
}

/**
 * Names the file of a module that several of the build's parts load. Left alone, the bundler makes a file of every way in which parts overlap: the panel
 * begins with 38 files where 5 hold the same, each of which costs it 2 to 5 ms (P9), and the zip holds 80 that are smaller than what it says about
 * them (P16). `null`: the module stays beside the only part that loads it.
 */
export function sharedByPages(): (moduleId: string, graph: Graph) => string | null {
  const known = new Map<string, string | null>();
  return (moduleId, graph) => {
    const name = known.has(moduleId) ? known.get(moduleId) : nameOf(moduleId, reachedFrom(moduleId, graph));
    known.set(moduleId, name ?? null);
    return name ?? null;
  };
}

interface Reached {
  /** The entries that reach it by imports that are not put off. */
  entries: readonly string[];
  /** How many parts that are put off do. */
  later: number;
}

function reachedFrom(moduleId: string, graph: Graph): Reached {
  const seen = new Set([moduleId]);
  const entries: string[] = [];
  let later = 0;
  for (const id of seen) {
    const info = graph.getModuleInfo(id);
    if (info?.isEntry) entries.push(id);
    if (info?.dynamicImporters.length) later++;
    for (const importer of info?.importers ?? []) seen.add(importer);
  }
  return { entries, later };
}

/** Of what comes later, what is asked for together: the first that fits. */
const together = [
  ['archive', /utils\/(archive|zip|import)\/|components\/(archive|import)\//],
  ['mail-view', /utils\/mail-view\/|components\/thread\/mail-frame/],
  ['writing', /components\/writing\//],
  ['onboarding', /components\/(onboarding|invite)\//],
  ['context', /components\/context\//],
  // Each page of the settings stays a file, but for those `wxt.config.ts` puts together; a package is heavy, and stays with whoever needs it.
  [null, /components\/settings\/|node_modules\/(?!lucide-react)/],
  ['later', /./],
] as const;

function nameOf(moduleId: string, { entries, later }: Reached): string | null {
  const among = (name: string) => entries.some((entry) => entry.includes(name));
  if (entries.length === 0) return later < 2 ? null : (together.find(([, test]) => test.test(moduleId))?.[0] ?? null);
  // The worker's rules and tables: pages ask for them all as soon as they have painted. What the worker alone does is no page's.
  if (entries.length === 1) return among('background') && later > 0 && !/entrypoints\/background|\/sync\//.test(moduleId) ? 'rules' : null;
  return among('background') ? 'shared' : among('popup') ? 'pages' : among('options') ? null : 'inboxes';
}
