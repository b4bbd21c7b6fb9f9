package tel.ringer.warp.notification;

/** What a mail is about; a feature composes each kind. */
public enum MailKind {
    INVITATION,
    REMINDER,
    RENEWAL_REQUEST,
    WELCOME
}
