package dev.inquest.gate.testing;

import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.actuator.Actuation;
import dev.inquest.gate.actuator.Actuator;
import dev.inquest.gate.actuator.MergeRequest;
import dev.inquest.proposal.ProposedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Really writes the branch into the shop's repository; can be told to fail before or after. */
public final class PushingActuator implements Actuator {
  /** What goes wrong with the next call of open. */
  public enum Trouble {
    NONE,
    UNREACHABLE,
    REFUSED,
    CRASH_AFTER_PUSH
  }

  private final ShopRepository shop;
  private final List<Actuation> opened = new ArrayList<>();
  private Trouble next = Trouble.NONE;

  public PushingActuator(ShopRepository shop) {
    this.shop = shop;
  }

  public synchronized void next(Trouble trouble) {
    next = trouble;
  }

  /** Every call of open that pushed. */
  public synchronized List<Actuation> opened() {
    return List.copyOf(opened);
  }

  @Override
  public String name() {
    return "pushing";
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok("a test's");
  }

  @Override
  public boolean serves(String repository) {
    return repository.equals(shop.locator());
  }

  @Override
  public synchronized Optional<MergeRequest> find(Actuation actuation) {
    String head = shop.head(actuation.branch());
    return head.isEmpty() ? Optional.empty() : Optional.of(request(actuation, head));
  }

  @Override
  public synchronized MergeRequest open(Actuation actuation) {
    Trouble trouble = next;
    next = Trouble.NONE;
    switch (trouble) {
      case UNREACHABLE ->
          throw new FailureException(Failure.transientFailure("forge-down", "forge", "down"));
      case REFUSED ->
          throw new FailureException(Failure.permanent("forge-refused", "forge", "not allowed"));
      case NONE, CRASH_AFTER_PUSH -> {}
    }
    Map<String, @Nullable String> files = new HashMap<>();
    for (ProposedFile file : actuation.files()) {
      files.put(file.path(), file.content());
    }
    String head =
        shop.commit(
            actuation.branch(),
            actuation.baseSha(),
            actuation.message(),
            "Inquest <inquest@shop.test>",
            files);
    opened.add(actuation);
    if (trouble == Trouble.CRASH_AFTER_PUSH) {
      throw new Crash();
    }
    return request(actuation, head);
  }

  private static MergeRequest request(Actuation actuation, String head) {
    return new MergeRequest(actuation.branch(), head, "https://forge.test/" + actuation.branch());
  }

  /** Stands for the end of the process: nothing catches it. */
  public static final class Crash extends Error {}
}
