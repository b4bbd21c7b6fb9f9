package tel.ringer.warp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessQuestionTest {
    @Test
    void aHeadIsAskedAboutAsTheGetThatAnswersIt() {
        assertEquals("GET", new AccessQuestion("HEAD", "/v1/customers", Optional.empty()).method());
        assertEquals("POST", new AccessQuestion("POST", "/v1/customers", Optional.empty()).method());
    }
}
