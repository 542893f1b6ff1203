package dev.inquest.gate.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/openapi.yaml}: the gate's HTTP interface as OpenAPI. */
@RestController
public final class ApiDescription {
  private static final Resource DOCUMENT = new ClassPathResource("openapi/gate.yaml");

  @GetMapping("/api/v1/openapi.yaml")
  public ResponseEntity<Resource> document() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_YAML).body(DOCUMENT);
  }
}
