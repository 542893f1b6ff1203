package dev.inquest.connectors.git;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.eclipse.jgit.http.server.GitServlet;

/** Serves one repository over HTTP to who sends the right token; counts the fetches. */
final class GitServer implements AutoCloseable {
  static final String TOKEN = "git-token-0123456789";

  private final Tomcat tomcat = new Tomcat();
  private final AtomicInteger fetches = new AtomicInteger();

  GitServer(Path folder, TestRepository repository) throws Exception {
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.setHostname("127.0.0.1");
    Context context = tomcat.addContext("", folder.toString());
    GitServlet git = new GitServlet();
    git.setRepositoryResolver((request, name) -> opened(repository));
    Tomcat.addServlet(context, "git", git).addMapping("/*");
    FilterDef definition = new FilterDef();
    definition.setFilterName("token");
    definition.setFilter(new TokenFilter());
    context.addFilterDef(definition);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName("token");
    mapping.addURLPattern("/*");
    context.addFilterMap(mapping);
    tomcat.getConnector();
    tomcat.start();
  }

  String locator() {
    return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/team/shop.git";
  }

  /** How often the branches were asked for. */
  int fetches() {
    return fetches.get();
  }

  @Override
  public void close() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }

  private static org.eclipse.jgit.lib.Repository opened(TestRepository repository) {
    try {
      return repository.open();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private final class TokenFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      HttpServletRequest http = (HttpServletRequest) request;
      byte[] pair = ("oauth2:" + TOKEN).getBytes(StandardCharsets.UTF_8);
      String wanted = "Basic " + Base64.getEncoder().encodeToString(pair);
      if (!wanted.equals(http.getHeader("Authorization"))) {
        HttpServletResponse refused = (HttpServletResponse) response;
        refused.setHeader("WWW-Authenticate", "Basic realm=\"git\"");
        refused.sendError(401);
        return;
      }
      if (http.getRequestURI().endsWith("/info/refs")) {
        fetches.incrementAndGet();
      }
      chain.doFilter(request, response);
    }
  }
}
