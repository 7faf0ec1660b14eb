/** Mails a person gave, as files they lie in; read piece by piece, never whole. */
export interface MailSource {
  /** As it is shown: the file's name, or how many there are. */
  name: string;
  files: readonly File[];
}

/** Where every mail of a source lies, oldest first, in numbers that cross between threads: `at` is the file, by its place in the source. */
export interface MailIndex {
  files: Uint32Array;
  offsets: Float64Array;
  lengths: Float64Array;
  /** The Date header in ms; 0 where there is none. */
  dates: Float64Array;
  /** Files that are no mail, by their places in the source. */
  refused: number[];
}

/** One mail of an index. */
export interface FoundMail {
  file: File;
  offset: number;
  length: number;
  date: number;
  /** It lies in a file of many mails, which marks some of its lines. */
  marked: boolean;
}
