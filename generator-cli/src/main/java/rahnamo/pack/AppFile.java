package rahnamo.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * The Android app of a site as it lies beside the site. Immutable.
 *
 * @param file its name in the folder {@code app}
 * @param size its bytes
 * @param digest its SHA-256
 * @param certificate the SHA-256 of the certificate that it is signed with
 */
public record AppFile(String file, long size, String digest, String certificate) {

  /** The folder of a site in which apps lie. */
  public static final String FOLDER = "app";

  /** The certificate of the key that lies in the sources: whoever likes can sign with it. */
  public static final String TEST_CERTIFICATE =
      "d52d116606b740701917f5de9ded3f3ea86460b67f7e9f012ec396a253aba2ac";

  /** As {@code rahnamo apk} calls them: the date, and a number if there were several that day. */
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9._-]+?)(?:(?<=-[0-9]{8})-([0-9]{1,2}))?\\.apk");

  private static final Comparator<Matcher> BY_AGE =
      Comparator.comparing((Matcher name) -> name.group(1))
          .thenComparing(name -> name.group(2) == null ? 0 : Integer.parseInt(name.group(2)));

  private static final String SIGNED_ENTRY = "AndroidManifest.xml";

  /** The app of a site: of several the one with the newest date and number in its name. */
  public static Optional<Path> newestIn(Path site) throws IOException {
    Path folder = site.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .max(BY_AGE)
          .map(name -> folder.resolve(name.group()));
    }
  }

  /** Reads an app; nothing if it has no signature that stands for somebody. */
  public static Optional<AppFile> read(Path file) throws IOException {
    try {
      Optional<String> certificate = certificate(file);
      if (certificate.isEmpty() || certificate.get().equals(TEST_CERTIFICATE)) {
        return Optional.empty();
      }
      String digest = HexFormat.of().formatHex(digest(file));
      String name = file.getFileName().toString();
      return Optional.of(new AppFile(name, Files.size(file), digest, certificate.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What the signature of a jar, which every app has too, says of its signer. */
  private static Optional<String> certificate(Path file)
      throws IOException, GeneralSecurityException {
    try (var jar = new JarFile(file.toFile(), true)) {
      JarEntry entry = jar.getJarEntry(SIGNED_ENTRY);
      if (entry == null) {
        return Optional.empty();
      }
      try (InputStream in = jar.getInputStream(entry)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      Certificate[] signers = entry.getCertificates();
      if (signers == null || signers.length != 1) {
        return Optional.empty();
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(signers[0].getEncoded());
      return Optional.of(HexFormat.of().formatHex(digest));
    } catch (ZipException | SecurityException e) {
      return Optional.empty(); // no zip at all, or changed after it was signed
    }
  }

  private static byte[] digest(Path file) throws IOException, GeneralSecurityException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    try (var in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return sha256.digest();
  }
}
