package rahnamo.cli;

/** What the program tells the shell. */
final class ExitCode {

  static final int DONE = 0;
  static final int CONTENT_HAS_ERRORS = 1;
  static final int PACK_REFUSED = 1;
  static final int WRONG_COMMAND_LINE = 2;
  static final int OUR_FAILURE = 3;

  /** The pack is whole, but nothing shows that it comes from somebody who is trusted. */
  static final int PACK_NOT_TRUSTED = 4;

  private ExitCode() {}
}
