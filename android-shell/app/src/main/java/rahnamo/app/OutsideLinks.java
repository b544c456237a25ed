package rahnamo.app;

import android.content.ActivityNotFoundException;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import rahnamo.app.link.Link;
import rahnamo.app.link.LinkKind;
import rahnamo.app.text.Text;

/** Hands a link that the reader agreed to over to another app. */
final class OutsideLinks {

  private OutsideLinks() {}

  /** What is asked before. */
  static Text question(LinkKind kind) {
    switch (kind) {
      case PHONE:
        return Text.LINK_PHONE;
      case MESSAGE:
        return Text.LINK_MESSAGE;
      case MAIL:
        return Text.LINK_MAIL;
      case MAP:
        return Text.LINK_MAP;
      case MESSENGER:
        return Text.LINK_MESSENGER;
      case SITE:
        return Text.LINK_SITE;
      case INSIDE:
      case REFUSED:
        throw new IllegalArgumentException("nothing is asked about " + kind);
    }
    throw new IllegalArgumentException(String.valueOf(kind));
  }

  /** Opens another app; returns whether there is one. Numbers are shown, never called. */
  static boolean open(Context context, Link link) {
    Intent intent = new Intent(action(link.kind()), Uri.parse(link.url()));
    intent.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK);
    if (link.kind() == LinkKind.SITE || link.kind() == LinkKind.MESSENGER) {
      intent.addCategory(Intent.CATEGORY_BROWSABLE);
    }
    try {
      context.startActivity(intent);
      return true;
    } catch (ActivityNotFoundException | SecurityException e) {
      return false;
    }
  }

  private static String action(LinkKind kind) {
    if (kind == LinkKind.PHONE) {
      return Intent.ACTION_DIAL;
    }
    return kind == LinkKind.MESSAGE || kind == LinkKind.MAIL
        ? Intent.ACTION_SENDTO
        : Intent.ACTION_VIEW;
  }
}
