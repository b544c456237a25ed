package rahnamo.source;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a JPEG file says before its pixels. Immutable.
 *
 * @param width the stored width in pixels
 * @param height the stored height in pixels
 * @param orientation how to turn the picture
 * @param components its colour planes: one or three
 * @param isJfif whether it follows JFIF, which fixes the meaning of the planes
 * @param adobeTransform what Adobe's marker says about the meaning of the planes
 */
public record JpegHeader(
    int width,
    int height,
    Orientation orientation,
    List<Component> components,
    boolean isJfif,
    OptionalInt adobeTransform) {

  public JpegHeader {
    components = List.copyOf(components);
  }

  /**
   * A colour plane.
   *
   * @param id its number or letter
   * @param across how finely it is sampled from left to right, from 1 to 4
   * @param down how finely it is sampled from top to bottom, from 1 to 4
   */
  public record Component(int id, int across, int down) {}

  /** The header at the beginning of a stream, which is read up to the first pixels. */
  public static JpegHeader read(InputStream stream) throws IOException {
    try {
      return new Reader(new DataInputStream(stream)).read();
    } catch (EOFException e) {
      throw new UnreadableMediaException("media.truncated");
    }
  }

  /** Whether the planes are red, green and blue, not brightness and two colour differences. */
  public boolean isRgb() {
    if (components.size() != 3 || isJfif) {
      return false;
    }
    if (adobeTransform.isPresent()) {
      return adobeTransform.getAsInt() == 0;
    }
    return components.get(0).id() == 'R'
        && components.get(1).id() == 'G'
        && components.get(2).id() == 'B';
  }

  /**
   * Whether a plane has all columns but only each second row. Decoders differ in how they fill the
   * rows between, so that such a picture would not become the same bytes everywhere.
   */
  public boolean halvesRowsOnly() {
    int across = components.stream().mapToInt(Component::across).max().orElse(1);
    int down = components.stream().mapToInt(Component::down).max().orElse(1);
    return components.stream().anyMatch(c -> c.across() == across && c.down() * 2 == down);
  }

  /** Reads markers up to the first scan. */
  private static final class Reader {

    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP_0 = 0xE0;
    private static final int APP_1 = 0xE1;
    private static final int APP_14 = 0xEE;
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final int ADOBE_SIZE = 12;

    private final DataInputStream in;
    private final List<Component> components = new ArrayList<>();
    private int width;
    private int height;
    private boolean isJfif;
    private boolean hasExif;
    private OptionalInt adobeTransform = OptionalInt.empty();
    private Orientation orientation = Orientation.UPRIGHT;

    Reader(DataInputStream in) {
      this.in = in;
    }

    JpegHeader read() throws IOException {
      if (in.readUnsignedByte() != 0xFF || in.readUnsignedByte() != START_OF_IMAGE) {
        throw new UnreadableMediaException("media.unknown");
      }
      int marker = nextMarker();
      while (marker != START_OF_SCAN) {
        readSegment(marker);
        marker = nextMarker();
      }
      if (components.isEmpty()) {
        throw new UnreadableMediaException("media.damaged");
      }
      return new JpegHeader(width, height, orientation, components, isJfif, adobeTransform);
    }

    private int nextMarker() throws IOException {
      if (in.readUnsignedByte() != 0xFF) {
        throw new UnreadableMediaException("media.damaged");
      }
      int marker = in.readUnsignedByte();
      while (marker == 0xFF) { // spec (T.81, B.1.1.2): any marker may be preceded by fill bytes
        marker = in.readUnsignedByte();
      }
      return marker;
    }

    private void readSegment(int marker) throws IOException {
      int length = in.readUnsignedShort() - 2;
      if (length < 0 || marker < 0xC0 || (marker >= 0xD0 && marker < START_OF_SCAN)) {
        throw new UnreadableMediaException("media.damaged");
      }
      if (isFrame(marker)) {
        readFrame(marker, segment(length));
      } else if (marker == APP_0) {
        isJfif |= startsWith(segment(length), JFIF);
      } else if (marker == APP_1) {
        readExif(segment(length));
      } else if (marker == APP_14) {
        readAdobe(segment(length));
      } else {
        in.skipNBytes(length);
      }
    }

    private byte[] segment(int length) throws IOException {
      byte[] segment = new byte[length];
      in.readFully(segment);
      return segment;
    }

    /** Start-of-frame markers; the three others in their row define tables. */
    private static boolean isFrame(int marker) {
      return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void readFrame(int marker, byte[] frame) throws IOException {
      if (!components.isEmpty() || frame.length < 6 || frame.length < 6 + 3 * frame[5]) {
        throw new UnreadableMediaException("media.damaged");
      }
      if (frame[5] == 4) {
        throw new UnreadableMediaException("media.cmyk");
      }
      // Browsers show baseline, extended and progressive JPEG with 8 bits, nothing else.
      if (marker > 0xC2 || frame[0] != 8 || (frame[5] != 1 && frame[5] != 3)) {
        throw new UnreadableMediaException("media.rare-jpeg");
      }
      height = Byte.toUnsignedInt(frame[1]) << 8 | Byte.toUnsignedInt(frame[2]);
      width = Byte.toUnsignedInt(frame[3]) << 8 | Byte.toUnsignedInt(frame[4]);
      for (int i = 6; i < 6 + 3 * frame[5]; i += 3) {
        int id = Byte.toUnsignedInt(frame[i]);
        components.add(new Component(id, frame[i + 1] >> 4 & 0xF, frame[i + 1] & 0xF));
      }
      checkSampling();
    }

    private void checkSampling() throws IOException {
      int across = components.stream().mapToInt(Component::across).max().orElse(0);
      int down = components.stream().mapToInt(Component::down).max().orElse(0);
      for (Component component : components) {
        if (component.across() == 0 || component.down() == 0 || across > 4 || down > 4) {
          throw new UnreadableMediaException("media.damaged");
        }
        if (across % component.across() != 0 || down % component.down() != 0) {
          throw new UnreadableMediaException("media.rare-jpeg");
        }
      }
    }

    private void readExif(byte[] segment) {
      if (!hasExif && Exif.isExif(segment)) {
        hasExif = true;
        orientation = Exif.orientationOfSegment(segment);
      }
    }

    private void readAdobe(byte[] segment) {
      if (segment.length >= ADOBE_SIZE && startsWith(segment, ADOBE)) {
        adobeTransform = OptionalInt.of(Byte.toUnsignedInt(segment[ADOBE_SIZE - 1]));
      }
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
      return bytes.length >= beginning.length
          && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
  }
}
