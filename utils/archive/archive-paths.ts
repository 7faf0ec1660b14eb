import { safeFileName } from '../mail/safe-file-name';

/** Names inside an archive: what a person would look for, safe on every system, each once. */
export class ArchivePaths {
  private readonly taken = new Set<string>();
  private readonly folders = new Map<string, string>();

  /** `mail/<inbox>/<day> <subject>.eml` */
  mail(inbox: { id: string; name: string }, subject: string, at: number): string {
    const folder = this.folders.get(inbox.id) ?? this.free((n) => `mail/${stem(inbox.name, 'inbox', 60)}${n}`);
    this.folders.set(inbox.id, folder);
    const words = `${new Date(at).toISOString().slice(0, 10)} ${stem(subject, 'mail', 60)}`;
    return this.free((n) => `${folder}/${words}${n}.eml`);
  }

  file(name: string): string {
    const safe = safeFileName(name, 'file');
    const dot = safe.lastIndexOf('.');
    const [words, extension] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, ''];
    return this.free((n) => `files/${words.slice(0, 80)}${n}${extension.slice(0, 20)}`);
  }

  /** Case tells no names apart on some systems. */
  private free(named: (n: string) => string): string {
    for (let n = 1; ; n++) {
      const path = named(n === 1 ? '' : ` (${n})`);
      const folded = path.toLowerCase().normalize();
      if (this.taken.has(folded)) continue;
      this.taken.add(folded);
      return path;
    }
  }
}

/** One name, without dots or colons to trip over. */
const stem = (words: string, otherwise: string, most: number) =>
  safeFileName(words.replace(/[\\/.:]+/g, ' '), otherwise)
    .slice(0, most)
    .trim() || otherwise;
