package dev.inquest.app.investigation;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import dev.inquest.playbooks.casefile.CoreJson;
import org.jspecify.annotations.Nullable;

/** Task data as JSON, never as serialized Java objects. */
final class TaskJson implements Serializer {
  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    return data == null ? null : CoreJson.mapper().writeValueAsBytes(data);
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
    return bytes == null || bytes.length == 0 ? null : CoreJson.mapper().readValue(bytes, type);
  }
}
