package dev.inquest.kit;

import java.util.List;
import java.util.Map;

class FakeRepositorySourceTest extends RepositorySourceContract {
  @Override
  protected Held held() {
    List<String> hashes = List.of("a".repeat(40), "b".repeat(40));
    FakeRepositorySource fake =
        new FakeRepositorySource(
            "fake",
            "main",
            List.of(
                Map.entry(hashes.get(0), COMMITS.get(0)),
                Map.entry(hashes.get(1), COMMITS.get(1))));
    return new Held(fake, "fake", "main", hashes);
  }
}
