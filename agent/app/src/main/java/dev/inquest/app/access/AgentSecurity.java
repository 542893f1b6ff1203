package dev.inquest.app.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * Who may do what on the agent's port. Webhooks and OTLP know their senders themselves. Reading
 * needs a viewer, labelling an operator. Nothing here keeps a session or a cookie.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class AgentSecurity {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; "
          + "object-src 'none'";

  @Bean
  SecurityFilterChain agentFilterChain(HttpSecurity http, ApiProperties properties) {
    return http.csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .logout(logout -> logout.disable())
        .requestCache(cache -> cache.disable())
        .headers(headers ->
            headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY)))
        .addFilterBefore(new AccessFilter(properties), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                // The end of an event stream, whose beginning was authorised.
                .dispatcherTypeMatchers(DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/webhooks/**", "/v1/**", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/health", "/actuator/prometheus", "/error")
                .permitAll()
                .requestMatchers(
                    "/webjars/**", "/*.css", "/*.js", "/*.svg", "/favicon.ico", "/assets/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/**")
                .hasRole("VIEWER")
                .anyRequest()
                .hasRole("OPERATOR"))
        .addFilterBefore(new SameOriginFilter(), AccessFilter.class)
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint((request, response, e) -> unknown(request, response))
                .accessDeniedHandler((request, response, e) -> forbidden(request, response)))
        .build();
  }

  private static void unknown(HttpServletRequest request, HttpServletResponse response)
      throws java.io.IOException {
    boolean api = request.getRequestURI().startsWith("/api/");
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        api ? "Bearer realm=\"inquest\"" : "Basic realm=\"inquest\", charset=\"UTF-8\"");
    if (wantsPage(request)) {
      response.sendError(HttpStatus.UNAUTHORIZED.value());
      return;
    }
    ProblemWriter.write(
        response,
        HttpStatus.UNAUTHORIZED,
        "unauthorised",
        "A token is needed: Authorization: Bearer, or as the password in a browser. Without"
            + " configured tokens only this machine is answered.");
  }

  private static void forbidden(HttpServletRequest request, HttpServletResponse response)
      throws java.io.IOException {
    if (wantsPage(request)) {
      response.sendError(HttpStatus.FORBIDDEN.value());
      return;
    }
    ProblemWriter.write(response, HttpStatus.FORBIDDEN, "forbidden", "This token may not do that.");
  }

  /** A browser that shows what it is answered to a person. */
  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("text/html");
  }
}
