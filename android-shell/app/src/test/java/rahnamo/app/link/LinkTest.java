package rahnamo.app.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tel:112 | PHONE | 112 | tel:112",
        "tel:+7-495-123-45-67 | PHONE | +7-495-123-45-67 | tel:+74951234567",
        "tel:+7%20495%201234567 | PHONE | +74951234567 | tel:+74951234567",
        "TEL:112 | PHONE | 112 | tel:112",
        "sms:+992900000000?body=Ok | MESSAGE | +992900000000 | smsto:+992900000000",
        "smsto:112 | MESSAGE | 112 | smsto:112",
        "mailto:a.b@example.org | MAIL | a.b@example.org | mailto:a.b@example.org",
        "mailto:a@example.org?attach=/sdcard/a | MAIL | a@example.org | mailto:a@example.org",
        "geo:38.55,68.77 | MAP | 38.55,68.77 | geo:38.55,68.77",
        "geo:38.55,68.77?z=12 | MAP | 38.55,68.77 | geo:38.55,68.77?z=12",
        "https://t.me/name | MESSENGER | t.me | https://t.me/name",
        "https://wa.me/79000000000 | MESSENGER | wa.me | https://wa.me/79000000000",
        "tg://resolve?domain=name | MESSENGER | tg | tg://resolve?domain=name",
        "viber://chat?number=1 | MESSENGER | viber | viber://chat?number=1",
        "https://example.org/a?b#c | SITE | example.org | https://example.org/a?b#c",
        "HTTP://EXAMPLE.org | SITE | example.org | HTTP://EXAMPLE.org",
        "https://t.me.example.org/ | SITE | t.me.example.org | https://t.me.example.org/",
        "https://pack.invalid/tg/ | INSIDE | https://pack.invalid/tg/ | https://pack.invalid/tg/",
      })
  void whereItLeadsIsKnownAndShown(String url, LinkKind kind, String target, String handedOver) {
    Link link = Link.of(url);

    assertEquals(kind, link.kind());
    assertEquals(target, link.target());
    assertEquals(handedOver, link.url());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tel:*%2306%23",
        "tel:*100#",
        "tel:%2A100%23",
        "tel:",
        "tel:112;phone-context=a",
        "sms:*100#",
        "intent://scan/#Intent;scheme=zxing;package=a;end",
        "android-app://com.example/",
        "market://details?id=a",
        "javascript:alert(1)",
        "file:///sdcard/a.html",
        "content://sms/inbox",
        "data:text/html,x",
        "about:blank",
        "blob:https://pack.invalid/1",
        "ws://example.org/",
        "https://user@example.org/",
        "https://example.org@evil.example/",
        "https:///path",
        "https://exa mple.org/",
        "https://a.invalid/",
        "https://pack.invalid.",
        "http://pack.invalid/",
        "mailto:a@example.org,b@example.org",
        "mailto:?to=a@example.org",
        "geo:0,0,0;u=1",
        "tel:112\n",
        "//example.org/",
        "noscheme",
        ""
      })
  void whatIsNotKnownToBeHarmlessIsRefused(String url) {
    assertEquals(LinkKind.REFUSED, Link.of(url).kind());
    assertEquals("", Link.of(url).url());
  }

  @Test
  void veryLongAddressIsRefused() {
    assertEquals(LinkKind.REFUSED, Link.of("https://example.org/" + "a".repeat(2000)).kind());
  }
}
