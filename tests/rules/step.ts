import { parameters } from './parameters';
import type { Story } from './story';

type Blanks = typeof parameters;
type Blank<P extends string> = P extends keyof Blanks ? Awaited<ReturnType<Blanks[P]['read']>> : never;
/** What a step is handed for the blanks of its sentence, in their order. */
type Filled<S extends string> = S extends `${string}{${infer P}}${infer Rest}` ? [Blank<P>, ...Filled<Rest>] : [];
type Run = (story: Story, ...filled: never[]) => unknown;

/** What a sentence does where it stands in Given or When, and what it looks for where it stands in Then. */
export interface Step {
  sentence: string;
  /** Makes it so before the act; in Given alone. */
  given?: Run;
  /** Somebody does it; in Given and When. */
  act?: Run;
  /** Whether it is so; in Then alone. Throws, by `expect`, where it is not. */
  check?: Run;
}

/** A sentence like `{agent} closes {ticket}`; `(is|are)` takes either word, `(alone )` and the like may be missing when it ends in `?`. */
export const step = <const S extends string>(
  sentence: S,
  run: { [K in 'given' | 'act' | 'check']?: (story: Story, ...filled: Filled<S>) => unknown },
): Step => ({ sentence, ...(run as Omit<Step, 'sentence'>) });

const blank = /\{(\w+)\}/g;

export function compile({ sentence }: Step): { pattern: RegExp; blanks: (keyof Blanks)[] } {
  const blanks = [...sentence.matchAll(blank)].map(([, name]) => name as keyof Blanks);
  const unknown = blanks.filter((name) => !(name in parameters));
  if (unknown.length > 0) throw new Error(`"${sentence}" has a blank nobody fills: ${unknown.join(', ')}`);
  const open = sentence.replaceAll('(', '(?:');
  return { pattern: new RegExp(`^${open.replaceAll(blank, (_, name: keyof Blanks) => `(${parameters[name].pattern})`)}$`), blanks };
}
