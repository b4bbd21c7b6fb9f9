package tel.ringer.warp.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyWatchTest {
    private final Path folder;
    private final Path keyFile;
    private final Path others;
    private final KeyPair first;
    private final KeyPair second;
    private final KeyWatch watch = new KeyWatch();

    KeyWatchTest(@TempDir Path folder) throws GeneralSecurityException, IOException {
        this.folder = folder;
        keyFile = folder.resolve("signing.pem");
        others = Files.createDirectory(folder.resolve("others"));
        first = generated("RSA", 2048);
        second = generated("RSA", 2048);
    }

    private static KeyPair generated(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String pem(Key key) {
        String label = key.getFormat().equals("X.509") ? "PUBLIC KEY" : "PRIVATE KEY";
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END " + label + "-----\n";
    }

    private KeySources sources() {
        return new KeySources(
                Optional.of(keyFile.toString()), Optional.empty(), Optional.empty(), Optional.of(others.toString()));
    }

    private KeyRing look() {
        return watch.look(sources());
    }

    @BeforeEach
    void supply() throws IOException {
        Files.writeString(keyFile, pem(first.getPrivate()));
    }

    @Test
    void aRotationNeedsNoRestart() throws IOException {
        assertEquals(List.of(first.getPublic()), look().accepted());

        Files.writeString(others.resolve("next.pem"), pem(second.getPublic()));
        assertEquals(List.of(first.getPublic(), second.getPublic()), look().accepted());

        Files.writeString(keyFile, pem(second.getPrivate()));
        Files.writeString(others.resolve("next.pem"), pem(first.getPublic()));
        KeyRing rotated = look();
        assertEquals(second.getPublic(), rotated.signing().publicKey());
        assertEquals(List.of(second.getPublic(), first.getPublic()), rotated.accepted());

        Files.delete(others.resolve("next.pem"));
        assertEquals(List.of(second.getPublic()), look().accepted());
    }

    @Test
    void aPrivateKeyBesideStandsForItsPublicHalf() throws IOException {
        Files.writeString(others.resolve("next.pem"), pem(second.getPrivate()) + pem(first.getPublic()));
        assertEquals(List.of(first.getPublic(), second.getPublic()), look().accepted());
    }

    @Test
    void whatDoesNotEndInPemIsNoKey() throws IOException {
        Files.writeString(others.resolve("next.pem.part"), pem(second.getPublic()));
        assertEquals(List.of(first.getPublic()), look().accepted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-----BEGIN PUBLIC KEY-----\nMIIE", "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----"
            })
    void aBrokenKeyBesideIsNotAcceptedAndHarmsNoOther(String text) throws IOException {
        Files.writeString(others.resolve("a.pem"), text);
        Files.writeString(others.resolve("b.pem"), pem(second.getPublic()));
        assertEquals(List.of(first.getPublic(), second.getPublic()), look().accepted());
    }

    @Test
    void weakAndOtherKeysBesideAreNotAccepted() throws IOException, GeneralSecurityException {
        Files.writeString(others.resolve("a.pem"), pem(generated("RSA", 1024).getPublic()));
        Files.writeString(others.resolve("b.pem"), pem(generated("EC", 256).getPublic()));
        assertEquals(List.of(first.getPublic()), look().accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half of a k", "-----BEGIN PRIVATE KEY-----\nMIIE"})
    void aSigningKeyThatBreaksStaysInUse(String text) throws IOException {
        look();
        Files.writeString(keyFile, text);
        assertEquals(first.getPublic(), look().signing().publicKey());

        Files.delete(keyFile);
        assertEquals(first.getPublic(), look().signing().publicKey());
    }

    @Test
    void aBrokenSigningKeyKeepsNoOtherAlive() throws IOException {
        Files.writeString(others.resolve("last.pem"), pem(second.getPublic()));
        look();
        Files.writeString(keyFile, "");
        Files.delete(others.resolve("last.pem"));
        assertEquals(List.of(first.getPublic()), look().accepted());
    }

    @Test
    void withoutTheFolderNoneOfItsKeysIsAccepted() throws IOException {
        Files.writeString(others.resolve("last.pem"), pem(second.getPublic()));
        look();
        Files.delete(others.resolve("last.pem"));
        Files.delete(others);
        assertEquals(List.of(first.getPublic()), look().accepted());
    }

    @Test
    void keysMayBeSettings() {
        KeySources settings = new KeySources(
                Optional.empty(),
                Optional.of(pem(second.getPrivate())),
                Optional.of(pem(first.getPublic())),
                Optional.empty());
        assertEquals(
                List.of(second.getPublic(), first.getPublic()),
                watch.look(settings).accepted());
    }

    @Test
    void oneKeySignsAndNotTwo() {
        Optional<String> file = Optional.of(keyFile.toString());
        Optional<String> text = Optional.of(pem(second.getPrivate()));
        for (KeySources unclear : List.of(
                new KeySources(file, text, Optional.empty(), Optional.empty()),
                new KeySources(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))) {
            assertEquals(
                    "Set one of warp.token.key-file and warp.token.key-text",
                    assertThrows(IllegalArgumentException.class, () -> watch.look(unclear))
                            .getMessage());
        }
    }

    @Test
    void nothingPrints() {
        assertEquals("KeyRing[hidden]", look().toString());
        assertEquals(
                "KeyText[warp.token.key-file: " + folder.resolve("signing.pem") + "]",
                sources().signing().toString());
    }
}
