package rahnamo.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import rahnamo.source.UnreadableMediaException;

/** Those chunks of a PNG file that are needed to show it. Immutable. */
final class PngChunks {

  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** The pixels, and what a browser needs to give them their colours. */
  private static final Set<String> KEPT =
      Set.of("IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "IDAT", "IEND");

  /** A length, a type and a checksum. */
  private static final int FRAME = 12;

  private final byte[] png;
  private final List<Chunk> chunks;

  /** Where the content of a chunk stands in the file. */
  private record Chunk(String type, int start, int length) {}

  private PngChunks(byte[] png, List<Chunk> chunks) {
    this.png = png;
    this.chunks = List.copyOf(chunks);
  }

  /** The needed chunks of a whole file; each of them must have the right checksum. */
  static PngChunks of(byte[] png) throws UnreadableMediaException {
    var chunks = new ArrayList<Chunk>();
    var buffer = ByteBuffer.wrap(png);
    int at = SIGNATURE.length;
    String type = "";
    while (!type.equals("IEND")) {
      if (png.length - at < FRAME) {
        throw new UnreadableMediaException("media.truncated");
      }
      int length = buffer.getInt(at);
      type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (length < 0 || length > png.length - at - FRAME) {
        throw new UnreadableMediaException("media.truncated");
      }
      if (KEPT.contains(type)) {
        checkSum(buffer, at + 4, length + 4);
        chunks.add(new Chunk(type, at + 8, length));
      } else if (Character.isUpperCase(type.charAt(0))) {
        // spec (PNG, 5.4): a decoder that meets an unknown critical chunk cannot show the picture
        throw new UnreadableMediaException("media.damaged");
      }
      at += FRAME + length;
    }
    return new PngChunks(png, chunks);
  }

  private static void checkSum(ByteBuffer png, int start, int length)
      throws UnreadableMediaException {
    var crc = new CRC32();
    crc.update(png.duplicate().limit(start + length).position(start));
    if ((int) crc.getValue() != png.getInt(start + length)) {
      throw new UnreadableMediaException("media.damaged");
    }
  }

  /** The file without all other chunks. */
  byte[] toFile() {
    var out = new ByteArrayOutputStream(png.length);
    out.write(SIGNATURE, 0, SIGNATURE.length);
    chunks.forEach(chunk -> out.write(png, chunk.start() - 8, chunk.length() + FRAME));
    return out.toByteArray();
  }

  /** The content of the first chunk of a type, empty if there is none. */
  byte[] content(String type) {
    for (Chunk chunk : chunks) {
      if (chunk.type().equals(type)) {
        return Arrays.copyOfRange(png, chunk.start(), chunk.start() + chunk.length());
      }
    }
    return new byte[0];
  }

  /** The compressed pixels of all chunks that hold them. */
  InputStream pixels() {
    List<ByteArrayInputStream> parts =
        chunks.stream()
            .filter(chunk -> chunk.type().equals("IDAT"))
            .map(chunk -> new ByteArrayInputStream(png, chunk.start(), chunk.length()))
            .toList();
    return new SequenceInputStream(Collections.enumeration(parts));
  }
}
