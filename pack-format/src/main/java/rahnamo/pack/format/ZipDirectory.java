package rahnamo.pack.format;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The directory of a zip in the profile of packs. Immutable.
 *
 * <p>Two programs may see different files in one zip: that is what the profile rules out. Every
 * byte of the file belongs to exactly one record, and what one header says no other may repeat
 * differently.
 */
final class ZipDirectory {

  private ZipDirectory() {}

  /** The entries, in the order of their names and of their places. */
  static List<ZipEntry> read(FileBytes file) throws IOException, InvalidPackException {
    ZipEnd end = ZipEnd.read(file);
    List<DirectoryHeader> headers = headers(file, end);
    DirectoryNames.check(headers);
    List<ZipEntry> entries = new ArrayList<>(headers.size());
    long total = 0;
    for (DirectoryHeader header : headers) {
      ZipEntry entry = header.checked();
      total += entry.size();
      entries.add(entry);
    }
    if (total > PackLimits.MAX_TOTAL_SIZE) {
      throw new InvalidPackException(VerificationCode.ZIP_TOTAL_TOO_LARGE);
    }
    checkPlaces(entries, end.directoryStart());
    return Collections.unmodifiableList(entries);
  }

  private static List<DirectoryHeader> headers(FileBytes file, ZipEnd end)
      throws IOException, InvalidPackException {
    List<DirectoryHeader> headers = new ArrayList<>(end.entries());
    DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(file.stream(end.directoryStart(), end.directoryEnd())));
    try {
      for (int i = 0; i < end.entries(); i++) {
        headers.add(DirectoryHeader.read(in));
      }
    } catch (EOFException e) {
      throw new InvalidPackException(VerificationCode.ZIP_DIRECTORY_BROKEN);
    }
    if (in.read() >= 0) {
      throw new InvalidPackException(VerificationCode.ZIP_DIRECTORY_BROKEN);
    }
    return headers;
  }

  private static void checkPlaces(List<ZipEntry> entries, long directoryStart)
      throws InvalidPackException {
    long expected = 0;
    for (ZipEntry entry : entries) {
      checkPlace(entry.offset(), expected, entry.name());
      expected = entry.end();
    }
    checkPlace(directoryStart, expected, "");
  }

  private static void checkPlace(long found, long expected, String name)
      throws InvalidPackException {
    if (found < expected) {
      throw new InvalidPackException(VerificationCode.ZIP_OVERLAP, name);
    }
    if (found > expected) {
      throw new InvalidPackException(
          expected == 0 ? VerificationCode.ZIP_PREFIX_JUNK : VerificationCode.ZIP_GAP, name);
    }
  }
}
