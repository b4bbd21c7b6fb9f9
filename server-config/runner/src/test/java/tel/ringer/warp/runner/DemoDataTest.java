package tel.ringer.warp.runner;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoDataTest {

    @Test
    void theScriptNamesThoseWhoCanSignIn() {
        DemoData demo = new DemoData("-- account: super@warp.example  super administrator\nselect 1;\n");

        assertEquals(List.of("super@warp.example  super administrator"), demo.accounts());
    }

    @Test
    void theShippedScriptIsFound() {
        assertDoesNotThrow(DemoData::shipped);
    }
}
