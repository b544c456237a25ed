package rahnamo.pack.format;

import java.io.File;
import java.io.IOException;
import java.util.function.LongSupplier;

/** A disk on which there is just so much room as somebody says. */
public final class SmallDisk extends StoreFolder {

  private final LongSupplier room;

  private SmallDisk(File folder, LongSupplier room) throws IOException {
    super(folder);
    this.room = room;
  }

  /** A store on such a disk. */
  public static PackStore open(File folder, LongSupplier room, TrustAnchor anchor, PackDate today)
      throws IOException {
    return PackStore.open(new SmallDisk(folder, room), anchor, today);
  }

  @Override
  long usableSpace() {
    return room.getAsLong();
  }
}
