package tel.ringer.warp.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SearchTextTest {
    @Test
    void itIsFoundAnywhereWhateverItsCase() {
        assertEquals("%acme%", SearchText.containing("ACME"));
    }

    @Test
    void placeholdersAreTakenLiterally() {
        assertEquals("%100\\%\\_\\\\%", SearchText.containing("100%_\\"));
    }
}
