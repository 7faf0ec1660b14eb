import * as z from 'zod/mini';
import type { MessageKey } from '../../utils/i18n/messages';

/** What is wrong with how somebody says they are called and reached, both without blanks around them. */
export function problemOfName({ name, email }: { name: string; email: string }): MessageKey | undefined {
  if (!name || name.length > 200) return 'pageNameMissing';
  return z.email().check(z.maxLength(320)).safeParse(email).success ? undefined : 'pageEmailInvalid';
}
