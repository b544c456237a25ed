package rahnamo.app;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;

@RunWith(RobolectricTestRunner.class)
public class ReadingActivityTest {

  @Test
  @Config(qualifiers = "tg")
  public void nameComesFromTheBuiltApp() {
    var screen = Robolectric.buildActivity(ReadingActivity.class).setup().get();

    assertEquals("Роҳнамо", screen.getString(screen.getApplicationInfo().labelRes));
  }
}
