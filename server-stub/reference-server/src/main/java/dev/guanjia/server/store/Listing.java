package dev.guanjia.server.store;

import java.util.List;

/**
 * A list for a file. Its statement names the columns as the file does: an amount ends with {@code
 * _minor}, which the file leaves out, and takes its currency from {@code _currency}; what begins
 * with an underscore is not in the file. The key of a row is in {@code _1}, {@code _2}, {@code _3}
 * as text, the rows come after the one of {@code :k1}, {@code :k2}, {@code :k3}, and no more than
 * {@code :fetch}.
 *
 * @param sql the statement
 * @param first the parts of a key before every key
 */
public record Listing(String sql, List<String> first) {

    /** Copies. */
    public Listing {
        first = List.copyOf(first);
    }

    /** What the payer in a column is called: an owner or an occupant. */
    static String payerName(String column) {
        return """
               case when %1$s like 'OWNER:%%'
                   then (select o.name from owner o where o.tenant = :tenant
                       and o.id = substr(%1$s, 7))
                   else (select n.name from occupant n where n.tenant = :tenant
                       and n.id = substr(%1$s, 10)) end"""
                .formatted(column);
    }
}
