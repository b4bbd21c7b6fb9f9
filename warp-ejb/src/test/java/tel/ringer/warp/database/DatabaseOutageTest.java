package tel.ringer.warp.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOutageTest {
    private static Exception failed(String state) {
        return new EJBException(new PersistenceException(new SQLException("I/O error", state)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53100", "53300", "57P01", "57P02", "57P03", "25006"})
    void aDatabaseThatTakesNoWorkIsOne(String state) {
        assertTrue(DatabaseOutage.in(failed(state)).orElseThrow().endsWith("I/O error"));
    }

    @Test
    void aPoolWithoutConnectionIsOne() {
        assertTrue(DatabaseOutage.in(new EJBException(
                        new SQLException("Error in allocating", new ResourceAllocationException("in use"))))
                .isPresent());
    }

    /** A statement that was refused, took too long or met another one is told otherwise. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"23505", "42501", "40001", "57014", "WA001"})
    void aStatementThatFailedIsNone(String state) {
        assertEquals("", DatabaseOutage.in(failed(state)).orElse(""));
    }
}
