import nodemailer, { type SendMailOptions } from 'nodemailer';

/** A real mail client handing a mail to the hub's listener. */
export async function sendMail(smtp: { host: string; port: number }, mail: SendMailOptions) {
  const transport = nodemailer.createTransport({ ...smtp, secure: false, tls: { rejectUnauthorized: false } });
  const sent = await transport.sendMail(mail);
  transport.close();
  return { messageId: sent.messageId, response: sent.response };
}
