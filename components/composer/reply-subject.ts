const answered = /^\s*(?:re|sv|vs|aw|antw|ang|r)\s*(?:\[\d+\])?\s*:/i;

/** "Re: …", unless it is said already in one of the ways mail programs here do; an empty subject stays empty. */
export const replySubject = (subject: string) => (subject.trim() === '' || answered.test(subject) ? subject : `Re: ${subject}`);
