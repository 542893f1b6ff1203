package dev.inquest.app.browser;

import java.util.List;

/** Text that stands out too little from what is behind it, by WCAG 2's formula and its level AA. */
final class Contrasts {
  private static final String TOO_LITTLE =
      """
      () => {
        const parts = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
        const channel = c => c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4;
        const luminance = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
        const behind = element => {
          for (let e = element; e; e = e.parentElement) {
            const c = parts(getComputedStyle(e).backgroundColor);
            if (c.length === 3 || c[3] > 0.99) return c;
          }
          return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
        };
        const found = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement;
          if (!walker.currentNode.data.trim() || !element.getClientRects().length || element.closest('svg')) continue;
          const style = getComputedStyle(element);
          const a = luminance(parts(style.color)), b = luminance(behind(element));
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          const size = parseFloat(style.fontSize);
          const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
          if (ratio < (large ? 3 : 4.5)) {
            found.push(ratio.toFixed(2) + ' ' + element.tagName + '.' + element.className + ': '
              + walker.currentNode.data.trim().slice(0, 40));
          }
        }
        return found;
      }
      """;

  private Contrasts() {}

  static List<?> tooLittle(Visit visit) {
    return (List<?>) visit.page().evaluate(TOO_LITTLE);
  }
}
