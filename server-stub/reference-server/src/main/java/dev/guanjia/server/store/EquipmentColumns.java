package dev.guanjia.server.store;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.Equipment.Stay;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A piece of equipment as a row of its table. */
final class EquipmentColumns {

    private EquipmentColumns() {}

    /** Without its places. */
    record Raw(
            EquipmentId id,
            AssetKey kind,
            String serial,
            String name,
            Optional<LocalDate> retired,
            Optional<DateRange> warranty,
            long version) {

        EquipmentRow with(List<Stay> stays) {
            return new EquipmentRow(
                    new Equipment(id, kind, serial, name, stays, retired, warranty), version);
        }
    }

    static Raw raw(ResultSet row, int index) throws SQLException {
        LocalDate from = row.getObject("warranty_from", LocalDate.class);
        LocalDate to = row.getObject("warranty_to", LocalDate.class);
        return new Raw(
                new EquipmentId(row.getString("id")),
                new AssetKey(row.getString("kind")),
                row.getString("serial"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("retired_on", LocalDate.class)),
                from == null ? Optional.empty() : Optional.of(new DateRange(from, to)),
                row.getLong("version"));
    }
}
