package rahnamo.app;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import rahnamo.pack.format.PackStore;
import rahnamo.pack.format.SmallDisk;

/** The app on a phone whose memory is nearly full. */
public final class FullPhoneApp extends RahnamoApp {

  /** How many bytes can still be written. */
  final AtomicLong room = new AtomicLong(Long.MAX_VALUE);

  @Override
  PackStore open(File folder) throws IOException {
    return SmallDisk.open(folder, room::get, brand().anchor(), today());
  }
}
