package rahnamo.apk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import rahnamo.pack.AppKey;

/** What writes and signs an app. The launcher puts it beside the program for the one command. */
public interface AppMaker {

  /** The one that was put beside the program. */
  static Optional<AppMaker> find() {
    return ServiceLoader.load(AppMaker.class).findFirst();
  }

  /** The parts of a picture that an icon of Android cannot have; none if it is fine. */
  List<String> faultsOfIcon(Path picture) throws IOException;

  /** Makes a new key that names its holder. */
  AppKey createKey(String holder, LocalDate from);

  /** The key that lies in the sources for everybody. */
  AppKey testKey();

  /** Writes the app; what stands there is kept until the new one is whole. */
  void make(AppRequest request, AppKey key, Path target) throws IOException;
}
