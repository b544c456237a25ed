package rahnamo.apktools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The signature of version 2: a block before the central directory that signs every byte of the
 * app.
 */
final class ApkSignature {

  private static final int CHUNK = 1 << 20;
  private static final int SCHEME_2 = 0x7109871a;
  private static final int RSA_PKCS1_SHA256 = 0x0103;
  private static final byte[] MAGIC = "APK Sig Block 42".getBytes(StandardCharsets.US_ASCII);

  private ApkSignature() {}

  /** The block to put between the files and the central directory of an unsigned zip. */
  static byte[] block(FileChannel zip, ApkZip.Layout layout, SigningKey key)
      throws IOException, GeneralSecurityException {
    byte[] signer = prefixed(signer(digest(zip, layout), key));
    byte[] value = prefixed(signer);
    int size = 8 + 4 + value.length + 8 + MAGIC.length;
    byte[] block = new byte[8 + size];
    ByteBuffer out = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(size).putLong(4L + value.length).putInt(SCHEME_2).put(value);
    out.putLong(size).put(MAGIC);
    return block;
  }

  private static byte[] signer(byte[] digest, SigningKey key) throws GeneralSecurityException {
    byte[] signed =
        joined(
            prefixed(prefixed(number(RSA_PKCS1_SHA256), prefixed(digest))),
            prefixed(prefixed(key.certificate().getEncoded())),
            prefixed());
    byte[] signature = prefixed(number(RSA_PKCS1_SHA256), prefixed(key.sign(signed)));
    return joined(
        prefixed(signed),
        prefixed(signature),
        prefixed(key.certificate().getPublicKey().getEncoded()));
  }

  // spec (APK Signature Scheme v2): each section is cut into chunks of 1 MB; the digest of a chunk
  // is
  // over 0xa5, its length and its bytes, the digest of all over 0x5a, their number and their
  // digests.
  private static byte[] digest(FileChannel zip, ApkZip.Layout layout)
      throws IOException, GeneralSecurityException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    List<byte[]> digests = new ArrayList<>();
    addDigests(zip, 0, layout.directoryStart(), sha256, digests);
    addDigests(zip, layout.directoryStart(), layout.endStart(), sha256, digests);
    addDigests(zip, layout.endStart(), layout.length(), sha256, digests);
    sha256.update((byte) 0x5a);
    sha256.update(number(digests.size()));
    digests.forEach(sha256::update);
    return sha256.digest();
  }

  private static void addDigests(
      FileChannel zip, long from, long to, MessageDigest sha256, List<byte[]> digests)
      throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (long position = from; position < to; position += chunk.limit()) {
      chunk.clear().limit((int) Math.min(CHUNK, to - position));
      while (chunk.hasRemaining()) {
        if (zip.read(chunk, position + chunk.position()) < 0) {
          throw new IOException("the file became shorter while it was signed");
        }
      }
      sha256.update((byte) 0xa5);
      sha256.update(number(chunk.limit()));
      sha256.update(chunk.flip());
      digests.add(sha256.digest());
    }
  }

  private static byte[] prefixed(byte[]... parts) {
    byte[] body = joined(parts);
    return joined(number(body.length), body);
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] number(int value) {
    byte[] bytes = new byte[4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(value);
    return bytes;
  }
}
