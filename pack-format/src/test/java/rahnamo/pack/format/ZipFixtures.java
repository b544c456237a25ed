package rahnamo.pack.format;

import static rahnamo.pack.format.VerificationCode.ENTRY_ATTRIBUTES;
import static rahnamo.pack.format.VerificationCode.ENTRY_COMMENT;
import static rahnamo.pack.format.VerificationCode.ENTRY_CRC_DIFFERS;
import static rahnamo.pack.format.VerificationCode.ENTRY_DATA_BROKEN;
import static rahnamo.pack.format.VerificationCode.ENTRY_DATA_DESCRIPTOR;
import static rahnamo.pack.format.VerificationCode.ENTRY_DIGEST_DIFFERS;
import static rahnamo.pack.format.VerificationCode.ENTRY_DUPLICATE;
import static rahnamo.pack.format.VerificationCode.ENTRY_ENCRYPTED;
import static rahnamo.pack.format.VerificationCode.ENTRY_EXTRA_FIELD;
import static rahnamo.pack.format.VerificationCode.ENTRY_FLAGS;
import static rahnamo.pack.format.VerificationCode.ENTRY_METHOD;
import static rahnamo.pack.format.VerificationCode.ENTRY_NESTED_ARCHIVE;
import static rahnamo.pack.format.VerificationCode.ENTRY_ORDER;
import static rahnamo.pack.format.VerificationCode.ENTRY_RATIO;
import static rahnamo.pack.format.VerificationCode.ENTRY_SIZE_DIFFERS;
import static rahnamo.pack.format.VerificationCode.ENTRY_SYMLINK;
import static rahnamo.pack.format.VerificationCode.ENTRY_TIMESTAMP;
import static rahnamo.pack.format.VerificationCode.ENTRY_TOO_LARGE;
import static rahnamo.pack.format.VerificationCode.ENTRY_VERSION;
import static rahnamo.pack.format.VerificationCode.PACK_EMPTY;
import static rahnamo.pack.format.VerificationCode.PACK_IS_APK;
import static rahnamo.pack.format.VerificationCode.PACK_IS_HTML;
import static rahnamo.pack.format.VerificationCode.PACK_NOT_ZIP;
import static rahnamo.pack.format.VerificationCode.PACK_TRUNCATED;
import static rahnamo.pack.format.VerificationCode.ZIP_COMMENT;
import static rahnamo.pack.format.VerificationCode.ZIP_DIRECTORY_BROKEN;
import static rahnamo.pack.format.VerificationCode.ZIP_GAP;
import static rahnamo.pack.format.VerificationCode.ZIP_LOCAL_HEADER_DIFFERS;
import static rahnamo.pack.format.VerificationCode.ZIP_MULTI_DISK;
import static rahnamo.pack.format.VerificationCode.ZIP_OVERLAP;
import static rahnamo.pack.format.VerificationCode.ZIP_PREFIX_JUNK;
import static rahnamo.pack.format.VerificationCode.ZIP_SUFFIX_JUNK;
import static rahnamo.pack.format.VerificationCode.ZIP_TOO_MANY_ENTRIES;
import static rahnamo.pack.format.VerificationCode.ZIP_TOTAL_TOO_LARGE;
import static rahnamo.pack.format.VerificationCode.ZIP_ZIP64;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Files that are no zip in the profile of packs, each for one reason. */
final class ZipFixtures {

  private static final String PAGE = "index.html";
  private static final byte[] JUNK = "junk".getBytes(StandardCharsets.UTF_8);

  private final List<Fixture> fixtures = new ArrayList<>();

  private ZipFixtures() {}

  static List<Fixture> all() throws GeneralSecurityException {
    var zips = new ZipFixtures();
    zips.foreignFiles();
    zips.ends();
    zips.places();
    zips.features();
    zips.forms();
    zips.sizes();
    zips.order();
    zips.contents();
    return zips.fixtures;
  }

  private static TestPack pack() {
    return TestPack.unsigned().with("ru/a.html", "<p>Салом</p>");
  }

  private void add(VerificationCode code, String variant, byte[] bytes) {
    fixtures.add(Fixture.bad(code, variant, bytes));
  }

  private void zip(VerificationCode code, String variant, Consumer<RawZip> edit)
      throws GeneralSecurityException {
    add(code, variant, pack().zip(edit).bytes());
  }

  private void entry(VerificationCode code, String variant, Consumer<RawZip.Entry> edit)
      throws GeneralSecurityException {
    add(code, variant, pack().entry(PAGE, edit).bytes());
  }

  /** The same with every entry deflated. */
  private void deflated(VerificationCode code, String variant, Consumer<RawZip.Entry> edit)
      throws GeneralSecurityException {
    add(code, variant, pack().deflated().entry(PAGE, edit).bytes());
  }

  private void foreignFiles() throws GeneralSecurityException {
    byte[] good = pack().bytes();
    add(PACK_EMPTY, "", new byte[0]);
    add(PACK_IS_HTML, "", bytes("<!DOCTYPE html>\n<title>404 Not Found</title>\n"));
    add(PACK_IS_HTML, "after-bom", bytes("\uFEFF\n <HTML><body>Log in to the Wi-Fi</body></HTML>"));
    add(PACK_NOT_ZIP, "", bytes("%PDF-1.4\n"));
    add(PACK_NOT_ZIP, "one-byte", bytes("x"));
    add(PACK_TRUNCATED, "", Arrays.copyOf(good, good.length / 2));
    add(PACK_TRUNCATED, "two-bytes", Arrays.copyOf(good, 2));
    add(ZIP_PREFIX_JUNK, "", concat(JUNK, good));
    var apk = new RawZip();
    for (String name : List.of("AndroidManifest.xml", "META-INF/CERT.SF", "classes.dex")) {
      apk.entries.add(RawZip.Entry.stored(name, JUNK));
    }
    add(PACK_IS_APK, "", apk.bytes());
  }

  private void ends() throws GeneralSecurityException {
    zip(ZIP_SUFFIX_JUNK, "", zip -> zip.suffix = JUNK);
    zip(ZIP_COMMENT, "", zip -> zip.comment = JUNK);
    zip(ZIP_ZIP64, "", zip -> zip.count = 0xffff);
    zip(ZIP_ZIP64, "directory-size", zip -> zip.directorySize = 0xffffffffL);
    zip(ZIP_ZIP64, "directory-place", zip -> zip.directoryOffset = 0xffffffffL);
    zip(ZIP_ZIP64, "locator", zip -> zip.beforeEnd = zip64Locator());
    zip(ZIP_MULTI_DISK, "", zip -> zip.disk = 1);
    zip(ZIP_TOO_MANY_ENTRIES, "", zip -> zip.count = PackLimits.MAX_ENTRIES + 1);
    zip(ZIP_DIRECTORY_BROKEN, "one-too-many", zip -> zip.count = zip.entries.size() + 1);
    zip(ZIP_DIRECTORY_BROKEN, "one-too-few", zip -> zip.count = zip.entries.size() - 1);
    zip(ZIP_DIRECTORY_BROKEN, "size", zip -> zip.directorySize = 1 << 20);
    zip(ZIP_DIRECTORY_BROKEN, "place", zip -> zip.directoryOffset = 1 << 20);
  }

  private void places() throws GeneralSecurityException {
    zip(ZIP_PREFIX_JUNK, "with-right-places", zip -> zip.prefix = JUNK);
    zip(ZIP_GAP, "", zip -> zip.entries.get(1).gap = JUNK);
    zip(ZIP_GAP, "before-directory", zip -> zip.beforeDirectory = JUNK);
    zip(ZIP_GAP, "before-end", zip -> zip.beforeEnd = JUNK);
    zip(ZIP_OVERLAP, "", zip -> zip.entries.get(1).offset = 0);
    zip(ZIP_OVERLAP, "by-one-byte", zip -> zip.entries.get(1).offset = endOfFirst(zip) - 1);
    zip(ZIP_OVERLAP, "of-the-directory", ZipFixtures::enlargeLast);
  }

  private static long endOfFirst(RawZip zip) {
    var first = zip.entries.get(0);
    return 30L + first.name.length + first.data.length;
  }

  private static void enlargeLast(RawZip zip) {
    var last = zip.entries.get(zip.entries.size() - 1);
    last.size++;
    last.compressed++;
  }

  private void features() throws GeneralSecurityException {
    entry(ENTRY_ENCRYPTED, "", entry -> entry.flags = 0x0001);
    entry(ENTRY_ENCRYPTED, "strongly", entry -> entry.flags = 0x0041);
    entry(ENTRY_ENCRYPTED, "directory", entry -> entry.flags = 0x2000);
    entry(ENTRY_ENCRYPTED, "aes", entry -> entry.method = 99);
    entry(ENTRY_DATA_DESCRIPTOR, "", entry -> entry.flags = 0x0008);
    entry(ENTRY_FLAGS, "utf-8", entry -> entry.flags = 0x0800);
    entry(ENTRY_FLAGS, "fast", entry -> entry.flags = 0x0002);
    entry(ENTRY_METHOD, "bzip2", entry -> entry.method = 12);
    entry(ENTRY_METHOD, "deflate64", entry -> entry.method = 9);
    entry(ZIP_ZIP64, "field", entry -> entry.extra = new byte[] {1, 0, 0, 0});
    entry(ZIP_ZIP64, "version", entry -> entry.needed = 45);
    entry(ZIP_ZIP64, "size", entry -> entry.size = 0xffffffffL);
    entry(ZIP_MULTI_DISK, "entry", entry -> entry.disk = 1);
    entry(
        ENTRY_SYMLINK,
        "",
        entry -> {
          entry.madeBy = 0x0314;
          entry.external = 0xa1ff0000L;
        });
  }

  private void forms() throws GeneralSecurityException {
    entry(ENTRY_VERSION, "made-by", entry -> entry.madeBy = 0x0014 + 1);
    entry(ENTRY_VERSION, "needed", entry -> entry.needed = 20);
    entry(ENTRY_EXTRA_FIELD, "", entry -> entry.extra = bytes("UT\005\0\003abcd"));
    entry(ENTRY_EXTRA_FIELD, "one-byte", entry -> entry.extra = new byte[1]);
    entry(ENTRY_COMMENT, "", entry -> entry.comment = JUNK);
    entry(ENTRY_TIMESTAMP, "", entry -> entry.time = 1);
    entry(ENTRY_TIMESTAMP, "date", entry -> entry.date = 0x5c61);
    entry(ENTRY_ATTRIBUTES, "", entry -> entry.external = 0x81a40000L);
    entry(ENTRY_ATTRIBUTES, "text", entry -> entry.internal = 1);
    entry(ZIP_LOCAL_HEADER_DIFFERS, "name", entry -> entry.splitLocal().name = bytes("index.htmm"));
    entry(ZIP_LOCAL_HEADER_DIFFERS, "encrypted", entry -> entry.splitLocal().flags = 1);
    entry(ZIP_LOCAL_HEADER_DIFFERS, "crc", entry -> entry.splitLocal().crc = 0);
    entry(ZIP_LOCAL_HEADER_DIFFERS, "size", entry -> entry.splitLocal().size = 3);
    entry(ZIP_LOCAL_HEADER_DIFFERS, "time", entry -> entry.splitLocal().time = 3);
  }

  private void sizes() throws GeneralSecurityException {
    deflated(
        ENTRY_TOO_LARGE,
        "",
        entry -> {
          entry.size = PackLimits.MAX_ENTRY_SIZE + 1;
          entry.compressed = entry.size;
        });
    deflated(ENTRY_RATIO, "", entry -> entry.size = entry.compressed * PackLimits.MAX_RATIO + 1);
    zip(ZIP_TOTAL_TOO_LARGE, "", ZipFixtures::claimMuch);
    entry(ENTRY_SIZE_DIFFERS, "", entry -> entry.size++);
    deflated(ENTRY_SIZE_DIFFERS, "less", entry -> entry.size--);
    deflated(ENTRY_SIZE_DIFFERS, "more", entry -> entry.size++);
    deflated(ENTRY_SIZE_DIFFERS, "none", entry -> entry.size = 0);
  }

  /** 33 times 16 MiB, of which nothing is there. */
  private static void claimMuch(RawZip zip) {
    for (int i = 10; i < 43; i++) {
      var entry = RawZip.Entry.deflated("z" + i, new byte[0]);
      entry.size = PackLimits.MAX_ENTRY_SIZE;
      entry.compressed = entry.size / 99;
      zip.entries.add(entry);
    }
  }

  private void order() throws GeneralSecurityException {
    zip(
        ENTRY_DUPLICATE,
        "",
        zip -> zip.entries.add(zip.entries.size() - 1, RawZip.Entry.stored(PAGE, JUNK)));
    zip(ENTRY_DUPLICATE, "apart", zip -> zip.entries.add(RawZip.Entry.stored(PAGE, JUNK)));
    zip(ENTRY_ORDER, "", zip -> Collections.swap(zip.entries, 1, 2));
  }

  private void contents() throws GeneralSecurityException {
    add(ENTRY_NESTED_ARCHIVE, "", pack().with("a.bin", pack().bytes()).bytes());
    entry(ENTRY_CRC_DIFFERS, "", entry -> entry.crc ^= 1);
    entry(ENTRY_CRC_DIFFERS, "data", entry -> entry.data[7] ^= 1);
    zip(
        ENTRY_DIGEST_DIFFERS,
        "",
        zip -> zip.entries.set(1, RawZip.Entry.stored(PAGE, bytes("<p>Forged</p>"))));
    deflated(ENTRY_DATA_BROKEN, "", entry -> entry.data[0] = 7);
    deflated(ENTRY_DATA_BROKEN, "cut", entry -> entry.setData(cut(entry)));
    deflated(ENTRY_DATA_BROKEN, "longer", entry -> entry.setData(concat(entry.data, JUNK)));
    deflated(ENTRY_DATA_BROKEN, "without-end", entry -> entry.data[0] = 0);
  }

  private static byte[] cut(RawZip.Entry entry) {
    return Arrays.copyOf(entry.data, entry.data.length - 1);
  }

  private static byte[] zip64Locator() {
    byte[] locator = new byte[20];
    ByteBuffer.wrap(locator).order(ByteOrder.LITTLE_ENDIAN).putInt(0x07064b50);
    return locator;
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
