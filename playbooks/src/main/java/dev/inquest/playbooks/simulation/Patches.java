package dev.inquest.playbooks.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of changes, from the resources {@code simulation/*.txt}. Immutable. */
final class Patches {
  static final Patches GUILTY = read("guilty.txt");
  static final Patches INNOCENT = read("innocent.txt");

  private final List<PatchTemplate> templates;

  private Patches(List<PatchTemplate> templates) {
    this.templates = templates;
  }

  /** Any of the mechanism, in the part's language where there is one. */
  Patch draw(String mechanism, Dice dice, Part part, Map<String, String> words) {
    List<PatchTemplate> all =
        templates.stream().filter(t -> t.mechanism.equals(mechanism)).toList();
    return fill(choose(all, dice, part), dice, words);
  }

  Patch drawAny(Dice dice, Part part, Map<String, String> words) {
    return fill(choose(templates, dice, part), dice, words);
  }

  List<String> mechanisms() {
    return templates.stream().map(t -> t.mechanism).distinct().toList();
  }

  private static PatchTemplate choose(List<PatchTemplate> all, Dice dice, Part part) {
    List<PatchTemplate> spoken =
        all.stream()
            .filter(t -> t.language.equals(part.language()) || t.language.equals("any"))
            .toList();
    return dice.pick(spoken.isEmpty() ? all : spoken);
  }

  private static Patch fill(PatchTemplate template, Dice dice, Map<String, String> words) {
    return template.fill(words, dice.between(8, 140));
  }

  /**
   * The words of a place.
   *
   * @param call what it is about, where it is about a call
   */
  static Map<String, String> words(Dice dice, World world, Part part, @Nullable Call call) {
    Map<String, String> words = new HashMap<>();
    String noun = WorldMaker.stem(part.name());
    String peer = call == null ? "catalogue" : world.part(call.to()).name();
    int big = dice.between(3, 9) * 10;
    words.put("service", part.name());
    words.put("noun", noun);
    words.put("Noun", capital(noun));
    words.put("peer", peer);
    words.put("Peer", capital(WorldMaker.stem(peer).replace(".", "")));
    words.put("PEER", WorldMaker.stem(peer).replace(".", "_").toUpperCase(Locale.ROOT));
    words.put("table", Words.plural(noun));
    words.put("column", dice.pick(Words.COLUMNS));
    words.put("flag", dice.pick(Words.VERBS) + "-" + noun + "-v2");
    words.put("n", String.valueOf(dice.between(11, 240)));
    words.put("big", String.valueOf(big));
    words.put("bigger", String.valueOf(big + 5));
    words.put("small", String.valueOf(dice.between(2, 4)));
    words.put("many", String.valueOf(dice.between(20, 140)));
    words.put("tries", String.valueOf(dice.between(6, 12)));
    words.put("slowms", String.valueOf(dice.between(150, 900)));
    words.put("fewms", String.valueOf(dice.between(2, 9) * 10));
    words.put("manyms", "3000");
    words.put("morems", "3500");
    if (call != null && call.statement() != null) {
      words.put("table", call.statement().table());
      words.put("column", call.statement().column());
    }
    return words;
  }

  private static String capital(String noun) {
    return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
  }

  private static Patches read(String name) {
    List<PatchTemplate> templates = new ArrayList<>();
    try (InputStream in = Patches.class.getResourceAsStream("/simulation/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the resource simulation/" + name + " is missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("=== ")) {
          String[] words = line.split(" ", -1);
          templates.add(new PatchTemplate(words[1], words[2]));
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          templates.getLast().add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Patches(List.copyOf(templates));
  }
}
