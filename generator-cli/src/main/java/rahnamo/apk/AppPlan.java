package rahnamo.apk;

import java.util.List;
import java.util.Optional;

/**
 * What was decided about an app.
 *
 * @param request the app to make; absent if something is in the way
 * @param obstacles everything that is in the way
 * @param warnings what its maker should know
 */
public record AppPlan(Optional<AppRequest> request, List<Remark> obstacles, List<Remark> warnings) {

  public AppPlan {
    obstacles = List.copyOf(obstacles);
    warnings = List.copyOf(warnings);
  }
}
