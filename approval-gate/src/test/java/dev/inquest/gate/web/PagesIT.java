package dev.inquest.gate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.GateDatabase;
import dev.inquest.gate.testing.ShopRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = GateApp.class)
@AutoConfigureMockMvc
class PagesIT {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired MockMvc mvc;
  @Autowired GateDatabase database;
  @Autowired ShopRepository shop;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) throws IOException {
    Path home = GateApp.folder("gate-home");
    Path password = Files.writeString(home.resolve("password"), "correct horse\n");
    registry.add("inquest.home", home::toString);
    registry.add("inquest.gate.local-user.person", () -> "ada");
    registry.add("inquest.gate.local-user.password-file", password::toString);
    registry.add("inquest.api.tokens[0].name", () -> "demo");
    registry.add("inquest.api.tokens[0].token", () -> "approver-token-of-ada");
    registry.add("inquest.api.tokens[0].role", () -> "approver");
    registry.add("inquest.api.tokens[0].person", () -> "ada");
    registry.add("inquest.api.tokens[1].name", () -> "reader");
    registry.add("inquest.api.tokens[1].token", () -> "viewer-token-of-all");
    registry.add("inquest.api.tokens[2].name", () -> "ops");
    registry.add("inquest.api.tokens[2].token", () -> "operator-token-x");
    registry.add("inquest.api.tokens[2].role", () -> "operator");
  }

  /** So that the limits on asking do not fill up. */
  @AfterEach
  void forget() {
    database.sql().sql("UPDATE gate.proposal SET state = 'expired', asked_at = NULL").update();
  }

  private String asked(String title) {
    UUID id = UUID.randomUUID();
    String body = Drafts.migration(shop.head("main")).with("title", title).json();
    JdbcClient.create(database.agent())
        .sql(
            "INSERT INTO agent.proposal_request (id, incident, kind, body)"
                + " VALUES (:id, 'inc-1', 'propose', :body::jsonb)")
        .param("id", id)
        .param("body", body)
        .update();
    return await("SELECT id FROM gate.proposal WHERE request = '" + id + "' AND state = 'asked'");
  }

  private String await(String sql) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (Instant.now().isBefore(end)) {
      var found = database.sql().sql(sql).query(String.class).optional();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("never came true: " + sql);
  }

  private MockHttpSession signIn() throws Exception {
    MockHttpSession session = new MockHttpSession();
    String page = body(mvc.perform(get("/login").session(session)).andReturn());
    mvc.perform(
            post("/login")
                .session(session)
                .param("_csrf", csrf(page))
                .param("username", "ada")
                .param("password", "correct horse"))
        .andExpect(redirectedUrl("/proposals"));
    return session;
  }

  private static String csrf(String page) {
    Matcher matcher = CSRF.matcher(page);
    assertThat(matcher.find()).as("a CSRF token in the form").isTrue();
    return matcher.group(1);
  }

  private static String body(MvcResult result) throws IOException {
    return result.getResponse().getContentAsString();
  }

  private String digest(String id) {
    return await("SELECT digest FROM gate.proposal WHERE id = '" + id + "'");
  }

  @Test
  void clickOpensTheMergeRequest() throws Exception {
    String id = asked("By click");
    MockHttpSession session = signIn();
    String page = body(mvc.perform(get("/proposals/" + id).session(session)).andReturn());
    assertThat(page)
        .contains("Checked by the gate", "Stated by the agent", "Approve exactly this change")
        .contains("CREATE INDEX CONCURRENTLY orders_customer");

    mvc.perform(
            post("/proposals/" + id + "/decisions")
                .session(session)
                .param("_csrf", csrf(page))
                .param("digest", digest(id))
                .param("decision", "approve"))
        .andExpect(status().isSeeOther())
        .andExpect(redirectedUrl("/proposals/" + id));

    await("SELECT id FROM gate.proposal WHERE id = '" + id + "' AND state = 'opened'");
    mvc.perform(get("/proposals/" + id).session(session))
        .andExpect(content().string(org.hamcrest.Matchers.containsString("merge request is open")));
  }

  @Test
  void tokenOfAPersonDecidesByTheApi() throws Exception {
    String id = asked("By token");
    mvc.perform(decide(id, "approver-token-of-ada", digest(id)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("approved"));
    await("SELECT id FROM gate.proposal WHERE id = '" + id + "' AND state = 'opened'");
    mvc.perform(
            get("/api/v1/proposals/" + id).header("Authorization", "Bearer viewer-token-of-all"))
        .andExpect(jsonPath("$.state").value("opened"))
        .andExpect(
            jsonPath("$.merge_request.branch").value("inquest/" + digest(id).substring(0, 12)))
        .andExpect(jsonPath("$.decisions[0].person").value("ada"));
    mvc.perform(decide(id, "approver-token-of-ada", digest(id))).andExpect(status().isConflict());
  }

  private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder decide(
      String id, String token, String digest) {
    return post("/api/v1/proposals/" + id + "/decisions")
        .header("Authorization", "Bearer " + token)
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"decision\":\"approve\",\"digest\":\"" + digest + "\"}");
  }

  @Test
  void otherDigestThanShownIsRefused() throws Exception {
    String id = asked("Other digest");
    mvc.perform(decide(id, "approver-token-of-ada", "0".repeat(64)))
        .andExpect(status().isConflict())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.code").value("wrong-digest"));
  }

  @Test
  void viewersDecideNothing() throws Exception {
    String id = asked("Viewer");
    mvc.perform(decide(id, "viewer-token-of-all", digest(id)))
        .andExpect(status().isForbidden())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @Test
  void authorisationComesBeforePathAndBody() throws Exception {
    mvc.perform(post("/api/v1/nothing").contentType(MediaType.APPLICATION_JSON).content("{"))
        .andExpect(status().isUnauthorized());
    mvc.perform(get("/api/v1/proposals/pr-none-1")).andExpect(status().isUnauthorized());
    mvc.perform(get("/api/v1/proposals").header("Authorization", "Bearer wrong"))
        .andExpect(status().isUnauthorized())
        .andExpect(header().string("WWW-Authenticate", "Bearer"));
    mvc.perform(get("/proposals/pr-none-1")).andExpect(redirectedUrl("/login"));
  }

  @Test
  void formWithoutItsCsrfTokenIsRefused() throws Exception {
    String id = asked("No CSRF");
    mvc.perform(
            post("/proposals/" + id + "/decisions")
                .session(signIn())
                .param("digest", digest(id))
                .param("decision", "approve"))
        .andExpect(status().isForbidden());
    assertThat(await("SELECT state FROM gate.proposal WHERE id = '" + id + "'")).isEqualTo("asked");
  }

  @Test
  void pagesCarryAStrictPolicyAndNothingInline() throws Exception {
    String id = asked("<script>alert(1)</script>");
    MvcResult result =
        mvc.perform(get("/proposals/" + id).session(signIn()))
            .andExpect(
                header()
                    .string(
                        "Content-Security-Policy",
                        org.hamcrest.Matchers.containsString("default-src 'none'")))
            .andExpect(header().string("X-Frame-Options", "DENY"))
            .andExpect(header().string("X-Content-Type-Options", "nosniff"))
            .andReturn();
    assertThat(body(result))
        .doesNotContain("<script", " style=", "<style", "onclick")
        .contains("&lt;script&gt;alert(1)");
  }

  @Test
  void aCsrfTokenOfAnotherSessionIsRefused() throws Exception {
    String id = asked("Foreign CSRF");
    String foreign = csrf(body(mvc.perform(get("/login").session(signIn())).andReturn()));
    mvc.perform(
            post("/proposals/" + id + "/decisions")
                .session(signIn())
                .param("_csrf", foreign)
                .param("digest", digest(id))
                .param("decision", "approve"))
        .andExpect(status().isForbidden());
    assertThat(await("SELECT state FROM gate.proposal WHERE id = '" + id + "'")).isEqualTo("asked");
  }

  @Test
  void aSessionDecidesByTheApiOnlyWithItsCsrfToken() throws Exception {
    String id = asked("Session and API");
    mvc.perform(
            post("/api/v1/proposals/" + id + "/decisions")
                .session(signIn())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"decision\":\"approve\",\"digest\":\"" + digest(id) + "\"}"))
        .andExpect(status().isForbidden());
  }

  @Test
  void signingInNeedsItsCsrfTokenAndSigningOutAPost() throws Exception {
    mvc.perform(post("/login").param("username", "ada").param("password", "correct horse"))
        .andExpect(status().isForbidden());
    MockHttpSession session = signIn();
    mvc.perform(get("/logout").session(session)).andExpect(status().isNotFound());
    mvc.perform(post("/logout").session(session)).andExpect(status().isForbidden());
    mvc.perform(get("/proposals").session(session)).andExpect(status().isOk());
  }

  @Test
  void operatorsTokensDecideNothing() throws Exception {
    String id = asked("Operator");
    mvc.perform(decide(id, "operator-token-x", digest(id))).andExpect(status().isForbidden());
    assertThat(await("SELECT state FROM gate.proposal WHERE id = '" + id + "'")).isEqualTo("asked");
  }

  @Test
  void guessingPasswordsIsSlowedDown() throws Exception {
    MockHttpSession session = new MockHttpSession();
    String page = body(mvc.perform(get("/login").session(session)).andReturn());
    for (int guess = 0; guess < 5; guess++) {
      mvc.perform(login(session, page)).andExpect(redirectedUrl("/login?error"));
    }
    mvc.perform(login(session, page)).andExpect(redirectedUrl("/login?wait"));
  }

  private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder login(
      MockHttpSession session, String page) {
    return post("/login")
        .session(session)
        .param("_csrf", csrf(page))
        .param("username", "grace")
        .param("password", "guess");
  }

  @Test
  void auditIsServedWithASignedCheckpoint() throws Exception {
    asked("Audited");
    mvc.perform(
            get("/api/v1/audit/entries?limit=2")
                .header("Authorization", "Bearer viewer-token-of-all"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].seq").value(1))
        .andExpect(jsonPath("$.next").value("2"));
    mvc.perform(
            get("/api/v1/audit/checkpoint").header("Authorization", "Bearer viewer-token-of-all"))
        .andExpect(jsonPath("$.envelope").exists())
        .andExpect(jsonPath("$.public_key").exists());
  }

  @Test
  void answersHaveTheFieldsOfTheDescription() throws Exception {
    mvc.perform(get("/api/v1/openapi.yaml")).andExpect(status().isUnauthorized());
    DescribedNames described = new DescribedNames(read("/api/v1/openapi.yaml"));
    String id = asked("Described");
    mvc.perform(decide(id, "approver-token-of-ada", digest(id)))
        .andExpect(
            result -> assertThat(described.differences("Recorded", json(body(result)))).isEmpty());
    await("SELECT id FROM gate.proposal WHERE id = '" + id + "' AND state = 'opened'");

    JsonNode proposal = json(read("/api/v1/proposals/" + id));
    assertThat(proposal.path("checks")).isNotEmpty();
    assertThat(proposal.path("decisions")).isNotEmpty();
    assertThat(proposal.path("merge_request").isObject()).isTrue();
    assertThat(described.differences("Proposal", proposal)).isEmpty();
    assertThat(described.differences("Recorded", proposal)).isNotEmpty();
    assertDescribed(described, "ProposalPage", "/api/v1/proposals?limit=1");
    assertDescribed(described, "AuditPage", "/api/v1/audit/entries?limit=1");
    assertDescribed(described, "Checkpoint", "/api/v1/audit/checkpoint");
    assertDescribed(described, "Standing", "/api/v1/pause");
    assertDescribed(described, "Playbooks", "/api/v1/playbooks");
    assertDescribed(described, "PlaybookVersion", "/api/v1/playbooks/built-in");
  }

  private void assertDescribed(DescribedNames described, String form, String path)
      throws Exception {
    assertThat(described.differences(form, json(read(path)))).as(path).isEmpty();
  }

  private String read(String path) throws Exception {
    return body(
        mvc.perform(get(path).header("Authorization", "Bearer viewer-token-of-all"))
            .andExpect(status().isOk())
            .andReturn());
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void onlyOperatorsPause() throws Exception {
    mvc.perform(post("/api/v1/pause").header("Authorization", "Bearer approver-token-of-ada"))
        .andExpect(status().isForbidden());
    mvc.perform(post("/api/v1/pause").header("Authorization", "Bearer operator-token-x"))
        .andExpect(jsonPath("$.paused").value(true));
    mvc.perform(post("/api/v1/resume").header("Authorization", "Bearer operator-token-x"))
        .andExpect(jsonPath("$.paused").value(false));
  }

  @Test
  void malformedDecisionIsAProblem() throws Exception {
    String id = asked("Malformed");
    mvc.perform(
            post("/api/v1/proposals/" + id + "/decisions")
                .header("Authorization", "Bearer approver-token-of-ada")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"decision\": \"maybe\""))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    mvc.perform(
            post("/api/v1/proposals/" + id + "/decisions")
                .header("Authorization", "Bearer approver-token-of-ada")
                .contentType(MediaType.APPLICATION_JSON)
                .content(" ".repeat(70_000)))
        .andExpect(status().isContentTooLarge());
  }
}
