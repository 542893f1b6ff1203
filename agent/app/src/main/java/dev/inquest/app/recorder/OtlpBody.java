package dev.inquest.app.recorder;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a body, unpacked where it is packed, up to a limit that counts unpacked bytes. */
final class OtlpBody {
  private OtlpBody() {}

  /**
   * @throws OtlpRefusal 413 where it is too large, 415 where its coding is unknown, 400 where it is
   *     not what its coding says
   */
  static byte[] read(HttpServletRequest request, int maxBytes) throws IOException {
    if (request.getContentLengthLong() > maxBytes) {
      throw tooLarge(maxBytes);
    }
    try (InputStream in = unpacked(request)) {
      byte[] body = in.readNBytes(maxBytes + 1);
      if (body.length > maxBytes) {
        throw tooLarge(maxBytes);
      }
      return body;
    } catch (ZipException | java.io.EOFException e) {
      throw new OtlpRefusal(400, "the body is not whole gzip");
    }
  }

  private static InputStream unpacked(HttpServletRequest request) throws IOException {
    String coding = request.getHeader("Content-Encoding");
    return switch (coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT)) {
      case "identity", "" -> request.getInputStream();
      case "gzip" -> new GZIPInputStream(request.getInputStream());
      default -> throw new OtlpRefusal(415, "send the body plain or as gzip");
    };
  }

  private static OtlpRefusal tooLarge(int maxBytes) {
    return new OtlpRefusal(413, "the body is larger than " + maxBytes + " bytes");
  }
}
