package rahnamo.publish;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Term;

/** Finds out which failures of the disk their owner can mend. */
final class SystemError {

  static final String ACCESS_DENIED = Term.of("file.denied");

  /** With less than this left, a failure to write means that the disk is full. */
  private static final long NEARLY_FULL_BYTES = 1 << 16;

  private static final int LONGEST_PATH_BYTES = 4095;

  private SystemError() {}

  /** The same failure, as an {@link OutputException} where it is one. */
  static IOException explain(IOException e, Path root, String path) {
    if (e instanceof OutputException) {
      return e;
    }
    if (e instanceof AccessDeniedException) {
      return notWritable(e, path, ACCESS_DENIED);
    }
    int pathBytes = OutputPath.bytes(root.resolve(path).toString());
    if (says(e, "File name too long") || pathBytes > LONGEST_PATH_BYTES) {
      return OutputPath.tooLong(path, pathBytes);
    }
    if (isDiskFull(e, root)) {
      return new OutputException(DiagnosticCode.DISK_FULL, List.of(), List.of(), e);
    }
    return e;
  }

  /** A failure to create or lock something in the output folder itself. */
  static IOException explainOpening(IOException e, Path root) {
    IOException explained = explain(e, root, "");
    if (explained instanceof OutputException) {
      return explained;
    }
    return notWritable(e, "", isFileInTheWay(root) ? Term.of("file.no-folder") : reason(e));
  }

  private static boolean isFileInTheWay(Path root) {
    Path nearest = root;
    while (nearest.getParent() != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    return !Files.isDirectory(nearest);
  }

  private static OutputException notWritable(IOException e, String path, String reason) {
    List<String> paths = path.isEmpty() ? List.of() : List.of(path);
    return new OutputException(DiagnosticCode.OUTPUT_NOT_WRITABLE, paths, List.of(reason), e);
  }

  private static String reason(IOException e) {
    Optional<String> system =
        e instanceof FileSystemException failure
            ? Optional.ofNullable(failure.getReason())
            : Optional.empty();
    return system.or(() -> Optional.ofNullable(e.getMessage())).orElse(e.toString());
  }

  private static boolean isDiskFull(IOException e, Path root) {
    if (says(e, "No space left on device") || says(e, "Disk quota exceeded")) {
      return true;
    }
    // The system may say it in the user's language, so look at the disk as well.
    try {
      return Files.getFileStore(root).getUsableSpace() < NEARLY_FULL_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }

  private static boolean says(IOException e, String words) {
    return String.valueOf(e.getMessage()).contains(words);
  }
}
