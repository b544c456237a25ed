package rahnamo.pack.format;

import static rahnamo.pack.format.VerificationCode.NAME_ABSOLUTE;
import static rahnamo.pack.format.VerificationCode.NAME_BACKSLASH;
import static rahnamo.pack.format.VerificationCode.NAME_CASE_COLLISION;
import static rahnamo.pack.format.VerificationCode.NAME_CHARACTER;
import static rahnamo.pack.format.VerificationCode.NAME_DRIVE;
import static rahnamo.pack.format.VerificationCode.NAME_FOLDER;
import static rahnamo.pack.format.VerificationCode.NAME_FOLDER_COLLISION;
import static rahnamo.pack.format.VerificationCode.NAME_LENGTH;
import static rahnamo.pack.format.VerificationCode.NAME_NOT_ASCII;
import static rahnamo.pack.format.VerificationCode.NAME_NUL;
import static rahnamo.pack.format.VerificationCode.NAME_RESERVED;
import static rahnamo.pack.format.VerificationCode.NAME_TRAVERSAL;
import static rahnamo.pack.format.VerificationCode.NAME_UNICODE_COLLISION;
import static rahnamo.pack.format.VerificationCode.NAME_UPPER_CASE;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Zips with a file whose name would land elsewhere, or is another one on some system. */
final class NameFixtures {

  private final List<Fixture> fixtures = new ArrayList<>();

  private NameFixtures() {}

  static List<Fixture> all() throws GeneralSecurityException {
    var names = new NameFixtures();
    names.paths();
    names.characters();
    names.collisions();
    return names.fixtures;
  }

  private void name(VerificationCode code, String variant, String name)
      throws GeneralSecurityException {
    byte[] content = "<p>x</p>".getBytes(StandardCharsets.UTF_8);
    var pack = TestPack.unsigned().zip(zip -> zip.entries.add(RawZip.Entry.stored(name, content)));
    fixtures.add(Fixture.bad(code, variant, pack.bytes()));
  }

  private void paths() throws GeneralSecurityException {
    name(NAME_TRAVERSAL, "", "../x.html");
    name(NAME_TRAVERSAL, "inside", "ru/../../x.html");
    name(NAME_TRAVERSAL, "alone", "..");
    name(NAME_TRAVERSAL, "here", "ru/./x.html");
    name(NAME_TRAVERSAL, "backslash", "..\\x.html");
    name(NAME_TRAVERSAL, "encoded", "%2e%2E/x.html");
    name(NAME_TRAVERSAL, "encoded-slash", "ru%2f..%2fx.html");
    name(NAME_TRAVERSAL, "encoded-backslash", "ru%5c..%5Cx.html");
    name(NAME_ABSOLUTE, "", "/etc/passwd");
    name(NAME_ABSOLUTE, "host", "//host/x.html");
    name(NAME_DRIVE, "", "c:/x.html");
    name(NAME_DRIVE, "backslash", "c:\\x.html");
    name(NAME_FOLDER, "", "ru/");
  }

  private void characters() throws GeneralSecurityException {
    name(NAME_BACKSLASH, "", "ru\\x.html");
    name(NAME_NUL, "", "x.html\0.jpg");
    name(NAME_UPPER_CASE, "", "About.html");
    name(NAME_UPPER_CASE, "sums-in-a-folder", "ru/SHA256SUMS");
    name(NAME_NOT_ASCII, "", "роҳ.html");
    name(NAME_CHARACTER, "", "a b.html");
    name(NAME_CHARACTER, "line-break", "a\nb.html");
    name(NAME_CHARACTER, "empty-segment", "ru//x.html");
    name(NAME_LENGTH, "", "a".repeat(EntryName.MAX_LENGTH + 1));
    name(NAME_LENGTH, "much", "a".repeat(0xffff));
    name(NAME_LENGTH, "none", "");
    name(NAME_RESERVED, "", "nul.html");
    name(NAME_RESERVED, "folder", "aux/x.html");
    name(NAME_RESERVED, "dot-at-the-end", "ru./x.html");
  }

  private void collisions() throws GeneralSecurityException {
    name(NAME_CASE_COLLISION, "", "Index.html");
    name(NAME_CASE_COLLISION, "sums", "sha256sums");
    name(NAME_UNICODE_COLLISION, "", "\uFF49ndex.html");
    name(NAME_UNICODE_COLLISION, "ligature", "pac\u212A.json");
    name(NAME_FOLDER_COLLISION, "", "pack.json/x");
  }
}
