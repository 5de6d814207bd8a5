package dev.guanjia.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What was said to a database, call by call, to be said again with other ids. Records one thing at
 * a time: while it listens nothing else may go on.
 */
final class Recording {

    /** A call; {@code statement} is the number of the statement, or none for the connection. */
    private record Call(int connection, int statement, Method method, Object[] arguments) {}

    private final List<Call> calls = new ArrayList<>();
    private int connections;
    private int statements;

    /** The same database, with somebody who listens. */
    DataSource listeningTo(DataSource real) {
        return proxy(
                DataSource.class,
                (self, method, arguments) -> {
                    Object result = call(real, method, arguments);
                    return result instanceof Connection connection ? heard(connection) : result;
                });
    }

    private Connection heard(Connection real) {
        int number = connections++;
        return proxy(
                Connection.class,
                (self, method, arguments) -> {
                    Object result = call(real, method, arguments);
                    if (result instanceof PreparedStatement statement) {
                        int id = statements++;
                        calls.add(new Call(number, id, method, arguments));
                        return heard(number, id, statement);
                    }
                    if (isSaid(method)) {
                        calls.add(new Call(number, -1, method, arguments));
                    }
                    return result;
                });
    }

    private PreparedStatement heard(int connection, int id, PreparedStatement real) {
        return proxy(
                PreparedStatement.class,
                (self, method, arguments) -> {
                    if (!method.getName().startsWith("get")) {
                        calls.add(new Call(connection, id, method, arguments));
                    }
                    return call(real, method, arguments);
                });
    }

    private static boolean isSaid(Method method) {
        return switch (method.getName()) {
            case "setAutoCommit", "commit", "rollback", "setReadOnly", "close" -> true;
            case "setTransactionIsolation" -> true;
            default -> false;
        };
    }

    /** How many statements were carried out. */
    long executions() {
        return calls.stream().filter(one -> one.method().getName().startsWith("execute")).count();
    }

    /** Every text that was said. */
    Set<String> texts() {
        return calls.stream()
                .filter(one -> one.arguments() != null)
                .flatMap(one -> Stream.of(one.arguments()))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }

    /** Says it all again. */
    void replay(DataSource database, UnaryOperator<Object> renamed) throws SQLException {
        Map<Integer, Connection> open = new HashMap<>();
        Map<Integer, PreparedStatement> prepared = new HashMap<>();
        for (Call one : calls) {
            Connection connection = open.get(one.connection());
            if (connection == null) {
                connection = database.getConnection();
                open.put(one.connection(), connection);
            }
            Object target = one.statement() < 0 ? connection : prepared.get(one.statement());
            if (one.method().getName().equals("prepareStatement")) {
                target = connection;
            }
            Object result = again(target, one, renamed);
            if (result instanceof PreparedStatement statement) {
                prepared.put(one.statement(), statement);
            } else if (result instanceof ResultSet rows) {
                readAll(rows);
            }
        }
    }

    private static Object again(Object target, Call one, UnaryOperator<Object> renamed)
            throws SQLException {
        Object[] arguments = one.arguments() == null ? new Object[0] : one.arguments().clone();
        if (one.method().getName().startsWith("set") && arguments.length > 1) {
            arguments[1] = renamed.apply(arguments[1]);
        }
        return call(target, one.method(), arguments);
    }

    private static void readAll(ResultSet rows) throws SQLException {
        try (rows) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    private static Object call(Object target, Method method, Object[] arguments)
            throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
