package tel.ringer.warp.runner;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    @SuppressWarnings("try")
    void aSecondRunnerIsToldWhoWorksThere() throws IOException {
        try (FolderLock first = FolderLock.on(folder)) {
            CannotStartException refusal = assertThrows(CannotStartException.class, () -> FolderLock.on(folder));

            assertEquals(
                    "Another runner (process %d) works in %s: stop it, or set WARP_RUN_DIR to another folder."
                            .formatted(ProcessHandle.current().pid(), folder),
                    refusal.sentence());
        }
    }

    @Test
    void theFolderIsFreeAfterwards() throws IOException {
        FolderLock.on(folder).close();

        assertDoesNotThrow(() -> FolderLock.on(folder).close());
    }
}
