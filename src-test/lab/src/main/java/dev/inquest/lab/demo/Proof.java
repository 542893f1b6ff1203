package dev.inquest.lab.demo;

import dev.inquest.lab.shop.ShopDatabase;
import dev.inquest.lab.story.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Looks for itself whether the database was mended, whatever Inquest says. */
final class Proof {
  private static final int RUNS = 5;

  private final ShopDatabase database;
  private final Target target;

  Proof(ShopDatabase database, Target target) {
    this.database = database;
    this.target = target;
  }

  /** Whether there is a valid, ready index whose first column is the target's. */
  boolean indexed() throws SQLException {
    String sql =
        """
        SELECT count(*)
        FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
        WHERE i.indrelid = ?::regclass AND a.attname = ? AND i.indisvalid AND i.indisready
        """;
    try (Connection connection = database.connect(ShopDatabase.Role.POSTGRES);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, target.table());
      statement.setString(2, target.column());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getInt(1) > 0;
      }
    }
  }

  /** The median time of the statement that the release added, in milliseconds. */
  double statementMillis() throws SQLException {
    String sql =
        "SELECT id, %2$s FROM %1$s WHERE %3$s = ? ORDER BY %2$s DESC LIMIT 10"
            .formatted(target.table(), target.order(), target.column());
    try (Connection connection = database.connect(ShopDatabase.Role.POSTGRES);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      double[] millis = new double[RUNS];
      for (int i = 0; i < RUNS; i++) {
        statement.setObject(1, someValue(connection, i + 1));
        long start = System.nanoTime();
        statement.executeQuery().close();
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
      Arrays.sort(millis);
      return millis[RUNS / 2];
    }
  }

  private Object someValue(Connection connection, int id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT %s FROM %s WHERE id = ?".formatted(target.column(), target.table()))) {
      statement.setInt(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new SQLException("no row " + id + " in " + target.table());
        }
        return rows.getObject(1);
      }
    }
  }
}
