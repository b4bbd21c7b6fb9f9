package tel.ringer.warp.identity;

import java.util.Optional;

/** What a person changes of themselves; what is empty stays. */
public record ProfileChange(
        Optional<PersonName> displayName, Optional<Preference> locale, Optional<Preference> timeZone) {}
