/** The first of these programs that stands in a folder of PATH. */
export function onPath(
  names: readonly string[],
  machine: { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; exists: (path: string) => boolean },
): string | undefined {
  const windows = machine.platform === 'win32';
  const folders = (machine.env.PATH ?? '').split(windows ? ';' : ':').filter((folder) => folder !== '');
  const files = names.map((name) => (windows ? `${name}.exe` : name));
  return files.flatMap((file) => folders.map((folder) => `${folder}${windows ? '\\' : '/'}${file}`)).find(machine.exists);
}
