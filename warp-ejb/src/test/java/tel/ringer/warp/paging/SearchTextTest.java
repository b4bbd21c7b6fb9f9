package tel.ringer.warp.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SearchTextTest {
    @Test
    void itIsFoundAnywhereAndTheDatabaseBringsItToLowerCase() {
        assertEquals("%ACME%", SearchText.containing("ACME"));
    }

    @Test
    void placeholdersAreTakenLiterally() {
        assertEquals("%100\\%\\_\\\\%", SearchText.containing("100%_\\"));
    }
}
