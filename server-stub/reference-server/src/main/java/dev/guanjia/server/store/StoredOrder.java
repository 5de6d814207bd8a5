package dev.guanjia.server.store;

import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Keys in the order in which {@code jsonb} keeps them, shorter ones first, so that the database has
 * nothing to sort. Source: PostgreSQL 18, jsonb Indexing, and what it prints.
 */
final class StoredOrder extends ValueSerializerModifier {

    private static final long serialVersionUID = 1;

    static final Comparator<String> KEYS =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    @Override
    public List<BeanPropertyWriter> orderProperties(
            SerializationConfig config,
            BeanDescription.Supplier bean,
            List<BeanPropertyWriter> properties) {
        return properties.stream()
                .sorted(Comparator.comparing(BeanPropertyWriter::getName, KEYS))
                .toList();
    }
}
