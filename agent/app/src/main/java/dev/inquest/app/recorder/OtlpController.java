package dev.inquest.app.recorder;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * OTLP over HTTP: {@code POST /v1/{traces,metrics,logs}}. Who may send is decided before the body
 * is read. A 503 asks to send again; any other refusal is final.
 */
@RestController
final class OtlpController {
  private static final int RETRY_SECONDS = 5;

  private final OtlpReceiver receiver;
  private final OtlpAccess access;
  private final MeterRegistry meters;

  OtlpController(OtlpReceiver receiver, OtlpAccess access, MeterRegistry meters) {
    this.receiver = receiver;
    this.access = access;
    this.meters = meters;
  }

  @PostMapping("/v1/traces")
  void traces(HttpServletRequest request, HttpServletResponse response) throws IOException {
    receive(Signal.TRACES, request, response);
  }

  @PostMapping("/v1/metrics")
  void metrics(HttpServletRequest request, HttpServletResponse response) throws IOException {
    receive(Signal.METRICS, request, response);
  }

  @PostMapping("/v1/logs")
  void logs(HttpServletRequest request, HttpServletResponse response) throws IOException {
    receive(Signal.LOGS, request, response);
  }

  private void receive(Signal signal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = answer(signal, request, response);
    meters
        .counter(
            "inquest.otlp.requests", "signal", signal.folder(), "status", Integer.toString(status))
        .increment();
  }

  private int answer(Signal signal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int refused = access.refusal(request);
    if (refused != 0) {
      return refuse(response, OtlpForm.JSON, refused, "send with the token, or from this machine");
    }
    OtlpForm form = OtlpForm.JSON;
    try {
      form = OtlpForm.of(request.getContentType());
      byte[] body = OtlpBody.read(request, receiver.limits().maxRequestBytes());
      return write(response, form, 200, receiver.receive(signal, form, body));
    } catch (OtlpRefusal e) {
      return refuse(response, form, e.status(), String.valueOf(e.getMessage()));
    } catch (MalformedTelemetry e) {
      return refuse(response, form, 400, String.valueOf(e.getMessage()));
    }
  }

  private static int refuse(HttpServletResponse response, OtlpForm form, int status, String why)
      throws IOException {
    if (status == 503) {
      response.setIntHeader("Retry-After", RETRY_SECONDS);
    }
    if (status == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    return write(response, form, status, form.refusal(status, why));
  }

  private static int write(HttpServletResponse response, OtlpForm form, int status, byte[] body)
      throws IOException {
    response.setStatus(status);
    boolean problem = status >= 400 && form == OtlpForm.JSON;
    response.setContentType(problem ? "application/problem+json" : form.mediaType());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    return status;
  }
}
