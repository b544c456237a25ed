package rahnamo.apktools;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A compiled class, seen as its constants: the texts in it, and the names of its attributes. */
final class ClassFile {

  /** The attribute of a constant, which the compiler has put into all places that use it. */
  private static final String INLINED = "ConstantValue";

  /** What only debuggers, compilers and reflection read: a fifth of a small app. */
  private static final Set<String> NOT_NEEDED =
      Set.of("SourceFile", "InnerClasses", "EnclosingMethod", "Signature", "Exceptions");

  private final byte[] bytes;

  /** Where the texts lie, by their number. */
  private final Map<Integer, Integer> places = new TreeMap<>();

  /** Where the fields begin, with their count. */
  private int fields;

  /** The numbers of texts that are more than the name of an attribute. */
  private final Set<Integer> used = new HashSet<>();

  private ClassFile(byte[] bytes) {
    this.bytes = bytes;
  }

  // spec (JVM specification, 4.4): the constant pool
  static ClassFile read(Path file) throws IOException {
    var read = new ClassFile(Files.readAllBytes(file));
    ByteBuffer in = ByteBuffer.wrap(read.bytes).position(8);
    int count = in.getShort() & 0xffff;
    for (int i = 1; i < count; i++) {
      int tag = in.get();
      switch (tag) {
        case 1 -> {
          read.places.put(i, in.position());
          skip(in, in.getShort() & 0xffff);
        }
        case 7, 8, 16, 19, 20 -> read.used.add(in.getShort() & 0xffff);
        case 12 -> {
          read.used.add(in.getShort() & 0xffff);
          read.used.add(in.getShort() & 0xffff);
        }
        case 3, 4, 9, 10, 11, 17, 18 -> skip(in, 4);
        case 5, 6 -> {
          skip(in, 8);
          i++;
        }
        case 15 -> skip(in, 3);
        default -> throw new IOException(file + " is no class file: constant of kind " + tag);
      }
    }
    skip(in, 6); // what it may do, its name, and that of its parent
    skip(in, 2 * (in.getShort() & 0xffff));
    read.fields = in.position();
    return read;
  }

  private static void skip(ByteBuffer in, int count) {
    in.position(in.position() + count);
  }

  private String text(int place) {
    int length = ByteBuffer.wrap(bytes).getShort(place) & 0xffff;
    return new String(bytes, place + 2, length, StandardCharsets.UTF_8);
  }

  /** All texts in it: names of classes and methods, descriptors, strings. */
  Set<String> texts() {
    Set<String> texts = new HashSet<>();
    places.values().forEach(place -> texts.add(text(place)));
    return texts;
  }

  /**
   * The class without what a phone does not need: constants that stand wherever they are used, and
   * attributes, which the translator passes over under an unknown name.
   */
  byte[] stripped() {
    byte[] stripped = withoutConstants();
    places.forEach(
        (number, place) -> {
          if (!used.contains(number) && NOT_NEEDED.contains(text(place))) {
            stripped[place + 2] = '-';
          }
        });
    return stripped;
  }

  // spec (JVM specification, 4.5): fields
  private byte[] withoutConstants() {
    ByteBuffer in = ByteBuffer.wrap(bytes).position(fields);
    ByteBuffer out = ByteBuffer.allocate(bytes.length).put(bytes, 0, fields + 2);
    int count = in.getShort() & 0xffff;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int start = in.position();
      if (!isConstant(in)) {
        out.put(bytes, start, in.position() - start);
        kept++;
      }
    }
    out.putShort(fields, (short) kept);
    out.put(bytes, in.position(), in.remaining());
    return Arrays.copyOf(out.array(), out.position());
  }

  /** Passes over a field, and says whether it is a constant. */
  private boolean isConstant(ByteBuffer in) {
    skip(in, 6);
    boolean isConstant = false;
    for (int left = in.getShort() & 0xffff; left > 0; left--) {
      isConstant |= text(place(in.getShort() & 0xffff)).equals(INLINED);
      skip(in, in.getInt());
    }
    return isConstant;
  }

  private int place(int number) {
    return Objects.requireNonNull(places.get(number), "no text of this number");
  }
}
