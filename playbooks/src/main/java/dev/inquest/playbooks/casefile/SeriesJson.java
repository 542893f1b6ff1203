package dev.inquest.playbooks.casefile;

import static java.util.Objects.requireNonNull;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A series as {@code {"id": …, "millis": […], "values": […]}}; NaN and infinities are the strings
 * {@code "NaN", "Infinity", "-Infinity"}.
 */
final class SeriesJson {
  private SeriesJson() {}

  static final class Writer extends StdSerializer<MetricSeries> {
    Writer() {
      super(MetricSeries.class);
    }

    @Override
    public void serialize(MetricSeries series, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      context.defaultSerializeProperty("id", series.id(), out);
      long[] millis = IntStream.range(0, series.size()).mapToLong(series::millisAt).toArray();
      context.defaultSerializeProperty("millis", millis, out);
      context.defaultSerializeProperty("values", series.values(0, series.size()), out);
      out.writeEndObject();
    }
  }

  static final class Reader extends StdDeserializer<MetricSeries> {
    Reader() {
      super(MetricSeries.class);
    }

    @Override
    public MetricSeries deserialize(JsonParser in, DeserializationContext context) {
      @Nullable SeriesId id = null;
      long[] millis = {};
      double[] values = {};
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "id" -> id = context.readValue(in, SeriesId.class);
          case "millis" -> millis = context.readValue(in, long[].class);
          case "values" -> values = context.readValue(in, double[].class);
          default -> context.handleUnknownProperty(in, this, MetricSeries.class, name);
        }
      }
      return new MetricSeries(requireNonNull(id, "id"), millis, values);
    }
  }
}
