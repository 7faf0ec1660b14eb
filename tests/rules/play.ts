import { parameters } from './parameters';
import { type Row, sentencesOf } from './read-table';
import { compile, type Step } from './step';
import { Story } from './story';

const kinds = { Given: ['given', 'act'], When: ['act'], Then: ['check'] } as const;
type Place = keyof typeof kinds;

/** The one step a sentence means in this place. None, or more than one, is a fault of the page or of the steps. */
function find(steps: readonly Step[], place: Place, sentence: string) {
  const found = steps.flatMap((one) => {
    const run = kinds[place].map((kind) => one[kind]).find((kind) => kind !== undefined);
    const { pattern, blanks } = compile(one);
    const words = run && pattern.exec(sentence);
    return words ? [{ one, run, filled: words.slice(1).map((word, at) => ({ blank: blanks[at] as keyof typeof parameters, word })) }] : [];
  });
  const [only, ...others] = found;
  if (!only) throw new Error(`nobody knows what "${sentence}" means in ${place}: see tests/rules/steps/`);
  if (others.length > 0) throw new Error(`"${sentence}" means ${found.map(({ one }) => `"${one.sentence}"`).join(' and ')}`);
  return only;
}

async function say(story: Story, steps: readonly Step[], place: Place, sentence: string) {
  const { run, filled } = find(steps, place, sentence);
  const values: unknown[] = [];
  for (const { blank, word } of filled) values.push(await parameters[blank].read(story, word));
  try {
    await run(story, ...(values as never[]));
  } catch (error) {
    throw new Error(`${place} "${sentence}": ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** Plays a row: all of Given must succeed, the last act of When may be refused only where Then says so, and Then must look at something. */
export async function play(row: Row, steps: readonly Step[]): Promise<void> {
  const story = new Story();
  for (const sentence of sentencesOf(row.given)) {
    await say(story, steps, 'Given', sentence);
    if (story.refused) throw new Error(`Given "${sentence}" was refused: ${story.refused.refused}`);
  }
  // Who is named later only has to be there before the act, so that "nothing changes" means what it says.
  for (const [name = ''] of `${row.when} ${row.then}`.matchAll(/\b[ABC]\b/g)) if (begins(steps, row, name)) await story.conversation(name);
  story.remember();
  const acts = sentencesOf(row.when);
  const checks = sentencesOf(row.then);
  if (acts.length === 0 || checks.length === 0) throw new Error('a row needs something that happens and something that is so then');
  for (const sentence of acts) await say(story, steps, 'When', sentence);
  if (story.refused && !checks.some((sentence) => sentence.startsWith('it is refused'))) throw new Error(`it was refused: ${story.refused.refused}`);
  for (const sentence of checks) await say(story, steps, 'Then', sentence);
}

/** Whether a conversation is one that When itself does not begin. */
const begins = (steps: readonly Step[], row: Row, name: string) =>
  !sentencesOf(row.when).some((sentence) => {
    const { filled } = find(steps, 'When', sentence);
    return filled.some(({ blank, word }) => blank === 'newConversation' && word === name);
  });
