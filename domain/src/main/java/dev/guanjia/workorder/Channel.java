package dev.guanjia.workorder;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Table;
import java.util.List;

/**
 * A way by which matters reach us: a row of {@code channels.csv}. A company may have others.
 * Source: 03 P-INTAKE; 06 A-45.
 *
 * @param key as in {@link Reception}
 * @param label what it is called
 * @param source the requirement
 */
public record Channel(String key, Label label, String source) {

    /** The header of a table of channels. */
    public static final List<String> COLUMNS = List.of("channel", "zh", "en", "source");

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
        return table.unique("channel")
                .map(
                        row ->
                                new Channel(
                                        row.as("channel", Reception::requireChannel),
                                        row.label(),
                                        row.required("source")));
    }
}
