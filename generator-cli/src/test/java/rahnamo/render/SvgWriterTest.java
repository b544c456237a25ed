package rahnamo.render;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rahnamo.source.UnreadableMediaException;

final class SvgWriterTest {

  private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/> | />",
        "></svg> | />",
        "><path d='M0 0'></path></svg> | ><path d=\"M0 0\"/></svg>",
        "><!-- who made it --><g/></svg> | ><g/></svg>",
        "><?app x?><g/></svg> | ><g/></svg>",
        "><metadata><g/><title>x</title></metadata><g/></svg> | ><g/></svg>",
        "><title>a &amp; b &lt; c</title></svg> | ><title>a &amp; b &lt; c</title></svg>",
        "><style><![CDATA[a > b {}]]></style></svg> | ><style>a &gt; b {}</style></svg>",
        "><text>Тоҷ &#1203;</text></svg> | ><text>Тоҷ ҳ</text></svg>",
        "><path id='&quot;&apos;&lt;'/></svg> | ><path id=\"&quot;'&lt;\"/></svg>",
        "><g id='a&#10;b'/></svg> | ><g id=\"a&#10;b\"/></svg>",
        "><g xml:space='preserve'> x </g></svg> | ><g xml:space=\"preserve\"> x </g></svg>",
      })
  void drawingIsWrittenWithWhatIsSeen(String rest, String expected) throws IOException {
    assertEquals(SVG + expected + "\n", written(SVG + rest));
  }

  @Test
  void notesOfDrawingProgramsStayBehind() throws IOException {
    String inkscape =
        "<?xml version='1.0' encoding='UTF-8' standalone='no'?>\n<!-- Inkscape -->\n"
            + "<svg width='9' xmlns='http://www.w3.org/2000/svg'"
            + " xmlns:xlink='http://www.w3.org/1999/xlink'"
            + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
            + " xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape'"
            + " inkscape:export-filename='/home/somebody/x.png'>"
            + "<inkscape:view><g/></inkscape:view><rdf:RDF/>"
            + "<use xlink:href='#a' inkscape:label='Layer'/></svg>";
    assertEquals(
        SVG
            + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"9\">"
            + "<use xlink:href=\"#a\"/></svg>\n",
        written(inkscape));
  }

  @Test
  void prefixOfTheNamespaceIsKept() throws IOException {
    String svg = "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:g/></s:svg>";
    assertEquals(svg + "\n", written(svg));
  }

  @Test
  void declarationAndByteOrderMarkStayBehind() throws IOException {
    String body = SVG + "><title>ҳуқуқ</title></svg>";
    assertEquals(body + "\n", written("\uFEFF<?xml version='1.0' encoding='utf-8'?>" + body));
  }

  @Test
  void otherEncodingIsRefused() {
    byte[] utf16 = ("<?xml version='1.0' encoding='UTF-16'?>" + SVG + "/>").getBytes(UTF_16);
    assertThrows(UnreadableMediaException.class, () -> SvgWriter.write(utf16));
  }

  @Test
  void secondTimeChangesNothing() throws IOException {
    byte[] once = SvgWriter.write((SVG + "><!--x--><a>&amp;\n<b/> </a></svg>").getBytes(UTF_8));
    assertArrayEquals(once, SvgWriter.write(once));
  }

  @Test
  void documentTypeIsNeverRead() {
    assertThrows(UnreadableMediaException.class, () -> written("<!DOCTYPE svg>" + SVG + "/>"));
  }

  private static String written(String svg) throws IOException {
    return new String(SvgWriter.write(svg.getBytes(UTF_8)), UTF_8);
  }
}
