package dev.inquest.connectors.gitlab;

import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.gitlab4j.api.AbstractApi;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;
import org.gitlab4j.api.models.TreeItem;
import org.jspecify.annotations.Nullable;

/**
 * The repository's tree, page by page. GitLab4J's own call sends the project's id a second time, as
 * a parameter that the API does not publish.
 */
final class TreeApi extends AbstractApi {
  private static final String PER_PAGE = "100";

  TreeApi(GitLabApi api) {
    super(api);
  }

  /**
   * @param next the number of the page that follows; null for the last
   */
  record Page(List<TreeItem> items, @Nullable String next) {}

  Page page(String project, String commit, String folder, String page) throws GitLabApiException {
    MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
    query.add("ref", commit);
    if (!folder.isEmpty()) {
      query.add("path", folder);
    }
    query.add("recursive", "true");
    query.add("per_page", PER_PAGE);
    query.add("page", page);
    Response response =
        get(
            Response.Status.OK,
            query,
            "projects",
            getProjectIdOrPath(project),
            "repository",
            "tree");
    String next = response.getHeaderString("X-Next-Page");
    List<TreeItem> items = response.readEntity(new GenericType<List<TreeItem>>() {});
    return new Page(items, next == null || !next.matches("[0-9]{1,9}") ? null : next);
  }
}
