package tel.ringer.warp.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
    private final Path folder;

    SigningKeyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static KeyPair generated(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), text);
    }

    private Path file(PrivateKey key) throws IOException {
        return file(pem("PRIVATE KEY", key.getEncoded()));
    }

    private static String refusal(Path file) {
        String sentence = String.valueOf(assertThrows(IllegalArgumentException.class, () -> SigningKey.read(file))
                .getMessage());
        assertTrue(sentence.contains(file.toString()), sentence);
        return sentence;
    }

    @Test
    void aKeyIsReadWithItsPublicHalf() throws GeneralSecurityException, IOException {
        KeyPair pair = generated("RSA", 2048);
        SigningKey key = SigningKey.read(file(pair.getPrivate()));
        assertEquals(pair.getPublic(), key.publicKey());
        assertEquals(pair.getPrivate(), key.privateKey());
    }

    @Test
    void aKeyIsReadFromItsTextOrTheBase64OfIt() throws GeneralSecurityException {
        KeyPair pair = generated("RSA", 2048);
        String text = pem("PRIVATE KEY", pair.getPrivate().getEncoded());
        String line = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
        assertEquals(pair.getPublic(), SigningKey.of("test", text).publicKey());
        assertEquals(pair.getPublic(), SigningKey.of("test", line).publicKey());
        assertEquals(
                pair.getPublic(), SigningKey.of("test", text.replace('\n', ' ')).publicKey());
    }

    @Test
    void twoPrivateKeysAreNotOne() throws GeneralSecurityException, IOException {
        String text = pem("PRIVATE KEY", generated("RSA", 2048).getPrivate().getEncoded());
        assertTrue(refusal(file(text + text)).endsWith("is not a PKCS#8 RSA private key"));
    }

    @Test
    void aMissingFileIsToldInOneSentence() {
        assertTrue(refusal(folder.resolve("none.pem")).endsWith("can't be read"));
    }

    @Test
    void aFolderIsNoKeyFile() {
        assertTrue(refusal(folder).endsWith("can't be read"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "x",
                "hello",
                "This is no key at all.",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nAA=A\n-----END PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n"
            })
    void whatIsNoPemOfAPrivateKeyIsToldInOneSentence(String text) throws IOException {
        assertTrue(refusal(file(text)).endsWith("is not a PKCS#8 RSA private key"));
    }

    @Test
    void aPublicKeyIsNoSigningKey() throws GeneralSecurityException, IOException {
        String text = pem("PUBLIC KEY", generated("RSA", 2048).getPublic().getEncoded());
        assertTrue(refusal(file(text)).endsWith("is not a PKCS#8 RSA private key"));
    }

    @Test
    void anEllipticKeyIsToldInOneSentence() throws GeneralSecurityException, IOException {
        assertTrue(refusal(file(generated("EC", 256).getPrivate())).endsWith("is not a PKCS#8 RSA private key"));
    }

    @Test
    void aShortKeyIsToldInOneSentence() throws GeneralSecurityException, IOException {
        assertTrue(refusal(file(generated("RSA", 1024).getPrivate())).endsWith("has fewer than 2048 bits"));
    }

    @Test
    void aKeyDoesNotPrint() throws GeneralSecurityException, IOException {
        SigningKey key = SigningKey.read(file(generated("RSA", 2048).getPrivate()));
        assertEquals("SigningKey[hidden]", key.toString());
    }
}
