/** What browsers and Node both have and no ECMAScript library names. For shared.tsconfig.json alone. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array | ArrayBuffer): string;
}
declare class URL {
  constructor(url: string);
  static canParse(url: string): boolean;
  readonly href: string;
  readonly hostname: string;
  readonly port: string;
  readonly username: string;
  readonly pathname: string;
  readonly search: string;
}
