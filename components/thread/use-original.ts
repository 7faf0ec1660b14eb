import type { ThreadMessage } from '../../utils/store/read-messages';
import { saveBlob } from './save-blob';
import { type FileState, useFile } from './use-file';

export interface Original {
  state: FileState;
  save(): void;
}

/** The mail as it came, byte for byte: fetched when asked for, handed to the downloads. */
export function useOriginal(message: ThreadMessage): Original {
  const { state, fetch } = useFile(message.id, message.rawHash);
  return {
    state,
    save: () => void fetch().then((raw) => raw && saveBlob(raw, `${message.id}.eml`)),
  };
}
