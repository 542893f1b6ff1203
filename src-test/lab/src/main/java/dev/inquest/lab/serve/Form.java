package dev.inquest.lab.serve;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of an HTML page.
 *
 * @param fields the hidden ones, as the page filled them in
 */
record Form(String action, Map<String, String> fields) {
  private static final Pattern FORM =
      Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern INPUT =
      Pattern.compile("<input\\b([^>]*)>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** The first form whose action ends so. */
  static Form find(String page, String actionEnd) throws IOException {
    Matcher forms = FORM.matcher(page);
    while (forms.find()) {
      String action = attribute(forms.group(1), "action");
      if (action.endsWith(actionEnd)) {
        return new Form(action, hidden(forms.group(2)));
      }
    }
    throw new IOException("the page has no form for " + actionEnd);
  }

  private static Map<String, String> hidden(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher inputs = INPUT.matcher(form);
    while (inputs.find()) {
      if (attribute(inputs.group(1), "type").equals("hidden")) {
        fields.put(attribute(inputs.group(1), "name"), attribute(inputs.group(1), "value"));
      }
    }
    return fields;
  }

  private static String attribute(String attributes, String name) {
    Matcher matcher =
        Pattern.compile("\\b" + name + "\\s*=\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE)
            .matcher(attributes);
    return matcher.find() ? unescape(matcher.group(1)) : "";
  }

  private static String unescape(String text) {
    return text.replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
