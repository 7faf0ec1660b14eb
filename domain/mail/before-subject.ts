/** `Re:`, `SV:`, `Fwd:`, `Antw:`, `回复：` and whatever else of up to four letters stands before the subject in some language. */
export const beforeSubject = /^(?:\s*\p{L}{1,4}(?:\[\d+\])?\s*[:：])+/u;
