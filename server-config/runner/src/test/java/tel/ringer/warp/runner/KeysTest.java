package tel.ringer.warp.runner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theSigningKeyIsMadeOnce() throws IOException {
        Keys keys = new Keys(folder.resolve("keys"));

        byte[] first = Files.readAllBytes(keys.tokenSigningKey());

        assertArrayEquals(first, Files.readAllBytes(keys.tokenSigningKey()));
    }

    @Test
    void theSigningKeyIsAnRsaKeyOf2048Bits() throws IOException, JOSEException {
        String pem = Files.readString(new Keys(folder).tokenSigningKey());

        assertEquals(2048, JWK.parseFromPEMEncodedObjects(pem).size());
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        Path key = new Keys(folder.resolve("keys")).tokenSigningKey();

        assertEquals("rw-------", permissions(key));
        assertEquals("rwx------", permissions(folder.resolve("keys")));
    }

    @Test
    void everyRoleHasAPasswordOfItsOwn() throws IOException {
        Keys keys = new Keys(folder);

        assertEquals(keys.password("one"), keys.password("one"));
        assertNotEquals(keys.password("one"), keys.password("other"));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
