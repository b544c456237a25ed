package rahnamo.app;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.view.View;
import rahnamo.app.share.AddressCode;

/** A QR code, black on white whatever the colours of the app, as cameras expect. */
final class QrView extends View {

  /** Readers need this many light squares on each side. */
  private static final int QUIET_ZONE = 4;

  private static final int SIZE = 260;

  private final AddressCode code;
  private final Paint ink = new Paint();

  QrView(Context context, String address, String description) {
    super(context);
    code = AddressCode.of(address);
    ink.setColor(Color.BLACK);
    setContentDescription(description);
    setFocusable(true);
  }

  @Override
  protected void onMeasure(int width, int height) {
    int wanted = Form.pixels(getContext(), SIZE);
    int size = resolveSize(wanted, width);
    setMeasuredDimension(size, size);
  }

  @Override
  protected void onDraw(Canvas canvas) {
    canvas.drawColor(Color.WHITE);
    int squares = AddressCode.SIZE + 2 * QUIET_ZONE;
    float side = (float) getWidth() / squares;
    for (int y = 0; y < AddressCode.SIZE; y++) {
      for (int x = 0; x < AddressCode.SIZE; x++) {
        if (code.isDark(x, y)) {
          float left = (x + QUIET_ZONE) * side;
          float top = (y + QUIET_ZONE) * side;
          canvas.drawRect(left, top, left + side, top + side, ink);
        }
      }
    }
  }
}
