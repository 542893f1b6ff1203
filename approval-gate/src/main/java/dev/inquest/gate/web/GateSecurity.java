package dev.inquest.gate.web;

import dev.inquest.gate.decision.LocalUsers;
import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.Risk;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who may see and do what, on the gate's own origin. */
@Configuration(proxyBeanMethods = false)
public class GateSecurity {
  private static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @Bean
  PasswordEncoder gatePasswordEncoder() {
    return new BCryptPasswordEncoder(12);
  }

  @Bean
  UserDetailsService gateUsers(LocalUsers users) {
    return name ->
        users
            .find(name)
            .map(user ->
                User.withUsername(user.person())
                    .password(user.passwordHash())
                    .authorities(
                        user.roles().stream().map(SignedIn::authority).toArray(String[]::new))
                    .build())
            .orElseThrow(() -> new UsernameNotFoundException("no such user"));
  }

  @Bean
  ServletContextInitializer gateSessionCookie(GateOrigin origin) {
    return context -> {
      context.getSessionCookieConfig().setHttpOnly(true);
      context.getSessionCookieConfig().setSecure(origin.secure());
    };
  }

  /** Health and metrics need nobody. */
  @Bean
  @Order(10)
  SecurityFilterChain gateOpen(HttpSecurity http) throws Exception {
    return headers(http)
        .securityMatcher("/actuator/**", "/gate/*.css")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  /** The API: a token, or the session of a page with its CSRF token. */
  @Bean
  @Order(20)
  SecurityFilterChain gateApi(HttpSecurity http, List<ApiToken> tokens, Policy policy)
      throws Exception {
    String[] deciding = deciding(policy.approve().values());
    String[] pinning = deciding(List.of(policy.rule(Risk.HIGH)));
    String[] goingBack =
        Stream.concat(Stream.of(pinning), Stream.of(SignedIn.authority("operator")))
            .distinct()
            .toArray(String[]::new);
    return headers(http)
        .securityMatcher("/api/**")
        .addFilterAfter(new BearerFilter(tokens), SecurityContextHolderFilter.class)
        .addFilterAfter(new BodyLimit(), BearerFilter.class)
        .csrf(csrf -> csrf.ignoringRequestMatchers(BearerFilter::carriesToken))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(cache -> cache.disable())
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint((request, response, e) ->
                    Problems.write(response, HttpStatus.UNAUTHORIZED, "sign in first"))
                .accessDeniedHandler((request, response, e) -> Problems.denied(response)))
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/pause", "/api/v1/resume")
                .hasAuthority(SignedIn.authority("operator"))
                .requestMatchers(HttpMethod.POST, "/api/v1/proposals/*/decisions")
                .hasAnyAuthority(deciding)
                .requestMatchers(HttpMethod.POST, "/api/v1/playbooks/pin")
                .hasAnyAuthority(pinning)
                .requestMatchers(HttpMethod.POST, "/api/v1/playbooks/rollback")
                .hasAnyAuthority(goingBack)
                .requestMatchers(HttpMethod.GET)
                .authenticated()
                .anyRequest()
                .denyAll())
        .build();
  }

  /** Who may decide by any of these. */
  private static String[] deciding(Collection<Policy.Rule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.roles().stream())
        .map(SignedIn::authority)
        .distinct()
        .toArray(String[]::new);
  }

  /** The pages: a form, a session, a CSRF token in every form. */
  @Bean
  @Order(30)
  SecurityFilterChain gatePages(HttpSecurity http, Clock clock) throws Exception {
    LoginLimiter limiter = new LoginLimiter(clock);
    return headers(http)
        .addFilterBefore(new BodyLimit(), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new LoginGuard(limiter), UsernamePasswordAuthenticationFilter.class)
        .formLogin(form ->
            form.loginPage("/login")
                .defaultSuccessUrl("/proposals")
                .successHandler(new SignInSuccess(limiter))
                .failureHandler((request, response, e) -> {
                  limiter.failed(name(request), request.getRemoteAddr());
                  response.sendRedirect("/login?error");
                })
                .permitAll())
        .logout(logout -> logout.logoutSuccessUrl("/login?out"))
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/login", "/error")
                .permitAll()
                .anyRequest()
                .authenticated())
        .build();
  }

  private static HttpSecurity headers(HttpSecurity http) throws Exception {
    return http.headers(headers ->
        headers
            .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
            .frameOptions(frame -> frame.deny()));
  }

  private static String name(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getParameter("username"), "");
  }

  /** Too many wrong guesses: the password is not even looked at. */
  private static final class LoginGuard extends OncePerRequestFilter {
    private static final RequestMatcher SIGN_IN =
        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");

    private final LoginLimiter limiter;

    LoginGuard(LoginLimiter limiter) {
      this.limiter = limiter;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (SIGN_IN.matches(request) && limiter.blocked(name(request), request.getRemoteAddr())) {
        response.sendRedirect("/login?wait");
        return;
      }
      chain.doFilter(request, response);
    }
  }
}
