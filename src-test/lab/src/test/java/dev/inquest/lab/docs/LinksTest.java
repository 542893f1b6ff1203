package dev.inquest.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links between the project's pages lead somewhere. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".m2", ".inquest");

  @Test
  void everyRelativeLinkResolves() {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      Matcher matcher = LINK.matcher(Checkout.read(page).replaceAll("(?s)```.*?```", ""));
      while (matcher.find()) {
        String link = matcher.group(1);
        if (!link.matches("[a-z]+:.*")) {
          links++;
          if (!resolves(page, link)) {
            broken.add(Checkout.root().relativize(page) + ": " + link);
          }
        }
      }
    }
    assertThat(links).isGreaterThan(20);
    assertThat(broken).isEmpty();
  }

  private static List<Path> pages() {
    Path root = Checkout.root();
    return Checkout.files(root, ".md").stream().filter(page -> isOurs(root, page)).toList();
  }

  private static boolean isOurs(Path root, Path page) {
    for (Path part : root.relativize(page)) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  private static boolean resolves(Path page, String link) {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return hash < 0 || anchors(target).contains(link.substring(hash + 1));
  }

  private static List<String> anchors(Path page) {
    return HEADING
        .matcher(Checkout.read(page))
        .results()
        .map(heading ->
            heading
                .group(1)
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9 _-]", "")
                .strip()
                .replace(' ', '-'))
        .toList();
  }
}
