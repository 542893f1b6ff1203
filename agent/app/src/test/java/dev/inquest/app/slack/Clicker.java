package dev.inquest.app.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.kit.PublishedSlack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts interactions as Slack's page on verifying requests describes them, and worse ones. */
final class Clicker implements AutoCloseable {
  static final String SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI interactions;

  Clicker(URI interactions) {
    this.interactions = interactions;
  }

  /** One click as Slack would tell it. */
  record Click(String team, String user, String action, String value) {
    static Click of(String user, String action, String value) {
      return new Click(PublishedSlack.TEAM, user, action, value);
    }

    String body() {
      String json =
          """
          {"type":"block_actions","api_app_id":"A0123456","token":"deprecated",
           "user":{"id":"%2$s","username":"x","name":"x","team_id":"%1$s"},
           "container":{"type":"message","message_ts":"1700000001.000100",
             "channel_id":"C012345678","is_ephemeral":false},
           "trigger_id":"1.2.3","team":{"id":"%1$s","domain":"example"},"enterprise":null,
           "is_enterprise_install":false,"channel":{"id":"C012345678","name":"ops"},
           "state":{"values":{}},"response_url":"https://hooks.slack.com/actions/x",
           "actions":[{"action_id":"%3$s","block_id":"decide","type":"button","value":"%4$s",
             "text":{"type":"plain_text","text":"%3$s"},"action_ts":"1700000002.000200"}]}\
          """
              .formatted(team, user, action, value);
      return "payload=" + URLEncoder.encode(json, UTF_8);
    }
  }

  /** Signed now, with the right secret. */
  int click(Click click) {
    return at(Instant.now(), click);
  }

  /** Signed with the right secret at another time. */
  int at(Instant time, Click click) {
    String timestamp = Long.toString(time.getEpochSecond());
    return post(timestamp, sign(SECRET, timestamp, click.body()), click.body());
  }

  /** Signed with a secret of somebody else's. */
  int forged(Click click) {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    return post(timestamp, sign("another secret", timestamp, click.body()), click.body());
  }

  /** The signature of one click with the body of another. */
  int swapped(Click signed, Click sent) {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    return post(timestamp, sign(SECRET, timestamp, signed.body()), sent.body());
  }

  private int post(String timestamp, String signature, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(interactions)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String sign(String secret, String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      byte[] signed = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
