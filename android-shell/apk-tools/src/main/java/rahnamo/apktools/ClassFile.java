package rahnamo.apktools;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A compiled class, seen as its constants: the texts in it, and the names of its attributes. */
final class ClassFile {

  /** What only debuggers, compilers and reflection read: a fifth of a small app. */
  private static final Set<String> NOT_NEEDED =
      Set.of("SourceFile", "InnerClasses", "EnclosingMethod", "Signature", "Exceptions");

  private final byte[] bytes;

  /** Where the texts lie, by their number. */
  private final Map<Integer, Integer> places = new TreeMap<>();

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
   * The class without the attributes that a phone does not need: under an unknown name, the
   * translator passes them over.
   */
  byte[] stripped() {
    byte[] stripped = bytes.clone();
    places.forEach(
        (number, place) -> {
          if (!used.contains(number) && NOT_NEEDED.contains(text(place))) {
            stripped[place + 2] = '-';
          }
        });
    return stripped;
  }
}
