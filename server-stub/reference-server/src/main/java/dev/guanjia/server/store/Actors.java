package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Who acted, as three columns of a row: {@code _by}, {@code _as} and {@code _under}. */
final class Actors {

    private Actors() {}

    static Actor read(ResultSet row, String step) throws SQLException {
        return new Actor(
                new StaffId(row.getString(step + "_by")),
                new PostKey(row.getString(step + "_as")),
                row.getString(step + "_under"));
    }

    static Map<String, Object> values(Actor actor) {
        Map<String, Object> values = new TreeMap<>();
        values.put("by", actor.staff().value());
        values.put("as", actor.post().value());
        values.put("under", actor.authorityVersion());
        return values;
    }
}
