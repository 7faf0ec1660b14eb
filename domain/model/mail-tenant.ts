import * as z from 'zod/mini';

/** Microsoft's directory as it names them: an id, a domain, or a word for many of them. Empty where there is none to name. */
export const MailTenant = z
  .string()
  .check(
    z.trim(),
    z.maxLength(200),
    z.regex(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}|organizations|common|consumers)?$/i),
  );

/** Whether a directory can be called this. */
export const isMailTenant = (typed: string) => typed.trim() !== '' && MailTenant.safeParse(typed).success;

/** Whether accounts of nobody's organisation sign in there too: outlook.com, hotmail, live. */
export const takesPersonalAccounts = (tenant: string) => /^(common|consumers)$/i.test(tenant.trim());
