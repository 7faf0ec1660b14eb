import PostalMime from 'postal-mime';

/** Pieces of a body kept apart before they are put together: some 50 bytes of overhead each. */
const most = 20_000;

/** What the library (postal-mime 4.0.0) holds of the part it is reading: every line by itself, until the part ends. */
interface Internals {
  currentNode: { contentDecoder: { chunks: (Uint8Array<ArrayBuffer> | ArrayBuffer | string)[] } | null };
  readLine(): unknown;
}
const Library = PostalMime as unknown as new (...options: ConstructorParameters<typeof PostalMime>) => PostalMime & Internals;

/**
 * The MIME library, with the lines of a long part put together while they are read: as it is, a text of a million lines takes ten
 * times its size in small objects, and runs into the memory limit of the thread that reads it (S31).
 */
export class FrugalPostalMime extends Library {
  private whole = { of: null as unknown, blocks: 0 };

  override readLine() {
    const decoder = this.currentNode.contentDecoder;
    if (decoder && decoder.chunks.length >= most + (this.whole.of === decoder ? this.whole.blocks : 0)) this.putTogether(decoder);
    return super.readLine();
  }

  private putTogether(decoder: { chunks: (Uint8Array<ArrayBuffer> | ArrayBuffer | string)[] }) {
    const { blocks } = this.whole.of === decoder ? this.whole : { blocks: 0 };
    const pieces = decoder.chunks.splice(blocks).map(bytesOf);
    const joined = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    decoder.chunks.push(joined);
    this.whole = { of: decoder, blocks: blocks + 1 };
  }
}

const letters = new TextEncoder();
function bytesOf(piece: Uint8Array | ArrayBuffer | string): Uint8Array {
  if (typeof piece === 'string') return letters.encode(piece);
  return piece instanceof Uint8Array ? piece : new Uint8Array(piece);
}
