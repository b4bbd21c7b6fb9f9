package tel.ringer.warp.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.problem.ProblemException;

class BanGeneratorTest {
    @Test
    void aNumberHasTwoCapitalsAHyphenAndNineDigits() {
        BanGenerator generator = new BanGenerator();
        Set<Ban> made = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Ban ban = generator.firstThat(made::add);
            assertTrue(ban.value().matches("[A-Z]{2}-[0-9]{9}"), ban.value());
        }
        assertEquals(1000, made.size());
    }

    @Test
    void whatIsTakenIsPassedOver() {
        Iterator<Ban> script = List.of(new Ban("AA-000000001"), new Ban("AA-000000001"), new Ban("AA-000000002"))
                .iterator();
        Set<Ban> taken = new HashSet<>(Set.of(new Ban("AA-000000001")));

        assertEquals(new Ban("AA-000000002"), BanGenerator.firstThat(taken::add, script::next));
    }

    @Test
    void whoFindsNoneIsToldSo() {
        ProblemException refused = assertThrows(
                ProblemException.class, () -> BanGenerator.firstThat(ban -> false, () -> new Ban("AA-000000001")));

        assertEquals("no_free_ban", refused.code());
    }
}
