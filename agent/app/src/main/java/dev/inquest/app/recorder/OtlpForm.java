package dev.inquest.app.recorder;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The two forms of OTLP over HTTP; an answer has its request's. */
enum OtlpForm {
  PROTOBUF("application/x-protobuf") {
    @Override
    <B extends Message.Builder> B parse(byte[] body, B builder) {
      try {
        builder.mergeFrom(body);
        return builder;
      } catch (InvalidProtocolBufferException e) {
        throw new MalformedTelemetry("the body is not the message that belongs here", e);
      }
    }

    @Override
    byte[] answer(Message response, String countField, long rejected, String why) {
      return response.toByteArray();
    }

    // google.rpc.Status: field 2 is the message.
    @Override
    byte[] refusal(int status, String message) {
      try {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        coded.writeString(2, message);
        coded.flush();
        return out.toByteArray();
      } catch (IOException e) {
        throw new IllegalStateException("memory does not fail", e);
      }
    }
  },
  JSON("application/json") {
    @Override
    <B extends Message.Builder> B parse(byte[] body, B builder) {
      return OtlpJson.merge(body, builder);
    }

    @Override
    byte[] answer(Message response, String countField, long rejected, String why) {
      Map<String, Object> partial =
          rejected == 0
              ? Map.of()
              : Map.of(
                  "partialSuccess",
                  Map.of(countField, Long.toString(rejected), "errorMessage", why));
      return MAPPER.writeValueAsBytes(partial);
    }

    // A problem document that is an OTLP status too.
    @Override
    byte[] refusal(int status, String message) {
      return MAPPER.writeValueAsBytes(
          Map.of("status", status, "title", message, "message", message));
    }
  };

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private final String mediaType;

  OtlpForm(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /**
   * @throws MalformedTelemetry where the body is not that message
   */
  abstract <B extends Message.Builder> B parse(byte[] body, B builder);

  abstract byte[] answer(Message response, String countField, long rejected, String why);

  abstract byte[] refusal(int status, String message);

  /**
   * @throws OtlpRefusal 415 where it is neither
   */
  static OtlpForm of(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    for (OtlpForm form : values()) {
      if (form.mediaType.equals(type.toLowerCase(Locale.ROOT))) {
        return form;
      }
    }
    throw new OtlpRefusal(415, "send application/x-protobuf or application/json");
  }
}
