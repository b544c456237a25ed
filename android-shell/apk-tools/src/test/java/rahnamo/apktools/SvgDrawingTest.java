package rahnamo.apktools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgDrawingTest {

  private static String translate(String shapes) throws IconException {
    String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">" + shapes;
    return new String(SvgDrawing.translate((svg + "</svg>").getBytes(UTF_8)), UTF_8);
  }

  @Test
  void shapesBecomePaths() throws IconException {
    String drawing =
        translate(
            """
            <title>Book</title>
            <g fill="#1f5f8b"><path d="M1 2
              L3,4Z"/><path fill="#fff" d="M0 0h1"/></g>
            <rect x="1" y="2" width="10" height="8" rx="2" fill="#ABCDEF"/>
            <circle cx="12" cy="12" r="1.5"/>
            """);

    assertEquals(
        """
        <vector xmlns:android="http://schemas.android.com/apk/res/android" android:width="48dp" \
        android:height="48dp" android:viewportWidth="24" android:viewportHeight="24">
        <path android:fillColor="#ff1f5f8b" android:pathData="M1 2 L3,4Z" />
        <path android:fillColor="#ffffffff" android:pathData="M0 0h1" />
        <path android:fillColor="#ffabcdef" android:pathData="M3,2h6a2,2 0 0 1 2,2v4a2,2 0 0 1 \
        -2,2h-6a2,2 0 0 1 -2,-2v-4a2,2 0 0 1 2,-2Z" />
        <path android:fillColor="#ff000000" android:pathData="M10.5,12a1.5,1.5 0 1 1 \
        3,0a1.5,1.5 0 1 1 -3,0Z" />
        </vector>
        """,
        drawing);
  }

  @Test
  void linesOpacityAndTurnedGroupsAreKept() throws IconException {
    String drawing =
        translate(
            """
            <g stroke="#abc" fill="none" stroke-width="2"><path d="M1 2h3" stroke-opacity=".6"
              stroke-linecap="round"/></g>
            <g transform="rotate(38 12 13)"><path d="M1 2h3" opacity=".5" fill-opacity=".5"/></g>
            """);

    assertTrue(
        drawing.endsWith(
            """
            <path android:strokeColor="#ffaabbcc" android:strokeWidth="2" \
            android:strokeAlpha="0.600" android:strokeLineCap="round" \
            android:strokeLineJoin="miter" android:pathData="M1 2h3" />
            <group android:rotation="38" android:pivotX="12" android:pivotY="13">
            <path android:fillColor="#ff000000" android:fillAlpha="0.250" \
            android:pathData="M1 2h3" />
            </group>
            </vector>
            """),
        drawing);
  }

  @Test
  void whatIsNotFilledIsNotDrawn() throws IconException {
    assertTrue(translate("<path fill=\"none\" d=\"M0 0h24\"/>").endsWith("\">\n</vector>\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<text>A</text>",
        "<image href=\"a.png\"/>",
        "<path d=\"M0 0\" transform=\"scale(2)\"/>",
        "<path d=\"M0 0\" stroke=\"black\"/>",
        "<path d=\"M0 0\" stroke-dasharray=\"2\"/>",
        "<g opacity=\".5\"><path d=\"M0 0\"/></g>",
        "<g transform=\"skewX(3)\"><path d=\"M0 0\"/></g>",
        "<g transform=\"scale(2) rotate(3)\"><path d=\"M0 0\"/></g>",
        "<path d=\"M0 0\" style=\"fill:red\"/>",
        "<path d=\"M0 0\" fill=\"red\"/>",
        "<path d=\"M0 0\" fill=\"url(#a)\"/>",
        "<path d=\"M0 0\" fill-rule=\"evenodd\"/>",
        "<path d=\"\"/>",
        "<path d=\"M0 0&quot; x=&quot;\"/>",
        "<rect width=\"a\" height=\"1\"/>",
        "<script>1</script>"
      })
  void whatWouldBeLostIsRefused(String shape) {
    assertThrows(IconException.class, () -> translate(shape), shape);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    var problem =
        assertThrows(
            IconException.class,
            () ->
                translate(
                    "<text>A</text><path d=\"M0 0\" fill=\"red\" stroke=\"black\"/>"
                        + "<rect width=\"a\"/><path d=\"M0 0`"
                        + "9".repeat(60)
                        + "\"/>"));

    assertEquals(
        List.of(
            "<text>",
            "fill=\"red\"",
            "stroke=\"black\"",
            "width=\"a\"",
            "d=\"M0 0 " + "9".repeat(35) + "…\""),
        problem.faults());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<html viewBox=\"0 0 1 1\"/>",
        "<svg/>",
        "<svg viewBox=\"1 1 2 2\"/>",
        "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/hosts\">]><svg viewBox=\"0 0 1 1\">&a;</svg>"
      })
  void whatIsNoPictureIsRefused(String svg) {
    assertThrows(IconException.class, () -> SvgDrawing.translate(svg.getBytes(UTF_8)), svg);
  }
}
