package dev.inquest.app.serve;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hands settings to a child on its standard input: neither the process list nor the environment nor
 * a file shows its secrets. The stream stays open; its end tells the child that we are gone.
 */
final class SettingsPipe {
  private static final int MAX_SETTINGS = 100_000;

  private SettingsPipe() {}

  static void write(OutputStream to, Map<String, String> settings) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeInt(settings.size());
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      out.writeUTF(setting.getKey());
      out.writeUTF(setting.getValue());
    }
    out.flush();
  }

  static Map<String, String> read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    int size = in.readInt();
    if (size < 0 || size > MAX_SETTINGS) {
      throw new IOException("not settings: " + size + " of them");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      settings.put(in.readUTF(), in.readUTF());
    }
    return settings;
  }
}
