export class FileRejected extends Error {
  override name = 'FileRejected';
  constructor(readonly why: 'too-large' | 'other-bytes') {
    super(why);
  }
}
