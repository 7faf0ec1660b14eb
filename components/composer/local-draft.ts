import { typedWordsKey } from '../../utils/connection/typed-place';
import { TypedWords } from '../../utils/connection/typed-words';
import { device } from '../panel/device';

export async function readLocalDraft(place: string): Promise<TypedWords | undefined> {
  const parsed = TypedWords.safeParse((await device.settings.get(typedWordsKey(place)))?.value);
  return parsed.success ? parsed.data : undefined;
}

export const dropLocalDraft = (place: string): Promise<void> => device.settings.delete(typedWordsKey(place));

/**
 * Every keystroke goes to the disk of this device at once; the newest text wins, so a slow disk never falls behind. It is a draft of
 * the agent's space (an outbox entry) only when typing pauses: one entry a sentence, not one a letter.
 */
export class LocalDraftWriter {
  private next: TypedWords | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly place: string) {}

  /** Settles when `draft`, or a newer one, is on the disk. */
  write(draft: TypedWords): Promise<void> {
    this.next = draft;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async run() {
    while (this.next) {
      const value = this.next;
      this.next = undefined;
      await device.settings.put({ key: typedWordsKey(this.place), value });
    }
  }
}
