package rahnamo.pack.format;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A publisher with new keys and one root document. */
public final class SamplePublisher {

  private final PrivateKey packKey;
  private final Map<String, byte[]> trust = new TreeMap<>();
  private final byte[] document;
  private final RootDocument root;

  public SamplePublisher() {
    try {
      KeyPair rootPair = pair();
      KeyPair packPair = pair();
      VerifyingKey rootKey = VerifyingKey.of(rootPair.getPublic().getEncoded());
      VerifyingKey key = VerifyingKey.of(packPair.getPublic().getEncoded());
      document =
          RootDocument.write(
              1,
              1,
              List.of(rootKey),
              1,
              key,
              PackDate.parse("2026-01-01"),
              PackDate.parse("2036-01-01"));
      packKey = packPair.getPrivate();
      root = RootDocument.parse(document);
      trust.put(TrustPaths.root(1), document);
      trust.put(
          TrustPaths.rootSignature(1, rootKey.fingerprint()),
          sign(rootPair.getPrivate(), document));
      trust.put(TrustPaths.PACK_KEY, key.pem());
    } catch (GeneralSecurityException | InvalidPackException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(message);
    return signature.sign();
  }

  /** What an app of this publisher carries. */
  public TrustAnchor anchor() {
    return TrustAnchor.of(List.of(root));
  }

  /** The root document, as a file. */
  public byte[] document() {
    return document.clone();
  }

  Map<String, byte[]> trust() {
    return trust;
  }

  byte[] sign(byte[] message) throws GeneralSecurityException {
    return sign(packKey, message);
  }
}
