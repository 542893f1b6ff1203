package dev.inquest.lab.shop;

import dev.inquest.lab.story.Target;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Fills the shop's tables: numbers spread by multiplication, so that no seed is needed. */
public final class ShopRows {
  private ShopRows() {}

  /** Two connections at once: the machine has two cores. */
  public static void fill(ShopDatabase database) throws SQLException {
    CompletableFuture<Void> others =
        CompletableFuture.runAsync(() -> unchecked(database, others()));
    database.run(ShopDatabase.Role.SHOP_OWNER, orders());
    others.join();
  }

  private static List<String> orders() {
    return List.of(
        """
        INSERT INTO orders
        SELECT i, (i * 7919) %% 190000, 'v' || (i * 104729) %% 240000, 1 + (i * 31337) %% %2$d,
               'done', 500 + i %% 9000, now() - i * interval '9 seconds'
        FROM generate_series(1, %1$d::bigint) i
        """
            .formatted(Target.ORDERS, Target.CUSTOMERS),
        restart("orders", Target.ORDERS),
        "VACUUM (ANALYZE) orders");
  }

  private static List<String> others() {
    return List.of(
        """
        INSERT INTO customers
        SELECT i, 'customer ' || i, now() - i * interval '1 hour', i %% 40
        FROM generate_series(1, %d::bigint) i
        """
            .formatted(Target.CUSTOMERS),
        """
        INSERT INTO payments
        SELECT i, 'r' || (i * 7919) %% 400000, md5(((i * 31337) %% 120000)::text), i,
               500 + i %% 9000, now() - i * interval '9 seconds'
        FROM generate_series(1, %d::bigint) i
        """
            .formatted(Target.PAYMENTS),
        """
        INSERT INTO shipments
        SELECT i, (i * 7919) %% 90000, 't' || (i * 104729) %% 350000, i, 'delivered',
               now() - i * interval '9 seconds'
        FROM generate_series(1, %d::bigint) i
        """
            .formatted(Target.SHIPMENTS),
        "VACUUM (ANALYZE) customers, payments, shipments");
  }

  private static String restart(String table, int rows) {
    return "SELECT setval(pg_get_serial_sequence('%s', 'id'), %d)".formatted(table, rows);
  }

  private static void unchecked(ShopDatabase database, List<String> statements) {
    try {
      database.run(ShopDatabase.Role.SHOP_OWNER, statements);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot fill the shop's tables: " + e.getMessage(), e);
    }
  }
}
