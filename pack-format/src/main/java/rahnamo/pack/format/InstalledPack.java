package rahnamo.pack.format;

import java.io.File;
import java.io.IOException;

/** A pack in a store. Immutable. */
public final class InstalledPack {

  private final File file;
  private final VerificationReport report;

  InstalledPack(File file, VerificationReport report) {
    this.file = file;
    this.report = report;
  }

  /** The zip, to be read or handed on, not to be changed. */
  public File file() {
    return file;
  }

  /** What it is and whom it comes from. */
  public VerificationReport report() {
    return report;
  }

  /** Opens it; what is open stays readable when the store moves on to another pack. */
  public PackFile open() throws IOException, InvalidPackException {
    return PackFile.open(file);
  }
}
