package dev.inquest.connectors.postgresql.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.AnyType;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import org.jspecify.annotations.Nullable;

/** Takes a WHERE or ON apart into {@link Predicate}s. */
final class Conditions {
  private static final String OTHER = "other";
  private static final Set<String> MANY = Set.of("any", "some", "all");
  private static final Map<String, String> FLIPPED =
      Map.of("=", "=", "<", ">", ">", "<", "<=", ">=", ">=", "<=");

  private final Scope scope;
  private final Set<Predicate> found;

  Conditions(Scope scope, Set<Predicate> found) {
    this.scope = scope;
    this.found = found;
  }

  void read(Expression written) {
    Expression condition = Side.unwrap(written);
    switch (condition) {
      case AndExpression and -> {
        read(and.getLeftExpression());
        read(and.getRightExpression());
      }
      case OrExpression or -> disjunction(or);
      case ComparisonOperator comparison
          when FLIPPED.containsKey(comparison.getStringExpression()) ->
          comparison(comparison);
      case Between between when !between.isNot() ->
          add(between.getLeftExpression(), "between", bounds(between), between);
      case InExpression in when !in.isNot() ->
          add(in.getLeftExpression(), "in", values(in.getRightExpression()), in);
      case LikeExpression like when isPlainLike(like) ->
          add(
              like.getLeftExpression(),
              "like",
              slot(like.getRightExpression(), Slot.Bound.PATTERN),
              like);
      default -> others(condition);
    }
  }

  /** {@code a = $1 OR a = $2} is an IN; any other OR needs more than one index, or none helps. */
  private void disjunction(OrExpression or) {
    Set<Predicate> parts = new LinkedHashSet<>();
    Conditions inner = new Conditions(scope, parts);
    inner.read(or.getLeftExpression());
    inner.read(or.getRightExpression());
    List<Predicate> all = List.copyOf(parts);
    boolean sameColumn =
        !all.isEmpty()
            && all.stream().map(p -> List.of(p.table(), p.column())).distinct().count() == 1
            && all.stream().allMatch(Conditions::isEquality);
    if (sameColumn) {
      Predicate first = all.getFirst();
      List<Slot> slots = all.stream().flatMap(p -> p.slots().stream()).toList();
      found.add(new Predicate(first.table(), first.column(), "in", null, slots));
    } else {
      all.forEach(
          p -> found.add(new Predicate(p.table(), p.column(), OTHER, p.function(), p.slots())));
    }
  }

  private static boolean isEquality(Predicate p) {
    return p.function() == null && (p.operator().equals("=") || p.operator().equals("in"));
  }

  private void comparison(ComparisonOperator comparison) {
    String operator = comparison.getStringExpression();
    Expression left = comparison.getLeftExpression();
    Expression right = comparison.getRightExpression();
    if (comparesWithMany(right)) {
      add(left, operator.equals("=") && !isAll(right) ? "in" : OTHER, List.of(), comparison);
      return;
    }
    boolean known = addSide(left, operator, slot(right, bound(operator)));
    String flipped = FLIPPED.getOrDefault(operator, OTHER);
    known |= addSide(right, flipped, slot(left, bound(flipped)));
    if (!known) {
      others(comparison);
    }
  }

  /** {@code ANY}, {@code SOME} or {@code ALL}, of a subquery or of an array. */
  private static boolean comparesWithMany(Expression side) {
    return side instanceof AnyComparisonExpression
        || (side instanceof Function f && MANY.contains(Names.fold(f.getName())));
  }

  private static boolean isAll(Expression side) {
    return switch (side) {
      case AnyComparisonExpression any -> any.getAnyType() == AnyType.ALL;
      case Function f -> Names.fold(f.getName()).equals("all");
      default -> false;
    };
  }

  private static boolean isPlainLike(LikeExpression like) {
    return !like.isNot() && like.getLikeKeyWord() == LikeExpression.KeyWord.LIKE;
  }

  private void add(Expression side, String operator, List<Slot> slots, Expression whole) {
    if (!addSide(side, operator, slots)) {
      others(whole);
    }
  }

  private boolean addSide(Expression written, String operator, List<Slot> slots) {
    Side side = Side.of(written);
    KnownTable table = side == null ? null : scope.owner(side.column());
    if (side == null || table == null) {
      return false;
    }
    String column = Names.fold(side.column().getColumnName());
    found.add(new Predicate(table.name(), column, operator, side.function(), slots));
    return true;
  }

  private void others(Expression condition) {
    String function = condition instanceof BinaryExpression ? null : "expression";
    for (var column : Side.columns(condition)) {
      KnownTable table = scope.owner(column);
      if (table != null) {
        String name = Names.fold(column.getColumnName());
        found.add(new Predicate(table.name(), name, OTHER, function, List.of()));
      }
    }
  }

  private static Slot.Bound bound(String operator) {
    return switch (operator) {
      case "<", "<=" -> Slot.Bound.HIGH;
      case ">", ">=" -> Slot.Bound.LOW;
      default -> Slot.Bound.VALUE;
    };
  }

  private static List<Slot> bounds(Between between) {
    List<Slot> slots = new ArrayList<>(slot(between.getBetweenExpressionStart(), Slot.Bound.LOW));
    slots.addAll(slot(between.getBetweenExpressionEnd(), Slot.Bound.HIGH));
    return slots;
  }

  private static List<Slot> values(@Nullable Expression list) {
    List<Slot> slots = new ArrayList<>();
    if (list instanceof ExpressionList<?> items) {
      items.forEach(item -> slots.addAll(slot(item, Slot.Bound.VALUE)));
    }
    return slots;
  }

  private static List<Slot> slot(Expression written, Slot.Bound bound) {
    JdbcParameter parameter = Side.parameter(written);
    if (parameter != null) {
      return List.of(new Slot(parameter.getIndex(), bound));
    }
    JdbcParameter age = Side.age(written);
    return age == null ? List.of() : List.of(new Slot(age.getIndex(), bound, true));
  }
}
