package rahnamo.app.link;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import rahnamo.app.page.PageServer;

/**
 * A link that a reader tapped, judged: its kind, what to show before it is followed, and the
 * address to hand over. Immutable.
 *
 * <p>Whatever is not known to be harmless is refused: pages may come from strangers, and an address
 * can start other apps, send codes to the network, or read files.
 */
public final class Link {

  private static final int MAX_LENGTH = 2000;

  // spec (RFC 3986, 3.1): scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

  /** Neither * nor #: some phones run such a code as soon as it is dialled. */
  private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[0-9][0-9 ().,-]{1,30}");

  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private static final Pattern PLACE = Pattern.compile("-?[0-9.]{1,12},-?[0-9.]{1,12}");
  private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");

  private static final Set<String> MESSENGER_SCHEMES = set("tg", "whatsapp", "viber", "imo");
  private static final Set<String> MESSENGER_HOSTS =
      set("t.me", "telegram.me", "wa.me", "api.whatsapp.com", "chats.viber.com", "imo.im");

  private final LinkKind kind;
  private final String target;
  private final String url;

  private Link(LinkKind kind, String target, String url) {
    this.kind = kind;
    this.target = target;
    this.url = url;
  }

  private static Set<String> set(String... values) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(values)));
  }

  /** Judges an address as a page wrote it. */
  public static Link of(String url) {
    if (PageServer.isInside(url)) {
      return new Link(LinkKind.INSIDE, url, url);
    }
    if (url.length() > MAX_LENGTH || !SCHEME.matcher(url).matches() || hasControls(url)) {
      return refused(url);
    }
    int colon = url.indexOf(':');
    String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = url.substring(colon + 1);
    if (MESSENGER_SCHEMES.contains(scheme)) {
      return new Link(LinkKind.MESSENGER, scheme, url);
    }
    switch (scheme) {
      case "http":
      case "https":
        return site(url);
      case "tel":
        return number(LinkKind.PHONE, "tel:", rest);
      case "sms":
      case "smsto":
        return number(LinkKind.MESSAGE, "smsto:", rest);
      case "mailto":
        return mail(rest);
      case "geo":
        return checked(LinkKind.MAP, PLACE, withoutQuery(rest), url);
      default:
        return refused(url);
    }
  }

  private static boolean hasControls(String url) {
    for (int i = 0; i < url.length(); i++) {
      if (url.charAt(i) <= ' ' || url.charAt(i) == 0x7f) {
        return true;
      }
    }
    return false;
  }

  private static Link site(String url) {
    try {
      URI address = new URI(url).parseServerAuthority();
      String host = address.getHost();
      // A name before the host is how one site passes itself off as another.
      if (host == null || address.getRawUserInfo() != null) {
        return refused(url);
      }
      String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
      if (!HOST.matcher(ascii).matches() || ascii.endsWith("invalid")) {
        return refused(url);
      }
      boolean isMessenger = MESSENGER_HOSTS.contains(ascii);
      return new Link(isMessenger ? LinkKind.MESSENGER : LinkKind.SITE, ascii, url);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return refused(url);
    }
  }

  /** The text of a message is dropped: the reader writes it. */
  private static Link number(LinkKind kind, String scheme, String rest) {
    String number = withoutQuery(rest).replace("%20", "").replace("%2B", "+");
    return checked(kind, PHONE_NUMBER, number, scheme + number.replaceAll("[ ().-]", ""));
  }

  /** Subject and text are dropped, and with them what some apps take for files to attach. */
  private static Link mail(String rest) {
    String address = withoutQuery(rest);
    return checked(LinkKind.MAIL, MAIL_ADDRESS, address, "mailto:" + address);
  }

  private static Link checked(LinkKind kind, Pattern rule, String target, String url) {
    return rule.matcher(target).matches() ? new Link(kind, target, url) : refused(url);
  }

  private static String withoutQuery(String text) {
    int end = text.indexOf('?');
    return end < 0 ? text : text.substring(0, end);
  }

  private static Link refused(String url) {
    return new Link(LinkKind.REFUSED, url, "");
  }

  /** Where it leads. */
  public LinkKind kind() {
    return kind;
  }

  /** What the reader is to be asked about: a number, an address or the name of a host. */
  public String target() {
    return target;
  }

  /** The address to hand to another app; empty if the link is refused. */
  public String url() {
    return url;
  }
}
