package tel.ringer.warp.privacy;

import java.util.Locale;

/** A part of what is kept of a person, in the order in which it is shown. */
public enum PersonalDataSection {
    ACCOUNT,
    GRANTS,
    SESSIONS,
    INVITATIONS_RECEIVED,
    INVITATIONS_SENT,
    INVITATION_BATCHES,
    INVITATION_BATCH_ROWS,
    MAILS,
    SUPPRESSIONS,
    API_KEYS,
    IDEMPOTENCY_KEYS,
    PLATFORM_IDEMPOTENCY_KEYS,
    CUSTOMER_NOTES,
    CONTACT_OF_CUSTOMERS,
    REPLY_ADDRESS_OF_CUSTOMERS,
    EVENTS_BY_THE_PERSON,
    EVENTS_ABOUT_THE_PERSON;

    /** As the wire and the database call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
