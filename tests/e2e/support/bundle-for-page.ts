import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A file of this folder as one script that a page evaluates; what the file exports is then in `name`. */
export async function bundleForPage(file: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry: fileURLToPath(new URL(file, import.meta.url)), formats: ['iife'], name } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('no bundle');
  return chunk.code;
}
