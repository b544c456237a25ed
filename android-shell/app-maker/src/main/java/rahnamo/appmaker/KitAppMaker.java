package rahnamo.appmaker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rahnamo.apk.AppMaker;
import rahnamo.apk.AppRequest;
import rahnamo.apktools.AppBrand;
import rahnamo.apktools.AppIcon;
import rahnamo.apktools.AppKit;
import rahnamo.apktools.Content;
import rahnamo.apktools.IconException;
import rahnamo.apktools.SigningKey;
import rahnamo.pack.AppKey;
import rahnamo.pack.format.RootDocument;
import rahnamo.pack.format.TrustPaths;

/** Makes apps out of the kit beside it. Names of assets are those that the app asks for. */
public final class KitAppMaker implements AppMaker {

  private static final String KIT = "app-kit.zip";
  private static final String PACK = "pack.zip";
  private static final String COLOUR = "colour";

  /** A service is made without arguments. */
  public KitAppMaker() {}

  @Override
  public List<String> faultsOfIcon(Path picture) throws IOException {
    try {
      icon(picture);
      return List.of();
    } catch (IconException e) {
      return e.faults();
    }
  }

  private static AppIcon icon(Path picture) throws IOException, IconException {
    byte[] bytes = Files.readAllBytes(picture);
    return picture.toString().endsWith(".svg") ? AppIcon.ofSvg(bytes) : AppIcon.ofPng(bytes);
  }

  @Override
  public AppKey createKey(String holder, LocalDate from) {
    try {
      return key(SigningKey.create(holder, from));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make keys", e);
    }
  }

  @Override
  public AppKey testKey() {
    return key(SigningKey.ofTests());
  }

  private static AppKey key(SigningKey key) {
    return new AppKey(key.key(), key.certificate());
  }

  @Override
  public void make(AppRequest request, AppKey key, Path target) throws IOException {
    AppBrand brand =
        new AppBrand(
            request.id(),
            request.names(),
            request.version().code(),
            request.version().name(),
            iconOf(request),
            assets(request));
    try {
      kit().build(brand, new SigningKey(key.secret(), key.certificate()), target);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign", e);
    }
  }

  private static Optional<AppIcon> iconOf(AppRequest request) throws IOException {
    try {
      return request.icon().isPresent()
          ? Optional.of(icon(request.icon().get()))
          : Optional.empty();
    } catch (IconException e) {
      throw new IOException("changed since it was checked: " + request.icon().get(), e);
    }
  }

  private static SortedMap<String, Content> assets(AppRequest request) {
    var assets = new TreeMap<String, Content>();
    for (RootDocument root : request.roots()) {
      assets.put(TrustPaths.root(root.version()), Content.of(root.toBytes()));
    }
    request.pack().ifPresent(pack -> assets.put(PACK, Content.of(pack)));
    request
        .colour()
        .ifPresent(
            colour -> assets.put(COLOUR, Content.of(colour.getBytes(StandardCharsets.US_ASCII))));
    return assets;
  }

  private static AppKit kit() throws IOException {
    try (InputStream in = KitAppMaker.class.getResourceAsStream(KIT)) {
      if (in == null) {
        throw new IOException("there is no " + KIT + " beside " + KitAppMaker.class);
      }
      return AppKit.read(in);
    }
  }
}
