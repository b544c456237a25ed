package rahnamo.pack.format;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rules for the names of a zip's directory: each for itself, and all together. */
final class DirectoryNames {

  private static final String MANIFEST_OF_APPS = "AndroidManifest.xml";

  private final List<DirectoryHeader> headers;

  private DirectoryNames(List<DirectoryHeader> headers) {
    this.headers = headers;
  }

  /** Checks that all names are good, different on every system, and in order. */
  static void check(List<DirectoryHeader> headers) throws InvalidPackException {
    DirectoryNames names = new DirectoryNames(headers);
    for (DirectoryHeader header : headers) {
      if (!EntryName.isValid(header.name())) {
        throw names.refused(header);
      }
    }
    names.checkOrder();
    names.checkFolders();
  }

  private InvalidPackException refused(DirectoryHeader bad) {
    for (DirectoryHeader header : headers) {
      if (header.name().equals(MANIFEST_OF_APPS)) {
        return new InvalidPackException(VerificationCode.PACK_IS_APK);
      }
    }
    VerificationCode code = EntryName.problems(bad.name()).iterator().next();
    if (code == VerificationCode.NAME_UPPER_CASE && hasTwin(bad)) {
      code = VerificationCode.NAME_CASE_COLLISION;
    } else if (code == VerificationCode.NAME_NOT_ASCII && hasTwin(bad)) {
      code = VerificationCode.NAME_UNICODE_COLLISION;
    }
    return new InvalidPackException(code, bad.unicodeName());
  }

  /** Whether some file system takes another name for the same. */
  private boolean hasTwin(DirectoryHeader one) {
    String folded = folded(one);
    for (DirectoryHeader other : headers) {
      if (other != one && !other.name().equals(one.name()) && folded(other).equals(folded)) {
        return true;
      }
    }
    return false;
  }

  private static String folded(DirectoryHeader header) {
    return Normalizer.normalize(header.unicodeName(), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT);
  }

  private void checkOrder() throws InvalidPackException {
    String last = "";
    for (DirectoryHeader header : headers) {
      String name = header.name();
      if (name.compareTo(last) <= 0) {
        boolean isRepeated = count(name) > 1;
        throw new InvalidPackException(
            isRepeated ? VerificationCode.ENTRY_DUPLICATE : VerificationCode.ENTRY_ORDER, name);
      }
      last = name;
    }
  }

  private int count(String name) {
    int count = 0;
    for (DirectoryHeader header : headers) {
      count += header.name().equals(name) ? 1 : 0;
    }
    return count;
  }

  private void checkFolders() throws InvalidPackException {
    Set<String> files = new HashSet<>();
    for (DirectoryHeader header : headers) {
      // Two names have capital letters, so only they can meet another one here.
      if (!files.add(header.name().toLowerCase(Locale.ROOT))) {
        throw new InvalidPackException(VerificationCode.NAME_CASE_COLLISION, header.name());
      }
    }
    String lastFolder = "";
    for (DirectoryHeader header : headers) {
      String name = header.name();
      String folder = name.substring(0, name.lastIndexOf('/') + 1);
      if (!folder.equals(lastFolder)) {
        requireNoFile(folder, files);
        lastFolder = folder;
      }
    }
  }

  private static void requireNoFile(String folder, Set<String> files) throws InvalidPackException {
    for (int end = folder.indexOf('/'); end >= 0; end = folder.indexOf('/', end + 1)) {
      String parent = folder.substring(0, end);
      if (files.contains(parent)) {
        throw new InvalidPackException(VerificationCode.NAME_FOLDER_COLLISION, parent);
      }
    }
  }
}
