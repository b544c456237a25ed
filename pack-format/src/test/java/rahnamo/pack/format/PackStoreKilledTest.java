package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An installation killed before, within and after each of its steps on the disk. */
class PackStoreKilledTest extends StoreTest {

  /** Stands for the end of the program. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private enum Moment {
    BEFORE,
    WITHIN,
    AFTER
  }

  private static final class KilledFolder extends StoreFolder {

    private final Moment moment;
    private int left;

    KilledFolder(Path folder, int last, Moment moment) throws IOException {
      super(folder.toFile());
      this.left = last;
      this.moment = moment;
    }

    @Override
    void write(String name, byte[] bytes) throws IOException {
      if (isKilledNow()) {
        if (moment == Moment.WITHIN) {
          Files.write(file(name + ".new").toPath(), Arrays.copyOf(bytes, bytes.length / 2));
        } else if (moment == Moment.AFTER) {
          Files.write(file(name + ".new").toPath(), bytes);
        }
        throw new Killed();
      }
      super.write(name, bytes);
    }

    @Override
    void rename(String from, String to) throws IOException {
      if (isKilledNow()) {
        if (moment == Moment.AFTER) {
          super.rename(from, to);
        }
        throw new Killed();
      }
      super.rename(from, to);
    }

    @Override
    boolean tryDelete(String name) {
      if (isKilledNow()) {
        if (moment == Moment.AFTER) {
          super.tryDelete(name);
        }
        throw new Killed();
      }
      return super.tryDelete(name);
    }

    private boolean isKilledNow() {
      left--;
      return left == 0;
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void oldOrNewPackIsThereAfterAnyStepOfAnInstallation(Moment moment) throws Exception {
    TestPack delta = TestDelta.pack(publisher, edition(2), edition(3));
    for (TestPack pack : new TestPack[] {edition(3), delta}) {
      Set<Long> found = new TreeSet<>();
      int step = 1;
      while (installKilledAt(step, moment, pack)) {
        var store = open();
        long sequence = store.current().report().manifest().sequence();
        assertCurrent(edition(sequence), store);
        assertPack(edition(sequence - 1), store.previous());
        found.add(sequence);
        // And it goes on from there.
        install(store, edition(3));
        install(store, edition(4));
        assertCurrent(edition(4), open());
        step++;
      }
      assertEquals(Set.of(2L, 3L), found, "kills before and after the change");
      assertTrue(step > 3, "steps: " + step);
    }
  }

  /** Whether the installation needed so many steps. */
  private boolean installKilledAt(int step, Moment moment, TestPack pack) throws Exception {
    open().deleteAll();
    install(open(), edition(1));
    install(open(), edition(2));
    try {
      install(open(new KilledFolder(folder(), step, moment)), pack);
      return false;
    } catch (Killed e) {
      return true;
    }
  }
}
