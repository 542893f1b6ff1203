package dev.inquest.playbooks.evolve.loop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.play.Workers;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  /** Else a veto would be gone without a word. */
  @Test
  void aLaterPoolWithoutWhatHappenedIsRefused() {
    try (Workers workers = new Workers(1)) {
      Evaluator evaluator = new Evaluator(forgetful(), workers, Runs.settings(4, 7));
      evaluator.begin(new Season(0, 0));
      assertThatThrownBy(() -> evaluator.begin(new Season(1, 4)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("are of the pool");
    }
  }

  /** After the first season it has lost a task that happened. */
  private static Arena forgetful() {
    MadeArena made = new MadeArena();
    return (Arena)
        Proxy.newProxyInstance(
            Arena.class.getClassLoader(),
            new Class<?>[] {Arena.class},
            (proxy, method, arguments) -> {
              boolean later = arguments != null && Integer.valueOf(1).equals(arguments[0]);
              List<String> pool = made.pool();
              return method.getName().equals("pool") && later
                  ? pool.subList(1, pool.size())
                  : method.invoke(made, arguments);
            });
  }
}
