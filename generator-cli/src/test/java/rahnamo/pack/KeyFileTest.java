package rahnamo.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Private keys on the disk: opened by their passphrase only, and by other programs too. */
class KeyFileTest {

  private static final Passphrase PASSPHRASE = Passphrase.of("олма дарё тоғ китоб");

  @TempDir Path temp;
  private SigningKey key;
  private Path file;

  @BeforeEach
  void writeKey() throws IOException {
    key = SigningKey.generate();
    file = temp.resolve("pack.key");
    Files.write(file, KeyFile.encode(key, PASSPHRASE));
  }

  @Test
  void passphraseOpensIt() throws IOException {
    assertEquals(key.secret(), KeyFile.read(file, key.verifyingKey(), PASSPHRASE).secret());
  }

  @Test
  void otherPassphraseDoesNot() {
    requireRefused("keys.wrong-passphrase", Passphrase.of("олма дарё тоғ китоб "));
    requireRefused("keys.wrong-passphrase", Passphrase.of(""));
  }

  @Test
  void keyOfAnotherIsFoundOut() throws IOException {
    Files.write(file, KeyFile.encode(SigningKey.generate(), PASSPHRASE));
    requireRefused("keys.other-key", PASSPHRASE);
  }

  @Test
  void fileThatIsNoKeyIsDamaged() throws IOException {
    String text = Files.readString(file);
    for (String damaged :
        new String[] {
          "",
          "key",
          text.substring(1),
          text.substring(0, text.length() / 2),
          text.replace("ENCRYPTED ", ""),
          text.replaceFirst("(?m)^MI.*$", "MIIB")
        }) {
      Files.writeString(file, damaged);
      requireRefused("keys.damaged", PASSPHRASE);
    }
  }

  @Test
  void lineEndingsOfWindowsAreRead() throws IOException {
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    assertEquals(key.secret(), KeyFile.read(file, key.verifyingKey(), PASSPHRASE).secret());
  }

  @Test
  void twoFilesOfOneKeyDiffer() {
    String first = new String(KeyFile.encode(key, PASSPHRASE), StandardCharsets.US_ASCII);
    String second = new String(KeyFile.encode(key, PASSPHRASE), StandardCharsets.US_ASCII);
    assertFalse(first.equals(second), "the salt is always the same");
  }

  @Test
  void opensslOpensItToo() throws IOException, InterruptedException {
    Path passphrase = Files.writeString(temp.resolve("passphrase"), "олма дарё тоғ китоб\n");
    var openssl =
        new ProcessBuilder(
                "openssl",
                "pkey",
                "-in",
                file.toString(),
                "-passin",
                "file:" + passphrase,
                "-pubout")
            .redirectErrorStream(true)
            .start();
    String pem = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertEquals(0, openssl.waitFor(), pem);
    assertEquals(new String(key.verifyingKey().pem(), StandardCharsets.US_ASCII), pem);
  }

  private void requireRefused(String expected, Passphrase passphrase) {
    KeyException problem =
        assertThrows(KeyException.class, () -> KeyFile.read(file, key.verifyingKey(), passphrase));
    assertEquals(expected, problem.key());
  }
}
