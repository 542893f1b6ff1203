package dev.inquest.connectors.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.inquest.gate.channel.Card;
import java.util.ArrayList;
import java.util.List;

/**
 * A card as Block Kit, in the reader's order: verdict, what the gate checked, what the agent
 * states, what speaks against, the change, the buttons.
 */
final class CardBlocks {
  /** A diff longer than this is not shown whole, so it cannot be approved here. */
  static final int DIFF_CHARS = 2_800;

  private CardBlocks() {}

  static List<LayoutBlock> of(Card card) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(header(h -> h.text(plainText(SlackText.plain(card.title())))));
    blocks.add(text(SlackText.escape(card.verdict(), SlackText.SECTION_CHARS)));
    addList(blocks, "Checked by the gate", card.checked());
    addList(blocks, "Stated by the agent", card.stated());
    addList(blocks, "Against it, or not checked", card.against());
    blocks.add(text(change(card)));
    blocks.add(text("*Rollback*\n" + SlackText.escape(card.rollback(), 2_500)));
    blocks.add(footer(card));
    blocks.add(card.state().equals("asked") ? buttons(card) : outcome(card));
    return blocks;
  }

  /** Whether the whole change fits: nobody approves here what they were not shown. */
  static boolean shownWhole(Card card) {
    return SlackText.escape(card.diff(), Integer.MAX_VALUE).length() <= DIFF_CHARS - 6;
  }

  private static String change(Card card) {
    if (shownWhole(card)) {
      return "*The change, whole*\n" + SlackText.code(card.diff(), DIFF_CHARS);
    }
    return "*The change is too long for a card.* Read and decide it on the gate's page.";
  }

  private static LayoutBlock footer(Card card) {
    String line =
        "risk *%s* · digest `%s` · expires <!date^%d^{date_short_pretty} {time}|%s>"
            .formatted(
                SlackText.escape(card.risk(), 20),
                SlackText.escape(shortDigest(card), 12),
                card.expires().getEpochSecond(),
                card.expires());
    return context(List.of(markdownText(line)));
  }

  private static LayoutBlock buttons(Card card) {
    List<BlockElement> elements = new ArrayList<>();
    if (shownWhole(card)) {
      elements.add(
          button(b ->
              b.text(plainText("Approve"))
                  .style("primary")
                  .actionId("approve")
                  .value(card.button())));
      elements.add(
          button(b ->
              b.text(plainText("Reject")).style("danger").actionId("reject").value(card.button())));
    }
    elements.add(
        button(b -> b.text(plainText("Open the page")).actionId("open").url(card.pageUrl())));
    return actions(a -> a.blockId("decide").elements(elements));
  }

  private static LayoutBlock outcome(Card card) {
    String said = card.outcome() == null ? card.state() : card.outcome();
    return text("*" + SlackText.escape(said, SlackText.SECTION_CHARS - 2) + "*");
  }

  private static void addList(List<LayoutBlock> blocks, String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    StringBuilder out = new StringBuilder("*").append(title).append("*");
    for (String line : lines) {
      String item = "\n• " + SlackText.escape(line.replace('\n', ' '), 400);
      if (out.length() + item.length() > SlackText.SECTION_CHARS - 20) {
        out.append("\n• … more on the page");
        break;
      }
      out.append(item);
    }
    blocks.add(text(out.toString()));
  }

  private static String shortDigest(Card card) {
    return card.digest().substring(0, Math.min(12, card.digest().length()));
  }

  private static LayoutBlock text(String markdown) {
    return section(s -> s.text(markdownText(markdown)));
  }
}
