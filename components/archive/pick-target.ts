import type { Sink } from '../../utils/zip/zip-writer';
import { saveFile } from '../onboarding/save-file';

/** Where an archive is written to. Until `finish` nothing there looks like one; `drop` takes away what there is. */
export interface Target {
  sink: Sink;
  finish(): Promise<void>;
  drop(): Promise<void>;
}

/** The picker of Chromium, which the language's own types leave out. */
type Picker = (options: { suggestedName: string; types: { accept: Record<string, string[]> }[] }) => Promise<FileSystemFileHandle>;

/** Bytes written at once: a write is a call to another process. */
const together = 4 * 1024 * 1024;

/**
 * Asks a person where the file shall lie and writes there as it goes; where a browser cannot, it is gathered and handed to the downloads.
 * Nothing when nobody chose. Call it in the press of a button.
 */
export async function pickTarget(name: string): Promise<Target | undefined> {
  const pick = (window as { showSaveFilePicker?: Picker }).showSaveFilePicker;
  if (!pick) return download(name);
  try {
    return await intoFile(await pick.call(window, { suggestedName: name, types: [{ accept: { 'application/zip': ['.zip'] } }] }));
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') return undefined;
    throw fault;
  }
}

async function intoFile(handle: FileSystemFileHandle): Promise<Target> {
  const file = await handle.createWritable();
  const gathered = gather((bytes) => file.write(bytes));
  return {
    sink: gathered,
    async finish() {
      await gathered.flush();
      await file.close();
    },
    async drop() {
      await file.abort().catch(() => undefined);
      // The picker made an empty file under this name.
      await (handle as { remove?(): Promise<void> }).remove?.().catch(() => undefined);
    },
  };
}

/** In pieces the browser may put on its disk. */
function download(name: string): Target {
  const pieces: Blob[] = [];
  const gathered = gather(async (bytes) => void pieces.push(bytes));
  return {
    sink: gathered,
    async finish() {
      await gathered.flush();
      saveFile({ name, bytes: new Blob(pieces, { type: 'application/zip' }) });
    },
    async drop() {
      pieces.length = 0;
    },
  };
}

function gather(write: (bytes: Blob) => Promise<void>): Sink & { flush(): Promise<void> } {
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const flush = async () => {
    const bytes = new Blob(waiting);
    waiting = [];
    size = 0;
    await write(bytes);
  };
  return {
    flush,
    async write(bytes) {
      waiting.push(bytes);
      size += bytes.length;
      if (size >= together) await flush();
    },
  };
}
