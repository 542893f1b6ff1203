package dev.inquest.app.browser;

import dev.inquest.kit.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;

/**
 * A bare repository of a shop with one migration.
 *
 * @param head the commit that main is at
 */
record ShopOrigin(Path folder, String head) {
  static final String MIGRATIONS = "db/migration";

  static ShopOrigin create() {
    try {
      Path work = Scratch.folder("shop");
      Path bare = Scratch.folder("shop-origin");
      try (Git git = Git.init().setDirectory(work.toFile()).setInitialBranch("main").call()) {
        Path first = work.resolve(MIGRATIONS + "/V1__orders.sql");
        Files.createDirectories(first.getParent());
        Files.writeString(first, "CREATE TABLE orders (id bigint, customer bigint);\n");
        git.add().addFilepattern(".").call();
        String head =
            git.commit()
                .setMessage("Begin")
                .setSign(false)
                .setAuthor("Dev", "dev@shop.test")
                .setCommitter("Dev", "dev@shop.test")
                .call()
                .name();
        Git.cloneRepository()
            .setURI(work.toUri().toString())
            .setDirectory(bare.toFile())
            .setBare(true)
            .setBranch(Constants.R_HEADS + "main")
            .call()
            .close();
        return new ShopOrigin(bare, head);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GitAPIException e) {
      throw new IllegalStateException("the shop's repository could not be made", e);
    }
  }
}
