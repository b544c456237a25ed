package rahnamo.render;

/** Takes a picture row by row, from top to bottom. */
interface PixelRows {

  /** Takes the 8-bit samples of the next row, in an array that is reused after the call. */
  void row(byte[] samples);
}
