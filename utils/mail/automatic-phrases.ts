/** Subjects machines write, by language: English, Danish, Norwegian, Swedish, German and the most common others. Data. */

export const bounceSubjects = [
  /\b(?:undeliver(?:able|ed)|non[- ]?deliver(?:y|able)|not? deliver(?:ed|able))\b/i,
  /\b(?:mail|message|email|e-mail)?\s?deliver(?:y|ing)\b.{0,20}\b(?:fail(?:ure|ed)?|problem|error|status|report|notification|unsuccessful|incomplete|delayed|suspended|issue)/i,
  /\b(?:returned|return(?:ing)?) (?:mail|message|e-?mail|to sender)\b/i,
  /\b(?:failure|nondelivery|non-delivery|delivery) (?:notice|notification|report)\b/i,
  /\b(?:fail(?:ed|ure)) (?:to deliver|delivery|mail|sending)/i,
  /\bmail(?:er)? (?:system )?(?:error|failure|rejected|returned|could not be)/i,
  /\b(?:message|mail|e-?mail) (?:not (?:sent|delivered)|status - undeliverable|could not be delivered|rejected|blocked|bounced|you sent blocked)/i,
  /\b(?:could not|cannot|can't|unable to) (?:send|deliver|be delivered)/i,
  /^(?:warning|action required): (?:message|could not|unable)/i,
  /\b(?:user|host|address|recipient) (?:unknown|not found|rejected)\b/i,
  /\bmail could not be delivered\b|\bdelayed mail\b|\berror sending\b|\bdsn:/i,
  /\b(?:kunne ikke leveres|ikke leveret|ikke levert|leveringsfejl|leveringsfeil|uleverlig|ikke-levering|manglende levering|returneret mail|mislykket levering)\b/i,
  /\b(?:kunde inte levereras|kan inte levereras|ej levererad|inte levererat|leveransfel|olevererbar|obeställbart|leveransmisslyckande)\b/i,
  /\b(?:unzustellbar|nicht zugestellt|zustellung fehlgeschlagen|zustellungsfehler|konnte nicht zugestellt|unzustellbarkeits|rückläufer)/i,
  /\b(?:non remis|échec de (?:la )?(?:remise|livraison|distribution)|mail non délivré|no se puede entregar|devuelto|no entregado|mancato recapito|impossibile recapitare|onbestelbaar|niet bezorgd|não entregue|devolvido)\b/i,
  /(?:недоставленн|не доставлено|配信不能|メールエラー通知|送信できませんでした|退信|无法投递)/i,
];

export const autoReplySubjects = [
  /^(?:re: ?)?(?:auto(?:matic|mated)?|automatiskt?|automatisches?|autom\.?)[ -]?(?:reply|response|answer|svar|antwort|respons|mail)\b/i,
  /^(?:re: ?)?(?:auto|autoreply|autoresponse|autorespond(?:er)?|autosvar|autosvarr|autoantwort)\s?[:\-–]/i,
  /^(?:re: ?)?(?:out of (?:the )?office|ooo|on vacation|vacation(?: (?:reply|response|message|notice))?|away from (?:the )?(?:office|my (?:mail|desk)))\b/i,
  /\bout of (?:the )?office (?:auto|reply|response|notification|message)/i,
  /^(?:re: ?)?(?:fraværsmeddelelse|fraværsbesked|fraværsmelding|ikke på kontoret|ikke til stede|ferie(?:besked|melding|hilsen)|jeg (?:er|holder) (?:på )?ferie|automatisk svar|autosvar)\b/i,
  /^(?:re: ?)?(?:frånvaromeddelande|frånvaro(?:svar)?|inte på kontoret|ej på kontoret|semester(?:meddelande|hälsning|svar)|jag är på semester)\b/i,
  /^(?:re: ?)?(?:abwesenheits(?:notiz|nachricht|meldung|benachrichtigung|assistent)|abwesend|nicht im (?:büro|hause)|urlaubs(?:notiz|meldung|benachrichtigung)|eingangsbestätigung)\b/i,
  /^\W{0,3}(?:re: ?)?(?:réponse automatique|absence du bureau|respuesta automática|fuera de (?:la )?oficina|risposta automatica|automatisch antwoord|afwezigheid|resposta automática|automatyczna odpowied|ausência temporária|automaattinen vastaus|poissaolo)/i,
  /^(?:re: ?)?(?:автоматический ответ|автоответ|自動返信|自动回复)/i,
];

/** Who bounces are from. */
export const daemonLocalParts =
  /^(?:mailer[-_.]?daemon|mail[-_.]?daemon|daemon|post[-_]?master|mdaemon|mailerdaemon|bounces?|mail-?delivery(?:-?system|-?subsystem)?|uucp|internet-?mail-?delivery|no-?reply-?dsn)(?:$|[+.])/i;

/** First words of the reports of mail programs that write them as plain mails (qmail, Exim, Sendmail, Exchange 5, Lotus …). */
export const bounceOpenings = [
  /this is the (?:qmail-send|mail (?:system|delivery)|postfix|mail delivery (?:sub)?system|mail transport)/i,
  /this (?:message|report) (?:was created|was generated) automatically by (?:the )?mail/i,
  /(?:could|can) ?not be delivered to (?:one or more|some or all|the following|all)/i,
  /delivery (?:has failed|to the following|failed|of the following|attempts)/i,
  /the following (?:address|recipient|message|e-?mail|mail|user|organization|errors?)[^\n]{0,80}(?:fail|undeliver|not |had|occur|could|reject|permanent)/i,
  /did not reach the following recipient/i,
  /(?:your|this|the original|a) (?:message|mail|e-?mail)[^\n]{0,120}(?:undeliver|could not be|cannot be|can't be|was not|has not|did not reach|not been|unable to be|was rejected|rejected by|returned)/i,
  /----- ?(?:the following addresses had|transcript of session|original message follows|unsent message)|^transcript of session follows/i,
  /unable to deliver (?:your |this )?(?:message|mail|e-?mail)?/i,
  /送信できませんでした|メールボックスが一杯/,
  /(?:permanent|fatal) (?:fatal )?errors?|undeliverable (?:message|mail|to)|mailbox (?:is )?(?:full|unavailable|not found|over quota)|user (?:unknown|not found|doesn't exist)|no such (?:user|mailbox)|over quota|quota exceeded/i,
  /(?:^|\n)[ \t<]{0,4}5\d\d[ -]5?\.?\d?\.?\d?/,
];
