import type { Id } from '../../domain/model/ids';
import type { Seeded } from './seeded';
import type { Language } from './stories/story';

/** A customer of the sample. Those of a firm write from its domain. */
export interface Person {
  contactId: Id;
  name: string;
  email: string;
  phone: string | null;
  language: Language;
  firm: { id: Id; name: string; domain: string } | undefined;
}

/** Everybody of a language; each third works for one of its firms. */
export function peopleOf(language: Language, seeded: Seeded, at: number): Person[] {
  const firms = language.firms.map((firm) => ({ ...firm, id: seeded.id(at) }));
  return language.people.map((name, i) => {
    const firm = i % 3 === 2 ? firms[i % firms.length] : undefined;
    const email = `${addressPart(name)}@${firm?.domain ?? 'mail.example'}`;
    const phone = i % 2 === 0 ? `+45 ${seeded.between(20, 99)} ${seeded.between(10, 99)} ${seeded.between(10, 99)} ${seeded.between(10, 99)}` : null;
    return { contactId: seeded.id(at), name, email, phone, language, firm };
  });
}

/** "Henrik Østergaard-Thomsen" as people write it in an address: `henrik.oestergaard-thomsen`. */
const addressPart = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f’]/g, '')
    .replaceAll(/\s+/g, '.');
