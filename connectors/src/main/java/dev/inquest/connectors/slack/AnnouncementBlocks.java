package dev.inquest.connectors.slack;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.LayoutBlock;
import dev.inquest.gate.channel.Announcement;
import java.util.ArrayList;
import java.util.List;

/** An incident's root message as Block Kit. */
final class AnnouncementBlocks {
  /** Lines beyond this are on the page. */
  private static final int MAX_LINES = 8;

  private AnnouncementBlocks() {}

  static List<LayoutBlock> of(Announcement announcement) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(header(h -> h.text(plainText(SlackText.plain(announcement.title())))));
    blocks.add(text("*" + SlackText.escape(announcement.sentence(), 2_900) + "*"));
    if (!announcement.lines().isEmpty()) {
      blocks.add(text(lines(announcement)));
    }
    blocks.add(context(List.of(markdownText(footer(announcement)))));
    return blocks;
  }

  private static String lines(Announcement announcement) {
    StringBuilder out = new StringBuilder();
    for (String line : announcement.lines().stream().limit(MAX_LINES).toList()) {
      out.append("• ").append(SlackText.escape(line.replace('\n', ' '), 340)).append('\n');
    }
    return out.toString();
  }

  private static String footer(Announcement announcement) {
    String when =
        "<!date^%d^{time_secs}|%s>"
            .formatted(announcement.at().getEpochSecond(), announcement.at());
    String page = announcement.pageUrl();
    String link = page == null ? "" : " · <" + SlackText.escape(page, 500) + "|evidence>";
    return SlackText.escape(announcement.state(), 40) + " · " + when + link;
  }

  private static LayoutBlock text(String markdown) {
    return section(s -> s.text(markdownText(markdown)));
  }
}
