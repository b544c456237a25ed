package rahnamo.pack.format;

/** The news that a document is not the JSON it should be. */
final class JsonException extends Exception {

  private static final long serialVersionUID = 1L;

  JsonException(String message) {
    super(message);
  }
}
