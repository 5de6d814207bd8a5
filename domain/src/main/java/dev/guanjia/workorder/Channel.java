package dev.guanjia.workorder;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way by which matters reach us: a row of {@code channels.csv}. A company may have others.
 * Source: 03 P-INTAKE; 06 A-45.
 *
 * @param key as in {@link Reception}
 * @param label what it is called
 * @param telephone whether somebody calls, so that it stands in the call log (R-CALL-LOG)
 * @param file the file that a complaint of that way is kept in; null for the ledger alone
 * @param source the requirement
 */
public record Channel(
        String key, Label label, boolean telephone, @Nullable File file, String source) {

    /** The header of a table of channels. */
    public static final List<String> COLUMNS =
            List.of("channel", "zh", "en", "telephone", "file", "source");

    /** A key has the shape of one. */
    public Channel {
        Reception.requireChannel(key);
    }

    /** A file of complaints with call-back sheets. Source: 03 R-HOTLINE-FILE, R-LETTER-FILE. */
    public enum File {
        /** 总经理热线处理档案. */
        HOTLINE,
        /** 总经理信件处理档案. */
        LETTER
    }

    /**
     * The channels that ship with the library.
     *
     * @return in file order
     */
    public static List<Channel> all() {
        return read(Table.of(Channel.class, "channels.csv", COLUMNS));
    }

    /**
     * Reads channels.
     *
     * @param table each channel once: {@link #COLUMNS}
     * @return in file order
     * @throws dev.guanjia.catalogue.CatalogueException naming every faulty cell
     */
    public static List<Channel> read(Table table) {
        return table.unique("channel").map(Channel::read);
    }

    private static Channel read(Row row) {
        return new Channel(
                row.as("channel", Reception::requireChannel),
                row.label(),
                row.yes("telephone"),
                row.text("file").isEmpty() ? null : row.as("file", File::valueOf),
                row.required("source"));
    }
}
