package dev.inquest.lab.shop;

import dev.inquest.lab.story.Story;
import dev.inquest.lab.story.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/**
 * A kind of request that customers send, at random times and on average so many a second.
 *
 * @param path with its query, drawn anew for each request
 */
record Visit(String method, String name, double perSecond, Function<Random, String> path) {
  private static final double QUIET_PER_SECOND = 6;

  static List<Visit> of(Story story) {
    List<Visit> visits = new ArrayList<>();
    for (Target target : Target.views()) {
      boolean hot = target.path().equals(story.target().path());
      visits.add(
          get(
              target.path(),
              "id",
              target.rows(),
              hot ? story.target().requestsPerSecond() : QUIET_PER_SECOND));
    }
    visits.add(get("/customers/orders", "customer", Target.CUSTOMERS, QUIET_PER_SECOND));
    visits.add(get("/orders/parcels", "order", Target.SHIPMENTS, QUIET_PER_SECOND));
    visits.add(
        new Visit(
            "POST",
            "/orders/place",
            2,
            random ->
                query("/orders/place", "customer", 1 + random.nextInt(Target.CUSTOMERS))
                    + "&total="
                    + (500 + random.nextInt(9000))));
    return visits;
  }

  private static Visit get(String path, String parameter, int max, double perSecond) {
    return new Visit(
        "GET", path, perSecond, random -> query(path, parameter, 1 + random.nextInt(max)));
  }

  private static String query(String path, String parameter, int value) {
    return String.format(Locale.ROOT, "%s?%s=%d", path, parameter, value);
  }
}
