package dev.inquest.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * A leak shows as one alarm about memory where it is, while its callers shout about errors. Without
 * memory the loudest is blamed; an engineer who saw it before is not fooled.
 */
class PastIncidentsTest {
  private static final BurstPrior PRIOR =
      new BurstPrior(new BurstSettings(3, 1, 0.5, 0.1, 0.25, 0.5, 2, 0.5));
  private static final MemorySettings SETTINGS = new MemorySettings(2, 10, 10, 2, 0.5, 0.5, 0.5);
  private static final String[] SERVICES = {"shop", "mail", "bill", "user"};

  @Test
  void withoutMemoryTheLoudestIsBlamed() {
    assertThat(first(PRIOR.recall(leak(n -> n, "bill-0", "shop-1").burst()))).isEqualTo("shop-1");
  }

  @Test
  void whatWasTheOriginBeforeIsKnownAgain() {
    List<Recollection> recalled = recall(leaks(n -> n, 12), leak(n -> n, "bill-0", "shop-1"));
    assertThat(first(recalled)).isEqualTo("bill-0");
    assertThat(recalled.stream().mapToDouble(Recollection::probability).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void theReasonCountsPastPlacesAndHasASign() {
    List<Recollection> recalled = recall(leaks(n -> n, 12), leak(n -> n, "bill-0", "shop-1"));
    Recollection.Reason leak = reason(of(recalled, "bill-0"), "has High metric=memory");
    assertThat(leak.seen()).isEqualTo(12);
    assertThat(leak.origins()).isEqualTo(12);
    assertThat(leak.here()).isTrue();
    assertThat(leak.weight()).isPositive();
    Recollection.Reason shout = reason(of(recalled, "shop-1"), "has High metric=errors");
    assertThat(shout.seen()).isEqualTo(12);
    assertThat(shout.origins()).isZero();
    assertThat(shout.weight()).isNegative();
  }

  @Test
  void theFaultIsKnownAgainToo() {
    List<PastIncident> past = new ArrayList<>(leaks(n -> n, 10));
    for (int i = 0; i < 10; i++) {
      Outage other = new Outage(SERVICES).metric("mail-0", "cpu").metric("user-1", "errors");
      past.add(other.from("c" + i, "mail-0", "busy"));
    }
    Recollection found = of(recall(past, leak(n -> n, "bill-0", "shop-1")), "bill-0");
    assertThat(found.fault()).isEqualTo(new Fault(null, "leak"));
    assertThat(found.faultProbability()).isGreaterThan(0.5);
  }

  @Test
  void littleMemoryChangesLittleAndMoreMore() {
    Outage now = leak(n -> n, "bill-0", "shop-1");
    double none = of(PRIOR.recall(now.burst()), "bill-0").probability();
    double one = of(recall(leaks(n -> n, 2), now), "bill-0").probability();
    double many = of(recall(leaks(n -> n, 30), now), "bill-0").probability();
    assertThat(one).isBetween(none, many);
    assertThat(one).isLessThan(0.5);
    assertThat(many).isGreaterThan(0.8);
  }

  @Test
  void anotherSystemTellsByKindsOnlyAndIsBelievedInPart() {
    UnaryOperator<String> names = n -> List.of(SERVICES).contains(n) ? "x" + n : n;
    Outage now = leak(n -> n, "bill-0", "shop-1");
    List<Recollection> foreign = recall(leaks(names, 30), now);
    List<Recollection> own = recall(leaks(n -> n, 30), now);
    assertThat(of(foreign, "bill-0").probability())
        .isBetween(
            of(PRIOR.recall(now.burst()), "bill-0").probability(), of(own, "bill-0").probability());
    assertThat(of(foreign, "bill-0").reasons())
        .noneMatch(reason -> reason.words().contains("its service"));
  }

  @Test
  void aMemoryOfOtherKindsOfAlarmsSaysNothing() {
    UnaryOperator<String> all = n -> "x" + n;
    PastIncidents past = new PastIncidents(leaks(all, 30));
    assertThat(
            past.recall(
                new Outage(SERVICES)
                    .metric("bill-0", "memory")
                    .metric("shop-1", "errors")
                    .metric("mail-1", "latency")
                    .burst(),
                PRIOR,
                SETTINGS))
        .isEmpty();
  }

  @Test
  void whatNamesNoPlaceTeachesNothing() {
    PastIncident elsewhere =
        new PastIncident(
            "p",
            leak(n -> n, "bill-0", "shop-1").alerts(),
            new Outage(SERVICES).topology(),
            List.of(new KnownOrigin("gone", "gone-0", null, null)));
    assertThat(new PastIncidents(List.of(elsewhere)).size()).isZero();
    assertThat(PastIncidents.NONE.recall(leak(n -> n, "bill-0", "shop-1").burst(), PRIOR, SETTINGS))
        .isEmpty();
  }

  /** Property: names are names. Memory and incident renamed alike, the answer is the same. */
  @Test
  void renamingEverythingAlikeChangesNothing() {
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      List<String> letters = new ArrayList<>(List.of("q", "w", "e", "r", "t", "z", "u", "i"));
      Collections.shuffle(letters, random);
      UnaryOperator<String> renamed =
          name -> letters.get(Math.floorMod(name.hashCode(), letters.size())) + name + "0";
      List<Recollection> plain = recall(leaks(n -> n, 10), leak(n -> n, "bill-0", "shop-1"));
      List<Recollection> other = recall(leaks(renamed, 10), leak(renamed, "bill-0", "shop-1"));
      assertThat(probabilities(other))
          .usingComparatorWithPrecision(1e-4)
          .containsExactly(probabilities(plain));
    }
  }

  @Test
  void theOrderInWhichThePastIsReadChangesNothing() {
    List<PastIncident> past = new ArrayList<>(leaks(n -> n, 10));
    Outage now = leak(n -> n, "bill-0", "shop-1");
    List<Recollection> before = recall(past, now);
    Collections.shuffle(past, new Random(3));
    assertThat(recall(past, now)).isEqualTo(before);
  }

  private static List<PastIncident> leaks(UnaryOperator<String> names, int count) {
    List<PastIncident> past = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String origin = SERVICES[i % SERVICES.length] + "-" + i % 2;
      String loud = SERVICES[(i + 1) % SERVICES.length] + "-" + (i / 2) % 2;
      past.add(leak(names, origin, loud).from("p" + (100 + i), origin, "leak"));
    }
    return past;
  }

  private static Outage leak(UnaryOperator<String> names, String origin, String loud) {
    return new Outage(names, SERVICES)
        .metric(origin, "memory")
        .metric(loud, "errors")
        .metric(loud, "latency")
        .metric(loud, "retries");
  }

  private static List<Recollection> recall(List<PastIncident> past, Outage now) {
    return new PastIncidents(past).recall(now.burst(), PRIOR, SETTINGS).orElseThrow();
  }

  private static double[] probabilities(List<Recollection> recalled) {
    return recalled.stream().mapToDouble(Recollection::probability).sorted().toArray();
  }

  private static Recollection of(List<Recollection> recalled, String place) {
    return recalled.stream().filter(r -> r.place().id().equals(place)).findFirst().orElseThrow();
  }

  private static Recollection.Reason reason(Recollection of, String words) {
    return of.reasons().stream().filter(r -> r.words().equals(words)).findFirst().orElseThrow();
  }

  private static String first(List<Recollection> recalled) {
    return recalled.stream()
        .max(Comparator.comparingDouble(Recollection::probability))
        .orElseThrow()
        .place()
        .id();
  }
}
